/**
 * Who has to look again when the words or figures of a goal change that others link to: only those who have such words themselves, for all that
 * they ask is whether they say the same. Words are kept as numbers of 32 bits; two that share one cost a look too many.
 */

import type { Config, Objective, OkrFile, Quoted } from '@okr-language/core';
import { likenessOf, plainText, wordsOfEveryCopy } from '@okr-language/core';
import type { Item } from './contents.ts';

const none = new Uint32Array();

/** What a file compares with the goals that it links to. */
export function wordsComparedIn(file: OkrFile, config: Config): Uint32Array {
  const words = new Set<number>();
  for (const statement of file.statements) {
    if (statement.kind !== 'okrs') continue;
    for (const objective of statement.objectives) {
      const isLinked = objective.supports.length > 0;
      const title = isLinked ? (objective.title?.text ?? '') : '';
      for (const word of wordsOfEveryCopy(title, likenessOf(config))) words.add(numberOf(word));
      for (const keyResult of objective.keyResults) {
        if (isLinked || keyResult.supports.length > 0) words.add(numberOfTitle(keyResult.title));
      }
    }
  }
  return words.size === 0 ? none : Uint32Array.from(words);
}

/** What is compared with the objectives of a name that are there only before or only after a change. */
export function wordsChanged(before: readonly Item[], after: readonly Item[]): ReadonlySet<number> {
  const [left, come] = [goalsIn(before), goalsIn(after)];
  const words = new Set<number>();
  for (const [goals, others] of [
    [left, come],
    [come, left],
  ] as const) {
    for (const [said, { title, isKeyResult }] of goals) {
      if (others.has(said)) continue;
      for (const word of plainText(title?.text ?? '').split(' ')) words.add(numberOf(word));
      if (isKeyResult) words.add(numberOfTitle(title));
    }
  }
  return words;
}

export function hasAny(words: Uint32Array, changed: ReadonlySet<number>): boolean {
  return words.some((word) => changed.has(word));
}

interface Compared {
  readonly title: Quoted | null;
  readonly isKeyResult: boolean;
}

/** By all that is compared of them. */
function goalsIn(items: readonly Item[]): ReadonlyMap<string, Compared> {
  const goals = new Map<string, Compared>();
  for (const { part } of items) {
    const { title, keyResults } = part as Objective;
    goals.set(`o ${title?.text}`, { title, isKeyResult: false });
    for (const one of keyResults) {
      const measure = JSON.stringify(one.measure, (field, value: unknown) => (field === 'span' ? undefined : value));
      goals.set(`k ${one.title?.text} ${measure}`, { title: one.title, isKeyResult: true });
    }
  }
  return goals;
}

/** Key results are compared by all of their words. */
function numberOfTitle(title: Quoted | null): number {
  return numberOf(`=${plainText(title?.text ?? '')}`);
}

function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
