/**
 * Who has to look again when the words or figures of a goal change that others link to: only those who have such words themselves, for all that
 * they ask is whether they say the same. Words are kept as numbers of 32 bits; two that share one cost a look too many.
 */

import type { Config, Objective, OkrFile, Quoted } from '@okr-language/core';
import { likenessOf, plainText, textNumber, wordsOfEveryCopy } from '@okr-language/core';
import { Column } from './column.ts';
import { Lists } from './lists.ts';
import type { Names } from './names.ts';

export const noWords = new Int32Array();

/** What a file compares with the goals that it links to, and with those of the cycle before. */
export function wordsComparedIn(file: OkrFile, config: Config): Int32Array {
  const words = new Set<number>();
  const least = likenessOf(config);
  for (const statement of file.statements) {
    if (statement.kind !== 'okrs') continue;
    for (const objective of statement.objectives) {
      if (objective.supports.length > 0 && objective.title) {
        for (const word of wordsOfEveryCopy(objective.title.text, least)) words.add(numberOf(word));
      }
      words.add(numberOfTitle(objective.title));
      for (const { title } of objective.keyResults) words.add(numberOfTitle(title));
    }
  }
  return words.size === 0 ? noWords : Int32Array.from(words);
}

/** What is compared with objectives that are there only before or only after a change. */
export function wordsChanged(before: readonly Objective[], after: readonly Objective[]): ReadonlySet<number> {
  const [left, come] = [goalsIn(before), goalsIn(after)];
  const words = new Set<number>();
  for (const [goals, others] of [
    [left, come],
    [come, left],
  ] as const) {
    for (const [said, title] of goals) {
      if (others.has(said)) continue;
      for (const word of plainText(title?.text ?? '').split(' ')) words.add(numberOf(word));
      words.add(numberOfTitle(title));
    }
  }
  return words;
}

/** The words of each file that was checked. */
export class ComparedWords {
  readonly #names: Names;
  readonly #lists = new Lists();
  /** By file. */
  readonly #words = new Column();

  constructor(names: Names) {
    this.#names = names;
  }

  note(uri: string, words: Int32Array): void {
    const number = this.#names.numberOf(uri);
    this.#lists.release(this.#words.get(number));
    this.#words.set(number, this.#lists.make(words));
  }

  hasAny(uri: string, changed: ReadonlySet<number>): boolean {
    return this.#lists.all(this.#words.get(this.#names.known(uri))).some((word) => changed.has(word));
  }
}

/** The titles of goals, by all that is compared of them. */
function goalsIn(objectives: readonly Objective[]): ReadonlyMap<string, Quoted | null> {
  const goals = new Map<string, Quoted | null>();
  for (const { title, keyResults } of objectives) {
    goals.set(`o ${title?.text}`, title);
    for (const one of keyResults) {
      const measure = JSON.stringify(one.measure, (field, value: unknown) => (field === 'span' ? undefined : value));
      goals.set(`k ${one.title?.text} ${measure}`, one.title);
    }
  }
  return goals;
}

/** All words of a title at once. */
function numberOfTitle(title: Quoted | null): number {
  return title ? textNumber(title.text) : 0;
}

function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
