import { currencyCodes } from '../amounts/currencies.ts';
import { scanAmount } from '../amounts/scan.ts';
import { bareNumber, knownUnit } from '../amounts/units.ts';
import { isPartOfNumeral, mayBeginNumeral } from './lexicon/classes.ts';
import { readNumerals } from './numerals.ts';
import { amountToken, plainToken, type Token, wordToken } from './token.ts';
import { numberWith, wordIn, wordNumbered } from './words.ts';

/** Where a sentence is longer, only this much of it is read: a title is a line, and a pasted book must cost nothing. */
export const LONGEST_SENTENCE = 2000;

const DATE =
  /\d{4}-(?:\d{2}(?:-\d{2})?|[QHqh][1-4])(?![\w-])|(?:0?[1-9]|1[0-2])\/20\d{2}(?![\w/])|\d{1,2}([./])\d{1,2}\1\d{2}(?:\d{2})?(?![\w])/y;
/** `LTV:CAC of 3:1` */
const RATIO = /(\d{1,4}):(\d)(?![\d:])/y;
/** Digits that are no quantity whatever stands around them: `24/7`, `10:30`, `1.2.3`, `50/50`. */
const NO_QUANTITY =
  /24\s?[/x]\s?7\b|\d{1,2}:\d{2}\b|1:1s?\b|\d+(?:\.\d+){2,}|\d+\/\d+\/\d+|\d+-\d+-\d+\b|(?:50\/50|80\/20|1-1s?|1-2-1|1-on-1s?|1-to-1)\b/y;
/** `6:30 min`, and the `1:15` of a ratio that is called one. */
const CLOCK = /(\d{1,3}):([0-5]\d)\s?(min|mins|minutes?|h|hrs?|hours?)\b/y;
const SHARE = /(\d{1,2}):(\d{2,3})(?![\d:])/y;
const URL = /(?:https?:\/\/|www\.)\S+/iy;
const MARKS = /(?:-+|=+|–|—)>|[→➔➜➡⇒⟶➝]|<=|>=|=<|=>|[≤≥≦≧<>]|\+\/-|\S/y;

const canonicalMarks: Readonly<Record<string, string>> = {
  '<=': '≤',
  '=<': '≤',
  '≦': '≤',
  '>=': '≥',
  '≧': '≥',
  '+/-': '±',
  '—': '–',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '，': ',',
  '：': ':',
  '（': '(',
  '）': ')',
};

/** The ASCII characters of words: letters, digits and `_`. */
const asciiWord = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters of any script, digits and `_`; everything else is a sign. */
function isWordCode(code: number): boolean {
  if (code < 128) return asciiWord[code] === 1;
  if (Number.isNaN(code)) return false; // behind the last character
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  return (
    !(code >= 0x3000 && code <= 0x3004) &&
    !(code >= 0x3008 && code <= 0x3020) &&
    !(code >= 0xfe30 && code <= 0xff0f) &&
    code !== 0xff1a
  );
}

/** Chinese, Japanese and Korean: written without spaces, so that figures touch them (`从30提升到50`). */
function isIdeograph(code: number): boolean {
  return code >= 0x2e80 && code <= 0xffdc;
}

/** The end of the word that begins at `at`; the letters up to `asciiEnd` are known to be of it. */
function wordEnd(text: string, at: number, asciiEnd: number): number {
  let end = asciiEnd;
  const code = text.charCodeAt(end);
  if (code >= 128) {
    const ideographs = isIdeograph(text.charCodeAt(at));
    while (isWordCode(text.charCodeAt(end)) && isIdeograph(text.charCodeAt(end)) === ideographs) end++;
  }
  // `v2.0`, `KR1.1`
  while (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end - 1)) && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  const mark = text.charCodeAt(end);
  if ((mark === 39 || mark === 0x2019) && end > at && isWordCode(text.charCodeAt(end + 1))) {
    let ending = end + 1;
    while (isWordCode(text.charCodeAt(ending))) ending++;
    if (ending - end <= 3) return ending;
  }
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The tokens of a sentence, and what can be told of all of them together. */
export interface Tokenised {
  readonly tokens: readonly Token[];
  /** The bits of all classes that a token is in. */
  readonly classes: number;
  readonly amounts: number;
  readonly marks: number;
}

/** Takes a sentence apart. Reads no more than `LONGEST_SENTENCE` characters; linear in what it reads. */
export function tokenise(sentence: string): Tokenised {
  const text = sentence.length > LONGEST_SENTENCE ? sentence.slice(0, LONGEST_SENTENCE) : sentence;
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0 || code === 0x202f || code === 0x3000) {
      spaced = true;
      at++;
      continue;
    }
    const token = tokenAt(text, at, code, spaced);
    tokens.push(token);
    at = token.end;
    spaced = false;
  }
  const written = counted(tokens);
  if (written.amounts === 0 && (written.classes & mayBeOfNumeral) === 0) return written;
  const read = readNumerals(tokens, text);
  return read === tokens ? written : counted(read);
}

/** Without one of these a sentence holds no number in words. */
const mayBeOfNumeral = mayBeginNumeral | isPartOfNumeral;

function counted(tokens: readonly Token[]): Tokenised {
  let classes = 0;
  let amounts = 0;
  let marks = 0;
  for (const token of tokens) {
    classes |= token.classes;
    if (token.amount !== null) amounts++;
    else if (token.kind === 'mark') marks++;
  }
  return { tokens, classes, amounts, marks };
}

