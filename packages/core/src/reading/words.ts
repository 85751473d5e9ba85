import { classesOf } from './lexicon/classes.ts';

/** A word in the form in which words are compared, with the bits of its classes (see `lexicon/classes`). */
export interface Word {
  readonly lower: string;
  readonly classes: number;
}

/** More different words than a company writes; where there are more all the same, the look-up begins anew. */
const MOST_WORDS = 20_000;
/** A longer run of letters is no word that comes again. */
const LONGEST_WORD = 40;
const known = new Map<string, Word>();

/** The word, sign or number word that is written so: in small letters, with a straight apostrophe. */
export function wordOf(written: string): Word {
  const before = known.get(written);
  if (before !== undefined) return before;
  const lower = written.toLowerCase().replace('’', "'");
  const word = { lower, classes: classesOf(lower) };
  if (written.length > LONGEST_WORD) return word;
  if (known.size >= MOST_WORDS) known.clear();
  // Copied letter by letter: a part of a string keeps the whole of it in memory, and that would be a file.
  known.set([...written].join(''), { lower: [...lower].join(''), classes: word.classes });
  return word;
}
