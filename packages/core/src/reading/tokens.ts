import type { Amount } from '../amounts/amount.ts';
import { currencyCodes } from '../amounts/currencies.ts';
import { scanAmount } from '../amounts/scan.ts';
import { bareNumber } from '../amounts/units.ts';
import { readNumerals } from './numerals.ts';

/**
 * A piece of a sentence.
 * - `word`: letters, with digits where they are grown together (`Q3`, `p95`, `v4`, `3D`), and one apostrophe ending (`quarter's`)
 * - `amount`: a figure with what belongs to it (`$10M`, `5 days`, `4.2 of 5`), in digits or words (`six weeks`)
 * - `date`: a date in digits (`2026-08-31`, `2026-Q3`, `31.12.2026`)
 * - `mark`: a sign; arrows are all `→`, comparisons `≤` and `≥`, dashes `–`, quotation marks `"`
 */
export interface Token {
  readonly kind: 'word' | 'amount' | 'date' | 'mark';
  /** As it is compared: words in small letters, with straight apostrophes. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** White space stands before it, or it is the first. */
  readonly spaced: boolean;
  readonly amount: Amount | null;
}

/** Where a sentence is longer, only this much of it is read: a title is a line, and a pasted book must cost nothing. */
export const LONGEST_SENTENCE = 2000;

const DATE =
  /\d{4}-(?:\d{2}(?:-\d{2})?|[QHqh][1-4])(?![\w-])|(?:0?[1-9]|1[0-2])\/20\d{2}(?![\w/])|\d{1,2}([./])\d{1,2}\1\d{2}(?:\d{2})?(?![\w])/y;
/** `LTV:CAC of 3:1` */
const RATIO = /(\d{1,4}):(\d)(?![\d:])/y;
/** Digits that are no quantity whatever stands around them: `24/7`, `10:30`, `1.2.3`, `50/50`. */
const NO_QUANTITY =
  /24\s?[/x]\s?7\b|\d{1,2}:\d{2}\b|1:1s?\b|\d+(?:\.\d+){2,}|\d+\/\d+\/\d+|\d+-\d+-\d+\b|(?:50\/50|80\/20|1-1s?|1-2-1|1-on-1s?|1-to-1)\b/y;
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

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters of any script, digits and `_`; everything else is a sign. */
function isWordCode(code: number): boolean {
  if (Number.isNaN(code)) return false; // behind the last character
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95;
  }
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

function wordEnd(text: string, at: number): number {
  let end = at;
  const ideographs = isIdeograph(text.charCodeAt(at));
  while (end < text.length && isWordCode(text.charCodeAt(end)) && isIdeograph(text.charCodeAt(end)) === ideographs)
    end++;
  // `v2.0`, `KR1.1`
  while (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end - 1)) && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  const mark = text.charCodeAt(end);
  if ((mark === 39 || mark === 0x2019) && end > at && isWordCode(text.charCodeAt(end + 1))) {
    let ending = end + 1;
    while (ending < text.length && isWordCode(text.charCodeAt(ending))) ending++;
    if (ending - end <= 3) return ending;
  }
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Takes a sentence apart. Reads no more than `LONGEST_SENTENCE` characters; linear in what it reads. */
export function tokenise(sentence: string): Token[] {
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
  return readNumerals(tokens, text);
}

function tokenAt(text: string, at: number, code: number, spaced: boolean): Token {
  const token = (kind: Token['kind'], end: number, lower: string, amount: Amount | null = null): Token => ({
    kind,
    lower,
    start: at,
    end,
    spaced,
    amount,
  });
  if (isDigit(code)) return (maySpecial(text, at) ? special() : null) ?? amountAt() ?? word();
  if (isWordCode(code)) {
    if ((code === 104 || code === 72 || code === 119) && spaced) {
      const url = matchAt(URL, text, at);
      if (url) return token('word', at + url.length, 'url');
    }
    return word();
  }
  if (mayBeginAmount(text, at, code)) {
    const found = amountAt();
    if (found) return found;
  }
  const mark = matchAt(MARKS, text, at) ?? text.slice(at, at + 1);
  const arrow = mark.length > 1 && mark.endsWith('>') && !mark.startsWith('>') && mark !== '=>';
  const canonical = arrow || /[→➔➜➡⇒⟶➝]/.test(mark) || mark === '=>' ? '→' : (canonicalMarks[mark] ?? mark);
  return token('mark', at + mark.length, canonical);

  function special(): Token | null {
    const date = matchAt(DATE, text, at);
    if (date) return token('date', at + date.length, date.toLowerCase());
    const other = matchAt(NO_QUANTITY, text, at);
    return other ? token('word', at + other.length, other.toLowerCase()) : ratio();
  }

  function ratio(): Token | null {
    const found = matchAt(RATIO, text, at);
    if (!found) return null;
    const [left, right] = found.split(':').map(Number) as [number, number];
    const span = { start: at, end: at + found.length };
    const amount: Amount = {
      value: right === 0 ? left : left / right,
      unit: bareNumber,
      text: found,
      signed: false,
      span,
    };
    return token('amount', span.end, found, amount);
  }

  function amountAt(): Token | null {
    const amount = scanAmount(text, at);
    const next = text.charCodeAt(amount?.span.end ?? 0);
    if (!amount || (isWordCode(next) && !isIdeograph(next))) return null;
    return token('amount', amount.span.end, amount.text.toLowerCase(), amount);
  }

  function word(): Token {
    const end = wordEnd(text, at);
    const written = text.slice(at, end);
    // `USD 10M`, `A$5k`: the code belongs to the figure
    const next = text.charCodeAt(end);
    if (
      (end - at === 3 && currencyCodes.has(written) && (next === 32 || isDigit(next))) ||
      (next === 36 && end - at < 3)
    ) {
      const found = amountAt();
      if (found) return found;
    }
    const lower = written.toLowerCase();
    return token('word', end, lower.includes('’') ? lower.replace('’', "'") : lower);
  }
}

/** Whether digits may be a date, a clock time or the like: a sign grows out of them (`2026-08`, `10:30`, `1.2.3`, `24x7`). */
function maySpecial(text: string, at: number): boolean {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const sign = text.charCodeAt(end);
  return (sign >= 45 && sign <= 47) || sign === 58 || sign === 120 || text.startsWith('24 ', at);
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
