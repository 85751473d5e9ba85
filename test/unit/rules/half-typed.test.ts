/** What only follows from text that is still being typed is left unsaid. */
import { notices } from '@okr-language/core';
import { expect, it } from 'vitest';
import { allFindings, findingsOf, projectOf } from './project.ts';

const organisation = `company acme    "Acme Retail"
team    support "Customer Support" in acme { lead maya }
person  maya    "Maya Ortiz"       in support
`;

const aboutText = new Set<string>(notices.map(({ code }) => code));

/** Rules that speak, apart from what is said about the text itself. */
function said(body: string): readonly string[] {
  const found = allFindings(projectOf(`${organisation}\nokrs for support in 2026-Q3 {\n${body}\n}\n`));
  return [...new Set(found.map(({ rule }) => rule))].filter((rule) => !aboutText.has(rule)).sort();
}

const standing = '    standalone because "pilot"';

it.each([
  ['an objective without its title', 'objective'],
  ['an objective with an empty title', 'objective "" {\n}'],
  ['a key result without its title', `objective trust "Earn trust" {\n${standing}\n    kr\n}`],
  ['a key result with an empty title', `objective trust "Earn trust" {\n${standing}\n    kr ""\n    kr ""\n}`],
  ['a measure that is not finished', `objective trust "Earn trust" {\n${standing}\n    kr "Rating" from\n}`],
  ['a title that is not closed', `objective trust "Earn trust" {\n${standing}\n    kr "Rating from 3 to 4\n}`],
  ['an owner that is still to come', 'objective trust "Earn trust" {\n    owner\n}'],
  ['a link that is still to come', 'objective trust "Earn trust" {\n    supports\n}'],
  ['a path that ends in a dot', 'objective trust "Earn trust" {\n    supports acme.\n}'],
  ['a key result that begins', `objective trust "Earn trust" {\n${standing}\n    k\n}`],
])('%s', (_, body) => {
  expect(said(body)).toEqual([]);
});

it('but the objective beside it is judged as always', () => {
  const body = `objective trust "Earn trust" {\n    supports\n}\n\nobjective reach "Reach people" {\n${standing}\n}`;
  expect(said(body)).toEqual(['objective-without-krs']);
});

it('what is still to be filled in in a draft is not to be made a draft', () => {
  const goals = (draft: string) =>
    `${organisation}\nokrs for support in 2026-Q3 { ${draft} objective trust "Earn trust" { kr "Cut X from 5 to TBD" } }`;
  const todos = (draft: string) =>
    findingsOf(projectOf(goals(draft)), 'placeholder-text').map(({ message }) => message.todo.includes('draft'));
  expect([todos(''), todos('draft')]).toEqual([[true], [false]]);
});
