import { describe, expect, it } from 'vitest';
import { cascadeOf, objective, targets } from './project.ts';

const company = `
cycle FY26 from 2026-01-01 to 2026-12-31
company acme
team support in acme
team growth in acme
okrs for acme in FY26 {
  objective loyalty "Become the shop people come back to" { kr repeat "Repeat purchases" from 31% to 45% }
}
`;

/** What one `supports` in an objective of support's third quarter stands for. */
function supported(path: string, more = ''): string | undefined {
  const text = `${company}
okrs for support in 2026-Q3 {
  objective trust "Earn trust back" { supports ${path} kr csat "Rating" from 3 to 4 kr speed "Days to answer" from 6 to 2 }
  objective calm "Calm weekends" { kr csat "Rating of weekends" from 3 to 4 kr quiet "Calls on Sunday" from 9 to 2 }
}
${more}`;
  return targets(cascadeOf(text), 'supports')[path];
}

describe('a path is read from the inside out', () => {
  it('own key results come first', () => expect(supported('speed')).toBe('support/2026-Q3/trust/speed'));
  it('then objectives of the same set', () => expect(supported('calm')).toBe('support/2026-Q3/calm'));
  it('and their key results', () => expect(supported('calm.quiet')).toBe('support/2026-Q3/calm/quiet'));
  it('then units, whose form always works', () => {
    expect(supported('support.calm.csat')).toBe('support/2026-Q3/calm/csat');
    expect(supported('acme.loyalty')).toBe('acme/FY26/loyalty');
    expect(supported('acme.loyalty.repeat')).toBe('acme/FY26/loyalty/repeat');
  });
  it('a key result of another objective needs the objective', () => expect(supported('quiet')).toBe('unknown at 0'));
  it('sees the set over all its blocks', () => {
    const more = 'okrs for support in 2026-Q3 { objective later "Later" { } }';
    expect(supported('later', more)).toBe('support/2026-Q3/later');
  });
});

describe('an objective of the own set and a unit of one name', () => {
  const more = `team calm in acme
    okrs for calm in 2026-Q3 { objective quiet "Quiet" { } objective deep "Deep" { kr sleep "Hours" from 6 to 8 } }`;
  it('the objective is meant', () => {
    expect(supported('calm', more)).toBe('support/2026-Q3/calm');
    expect(supported('calm.quiet', more)).toBe('support/2026-Q3/calm/quiet');
  });
  it('the unit is meant where the objective has no such key result', () => {
    expect(supported('calm.deep', more)).toBe('calm/2026-Q3/deep');
    expect(supported('calm.deep.sleep', more)).toBe('calm/2026-Q3/deep/sleep');
  });
});

describe('cycles', () => {
  const years = `
    cycle season from 2026-06-01 to 2026-10-31
    okrs for acme in season { objective warm "Warm" { } }
    okrs for acme in 2026 { objective warm "Warm" { } objective cold "Cold" { } }
    okrs for acme in 2026-Q2 { objective early "Early" { } objective shared "Shared" { } }
    okrs for acme in 2026-Q3 { objective shared "Shared" { } }
    okrs for support in 2026 { objective yearly "Year" { kr rest "Rest" from 1 to 2 } }`;

  it('the own cycle comes first', () => expect(supported('acme.shared', years)).toBe('acme/2026-Q3/shared'));
  it('then the cycles around it, nearest first', () => {
    expect(supported('acme.warm', years)).toBe('acme/season/warm');
    expect(supported('acme.cold', years)).toBe('acme/2026/cold');
  });
  it('the own unit is seen in the cycles around it too', () => {
    expect(supported('yearly', years)).toBe('support/2026/yearly');
    expect(supported('yearly.rest', years)).toBe('support/2026/yearly/rest');
  });
  it('`in` says which, and then no other counts', () => {
    expect(supported('acme.warm in 2026', years)).toBe('acme/2026/warm');
    expect(supported('acme.early in 2026-Q2', years)).toBe('acme/2026-Q2/early');
    expect(supported('acme.cold in 2026-Q3', years)).toBe('other-cycle at 1, in 2026');
  });
  it('a match in some other cycle only is an error that names it', () => {
    expect(supported('acme.early', years)).toBe('other-cycle at 1, in 2026-Q2');
  });
  it('names every other cycle, the earliest first', () => {
    const more = `${years} okrs for acme in 2025 { objective early "Early" { } }`;
    expect(supported('acme.early', more)).toBe('other-cycle at 1, in 2025, in 2026-Q2');
  });
  it('a cycle that only overlaps does not enclose', () => {
    const more = 'cycle late from 2026-08-01 to 2026-12-31 okrs for acme in late { objective dusk "Dusk" { } }';
    expect(supported('acme.dusk', more)).toBe('other-cycle at 1, in late');
  });
  it('a declared cycle counts by its dates, and two of the same days enclose each other', () => {
    const more = 'okrs for acme in 2026 { objective plain "Plain" { } }';
    const text = `${company} ${more} okrs for growth in FY26 { objective a "A" { supports acme.plain } }`;
    expect(targets(cascadeOf(text), 'supports')).toEqual({ 'acme.plain': 'acme/2026/plain' });
  });
});

