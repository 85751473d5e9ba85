/** Names that a misspelt one may have meant. */
import { firstOf } from '../model/sorted.ts';

/** How many letters lie between two names is counted for so many of them, those first that have the most letters in common. */
const mostCompared = 200;
/** Of those that are put together for one name alone, so many are looked at. */
const mostPassed = 3000;
const mostSuggestions = 5;
const longestName = 64;

/** Names in the order of their places that many are compared with, each with signs of the letters in it. */
export class NameList {
  readonly names: readonly string[];
  #signs: Int32Array | null = null;

  constructor(names: Iterable<string>) {
    this.names = [...names];
  }

  /** Two numbers for each name: which letters it has, and which other characters. */
  get signs(): Int32Array {
    this.#signs ??= Int32Array.from(this.names.flatMap(signsOf));
    return this.#signs;
  }
}

/**
 * At most five of the candidates, nearest spelling first, then in their own order; whatever differs in more than a third of its letters is left out.
 * For an empty name, the first five. `near` comes first and is looked through for some thousand names, the lists behind it in whole.
 */
export function spelledLike(
  name: string,
  near: Iterable<string>,
  lists: readonly NameList[] = [],
  limit = nearLimit(name),
): readonly string[] {
  const own = new NameList(firstOf(near, mostPassed));
  const all = [own, ...lists];
  if (name === '') return [...firstOthers(all)];
  const lower = name.toLowerCase();
  const found: { readonly candidate: string; readonly distance: number; readonly place: number }[] = [];
  const seen = new Set<string>([name, '']);
  for (const { candidate, place } of mostAlike(name, limit, all)) {
    if (seen.has(candidate)) continue;
    seen.add(candidate);
    const distance = editDistance(lower, candidate.toLowerCase(), limit);
    if (distance <= limit) found.push({ candidate, distance, place });
  }
  found.sort((a, b) => a.distance - b.distance || a.place - b.place);
  return found.slice(0, mostSuggestions).map(({ candidate }) => candidate);
}

/** The same; where nothing is near, all of `near` if they are few, for then it is one of them. */
export function oneOf(name: string, near: Iterable<string>, lists: readonly NameList[]): readonly string[] {
  const own = firstOf(near, mostPassed);
  const found = spelledLike(name, own, lists);
  return found.length === 0 && new Set(own).size <= mostSuggestions ? spelledLike(name, own, [], longestName) : found;
}

/** Whether the first of some suggestions is near, and nearer than all others. Of several that are as likely none is the one that was meant. */
export function isNearest(name: string, [first = '', second]: readonly string[]): boolean {
  const distance = distanceTo(name, first);
  return distance <= nearLimit(name) && (second === undefined || distance < distanceTo(name, second));
}

/** How many letters of a name may differ: a third. */
function nearLimit(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}

/** A path that only says more than the name is as near as can be. */
function distanceTo(name: string, suggested: string): number {
  if (suggested.endsWith(`.${name}`) || suggested.startsWith(`${name}.`)) return 0;
  return editDistance(name.toLowerCase(), suggested.toLowerCase(), longestName);
}

/** The first few names that are not empty. */
function firstOthers(lists: readonly NameList[]): ReadonlySet<string> {
  const first = new Set<string>();
  for (const { names } of lists) {
    for (const name of names) {
      if (first.size === mostSuggestions) return first;
      if (name !== '') first.add(name);
    }
  }
  return first;
}

interface Alike {
  readonly candidate: string;
  readonly place: number;
}

/**
 * The candidates that may be as near as `limit`, first those whose signs differ least: a character that is changed makes a difference of two at most, so
 * that most names of a company are told apart without being compared.
 */
function mostAlike(name: string, limit: number, lists: readonly NameList[]): readonly Alike[] {
  const [letters, others] = signsOf(name);
  const byDifference: Alike[][] = Array.from({ length: Math.min(2 * limit, 64) + 1 }, () => []);
  let place = 0;
  for (const { names, signs } of lists) {
    for (let i = 0; i < names.length; i++, place++) {
      const group =
        byDifference[bitsOf((signs[2 * i] as number) ^ letters) + bitsOf((signs[2 * i + 1] as number) ^ others)];
      if (!group || group.length === mostCompared) continue;
      const candidate = names[i] as string;
      if (Math.abs(candidate.length - name.length) <= limit) group.push({ candidate, place });
    }
  }
  return byDifference.flat().slice(0, mostCompared);
}

/** A bit for each letter from a to z, whichever case it has, and one for each other character. */
function signsOf(name: string): readonly [letters: number, others: number] {
  const lower = name.toLowerCase();
  let [letters, others] = [0, 0];
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    // The digits follow each other, and so they have bits of their own among 32.
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else others |= 1 << (code & 31);
  }
  return [letters, others];
}

function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many letters must be changed, added, dropped or swapped with the next to make one of the other; anything above `limit` counts as `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (a.length > longestName || b.length > longestName) return limit + 1;
  let from = 0;
  let endA = a.length;
  let endB = b.length;
  while (from < endA && from < endB && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const height = endA - from;
  const width = endB - from;
  for (let j = 0; j <= width; j++) table[j] = j;
  for (let i = 1; i <= height; i++) {
    const row = i * size;
    table[row] = i;
    let least = i;
    const letter = a.charCodeAt(from + i - 1);
    const letterBefore = a.charCodeAt(from + i - 2);
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(from + j - 1);
      const at = row + j;
      let cost = cell(at - size - 1) + (letter === other ? 0 : 1);
      cost = Math.min(cost, cell(at - size) + 1, cell(at - 1) + 1);
      const swapped = i > 1 && j > 1 && letterBefore === other && letter === b.charCodeAt(from + j - 2);
      if (swapped) cost = Math.min(cost, cell(at - 2 * size - 2) + 1);
      table[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
  }
  return cell(height * size + width);
}

/** The table of distances between the beginnings of two names, used again for each pair. */
const size = longestName + 1;
const table = new Uint8Array(size * size);

function cell(at: number): number {
  return table[at] as number;
}
