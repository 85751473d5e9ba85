/** Which files stand under a key, and which files looked at it. */

/** Most keys have one file or two: a lone address takes no list and a few no set. */
type Few = string | string[] | Set<string> | null;

/** A key that some file stands under or has looked at. */
export interface Entry {
  readonly key: string;
  holders: Few;
  readers: Few;
}

const longestList = 8;

export class Table {
  readonly #entries = new Map<string, Entry>();

  hold(key: string, uri: string): void {
    const entry = this.#entry(key);
    entry.holders = added(entry.holders, uri);
  }

  letGo(key: string, uri: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.holders = without(entry.holders, uri);
    this.#tidy(entry);
  }

  /** Notes that a file looked at a key. The entry is for `unread`. */
  read(key: string, uri: string): Entry {
    const entry = this.#entry(key);
    entry.readers = added(entry.readers, uri);
    return entry;
  }

  unread(entry: Entry, uri: string): void {
    entry.readers = without(entry.readers, uri);
    this.#tidy(entry);
  }

  /** Files that stand under a key, in no order. */
  holders(key: string): Iterable<string> {
    return each(this.#entries.get(key)?.holders ?? null);
  }

  eachHolder(key: string, show: (uri: string) => void): void {
    const holders = this.#entries.get(key)?.holders ?? null;
    if (typeof holders === 'string') show(holders);
    else if (holders !== null) for (const uri of holders) show(uri);
  }

  isHeld(key: string): boolean {
    return (this.#entries.get(key)?.holders ?? null) !== null;
  }

  isRead(key: string): boolean {
    return (this.#entries.get(key)?.readers ?? null) !== null;
  }

  /** Whether anybody but one reads a key. */
  isReadByOthers(key: string, but: string): boolean {
    const readers = this.#entries.get(key)?.readers ?? null;
    return readers !== null && readers !== but;
  }

  readers(key: string): Iterable<string> {
    return each(this.#entries.get(key)?.readers ?? null);
  }

  get size(): number {
    return this.#entries.size;
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { key, holders: null, readers: null };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #tidy({ key, holders, readers }: Entry): void {
    if (holders === null && readers === null) this.#entries.delete(key);
  }
}

function added(few: Few, item: string): Few {
  if (few === null) return item;
  if (typeof few === 'string') return few === item ? few : [few, item];
  if (few instanceof Set) return few.add(item);
  if (few.includes(item)) return few;
  few.push(item);
  return few.length > longestList ? new Set(few) : few;
}

function without(few: Few, item: string): Few {
  if (few === null || few === item) return null;
  if (typeof few === 'string') return few;
  if (few instanceof Set) {
    few.delete(item);
    return few.size === 0 ? null : few;
  }
  const left = few.filter((other) => other !== item);
  return left.length === 0 ? null : left;
}

function each(few: Few): Iterable<string> {
  return few === null ? [] : typeof few === 'string' ? [few] : few;
}
