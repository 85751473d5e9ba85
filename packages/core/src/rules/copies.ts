/** When the words of one goal are those of another. */
import type { GoalNode } from '../cascade/cascade.ts';
import type { Config } from '../config/config.ts';
import { likeness, mayBeLike, plainText, plainWords } from './texts.ts';

export const usualLikeness = 0.9;

/** How much of the words two titles must share to count as the same. */
export function likenessOf({ rules }: Config): number {
  const own = rules.get('copied-from-parent')?.options['likeness'];
  return typeof own === 'number' ? own : usualLikeness;
}

export function isCopy(objective: GoalNode, goal: GoalNode, least: number): boolean {
  if (!mayBeLike(objective.title, goal.title, least)) return false;
  const [a, b] = [plainText(objective.title), plainText(goal.title)];
  // Titles of very different length are no copies, whatever words they share.
  return 2 * Math.min(a.length, b.length) >= slack * least * (a.length + b.length) && likeness(a, b) >= least;
}

/** Words differ in length, so letters tell only roughly how many there are. */
const slack = 0.8;

/**
 * A few words of a title of which every copy of it has at least one: whoever looks for copies need look again only when one of them comes or
 * goes. The longest words, for they are the rarest. None where there is nothing to compare, or where everything is a copy.
 */
export function wordsOfEveryCopy(title: string, least: number): readonly string[] {
  const words = plainWords(title);
  if (words.length === 0 || least <= 0) return [];
  // A copy that shares s words of n has at least s words itself: 2s ≥ least · (n + s).
  const shared = Math.ceil((least * words.length) / (2 - least) - 1e-9);
  return longestOf(words, words.length - shared + 1);
}

/** The longest words, and of the same length the first: mostly one or two, for which nothing need be sorted. */
function longestOf(words: readonly string[], count: number): readonly string[] {
  const longest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    let at = longest.length;
    while (at > 0 && (longest[at - 1] as string).length < word.length) at--;
    if (at === count) continue;
    if (longest.length < count) longest.push(word);
    for (let j = longest.length - 1; j > at; j--) longest[j] = longest[j - 1] as string;
    longest[at] = word;
  }
  return longest;
}
