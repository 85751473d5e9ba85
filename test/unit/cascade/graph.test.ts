import { treeOf } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { cascadeOf, goal, objective } from './project.ts';

describe('vertical and horizontal lines', () => {
  const text = `company acme team support in acme team growth in acme
    okrs for acme in 2026 { objective loyalty "L" { kr repeat "R" from 31% to 45% } }
    okrs for support in 2026-Q3 { objective trust "T" { } }
    okrs for growth in 2026-Q3 { objective reach "R" { supports acme.loyalty weight 2, support.trust supports acme.loyalty.repeat
      depends on support.trust kr k "K" to 5 { supports acme.loyalty.repeat weight 3 } } }`;
  const cascade = cascadeOf(text);

  it('a goal may support several, each with its weight', () => {
    const reach = objective(cascade, 'growth/2026-Q3/reach');
    expect(reach.supports.map(({ to, weight }) => [to.id, weight])).toEqual([
      ['acme/2026/loyalty', 2],
      ['support/2026-Q3/trust', 1],
      ['acme/2026/loyalty/repeat', 1],
    ]);
    expect(reach.dependsOn.map(({ to }) => to.id)).toEqual(['support/2026-Q3/trust']);
  });
  it('what supports a key result is seen at its objective too', () => {
    expect(objective(cascade, 'acme/2026/loyalty').supportedBy.map(({ from, weight }) => [from.id, weight])).toEqual([
      ['growth/2026-Q3/reach', 2],
      ['growth/2026-Q3/reach', 1],
      ['growth/2026-Q3/reach/k', 3],
    ]);
    expect(goal(cascade, 'acme/2026/loyalty/repeat').supportedBy).toHaveLength(2);
  });
  it('an initiative is known at the key results it should move', () => {
    const found = cascadeOf(
      `okrs for a in 2026-Q3 { objective o "O" { initiative menu "Menu" for k, o.l kr k "K" to 5 kr l "L" to 5 } }`,
    );
    expect(found.initiatives[0]?.for.map(({ name }) => name)).toEqual(['k', 'l']);
    expect(found.keyResults.map(({ initiatives }) => initiatives.length)).toEqual([1, 1]);
  });
});

describe('the organisation', () => {
  const depths = (text: string) =>
    [...cascadeOf(text).units.values()].map(({ name, depth, parent }) => [name, depth, parent?.name]);
  it('is a tree of any depth', () => {
    expect(depths('team b in a company a person c in b')).toEqual([
      ['b', 1, 'a'],
      ['a', 0, undefined],
      ['c', 2, 'b'],
    ]);
  });
  it('a unit in an unknown one stands at the top', () =>
    expect(depths('team a in nowhere')).toEqual([['a', 0, undefined]]));
  it('of units that lie in each other the first becomes a root, and the rest stays', () => {
    expect(depths('team x in b team a in b team b in c team c in a')).toEqual([
      ['x', 3, 'b'],
      ['a', 0, undefined],
      ['b', 2, 'c'],
      ['c', 1, 'a'],
    ]);
    expect(depths('team a in a')).toEqual([['a', 0, undefined]]);
  });
  it('does not depend on the order of the files', () => {
    const files = { 'a.okr': 'team a in b', 'b.okr': 'team b in a' };
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    expect(cascadeOf(files).rootUnits.map(({ name }) => name)).toEqual(['a']);
    expect(cascadeOf(backwards).rootUnits.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('nothing that people write makes it hang', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => i);
  it('a chain of 10,000 units', () => {
    const cascade = cascadeOf(many.map((i) => `team u${i} in u${i + 1}`).join('\n'));
    expect(cascade.units.get('u0')?.depth).toBe(9999);
    expect(JSON.stringify(treeOf(cascade))).toContain('"u0"');
  });
  it('10,000 units in a circle', () => {
    const cascade = cascadeOf(many.map((i) => `team u${i} in u${(i + 1) % 10_000}`).join('\n'));
    expect(cascade.rootUnits.map(({ name }) => name)).toEqual(['u0']);
  });
  it('10,000 objectives that support each other in a circle', () => {
    const lines = many.map((i) => `objective o${i} "O" { supports o${(i + 1) % 10_000} }`);
    const cascade = cascadeOf(`okrs for a in 2026-Q3 { ${lines.join('\n')} }`);
    expect(
      cascade.objectives.every(({ supports, supportedBy }) => supports.length === 1 && supportedBy.length === 1),
    ).toBe(true);
    expect(treeOf(cascade).homeless[0]?.objectives).toHaveLength(10_000);
  });
  it('a goal that supports itself', () => {
    const cascade = cascadeOf('okrs for a in 2026-Q3 { objective o "O" { supports o } }');
    expect(objective(cascade, 'a/2026-Q3/o').supports[0]?.to.id).toBe('a/2026-Q3/o');
  });
  it('10,000 objectives of one name and title', () => {
    const cascade = cascadeOf(
      `okrs for a in 2026-Q3 { ${many.map(() => 'objective o "O" { kr "K" to 5 }').join('\n')} }`,
    );
    expect(cascade.goals.size).toBe(20_000);
    expect(cascade.duplicates).toHaveLength(9999);
  });
});
