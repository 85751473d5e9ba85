import { expect, it } from 'vitest';
import { parseOkr } from '../parse.ts';
import { encodeFile } from './codec.ts';
import { FileStore } from './files.ts';

const goals = (count: number) =>
  `okrs for acme in 2026-Q3 {\n${Array.from({ length: count }, (_, i) => `objective o${i} "Goal number ${i} of so many" { kr k${i} "Visits ${i}" from ${i} to 5 }`).join('\n')}\n}\n`;

/** A store of closed files of so many bytes at least. */
function storeOf(bytes: number, names: readonly string[]): FileStore {
  const stored = encodeFile(parseOkr('file:///w/a.okr', goals(bytes / 100)));
  expect(stored.length).toBeGreaterThan(bytes);
  const store = new FileStore(() => {
    throw new Error('No file is damaged here.');
  });
  for (const name of names) store.keepClosed(name, stored);
  return store;
}

it('large files that lead to one another are decoded twice at most, and let go of when nobody needs them', () => {
  const names = ['a', 'b', 'c'];
  const store = storeOf(100_000, names);
  for (const _ of [1, 2]) for (const name of names) store.get(name);
  const files = names.map((name) => store.get(name));
  expect(names.map((name) => store.get(name) === files[names.indexOf(name)])).toEqual([true, true, true]);
  store.forgetDecoded();
  const [first] = names.map((name) => store.get(name));
  expect(first).not.toBe(files[0]);
  expect(store.get('a')).not.toBe(first);
});

it('of very large files only so many are kept decoded', () => {
  const names = Array.from({ length: 8 }, (_, i) => String(i));
  const store = storeOf(600_000, names);
  const round = () => names.map((name) => store.get(name));
  round();
  round();
  round();
  const before = round();
  const after = round();
  expect(after.some((file, i) => file !== before[i])).toBe(true);
});
