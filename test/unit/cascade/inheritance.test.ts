import { formatIsoDay } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { cascadeOf, goal, keyResult, objective } from './project.ts';

const units = 'company acme { lead maya } team support in acme person maya in support person liam in support ';

describe('owner: key result, objective, set, lead of the unit', () => {
  function owner(set: string, objectiveSays: string, keyResultSays: string, unit = 'acme') {
    const text = `${units} okrs for ${unit} in 2026-Q3 { ${set} objective a "A" { ${objectiveSays} kr k "K" to 5 { ${keyResultSays} } } }`;
    const { owners } = keyResult(cascadeOf(text), `${unit}/2026-Q3/a/k`);
    return [owners.value.map(({ name }) => name).join(), owners.source];
  }
  it('the nearest wins, and says where it comes from', () => {
    expect(owner('owner maya', 'owner maya', 'owner liam')).toEqual(['liam', 'own']);
    expect(owner('owner maya', 'owner liam', '')).toEqual(['liam', 'objective']);
    expect(owner('owner liam', '', '')).toEqual(['liam', 'set']);
    expect(owner('', '', '')).toEqual(['maya', 'lead']);
    expect(owner('', '', '', 'support')).toEqual(['', 'none']);
  });
  it('a person owns their own set', () => expect(owner('', '', '', 'liam')).toEqual(['liam', 'lead']));
  it('several owners stay several, and one that nobody knows has no unit', () => {
    const text = `${units} okrs for acme in 2026-Q3 { objective a "A" { owner maya, zoe } }`;
    const { owners } = objective(cascadeOf(text), 'acme/2026-Q3/a');
    expect(owners.value.map(({ name, unit }) => [name, unit?.title])).toEqual([
      ['maya', 'maya'],
      ['zoe', undefined],
    ]);
  });
  it('a set in several files passes on what any of them says, its own block first', () => {
    const cascade = cascadeOf({
      'a.okr': `${units} okrs for support in 2026-Q3 { objective a "A" { } }`,
      'b.okr': 'okrs for support in 2026-Q3 { owner liam aspirational objective b "B" { } }',
      'c.okr': 'okrs for support in 2026-Q3 { owner maya committed objective c "C" { } }',
    });
    const found = cascade.objectives.map(({ name, owners, ambition }) => [name, owners.value[0]?.name, ambition.value]);
    expect(found).toEqual([
      ['a', 'liam', 'aspirational'],
      ['b', 'liam', 'aspirational'],
      ['c', 'maya', 'committed'],
    ]);
    expect(cascade.objectives[0]?.owners.place?.uri).toBe('b.okr');
  });
  it('an initiative has the owner of what holds it', () => {
    const text = `${units} okrs for acme in 2026-Q3 { objective a "A" { owner maya initiative i "I"
      kr k "K" to 5 { owner liam initiative j "J" } } }`;
    const found = cascadeOf(text).initiatives.map(({ name, owners }) => [name, owners.value[0]?.name, owners.source]);
    expect(found).toContainEqual(['i', 'maya', 'objective']);
    expect(found).toContainEqual(['j', 'liam', 'keyResult']);
  });
});

describe('ambition: key result, objective, set, configuration', () => {
  function ambition(set: string, objectiveSays: string, keyResultSays: string) {
    const text = `${units} okrs for acme in 2026-Q3 { ${set} objective a "A" { ${objectiveSays} kr k "K" to 5 { ${keyResultSays} } } }`;
    const found = keyResult(cascadeOf(text, { config: { ambition: 'aspirational' } }), 'acme/2026-Q3/a/k').ambition;
    return [found.value, found.source];
  }
  it('the nearest wins', () => {
    expect(ambition('aspirational', 'aspirational', 'committed')).toEqual(['committed', 'own']);
    expect(ambition('aspirational', 'committed', '')).toEqual(['committed', 'objective']);
    expect(ambition('committed', '', '')).toEqual(['committed', 'set']);
    expect(ambition('', '', '')).toEqual(['aspirational', 'config']);
  });
});

