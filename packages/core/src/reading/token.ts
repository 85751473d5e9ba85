import type { Amount } from '../amounts/amount.ts';
import { type Word, wordOf } from './words.ts';

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
  /** The bits of the classes that it is in, see `lexicon/classes`; none for figures in digits. */
  readonly classes: number;
  readonly start: number;
  readonly end: number;
  /** White space stands before it, or it is the first. */
  readonly spaced: boolean;
  readonly amount: Amount | null;
}

/** A token that is no amount, from what stands there or stands for it. */
export function plainToken(kind: Token['kind'], written: string, start: number, end: number, spaced: boolean): Token {
  const { lower, classes } = wordOf(written);
  return { kind, lower, classes, start, end, spaced, amount: null };
}

/** The token of the word that stands there. */
export function wordToken({ lower, classes }: Word, start: number, end: number, spaced: boolean): Token {
  return { kind: 'word', lower, classes, start, end, spaced, amount: null };
}

/** The token of an amount, in digits or words. */
export function amountToken(amount: Amount, spaced: boolean): Token {
  const { text, span } = amount;
  const { start, end } = span;
  if (!isLetter(text.charCodeAt(0)))
    return { kind: 'amount', lower: text.toLowerCase(), classes: 0, start, end, spaced, amount };
  const { lower, classes } = wordOf(text);
  return { kind: 'amount', lower, classes, start, end, spaced, amount };
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
