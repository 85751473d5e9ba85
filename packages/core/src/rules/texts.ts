/** Titles as they are compared with each other, in any language: letters and digits decide; case, punctuation and blanks do not. */

import type { GoalNode, Measure } from '../cascade/cascade.ts';
import type { KeyResult, Objective } from '../model/file.ts';

/** Longer titles are compared by their beginning, so that a damaged file costs no more than others. */
const longestCompared = 300;

/** Titles seldom change, and several rules ask for the same ones: each is taken apart once. */
const keys = new WeakMap<Objective | KeyResult, string>();

/** What the titles of two goals share when they say the same; empty where there is nothing to compare. */
export function textKey({ node, title }: Pick<GoalNode, 'node' | 'title'>): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const key = plainText(title);
  keys.set(node, key);
  return key;
}

/** The letters and digits of a text, its words parted by one blank. */
export function plainText(text: string): string {
  return wordsOf(text).join(' ');
}

/** Whether two measures are written with the same figures. */
export function sameFigures(a: Measure | null, b: Measure | null): boolean {
  if (a?.form !== b?.form) return false;
  return (
    a?.baseline?.text === b?.baseline?.text && a?.low?.text === b?.low?.text && a?.target?.text === b?.target?.text
  );
}

/** How much the titles of two goals have in common, 0 to 1: twice the words of both, divided by the words of each. */
export function likeness(a: GoalNode, b: GoalNode): number {
  const left = textKey(a).split(' ');
  const right = textKey(b).split(' ');
  if (left[0] === '' || right[0] === '') return 0;
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
  const read = text.slice(0, longestCompared).toLowerCase();
  // Most titles need no more than this, and it is several times as fast.
  if (onlyAscii.test(read)) return read.match(/[a-z0-9]+/g) ?? [];
  return read.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const onlyAscii = /^[\n -~]*$/;
