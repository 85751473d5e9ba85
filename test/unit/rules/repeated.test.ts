/** Goals with the words of others: in the same set and in the set of the cycle before. */
import { describe, expect, it } from 'vitest';
import { findingsOf, marked, projectOf } from './project.ts';

const company = 'company acme "Acme Retail"\n';

function set(cycle: string, ...keyResults: readonly string[]): string {
  const lines = keyResults.map((line) => `        kr ${line}\n`).join('');
  return `okrs for acme in ${cycle} {\n    objective "Earn back trust by ${cycle}" {\n${lines}    }\n}\n`;
}

function repeated(rule: string, ...sets: readonly string[]): readonly string[] {
  const project = projectOf(company + sets.join('\n'));
  return findingsOf(project, rule).map((finding) => marked(project, finding));
}

describe('a goal of the cycle before', () => {
  const before = set('2026-Q2', '"Help desk rating" from 3 to 4', '"Help desk rating" from 5 to 6');

  it('is found whichever of two with the same words it repeats', () => {
    for (const figures of ['from 3 to 4', 'from 5 to 6']) {
      const again = set('2026-Q3', `"Help desk rating" ${figures}`);
      expect(repeated('silent-carryover', before, again)).toEqual(['"Help desk rating"']);
    }
  });
  it('is found whatever case, marks and blanks it is written in', () => {
    expect(repeated('silent-carryover', before, set('2026-Q3', '"HELP-desk, rating!" from 3 to 4'))).toHaveLength(1);
  });
  it('is another one with other figures, or with more words behind the same beginning', () => {
    const others = set('2026-Q3', '"Help desk rating" from 7 to 8', '"Help desk rating at night" from 3 to 4');
    expect(repeated('silent-carryover', before, others)).toEqual([]);
  });
});

describe('goals of one set', () => {
  const twice = (first: string, second: string) => set('2026-Q3', `"${first}" from 3 to 4`, `"${second}" from 3 to 4`);

  it.each([
    ['Help desk rating', 'help desk: rating'],
    ['Temps de réponse aux clients', 'TEMPS DE RÉPONSE — aux clients'],
    ['Twelve letters', 'Twelve\u00a0letters'],
    ['Bürgernähe', 'Bu\u0308rgerna\u0308he'],
  ])('are the same: %s, %s', (first, second) => {
    expect(repeated('duplicate-text', twice(first, second))).toHaveLength(1);
  });
  it.each([
    ['Customers who write twice', 'Customers who write once'],
    ['Customers who e', 'Customers who e\u0301'],
    ['…', '!'],
  ])('are not the same: %s, %s', (first, second) => {
    expect(repeated('duplicate-text', twice(first, second))).toEqual([]);
  });
});
