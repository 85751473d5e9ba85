import { checkProject, type ObjectiveRow, strengthOf, treeOf, type UnitRow } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { cascadeOf } from '../cascade/project.ts';

const text = `cycle FY26 "Fiscal year" from 2026-01-01 to 2026-12-31
company acme "Acme Retail"
team support "Customer Support" in acme
person maya "Maya Ortiz" in support
okrs for acme in FY26 { objective loyalty "Become the shop" { kr repeat "Repeat purchases" from 31% to 45% } }
okrs for support in 2026-Q3 {
  owner maya
  objective trust "Earn trust back" {
    supports acme.loyalty.repeat weight 2
    kr csat "Rating" from 3.9 of 5 to 4.4 of 5 by 2026-08-31 { checkin 2026-08-14 4.1 of 5 confidence 70% "Menu live" checkin 2026-08-20 5 of 5 }
    kr "Make people happy"
    initiative "Menu" for csat { status doing by 2026-08-01 }
    guardrail "Refund rate" at most 4%
  }
  objective north "Open the north" { standalone because "pilot for one quarter" }
  objective tidy "Tidy the warehouse" { }
}
okrs for nobody in 2026-Q3 { objective lost "Lost" { kr k "K" to 5 } }`;

const tree = treeOf(cascadeOf(text));
const acme = tree.roots[0] as UnitRow;
const support = acme.units[0] as UnitRow;
const trust = support.sets[0]?.objectives[0] as ObjectiveRow;

it('says where a kind and a date were inherited from, and nothing where the goal says them', () => {
  const [stated, inherited] = trust.keyResults;
  expect([trust.ambitionFrom, inherited?.deadline?.from]).toEqual(['from the settings', 'last day of the cycle']);
  expect(stated?.deadline).not.toHaveProperty('from');
});

it('is plain JSON', () => expect(JSON.parse(JSON.stringify(tree))).toEqual(tree));

it('hangs units in each other, with their sets and objectives', () => {
  expect([acme.title, acme.level, acme.sets.map(({ id }) => id)]).toEqual(['Acme Retail', 'company', ['acme/FY26']]);
  expect([support.title, support.units.map(({ title }) => title)]).toEqual(['Customer Support', ['Maya Ortiz']]);
  expect(support.sets[0]?.objectives.map(({ title }) => title)).toEqual([
    'Earn trust back',
    'Open the north',
    'Tidy the warehouse',
  ]);
});

it('offers the latest of very many cycles, and tells the nearest of very many around one', () => {
  const goals = (i: number) =>
    `cycle c${i} from ${1000 + i}-01-01 to 9999-12-31\nokrs for acme in c${i} { objective "Go" }`;
  const { cycles } = treeOf(cascadeOf(Array.from({ length: 1_200 }, (_, i) => goals(i)).join('\n')));
  expect(cycles).toHaveLength(1_000);
  expect([cycles[0]?.name, cycles.at(-1)?.name]).toEqual(['c200', 'c1199']);
  expect(cycles.at(-1)?.inside).toHaveLength(50);
  expect(cycles.at(-1)?.inside[0]).toBe('c1198');
});

it('lists the cycles that hold goals, with those around them', () => {
  expect(tree.cycles).toEqual([
    {
      name: 'FY26',
      title: 'Fiscal year',
      first: '2026-01-01',
      last: '2026-12-31',
      inside: [],
      elapsed: 226 / 364,
      current: true,
    },
    {
      name: '2026-Q3',
      title: '2026-Q3',
      first: '2026-07-01',
      last: '2026-09-30',
      inside: ['FY26'],
      elapsed: 45 / 91,
      current: true,
    },
  ]);
});

describe('a key result', () => {
  const [csat, happy] = trust.keyResults;
  it('shows measure, deadline, owner, readings up to today', () => {
    expect(csat).toMatchObject({
      kind: 'keyResult',
      id: 'support/2026-Q3/trust/csat',
      title: 'Rating',
      measure: {
        form: 'from-to',
        baseline: { value: 3.9, unit: 'of 5', text: '3.9 of 5' },
        target: { value: 4.4, unit: 'of 5', text: '4.4 of 5' },
        source: 'clause',
        text: '3.9 → 4.4 of 5',
      },
      deadline: { text: '2026-08-31', date: '2026-08-31', source: 'stated' },
      owners: [{ name: 'maya', title: 'Maya Ortiz', inherited: 'from the OKR set' }],
      readings: [{ date: '2026-08-14', text: '4.1 of 5', confidence: 0.7, note: 'Menu live' }],
      daysSinceReading: 1,
      start: '2026-07-01',
    });
    expect(csat?.readings[0]?.progress).toBeCloseTo(0.4);
    expect(csat?.initiatives).toHaveLength(1);
  });
  it('without a measure or date of its own says so', () => {
    expect(happy).toMatchObject({
      title: 'Make people happy',
      measure: null,
      deadline: { source: 'inherited' },
      daysSinceReading: null,
    });
  });
  it('stands at a place: a click goes to its title', () => {
    const line = text.split('\n').findIndex((each) => each.includes('kr csat'));
    expect(csat?.place).toMatchObject({ uri: 'a.okr', line, character: text.split('\n')[line]?.indexOf('"Rating"') });
    expect(text.slice(csat?.place.start, csat?.place.end)).toMatch(/^kr csat[\s\S]*\}$/);
  });
});

