import type { Amount, Unit } from './amount.ts';
import { bareNumber, knownUnit } from './units.ts';

const percent = knownUnit('%') as Unit;
const BLANK = 32;
const COMMA = 44;
const POINT = 46;

/**
 * The amount that begins at `at`, if it is a figure in digits, bare or with `%`, behind which nothing stands that could belong to it; null where it
 * may be anything else, or none. Most figures are written so, and `scanAmount` asks eight patterns about each of the others.
 */
export function plainAmountAt(text: string, at: number): Amount | null {
  let end = digitsEnd(text, at);
  if (end === at || end - at > 9) return null;
  if (text.charCodeAt(end) === POINT) {
    const decimals = digitsEnd(text, end + 1);
    if (decimals === end + 1) return null;
    end = decimals;
  }
  const value = Number(text.slice(at, end));
  const inPercent = text[end] === '%';
  if (inPercent) end++;
  if (!(inPercent ? endsPercent(text, end) : endsNumber(text, end))) return null;
  return {
    value,
    unit: inPercent ? percent : bareNumber,
    text: text.slice(at, end),
    signed: false,
    span: { start: at, end },
  };
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Behind `12%` no `per`, `a`, `each`, `/` or `points` begins. */
function endsPercent(text: string, end: number): boolean {
  if (end === text.length || isClosed(text, end)) return true;
  if (text.charCodeAt(end) !== BLANK) return false;
  const next = text.charCodeAt(end + 1);
  const small = next | 32;
  return small >= 98 && small <= 122 && small !== 101 && small !== 112;
}

/** Behind `12` any word may be a unit, a factor or a period; `to` is none. */
function endsNumber(text: string, end: number): boolean {
  return end === text.length || isClosed(text, end) || text.startsWith(' to ', end);
}

/** A bracket closes, or a comma without a digit behind it. */
function isClosed(text: string, end: number): boolean {
  return text[end] === ')' || (text.charCodeAt(end) === COMMA && !isDigit(text.charCodeAt(end + 1)));
}
