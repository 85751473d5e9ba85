/**
 * Which files stand under a key, and who looked at it: files, and questions about the project. There are tens of these for each file, so they are
 * kept as numbers, and a lone one without a list.
 */
type Few = number | number[] | null;

/** A key that some file stands under or somebody has looked at. */
export interface Entry {
  readonly key: string;
  holders: Few;
  readers: Few;
}

export class Table {
  readonly #entries = new Map<string, Entry>();
  /** Whoever was ever in the table. */
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** Notes that a file stands under a key; once for each. */
  hold(key: string, uri: string): void {
    const entry = this.#entry(key);
    entry.holders = added(entry.holders, this.#numberOf(uri));
  }

  letGo(key: string, uri: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.holders = without(entry.holders, this.#numberOf(uri));
    this.#tidy(entry);
  }

  /** Notes that somebody looked at a key; once for each until `unread`, which the entry is for. */
  read(key: string, reader: string): Entry {
    const entry = this.#entry(key);
    entry.readers = added(entry.readers, this.#numberOf(reader));
    return entry;
  }

  /** Notes what somebody looks at from now on, and gives all entries of it. `before` are those of the last time. */
  readAll(keys: Iterable<string>, reader: string, before: readonly Entry[]): readonly Entry[] {
    const left = new Map(before.map((entry) => [entry.key, entry]));
    const entries: Entry[] = [];
    for (const key of keys) {
      const known = left.get(key);
      left.delete(key);
      entries.push(known ?? this.read(key, reader));
    }
    for (const entry of left.values()) this.unread(entry, reader);
    return entries.slice(); // without the room that a growing list has
  }

  unread(entry: Entry, reader: string): void {
    entry.readers = without(entry.readers, this.#numberOf(reader));
    this.#tidy(entry);
  }

  /** Files that stand under a key, in no order. */
  holders(key: string): readonly string[] {
    return this.#named(this.#entries.get(key)?.holders ?? null);
  }

  eachHolder(key: string, show: (uri: string) => void): void {
    const holders = this.#entries.get(key)?.holders ?? null;
    if (typeof holders === 'number') show(this.#names[holders] as string);
    else if (holders !== null) for (const number of holders) show(this.#names[number] as string);
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
    return readers !== null && readers !== this.#numbers.get(but);
  }

  readers(key: string): readonly string[] {
    return this.#named(this.#entries.get(key)?.readers ?? null);
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

  #numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  #named(few: Few): readonly string[] {
    if (few === null) return [];
    return (typeof few === 'number' ? [few] : few).map((number) => this.#names[number] as string);
  }
}

const shortList = 16;

function added(few: Few, number: number): Few {
  if (few === null) return number;
  if (typeof few === 'number') return [few, number];
  // A list that is pushed to makes room for sixteen more, and most stay short.
  if (few.length < shortList) return [...few, number];
  few.push(number);
  return few;
}

function without(few: Few, number: number): Few {
  if (few === null || few === number) return null;
  if (typeof few === 'number') return few;
  const at = few.indexOf(number);
  const last = few.pop();
  if (at >= 0 && at < few.length) few[at] = last as number;
  else if (at < 0 && last !== undefined) few.push(last);
  return few.length === 1 ? (few[0] as number) : few;
}
