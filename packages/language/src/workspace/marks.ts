/** Tells whether a text is still the one that was read, without keeping it. */
import { hashOf } from '../store/hash.ts';

export interface TextMark {
  readonly length: number;
  /** 53 bits. */
  readonly hash: number;
}

/** Two texts of the same mark are the same; that they are not happens less than once in 10^15 times. */
export function markOf(text: string): TextMark {
  return { length: text.length, hash: hashOf(text) };
}

export function isSame(a: TextMark | null, b: TextMark | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.hash === b.hash);
}
