/**
 * Names come again and again in a file and from file to file: `trust.first`, `FY26`, `maya`; so do amounts and days. Of those that came lately one string
 * serves all, so that a project keeps fewer of them.
 */

/**
 * Longer names are not kept here. The engine copies words up to this length; a longer one is a window into the text of its file, and would
 * keep all of that in memory.
 */
const LONGEST = 12;
/** A power of two. Of more places the engine would find fewer in the memory that is near. */
const PLACES = 512;
const names: string[] = new Array<string>(PLACES).fill('');
/** Apart from names, which are fewer: many figures come once. */
const figures: string[] = new Array<string>(PLACES).fill('');

/** The name from one offset of a text to another, as names are compared. */
export function nameAt(text: string, start: number, end: number): string {
  return wordAt(names, text, start, end);
}

/** A name as it is compared: some systems write a letter and its mark as one character, and some as two. */
export function composed(name: string): string {
  return mayBeApart.test(name) ? name.normalize('NFC') : name;
}

/** Marks begin there. */
const mayBeApart = /[\u0300-\uffff]/;

/** The amount or day from one offset of a text to another. */
export function figureAt(text: string, start: number, end: number): string {
  return wordAt(figures, text, start, end);
}

function wordAt(places: string[], text: string, start: number, end: number): string {
  // Amounts and days keep their length: parts of them are told by offsets.
  const isName = places === names;
  const length = end - start;
  if (length > LONGEST) return isName ? composed(text.slice(start, end)) : text.slice(start, end);
  let hash = length;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const place = (hash ^ (hash >>> 9)) & (PLACES - 1);
  const known = places[place] as string;
  if (known.length === length && standsAt(known, text, start)) return known;
  const written = text.slice(start, end);
  const word = isName ? composed(written) : written;
  places[place] = word;
  return word;
}

function standsAt(word: string, text: string, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
