/** Check-ins and closings that name goals which are not there: what is said, and what is proposed. */
import { describe, expect, it } from 'vitest';
import { findingsOf, fixesOf, projectOf } from './project.ts';

const goals = (unit: string, ...names: readonly string[]) =>
  `team ${unit} "${unit}" okrs for ${unit} in 2026-Q3 {\n${names
    .map((name) => `  objective ${name} "${name}" { kr right "Right first time" from 72% to 88% }\n`)
    .join('')}}\n`;

/** What is said of the one name that is not there, and the titles of the fixes, the preferred one with a star. */
function told(...texts: readonly string[]) {
  const project = projectOf(texts.join('\n'));
  const [finding, ...more] = findingsOf(project, 'unknown-name');
  if (!finding || more.length > 0) throw new Error('not one name is unknown');
  const fixes = fixesOf(project, finding).map(({ title, preferred }) => (preferred ? `* ${title}` : title));
  return { ...finding.message, fixes };
}

const cloud = goals('cloud', 'trust');
const checkin = (entry: string) => `checkin 2026-08-12 for depot in 2026-Q3 { ${entry} }`;
const closing = (entry: string) => `closing for depot in 2026-Q3 on 2026-08-12 { ${entry} }`;

describe.each([
  ['check-in', checkin('trust.right 72%')],
  ['closing', closing('trust keep')],
])('a goal that a %s names and its unit does not have', (what, report) => {
  it('is looked for among the few goals of the unit, however they are spelled, and never among those of others', () => {
    expect(told(cloud, goals('depot', 'faith', 'speed'), report)).toMatchObject({
      what: `No goal called \`trust\` is there for the unit and cycle of this ${what}.`,
      todo: 'Perhaps `faith` or `speed` is meant.',
      fixes: ['Change to `faith`', 'Change to `speed`'],
    });
  });

  it('is the one that is spelled nearly like it', () => {
    const { fixes } = told(cloud, goals('depot', 'faith', 'trusts', 'speed', 'order', 'calm', 'north'), report);
    expect(fixes).toEqual(['* Change to `trusts`']);
  });

  it('is not proposed where the unit has no goals, or many that are spelled otherwise', () => {
    expect(told(cloud, 'team depot "Depot"', report).fixes).toEqual([]);
    const many = goals('depot', 'faith', 'speed', 'order', 'calm', 'north', 'south');
    expect(told(cloud, many, report).fixes).toEqual([]);
  });
});

it('only names that lead a step further are proposed for a path that says its cycle or its unit', () => {
  const year = 'okrs for depot in 2026 { objective faith "Faith" { kr right "Right" to 5 } }';
  const depot = 'team depot "Depot"';
  expect(told(depot, year, checkin('trust.right 72%')).fixes).toEqual(['Change to `faith`']);
  expect(told(depot, year, checkin('trust.right in 2026 72%')).fixes).toEqual(['Change to `faith`']);
  expect(told(depot, year, checkin('trust.right in 2026-Q3 72%')).fixes).toEqual([]);
  expect(told(depot, year, checkin('nobody.trust.right 72%')).fixes).toEqual([]);
});

it('a path that names another unit is mended in that unit by spelling alone', () => {
  const depot = goals('depot', 'faith');
  expect(told(cloud, depot, checkin('cloud.trsut.right 72%')).fixes).toEqual(['* Change to `trust`']);
  expect(told(cloud, depot, checkin('clodu.trust.right 72%')).fixes).toEqual(['* Change to `cloud`']);
  expect(told(cloud, depot, checkin('cloud.speed.right 72%')).fixes).toEqual([]);
});

it('a closing of a wrong year is told once, and nobody asks for another one', () => {
  const text = `${goals('depot', 'faith')}
closing for depot in 2026-Q3 on 2027-10-05 { faith score 0.7 keep }`;
  const project = projectOf(text, { today: '2026-11-15' });
  expect(findingsOf(project, 'checkin-order')).toHaveLength(1);
  expect(findingsOf(project, 'closed-without-decision')).toEqual([]);
});