describe('what cannot be found', () => {
  it('says at which segment', () => {
    expect(supported('acne.loyalty')).toBe('unknown at 0');
    expect(supported('acme.royalty')).toBe('unknown at 1');
    expect(supported('acme.loyalty.repeats')).toBe('unknown at 2');
    expect(supported('calm.loud')).toBe('unknown at 1');
    expect(supported('acme.loyalty.repeat.more')).toBe('unknown at 3');
  });
  it('a unit is no goal', () => expect(supported('acme')).toBe('wrong-kind at 0'));

  function suggestions(path: string): readonly string[] | undefined {
    const text = `${company} okrs for support in 2026-Q3 { objective trust "T" { supports ${path} kr csat "R" from 3 to 4 } }`;
    const references = cascadeOf(text).references.get('a.okr') ?? [];
    return references.find(({ role }) => role === 'supports')?.failure?.suggestions;
  }
  it('suggests what could stand there', () => {
    expect(suggestions('acne.loyalty')).toEqual(['acme']);
    expect(suggestions('acme.loyality')).toEqual(['loyalty']);
    expect(suggestions('acme.loyalty.repaet')).toEqual(['repeat']);
  });
  it('suggests own key results to what is in the objective, and to the objective no part of itself', () => {
    const inside = 'kr csat "R" from 3 to 4 kr "Calls" to 3 { depends on csta }';
    const cascade = cascadeOf(
      `${company} okrs for support in 2026-Q3 { objective trust "T" { depends on csta ${inside} } }`,
    );
    const failed = (cascade.references.get('a.okr') ?? []).filter(({ failure }) => failure);
    expect(failed.map(({ failure }) => failure?.suggestions)).toEqual([[], ['csat']]);
    expect(suggestions('csta')).toEqual([]);
  });
  it('are the same however their marks are written, and stand where they are written', () => {
    const [apart, name] = ['cafe\u0301', 'caf\u00e9'];
    const cascade = cascadeOf(
      `team ${name} "C" okrs for ${apart} in 2026-Q3 { objective a "A" { supports ${name}.a in 2026 kr k "K" to 5 } }
      okrs for ${name} in 2026 { objective a "A" { } } checkin 2026-08-01 for ${name} in 2026-Q3 { ${apart}.a.k 3 }`,
    );
    const references = cascade.references.get('a.okr') ?? [];
    expect(references.flatMap(({ failure }) => failure ?? [])).toEqual([]);
    expect([...cascade.sets.keys()]).toEqual([`${name}/2026-Q3`, `${name}/2026`]);
    const [first] = references.find(({ role }) => role === 'reading')?.path.segments ?? [];
    expect(first && first.span.end - first.span.start).toBe(apart.length);
  });
  it('suggests the unit that a bare name lacks', () => expect(suggestions('loyalty')).toEqual(['acme.loyalty']));
  it('suggests units, cycles and owners', () => {
    const cascade = cascadeOf(
      `${company} team a in acmee okrs for suport in FY27 { owner growht objective a "A" { } }`,
    );
    const failed = (cascade.references.get('a.okr') ?? []).filter(({ failure }) => failure);
    expect(failed.map(({ role, failure }) => [role, failure?.suggestions])).toEqual([
      ['parentUnit', ['acme']],
      ['unit', ['support']],
      ['cycle', ['FY26']],
      ['owner', ['growth']],
    ]);
  });
});