it('shows alignment as links at both ends, without copies', () => {
  expect(trust.supports).toEqual([
    { id: 'acme/FY26/loyalty/repeat', title: 'Repeat purchases', unit: 'acme', cycle: 'FY26', weight: 2 },
  ]);
  const loyalty = acme.sets[0]?.objectives[0];
  expect(loyalty?.supportedBy.map(({ id }) => id)).toEqual(['support/2026-Q3/trust']);
  expect(loyalty?.keyResults[0]?.supportedBy.map(({ id }) => id)).toEqual(['support/2026-Q3/trust']);
});

it('lists what supports nothing, with the reason where one is given, and keeps it in its set', () => {
  expect(tree.unaligned.map(({ name, standalone }) => [name, standalone])).toEqual([
    ['north', 'pilot for one quarter'],
    ['tidy', null],
  ]);
  expect(support.sets[0]?.objectives.map(({ unaligned }) => unaligned)).toEqual([false, true, true]);
});

it('a key result that supports something aligns its objective; nothing is above a company or a unit without one', () => {
  const found = treeOf(
    cascadeOf(`company acme team solo team t in acme okrs for acme in 2026 { objective a "A" { } } okrs for solo in 2026 { objective b "B" { } }
      okrs for t in 2026 { objective c "C" { kr k "K" to 5 { supports acme.a } } objective d "D" { supports acme.nowhere } }`),
  );
  expect(found.unaligned.map(({ name }) => name)).toEqual(['d']);
});

it('keeps the sets of units that are nowhere declared', () => {
  expect(tree.homeless.map(({ id, objectives }) => [id, objectives[0]?.keyResults[0]?.title])).toEqual([
    ['nobody/2026-Q3', 'K'],
  ]);
});

it('explains each figure in whole sentences', () => {
  expect(trust.progress).toMatchObject({
    state: 'rolledUp',
    health: 'offTrack',
    explanation: '20% = mean of 2 key results. By its dates it should stand at 62% today, so it is off track.',
    parts: ['Rating 40%', 'Make people happy 0%, no news'],
  });
  expect(trust.guardrails[0]).toMatchObject({
    holds: null,
    explanation: 'The limit is at most 4%; there is no reading yet.',
  });
  expect(trust.initiatives[0]).toMatchObject({
    title: 'Menu',
    status: 'doing',
    deadline: { date: '2026-08-01', source: 'stated' },
  });
});

it('shows scores and decisions of a closing', () => {
  const closed = treeOf(
    cascadeOf(
      'company a okrs for a in 2026-Q3 { objective o "O" { kr k "K" to 5 } } closing for a in 2026-Q3 on 2026-10-08 { o score 0.7 modify o.k score 0.2 }',
      { today: '2026-10-08' },
    ),
  );
  const set = closed.roots[0]?.sets[0];
  expect(set).toMatchObject({
    closed: true,
    objectives: [{ score: 0.7, decision: 'modify', keyResults: [{ score: 0.2 }] }],
  });
});

it('tells the strength of objectives where the findings are handed in, in the row and among the unaligned', () => {
  const cascade = cascadeOf(text);
  const findings = checkProject(cascade);
  const judged = treeOf(cascade, findings);
  const row = judged.roots[0]?.units[0]?.sets[0]?.objectives[0];
  const strength = strengthOf(cascade, findings).objectives.get('support/2026-Q3/trust');
  expect(row?.strength).toMatchObject({ value: strength?.value, word: strength?.word });
  expect(row?.strength?.dimensions.map(({ value }) => value)).toEqual(strength?.dimensions.map(({ value }) => value));
  expect(row?.strength?.dimensions.find(({ dimension }) => dimension === 'measurability')?.text).toContain(
    '“Make people happy”: This key result',
  );
  expect(judged.unaligned.every((one) => one.strength !== undefined)).toBe(true);
  expect(JSON.parse(JSON.stringify(judged))).toEqual(judged);
  expect('strength' in trust).toBe(false);
});