function tokenAt(text: string, at: number, code: number, spaced: boolean): Token {
  if (isDigit(code)) {
    const special = maySpecial(text, at) ? specialAt(text, at, spaced) : null;
    return special ?? amountAt(text, at, spaced) ?? wordAt(text, at, spaced);
  }
  if (isWordCode(code)) {
    if ((code === 104 || code === 72 || code === 119) && spaced) {
      const next = text.charCodeAt(at + 1) | 32;
      const url = next === 116 || next === 119 ? matchAt(URL, text, at) : null;
      if (url) return plainToken('word', 'url', at, at + url.length, spaced);
    }
    return wordAt(text, at, spaced);
  }
  if (mayBeginAmount(text, at, code)) {
    const found = amountAt(text, at, spaced);
    if (found) return found;
  }
  return markAt(text, at, code, spaced);
}

/** A sign, alone or the first of several. */
function markAt(text: string, at: number, code: number, spaced: boolean): Token {
  if (standsAlone(code, text.charCodeAt(at + 1))) return plainToken('mark', text.charAt(at), at, at + 1, spaced);
  const mark = matchAt(MARKS, text, at) ?? text.slice(at, at + 1);
  const arrow = mark.length > 1 && mark.endsWith('>') && !mark.startsWith('>') && mark !== '=>';
  const canonical = arrow || /[→➔➜➡⇒⟶➝]/.test(mark) || mark === '=>' ? '→' : (canonicalMarks[mark] ?? mark);
  return plainToken('mark', canonical, at, at + mark.length, spaced);
}

/** Whether an ASCII sign is no part of an arrow or comparison. */
function standsAlone(code: number, next: number): boolean {
  if (code === 45) return next !== 45 && next !== 62;
  return code < 128 && code !== 43 && (code < 60 || code > 62);
}

function specialAt(text: string, at: number, spaced: boolean): Token | null {
  const date = matchAt(DATE, text, at);
  if (date) return plainToken('date', date, at, at + date.length, spaced);
  const named =
    clockAt(text, at, spaced) ??
    (/\bratio\b/i.test(text.slice(Math.max(0, at - 20), at)) ? ratioAt(text, at, spaced, SHARE) : null);
  if (named) return named;
  const other = matchAt(NO_QUANTITY, text, at);
  return other ? plainToken('word', other, at, at + other.length, spaced) : ratioAt(text, at, spaced);
}

/** `6:30 min` are six minutes and a half. */
function clockAt(text: string, at: number, spaced: boolean): Token | null {
  CLOCK.lastIndex = at;
  const found = CLOCK.exec(text);
  const unit = found && knownUnit((found[3] ?? '').toLowerCase());
  if (!found || !unit) return null;
  const value = Number(found[1]) + Number(found[2]) / 60;
  return amountToken(
    { value, unit, text: found[0], signed: false, span: { start: at, end: at + found[0].length } },
    spaced,
  );
}

function ratioAt(text: string, at: number, spaced: boolean, pattern = RATIO): Token | null {
  const found = matchAt(pattern, text, at);
  if (!found) return null;
  const [left, right] = found.split(':').map(Number) as [number, number];
  const span = { start: at, end: at + found.length };
  const value = right === 0 ? left : left / right;
  return amountToken({ value, unit: bareNumber, text: found, signed: false, span }, spaced);
}

function amountAt(text: string, at: number, spaced: boolean): Token | null {
  const amount = scanAmount(text, at);
  if (!amount) return null;
  const next = text.charCodeAt(amount.span.end);
  return isWordCode(next) && !isIdeograph(next) ? null : amountToken(amount, spaced);
}

/** Nearly all words end before a blank or with the text, and are looked at letter by letter only once. */
function wordAt(text: string, at: number, spaced: boolean): Token {
  let end = at;
  let number = 0;
  let code = text.charCodeAt(at);
  while (code < 128 && asciiWord[code] === 1) {
    number = numberWith(number, code);
    code = ++end < text.length ? text.charCodeAt(end) : BLANK;
  }
  const isPlain = code === BLANK && end > at;
  if (!isPlain) end = wordEnd(text, at, end);
  // `USD 10M`, `A$5k`: the code belongs to the figure
  const next = end < text.length ? text.charCodeAt(end) : BLANK;
  const mayBeMoney = end - at === 3 ? next === 32 || isDigit(next) : next === 36 && end - at < 3;
  if (mayBeMoney && (next === 36 || currencyCodes.has(text.slice(at, end)))) {
    const found = amountAt(text, at, spaced);
    if (found) return found;
  }
  return wordToken(isPlain ? wordNumbered(number, text, at, end) : wordIn(text, at, end), at, end, spaced);
}

const BLANK = 32;

/** Whether digits may be a date, a clock time or the like: a sign grows out of them (`2026-08`, `10:30`, `1.2.3`, `24x7`). */
function maySpecial(text: string, at: number): boolean {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const sign = text.charCodeAt(end);
  if (sign === 46) {
    // `4.5` is a figure like any other, and `1.2.3` is none
    do end++;
    while (isDigit(text.charCodeAt(end)));
    return text.charCodeAt(end) === 46;
  }
  return sign === 45 || sign === 47 || sign === 58 || sign === 120 || text.startsWith('24 ', at);
}

/** A sign or currency sign with a digit behind it; a hyphen between words or figures begins no amount. */
function mayBeginAmount(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (code === 43 || code === 45 || code === 0x2212) {
    const before = at === 0 ? 32 : text.charCodeAt(at - 1);
    return !isWordCode(before) && before !== 37 && before !== 47 && !(code === 45 && before === 43) && next !== 32;
  }
  if (code === 46) return isDigit(next) && (at === 0 || text.charCodeAt(at - 1) <= 32);
  return (
    code === 36 ||
    code === 0x20ac ||
    code === 0xa3 ||
    code === 0xa5 ||
    (code >= 0x20a0 && code <= 0x20bf) ||
    code === 0xe3f
  );
}