describe('names are unique in their scope', () => {
  function duplicates(texts: Readonly<Record<string, string>>) {
    return cascadeOf(texts).duplicates.map(({ name, uri, kind, first }) => [kind, name.text, uri, first.uri]);
  }
  it('units and persons share one namespace, and the first place counts', () => {
    const found = cascadeOf({ 'b.okr': 'team maya "The team"', 'a.okr': 'person maya "Maya Ortiz"' });
    expect(found.units.get('maya')?.title).toBe('Maya Ortiz');
    expect(found.duplicates).toMatchObject([{ kind: 'unit', uri: 'b.okr', first: { uri: 'a.okr' } }]);
  });
  it('an objective is unique in its set over all files, not beyond', () => {
    const set = (cycle: string) => `okrs for acme in ${cycle} { objective a "A" { kr k "K" to 5 } }`;
    expect(duplicates({ 'a.okr': set('2026-Q3'), 'b.okr': set('2026-Q4') })).toEqual([]);
    expect(duplicates({ 'a.okr': set('2026-Q3'), 'b.okr': set('2026-Q3') })).toEqual([
      ['objective', 'a', 'b.okr', 'a.okr'],
    ]);
  });
  it('both of two objectives stay, with ids of their own, and the first is meant', () => {
    const cascade = cascadeOf(
      `okrs for acme in 2026-Q3 { objective a "First" { } objective a "Second" { } objective b "B" { supports a } }`,
    );
    expect(cascade.objectives.map(({ id }) => id)).toEqual(['acme/2026-Q3/a', 'acme/2026-Q3/a~2', 'acme/2026-Q3/b']);
    expect(objective(cascade, 'acme/2026-Q3/b').supports[0]?.to.title).toBe('First');
  });
  it('a key result is unique in its objective', () => {
    const text =
      'okrs for acme in 2026-Q3 { objective a "A" { kr k "K" to 5 kr k "L" to 6 } objective b "B" { kr k "K" to 5 } }';
    expect(duplicates({ 'a.okr': text })).toEqual([['keyResult', 'k', 'a.okr', 'a.okr']]);
  });
  it('so are cycles, KPIs, and initiatives in what holds them', () => {
    const text = `cycle c from 2026-01-01 to 2026-02-01 cycle c from 2026-01-01 to 2026-03-01
      kpi churn "Churn" at most 2% kpi churn "Churn" at most 3%
      okrs for acme in c { objective a "A" { initiative i "I" initiative i "J" } objective b "B" { initiative i "I" } }`;
    expect(duplicates({ 'a.okr': text }).map(([kind]) => kind)).toEqual(['cycle', 'kpi', 'initiative']);
  });
  it('goals without a name are told apart by title, then number', () => {
    const text = 'okrs for acme in 2026-Q3 { objective "A" { kr "K" to 5 kr "K" to 6 } objective "A" { } }';
    expect([...cascadeOf(text).goals.keys()]).toEqual([
      'acme/2026-Q3/~A',
      'acme/2026-Q3/~A/~K',
      'acme/2026-Q3/~A/~K~2',
      'acme/2026-Q3/~A~2',
    ]);
  });
});

describe('every name and path is kept with what its segments stand for', () => {
  it('in text order', () => {
    const text = `${company} person maya in support okrs for support in 2026-Q3 { owner maya
      objective trust "T" { supports acme.loyalty.repeat in FY26 initiative "Menu" for csat kr csat "R" from 3 to 4 } }
      checkin 2026-08-01 for support in 2026-Q3 { trust.csat 3 }
      closing for support in 2026-Q3 on 2026-10-08 { trust score 0.7 keep }`;
    const references = cascadeOf(text).references.get('a.okr') ?? [];
    expect(
      references.slice(4).map(({ role, segmentTargets }) => [role, segmentTargets.map((target) => target?.kind)]),
    ).toEqual([
      ['parentUnit', ['unit']],
      ['unit', ['unit']],
      ['cycle', ['cycle']],
      ['owner', ['unit']],
      ['supports', ['unit', 'objective', 'keyResult']],
      ['cycle', ['cycle']],
      ['initiativeFor', ['keyResult']],
      ['unit', ['unit']],
      ['cycle', ['cycle']],
      ['reading', ['objective', 'keyResult']],
      ['unit', ['unit']],
      ['cycle', ['cycle']],
      ['closingEntry', ['objective']],
    ]);
  });

  it('carried from and depends on follow the same rules', () => {
    const text = `${company} okrs for growth in 2026-Q3 { objective spread "S" { kr cities "Cities" from 3 to 9 } }
      okrs for growth in 2026-Q4 { objective reach "R" { carried from spread in 2026-Q3 depends on growth.spread.cities in 2026-Q3 } }`;
    const cascade = cascadeOf(text);
    const reach = objective(cascade, 'growth/2026-Q4/reach');
    expect(reach.carriedFrom?.target).toBe(objective(cascade, 'growth/2026-Q3/spread'));
    expect(reach.dependsOn.map(({ to }) => to.id)).toEqual(['growth/2026-Q3/spread/cities']);
  });
});
