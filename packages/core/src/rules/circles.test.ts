import { expect, it } from 'vitest';
import { circlesOf } from './circles.ts';

function circles(links: Readonly<Record<string, string>>): readonly string[] {
  const found = circlesOf(Object.keys(links), (node) => [...(links[node] ?? '')]);
  return found.map((members) => [...members].sort().join(''));
}

it('finds nothing where all links lead upwards', () => {
  expect(circles({ a: '', b: 'a', c: 'ab', d: 'bc' })).toEqual([]);
});

it('finds a node that leads to itself', () => {
  expect(circles({ a: 'a', b: 'a' })).toEqual(['a']);
});

it('finds each circle once, without what only leads there', () => {
  expect(circles({ a: 'b', b: 'c', c: 'a', d: 'a', e: 'f', f: 'e', g: 'e' }).toSorted()).toEqual(['abc', 'ef']);
});

it('takes circles that share a node for one', () => {
  expect(circles({ a: 'b', b: 'ac', c: 'b' })).toEqual(['abc']);
});

it('follows a chain of a hundred thousand without running out of room', () => {
  const last = 100_000;
  const nodes = Array.from({ length: last + 1 }, (_, i) => i);
  expect(circlesOf(nodes, (node) => [node === last ? 0 : node + 1])[0]).toHaveLength(last + 1);
});
