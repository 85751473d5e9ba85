/** Texts that nobody writes on purpose: the rules must get through them in seconds, and say no endless things. */
import { textOf } from '@okr-language/core';
import { expect, it } from 'vitest';
import { allFindings, fixesOf, projectOf } from './project.ts';

const many = 5_000;
const times = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const organisation = 'company acme "Acme"\nteam support "Support" in acme\n';
const set = (body: string) => `${organisation}okrs for support in 2026-Q3 {\n${body}\n}\n`;
const long = 'very '.repeat(200_000);

it.each([
  [
    'a title of a million letters',
    set(`objective "${long}" {\n kr "${long} 5 to 6" from 1 to 2\n kr "Launch ${long}"\n}`),
  ],
  ['a name of a million letters', set(`objective trust "Trust" { supports acme.${'x'.repeat(1_000_000)} }`)],
  ['thousands of objectives with one name', set(times(many, () => 'objective trust "Trust"'))],
  [
    'thousands of readings on one day',
    set(`objective a "A" {\n kr b "B" to 5 {\n${times(many, (i) => `checkin 2026-08-01 ${i}`)}\n}\n}`),
  ],
  ['a circle of thousands', set(times(many, (i) => `objective o${i} "O" { supports o${(i + 1) % many} }`))],
  ['units in each other, thousands deep', times(many, (i) => `team u${i} "U" in u${(i + 1) % many}`)],
  ['thousands of names that stand for nothing', times(many, (i) => `okrs for x${i} in c${i} { owner y${i} }`)],
  ['thousands of exceptions', set(times(many, (i) => `// okr-ignore missing-owner: x\nobjective o${i} "O"`))],
  ['half a statement, many times', set(times(600, () => 'objective "A" { kr "B" from'))],
])('%s', { timeout: 20_000 }, (_, text) => {
  const project = projectOf(text);
  const findings = allFindings(project);
  for (const finding of findings) {
    expect(textOf(finding.message).length).toBeLessThan(2_000);
    expect(finding.related.length).toBeLessThanOrEqual(10);
  }
  expect(findings.some(({ rule }) => rule === 'check-incomplete')).toBe(false);
  for (const finding of findings.slice(0, 20))
    for (const fix of fixesOf(project, finding)) expect(fix.title.length).toBeLessThan(500);
});
