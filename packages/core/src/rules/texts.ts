/** Titles as they are compared with each other, in any language: letters and digits decide; case, punctuation and blanks do not. */

/** Longer titles are compared by their beginning, so that a damaged file costs no more than others. */
const longestCompared = 300;

/** What two titles share when they say the same; empty where there is nothing to compare. */
export function textKey(text: string): string {
  return wordsOf(text).join(' ');
}

/** How much two titles have in common, 0 to 1: twice the words of both, divided by the words of each. */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const open = new Map<string, number>();
  for (const word of left) open.set(word, (open.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const times = open.get(word) ?? 0;
    if (times > 0) shared++;
    open.set(word, times - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, longestCompared)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
