import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GoalNode } from '../cascade/cascade.ts';
import { isCopy, wordsOfEveryCopy } from './copies.ts';
import { plainText } from './texts.ts';

const goal = (title: string) => ({ title, node: {} }) as unknown as GoalNode;
const words = fc.array(fc.constantFrom('a', 'be', 'the', 'shop', 'people', 'trust', 'return'), { maxLength: 9 });

it('every copy of a title has one of the words that are looked for', () => {
  fc.assert(
    fc.property(words, words, fc.constantFrom(0.01, 0.3, 0.5, 0.75, 0.9, 1), (one, other, least) => {
      const [a, b] = [one.join(' '), other.join(' ')];
      if (!isCopy(goal(a), goal(b), least)) return;
      const there = new Set(plainText(b).split(' '));
      expect(wordsOfEveryCopy(a, least).some((word) => there.has(word))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it('a single long word is enough where most words must be shared', () => {
  expect(wordsOfEveryCopy('Become the shop people return to', 0.9)).toHaveLength(2);
  expect(wordsOfEveryCopy('Become the trusted shop', 0.9)).toEqual(['trusted']);
  expect(wordsOfEveryCopy('', 0.9)).toEqual([]);
});
