/**
 * Tells keywords from names letter by letter while a word is scanned: every second token is a word, and cutting it out of the text to look it up
 * took longer than the rest of scanning it.
 */
import { ID, type Kind, keywords, kindOfWord } from './kinds.ts';

/** What was read so far begins no keyword. */
export const NO_KEYWORD = 0;
/** Nothing was read so far. */
export const NOTHING_READ = 1;
/** One column for each letter from `a`, behind the one for the hyphen. */
const COLUMNS = 32;
const HYPHEN = 0;
const BEFORE_A = 96;

const words = keywords.filter((word) => /^[a-z-]+$/.test(word));
/** What is read by then, a row of the table, goes on with a letter to what is read with it. */
const goesOn = new Int16Array((2 + words.join('').length) * COLUMNS);
const kindsRead: Kind[] = [ID, ID];

for (const word of words) {
  let read = NOTHING_READ;
  for (const letter of word) {
    const place = read * COLUMNS + (letter === '-' ? HYPHEN : letter.charCodeAt(0) - BEFORE_A);
    if (goesOn[place] === NO_KEYWORD) goesOn[place] = kindsRead.push(ID) - 1;
    read = goesOn[place] as number;
  }
  kindsRead[read] = kindOfWord(word);
}

/** What is read with one more sign that a name may have, by its code. */
export function readOn(read: number, code: number): number {
  if (code >= 97 && code <= 122) return goesOn[read * COLUMNS + code - BEFORE_A] as number;
  return code === 45 ? (goesOn[read * COLUMNS + HYPHEN] as number) : NO_KEYWORD;
}

/** The kind of the word that was read: a keyword's, else ID. */
export function kindRead(read: number): Kind {
  return kindsRead[read] as Kind;
}
