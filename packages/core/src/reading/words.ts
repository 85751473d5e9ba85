import { classesOf } from './lexicon/classes.ts';

/** A word in the form in which words are compared, with the bits of its classes (see `lexicon/classes`). */
export interface Word {
  readonly lower: string;
  readonly classes: number;
}

/** A longer run of letters is no word that comes again. */
const LONGEST_WORD = 40;

/** A class, since all of them stay: where objects of a literal do, the engine compiles anew whatever makes some. */
class KnownWord implements Word {
  /** As it stands in the text. */
  readonly written: string;
  readonly lower: string;
  readonly classes: number;

  constructor(written: string) {
    this.written = written;
    this.lower = asKey(written.toLowerCase().replace('’', "'"));
    this.classes = classesOf(this.lower);
  }
}

/**
 * Words by a number made of their letters, at the first free one of a few places from there on; where there is none, the first makes room. A map
 * would need each word as a string of its own first, and nearly all words have been there before. More places than a company has words; and
 * words that are made to have one number cost no more than others.
 */
const PLACES = 32_768;
const MOST_TRIED = 8;
const places: (KnownWord | undefined)[] = new Array(PLACES);

/** The word, sign or number word that is written so: in small letters, with a straight apostrophe. */
export function wordOf(written: string): Word {
  return wordIn(written, 0, written.length);
}

/** The number of a word with one more letter; that of no letters is 0. */
export function numberWith(number: number, code: number): number {
  return (Math.imul(number, 31) + code) | 0;
}

/** The word that stands in a text from `start` up to `end`. */
export function wordIn(text: string, start: number, end: number): Word {
  let number = 0;
  for (let at = start; at < end; at++) number = numberWith(number, text.charCodeAt(at));
  return wordNumbered(number, text, start, end);
}

/** The same for who has gone through its letters already, see `numberWith`. */
export function wordNumbered(number: number, text: string, start: number, end: number): Word {
  if (end - start > LONGEST_WORD) return new KnownWord(text.slice(start, end));
  const place = (number ^ (number >>> 15)) & (PLACES - 1);
  let free = place;
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const at = (place + tried) & (PLACES - 1);
    const word = places[at];
    if (word === undefined) {
      free = at;
      break;
    }
    if (isWritten(word.written, text, start, end)) return word;
  }
  // Copied letter by letter: a part of a string keeps the whole of it in memory, and that would be a file.
  const word = new KnownWord([...text.slice(start, end)].join(''));
  places[free] = word;
  return word;
}

/**
 * The same text as a string that the engine holds once, as it holds the keys of objects: words are compared with words in the program a dozen
 * times each, and two such strings are the same or are not, without a look at their letters.
 */
function asKey(text: string): string {
  return Object.keys({ [text]: 0 })[0] as string;
}

function isWritten(written: string, text: string, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let i = 0; i < written.length; i++) if (written.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
