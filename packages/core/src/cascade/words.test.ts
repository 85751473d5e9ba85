import { expect, it } from 'vitest';
import { counted, inFigures } from './words.ts';

it.each([
  [0, 'objective', '0 objectives'],
  [1, 'objective', '1 objective'],
  [999, 'objective', '999 objectives'],
  [1_000, 'key result', '1,000 key results'],
  [12_565, 'objective', '12,565 objectives'],
  [1_234_567, 'file', '1,234,567 files'],
])('counts %i %s', (number, thing, text) => {
  expect(counted(number, thing)).toBe(text);
});

it('writes large numbers so that they can be read at a glance', () => {
  expect([0, 999, 1_000, 50_230].map(inFigures)).toEqual(['0', '999', '1,000', '50,230']);
});
