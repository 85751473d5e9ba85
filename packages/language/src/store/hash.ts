/** The prime of FNV-1a for 32 bits, and where it begins. */
const prime = 0x01000193;
const offset = 0x811c9dc5;
/** 2^32 by the golden ratio, made odd: spreads what is close together. */
const golden = 0x9e3779b1;

/**
 * 53 bits of a text. That two different texts share them happens less than once in 10^15 times. Two sums that each see every letter, one by FNV-1a and
 * one that shifts, and each of them stirred with the other at the end.
 */
export function hashOf(text: string): number {
  let first = offset;
  let second = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, prime);
    second = Math.imul(second + unit, golden) ^ (second >>> 15);
  }
  const low = stirred(first ^ stirred(second));
  const high = stirred(second + low);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** The last step of MurmurHash3: each bit that goes in changes about half of those that come out. */
function stirred(bits: number): number {
  let stirring = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  stirring = Math.imul(stirring ^ (stirring >>> 13), 0xc2b2ae35);
  return stirring ^ (stirring >>> 16);
}
