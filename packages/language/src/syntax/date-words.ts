import { COMMA, ID, NUMBER } from './kinds.ts';
import { NEW_LINE, type Tokens } from './tokens.ts';

const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;
const DAY = /^\d{1,2}(st|nd|rd|th)?$/i;
const YEAR = /^\d{4}$/;

/** Index of the last token of a date in words that begins at token `i` (`31 August 2026`, `Aug 31`), or -1. It ends at the line's end. */
export function foldDate(tokens: Tokens, text: string, i: number): number {
  const is = (at: number, kind: number, pattern: RegExp): boolean =>
    tokens.kinds[at] === kind &&
    (at === i || !((tokens.flags[at] as number) & NEW_LINE)) &&
    pattern.test(text.slice(tokens.starts[at], tokens.ends[at]));
  const year = (at: number): number => {
    const behindComma = is(at + 1, COMMA, /,/) ? at + 2 : at + 1;
    return is(behindComma, NUMBER, YEAR) ? behindComma : at;
  };
  if (is(i, NUMBER, DAY) && is(i + 1, ID, MONTH)) return year(i + 1);
  if (is(i, ID, MONTH)) return is(i + 1, NUMBER, DAY) ? year(i + 1) : year(i) > i ? year(i) : -1;
  return -1;
}