describe('deadline: key result, objective, last day of the cycle', () => {
  function deadline(objectiveSays: string, clause: string, cycle = '2026-Q3') {
    const text = `cycle sprint from 2026-08-03 to 2026-08-14 okrs for acme in ${cycle} { objective a "A" { ${objectiveSays} kr k "K" to 5 ${clause} } }`;
    const found = keyResult(cascadeOf(text), `acme/${cycle}/a/k`).deadline;
    return found && [found.day === null ? found.text : formatIsoDay(found.day), found.source, found.from];
  }
  it('the nearest wins, and what is inherited says so', () => {
    expect(deadline('by 2026-08-31', 'by 2026-08-20')).toEqual(['2026-08-20', 'stated', 'own']);
    expect(deadline('by 2026-08-31', '')).toEqual(['2026-08-31', 'inherited', 'objective']);
    expect(deadline('', '')).toEqual(['2026-09-30', 'inherited', 'cycle']);
    expect(deadline('', '', 'sprint')).toEqual(['2026-08-14', 'inherited', 'cycle']);
  });
  it.each([
    ['the fiscal year around a fiscal quarter', 'FY27-Q4', 'cycle FY27 from 2026-02-01 to 2027-01-31', '2027-01-31'],
    ['the year that ends in it, where none is declared around it', 'FY27-Q4', '', '2026-12-31'],
    [
      'the year that ends in it, where two are declared around it',
      'FY27-Q4',
      'cycle FY27 from 2026-02-01 to 2027-01-31 cycle plan from 2026-03-01 to 2027-02-28',
      '2026-12-31',
    ],
    [
      "the calendar's in a quarter of the calendar",
      '2026-Q3',
      'cycle FY27 from 2026-02-01 to 2027-01-31',
      '2026-12-31',
    ],
  ])('by the end of the year means %s', (_, cycle, years, day) => {
    const quarter = 'cycle FY27-Q4 from 2026-11-01 to 2027-01-31';
    const goals = `okrs for acme in ${cycle} { objective a "A" { by "end of year" kr k "K to 5 by the end of the year" } }`;
    const cascade = cascadeOf(`${years} ${quarter} ${goals}`);
    const meant = [goal(cascade, `acme/${cycle}/a`), goal(cascade, `acme/${cycle}/a/k`)];
    expect(meant.map(({ deadline }) => formatIsoDay(deadline?.day ?? 0))).toEqual([day, day]);
  });
  it('is unknown where the cycle has no days', () => expect(deadline('', '', 'whenever')).toBeNull());
});

describe('draft', () => {
  it('holds for the whole set, or for one objective', () => {
    const cascade =
      cascadeOf(`okrs for a in 2026-Q3 { draft objective x "X" { } } okrs for a in 2026-Q3 { objective y "Y" { } }
      okrs for b in 2026-Q3 { objective x "X" { draft kr k "K" to 3 } objective y "Y" { } }`);
    expect(cascade.objectives.map(({ draft }) => draft)).toEqual([true, true, true, false]);
    expect(keyResult(cascade, 'b/2026-Q3/x/k').draft).toBe(true);
  });
});

describe('calendar cycles', () => {
  it('exist without declaration, others do not', () => {
    const cascade = cascadeOf(
      'okrs for a in 2026-H2 { objective x "X" { } } okrs for a in FY26 { objective x "X" { } }',
    );
    expect([...cascade.cycles.keys()]).toEqual(['2026-H2']);
    expect(cascade.sets.get('a/FY26')?.cycle).toBeNull();
  });
  it('a declared cycle without its first day has no days', () => {
    const cascade = cascadeOf('cycle odd to 2026-05-31 okrs for a in odd { objective x "X" { kr k "K" to 3 } }');
    expect(cascade.cycles.get('odd')?.range).toBeNull();
    expect(keyResult(cascade, 'a/odd/x/k').progress.expected).toBeNull();
  });
});
