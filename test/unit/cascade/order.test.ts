import { buildCascade, type Cascade, defaultConfig, type OkrFile, parseIsoDay } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const today = parseIsoDay('2026-08-15') ?? Number.NaN;

function build(texts: readonly (readonly [string, string])[]): Cascade {
  const files = new Map<string, OkrFile>(texts.map(([uri, text]) => [uri, parseOkr(uri, text)]));
  return buildCascade(files, defaultConfig, today);
}

/** All that a reader could tell two cascades apart by, as plain data. */
function told({ goals, sets, units, rootUnits, duplicates, references }: Cascade) {
  const figures = ({
    progress,
    health,
  }: {
    progress: Cascade['objectives'][number]['progress'];
    health: { state: string };
  }) => [progress.value, progress.expected, progress.state, health.state];
  return {
    goals: [...goals].map(([id, goal]) => [
      id,
      ...figures(goal),
      goal.supports.map(({ to }) => to.id),
      goal.supportedBy.length,
    ]),
    sets: [...sets].map(([id, set]) => [id, ...figures(set), set.objectives.map((objective) => objective.id)]),
    units: [...units.values()].map(({ name, depth, parent }) => [name, depth, parent?.name]),
    roots: rootUnits.map(({ name }) => name),
    duplicates: duplicates.map(({ uri, name, kind }) => [uri, name.text, kind]),
    failures: [...references.keys()]
      .sort()
      .map((uri) => (references.get(uri) ?? []).map(({ failure }) => failure?.reason)),
  };
}

const files: readonly (readonly [string, string])[] = [
  ['a.okr', 'company acme team b in c okrs for acme in 2026 { objective top "Top" { kr k "K" from 1 to 9 } }'],
  [
    'b.okr',
    'team c in b team b in acme okrs for b in 2026-Q3 { owner maya objective o "O" { supports acme.top.k kr k "K" to 10 } }',
  ],
  [
    'c.okr',
    'person maya in b okrs for b in 2026-Q3 { aspirational objective o "Again" { supports nowhere kr k "K" at most 4 } objective p "P" { supports o } }',
  ],
  ['d.okr', 'checkin 2026-08-14 for b in 2026-Q3 { o.k 5 } checkin 2026-08-14 for acme in 2026 { top.k 4 }'],
  [
    'e.okr',
    'checkin 2026-08-14 for b in 2026-Q3 { o.k 7 } closing for b in 2026-Q3 on 2026-10-01 { o score 0.3 keep }',
  ],
];

it('the order in which files come changes nothing', () => {
  const expected = told(build(files));
  expect(expected.duplicates).not.toEqual([]);
  fc.assert(
    fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (shuffled) => {
      expect(told(build(shuffled))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('check-ins may stand in any order, but for those of one day', () => {
  const checkin = fc.record({ day: fc.integer({ min: 1, max: 28 }), value: fc.integer({ min: 0, max: 10 }) });
  const list = fc.uniqueArray(checkin, { selector: ({ day }) => day, maxLength: 6 });
  const goals: readonly [string, string] = ['a.okr', 'okrs for b in 2026-Q3 { objective o "O" { kr k "K" to 10 } }'];
  const text = (checkins: readonly { day: number; value: number }[]): [string, string] => [
    'b.okr',
    checkins
      .map(({ day, value }) => `checkin 2026-08-${String(day).padStart(2, '0')} for b in 2026-Q3 { o.k ${value} }`)
      .join('\n'),
  ];
  fc.assert(
    fc.property(
      list.chain((checkins) =>
        fc.tuple(fc.constant(checkins), fc.shuffledSubarray(checkins, { minLength: checkins.length })),
      ),
      ([checkins, shuffled]) => {
        expect(told(build([goals, text(shuffled)]))).toEqual(told(build([goals, text(checkins)])));
      },
    ),
    { numRuns: 60 },
  );
});
