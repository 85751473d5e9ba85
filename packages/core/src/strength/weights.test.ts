import { expect, test } from 'vitest';
import { rules } from '../rules/generated/registry.ts';
import { notices } from '../rules/notices.ts';
import { dimensions } from './strength.ts';
import { dimensionOfCategory, dimensionOfFinding, exceptions } from './weights.ts';

test('every exception names a rule or notice that exists', () => {
  const known = new Set([...rules.map(({ meta }) => meta.name), ...notices.map(({ code }) => code as string)]);
  expect(exceptions.filter((name) => !known.has(name))).toEqual([]);
});

test('every rule counts in a dimension, and every dimension is heard of by rules', () => {
  const heard = new Set(rules.map(({ meta }) => dimensionOfFinding(meta.name)));
  expect([...heard].sort()).toEqual([...dimensions].sort());
});

test('a rule without exception counts in the dimension of its category', () => {
  for (const { meta } of rules) {
    if (!exceptions.includes(meta.name)) {
      expect(dimensionOfFinding(meta.name)).toBe(dimensionOfCategory[meta.category]);
    }
  }
});

test('text that cannot be read counts as clarity', () => {
  expect(dimensionOfFinding('syntax-error')).toBe('clarity');
  expect(dimensionOfFinding('constructor')).toBe('clarity');
});
