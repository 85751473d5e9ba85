import type { Finding } from '@okr-language/core';
import { expect, it } from 'vitest';
import { moved } from './moved.ts';

const at = (start: number, end: number) => ({ uri: 'a', span: { start, end }, related: [] }) as unknown as Finding;
const places = (found: readonly Finding[]) => found.map(({ span }) => [span.start, span.end]);

it('moves what stands behind an edit, keeps what stands before it, and drops what it touches', () => {
  const before = 'one two three';
  const all = [at(0, 3), at(4, 7), at(8, 13)];
  expect(places(moved(all, 'a', before, 'one 22 three'))).toEqual([
    [0, 3],
    [7, 12],
  ]);
  expect(places(moved(all, 'a', before, `\n${before}`))).toEqual([
    [1, 4],
    [5, 8],
    [9, 14],
  ]);
  expect(places(moved(all, 'a', before, before))).toEqual(places(all));
});
