import { expect, test } from 'vitest';
import { plainAmountAt } from './plain.ts';
import { scanAmount } from './scan.ts';

test.each([
  ['72%', 72],
  ['3.9 to 4.4', 3.9],
  ['4.4', 4.4],
  ['12% to 20%', 12],
  ['12, then 20', 12],
  ['30%)', 30],
  ['30% by May', 30],
])('`%s` begins with a plain figure', (text, value) => {
  expect(plainAmountAt(text, 0)?.value).toBe(value);
});

test.each([
  '12% a month',
  '12% per month',
  '12% points',
  '12%/week',
  '12 %',
  '1,200',
  '12 thousand',
  '12 total',
  '4.2 of 5',
  '5 days',
  '5x',
  '1_000',
  '3D',
  '12.',
  '1234567890',
  'word',
  '',
])('`%s` is left to whoever looks closer', (text) => {
  expect(plainAmountAt(text, 0)).toBeNull();
});

test('a plain figure is read as any other', () => {
  for (const figure of ['12', '4.5', '12%'])
    for (const behind of ['', ')', ' to ', ', ', ' by ', ' from ', ' in '])
      expect(plainAmountAt(figure + behind, 0) ?? scanAmount(figure + behind, 0)).toEqual({
        ...scanAmount(`${figure};`, 0),
        text: figure,
      });
});
