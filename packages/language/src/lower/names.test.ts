import { expect, it } from 'vitest';
import { composed, figureAt, nameAt } from './names.ts';

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

it('gives a name the same text however its marks are written, and leaves figures as they are', () => {
  for (const apart of ['cafe\u0301', 'zu\u0308rich-und-umgebung']) {
    const name = apart.normalize('NFC');
    for (const text of [apart, name, apart]) expect(nameAt(text, 0, text.length)).toBe(name);
    expect(composed(apart)).toBe(name);
    expect(figureAt(apart, 0, apart.length)).toBe(apart);
  }
});
