import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoalNode } from '../cascade/cascade.ts';
import { isCopy, wordsOfEveryCopy } from './copies.ts';
import { isSameText, likeness, mayBeLike, plainText, textNumber } from './texts.ts';

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

describe('numbers of texts', () => {
  const texts = fc.array(fc.constantFrom('a', 'Be', 'be', 'É', 'e\u0301', '  ', '-', '%', '7', 'K'), { maxLength: 6 });

  it('are the same for texts that say the same, and 0 where there is nothing', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [one.join(''), other.join('')];
        const isSame = plainText(a) === plainText(b);
        if (isSame) expect(textNumber(a)).toBe(textNumber(b));
        expect(textNumber(a) === 0).toBe(plainText(a) === '');
        expect(isSameText(a, b)).toBe(isSame && plainText(a) !== '');
      }),
      { numRuns: 5_000 },
    );
  });

  it('rule out no two texts that are alike', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(0.3, 0.5, 0.9, 1), (one, other, least) => {
        const [a, b] = [one.join(' '), other.join(' ')];
        if (likeness(plainText(a), plainText(b)) >= least) expect(mayBeLike(a, b, least)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
