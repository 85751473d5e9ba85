import { expect, test } from 'vitest';
import { hashOf } from './hash.ts';

const keys = Array.from({ length: 200_000 }, (_, i) => `g:team-${i % 500}/goal-${i}`);

test('texts that hardly differ have numbers of their own, whole and of 53 bits', () => {
  const numbers = new Set(keys.map(hashOf));
  expect(numbers.size).toBe(keys.length);
  for (const number of numbers) expect(Number.isSafeInteger(number) && number >= 0).toBe(true);
  expect(new Set(['', '\0', '\0\0', 'ab', 'ba', 'a', 'á'].map(hashOf)).size).toBe(7);
});

test.each([
  ['highest', (hash: number) => Math.floor(hash / 2 ** 47)],
  ['lowest', (hash: number) => hash % 64],
])('the %s bits are spread evenly', (_, bits) => {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(bits(hashOf(key)), (counts.get(bits(hashOf(key))) ?? 0) + 1);
  expect(counts.size).toBe(64);
  for (const count of counts.values()) expect(Math.abs((count * 64) / keys.length - 1)).toBeLessThan(0.1);
});
