/** The quick fix that makes a goal of finding out where one stands. */
import { expect, it } from 'vitest';
import { applied, findingsOf, fixesOf, projectOf } from './project.ts';

const goals = (...keyResults: readonly string[]) => `company acme "Acme Retail" { lead maya }
person maya "Maya Ortiz" in acme
okrs for acme in 2026-Q3 {
    objective trust "Earn back customer trust so that buyers return" {
${keyResults.map((line) => `        ${line}\n`).join('')}    }
}
`;

function mended(text: string): string | undefined {
  const project = projectOf(text);
  const [finding] = findingsOf(project, 'kr-relative-target');
  const fix = finding && fixesOf(project, finding).find(({ title }) => title.endsWith('finds it out'));
  return fix && applied(project.texts, fix)['example.okr'];
}

it.each([
  ['a line', 'kr "First orders" up 25%', 'kr "First orders" up 25% baseline unknown'],
  ['a block', 'kr "First orders" up 25% { weight 2 }', 'kr "First orders" up 25% baseline unknown { weight 2 }'],
  [
    'a comment behind it',
    'kr "First orders" up 25% // of what?',
    'kr "First orders" up 25% baseline unknown // of what?',
  ],
])('adds a key result below, with %s', (_, before, after) => {
  const other = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';
  expect(mended(goals(before, other))).toBe(goals(after, 'kr "We know where we start: First orders" yes/no', other));
});

it('offers nothing where the line goes on with something else', () => {
  expect(mended(goals('kr "First orders" up 25%  kr "Second orders" from 1 to 2'))).toBeUndefined();
});
