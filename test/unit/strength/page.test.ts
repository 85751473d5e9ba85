/** `docs/strength.md` says what counts: held against the tables that decide it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dimensions, rules, wordFrom } from '@okr-language/core';
import { expect, it } from 'vitest';
import {
  dimensionOfFinding,
  exceptions,
  pointsOfFinding,
  pointsOfLevel,
} from '../../../packages/core/src/strength/weights.ts';

const page = readFileSync(fileURLToPath(new URL('../../../docs/strength.md', import.meta.url)), 'utf8').replace(
  /\s+/g,
  ' ',
);

function sectionOf(heading: string): string {
  const start = page.indexOf(`${heading} `);
  expect(start, heading).toBeGreaterThan(0);
  const end = page.indexOf(' ##', start + heading.length);
  return page.slice(start, end < 0 ? page.length : end);
}

it('has a section for each dimension, which names the rules that count there beside their category', () => {
  for (const dimension of dimensions) {
    const section = sectionOf(`### ${(dimension[0] as string).toUpperCase()}${dimension.slice(1)}`);
    const counted = exceptions.filter((rule) => dimensionOfFinding(rule) === dimension && isCounted(rule));
    const named = [...section.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1]);
    expect(named.sort()).toEqual(counted.sort());
  }
});

it('names what does not count', () => {
  const section = sectionOf('## What does not count');
  const named = [...section.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
  expect(named.sort()).toEqual(exceptions.filter((rule) => !isCounted(rule)).sort());
});

it('says the points of each level and what the words ask for', () => {
  const { error, warning, information, hint } = pointsOfLevel;
  expect(page).toContain(
    `${error} points for an error, ${warning} for a warning, ${information} for information and ${hint} for a hint`,
  );
  for (const [word, { whole, each }] of Object.entries(wordFrom)) {
    expect(page).toContain(`| ${word} | ${whole} or more | ${each} or more |`);
  }
});

it('leaves no rule without a dimension', () => {
  for (const { meta } of rules) expect(dimensions).toContain(dimensionOfFinding(meta.name));
});

function isCounted(rule: string): boolean {
  const span = { start: 0, end: 0 };
  const message = { what: '', why: '', todo: '' };
  return pointsOfFinding({ rule, severity: 'error', uri: '', span, message, related: [], data: null }) > 0;
}
