import { expect, it } from 'vitest';
import { figureAt, nameAt } from './names.ts';

it('gives what stands there, whatever was asked before', () => {
  const names = Array.from({ length: 5_000 }, (_, i) => `${'name'.slice(i % 4)}${i * 7919}é`.slice(i % 3));
  for (const round of [names, names, [...names].reverse()]) {
    const text = round.join(' ');
    let at = 0;
    for (const name of round) {
      expect(nameAt(text, at, at + name.length)).toBe(name);
      expect(figureAt(text, at, at + name.length)).toBe(name);
      at += name.length + 1;
    }
  }
  expect(nameAt('a name that is longer than most', 2, 31)).toBe('name that is longer than most');
  expect(nameAt('in', 1, 1)).toBe('');
});
