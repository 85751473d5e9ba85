import { tellsSomething } from './lexicon/classes.ts';
import { LONGEST_SENTENCE } from './tokens.ts';
import { numberWith, wordNumbered } from './words.ts';

const BLANK = 32;
const COMMA = 44;
const HYPHEN = 45;

/**
 * Whether one look at its words shows that the title of a measured key result says nothing beyond what it is about: `Parcels sent from the nearest
 * depot`. Most do, and nothing more need be made of them: no tokens, no dates, no verb. What holds anything but letters, blanks, commas and
 * hyphens between words is left to who takes the sentence apart, as is every word that may tell something.
 */
export function tellsNothing(title: string): boolean {
  const { length } = title;
  if (length > LONGEST_SENTENCE) return false;
  for (let at = 0; at < length; at++) {
    const start = at;
    let number = 0;
    let code = title.charCodeAt(at);
    while (isLetter(code)) {
      number = numberWith(number, code);
      code = ++at < length ? title.charCodeAt(at) : BLANK;
    }
    if (at > start) {
      if ((wordNumbered(number, title, start, at).classes & tellsSomething) !== 0) return false;
      if (code === BLANK || code === COMMA) continue;
      if (code !== HYPHEN || !isLetter(title.charCodeAt(at + 1))) return false;
    } else if (code !== BLANK) return false;
  }
  return true;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
