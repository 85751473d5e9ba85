/** What the filter of the cascade looks for, and in what: the engine tells by it which sets have an answer, and the view which rows. */
import type { CycleChoice, PersonLabel } from './tree.ts';

/** Words that must all occur, in any order and any case. */
export function searchedWords(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

export interface SearchedRow {
  readonly title: string;
  readonly name?: string | null;
  readonly owners?: readonly PersonLabel[];
  readonly tags?: readonly string[];
}

/** What a row is found by. An objective answers to what its unit is called too. */
export function searchedText({ title, name, owners = [], tags = [] }: SearchedRow, unit = ''): string {
  const people = owners.map((owner) => `${owner.title} ${owner.name}`);
  return [title, name, unit, ...people, ...tags].join(' ').toLowerCase();
}

/** Whether a text has all words. They may also be those of its cycle, but for bare figures: these are looked for in goals. */
export function holdsAll(text: string, words: readonly string[], cycle = ''): boolean {
  return words.every((word) => text.includes(word) || (cycle.includes(word) && /\p{L}/u.test(word)));
}

/** By what a cycle is found. */
export function searchedCycle({ name, title }: Pick<CycleChoice, 'name' | 'title'>): string {
  return `${title} ${name}`.toLowerCase();
}
