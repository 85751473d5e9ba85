/** Tells whether a text is still the one that was read, without keeping it. */
export interface TextMark {
  readonly length: number;
  /** 53 bits. */
  readonly hash: number;
}

/** Two texts of the same mark are the same; that they are not happens less than once in 10^15 times. */
export function markOf(text: string): TextMark {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return { length: text.length, hash: 4294967296 * (2097151 & low) + (high >>> 0) };
}

export function isSame(a: TextMark | null, b: TextMark | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.hash === b.hash);
}
