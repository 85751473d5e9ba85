import type { GuardrailRow, KeyResultRow } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { plain } from '../terminal/paint.ts';
import { widthOf } from '../terminal/width.ts';
import { oneText } from '../testing.ts';
import { treeJsonPieces } from './json.ts';
import { pruneTree } from './prune.ts';
import { keyResult, objective, set, tree, unit } from './testing.ts';
import { treeTextPieces } from './text.ts';

const sample = tree([
  unit('acme', [
    set([
      objective('Become the shop people come back to', [
        keyResult('Repeat purchase rate', '31% → 45%', 0.21, 'atRisk'),
        keyResult('Audit passed', 'yes/no', 1, 'done'),
      ]),
    ]),
  ]),
]);
const write = (whole = sample, columns = 90) =>
  oneText(treeTextPieces([{ root: '/p', tree: whole }], { cwd: '/p', paint: plain, columns }));

describe('the tree as text', () => {
  it('shows a goal a line, with bar, figure and health', () => {
    expect(write()).toBe(`Unit acme  acme
└─ 2026-Q3                                                    ▮▮▮▯▯▯▯▯▯▯  38% ▲ at risk
   └─ Become the shop people come back to                     ▮▮▮▯▯▯▯▯▯▯  38% ▲ at risk
      ├─ Repeat purchase rate  31% → 45%                      ▮▮▯▯▯▯▯▯▯▯  21% ▲ at risk
      └─ Audit passed  yes/no                                 ▮▮▮▮▮▮▮▮▮▮ 100% ✓ done
`);
  });

  it('says the percentages that hovers and explanations say', () => {
    const rows = [0.476, 0.996, 0.004].map((value) => keyResult(`At ${value}`, '1 → 2', value, 'onTrack'));
    const text = write(tree([unit('acme', [set([objective('Grow', rows)])])]));
    expect(text).toMatch(/At 0\.476 .* 48% .*\n.*At 0\.996 .* 99% .*\n.*At 0\.004 .* 0% /);
  });

  it('calls a goal without words by its name', () => {
    const named = { ...objective('', [{ ...keyResult('', '1 → 2', 0, 'noNews'), name: 'csat' }]), name: 'trust' };
    const text = write(tree([unit('acme', [set([named, objective('', [])])])]));
    expect(text).toMatch(/─ trust .*\n.*─ csat .*\n.*─ not named yet /);
  });

  it('keeps to the width of the terminal, whatever the titles are made of', () => {
    const titles = objective('目标'.repeat(80), [keyResult('x'.repeat(300), '1 → 2', 0.5, 'offTrack')]);
    let deep = unit('bottom', [set([titles])]);
    for (let i = 0; i < 50; i++) deep = unit(`u${i}`, [], [deep]);
    const long = tree([deep]);
    for (const columns of [60, 80, 120]) {
      for (const line of write(long, columns).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('gives a line without figures the room of theirs, and shows where something is missing', () => {
    const aim = objective('Mend it', [keyResult('Complaints', 'at most 3', 0, 'noNews')]);
    const [{ place, measure }] = aim.keyResults as [KeyResultRow];
    const guardrail: GuardrailRow = {
      kind: 'guardrail',
      id: 'complaints',
      title: 'Complaints per hundred visits',
      place,
      measure,
      holds: null,
      lastReading: null,
      explanation: '',
    };
    const whole = tree([unit('acme', [{ ...set([]), guardrails: [guardrail] }])]);
    const line = (columns: number) => write(whole, columns).split('\n')[2]?.trimStart();
    expect(line(60)).toBe('└─ Guardrail: Complaints per hundred visits  at most 3');
    expect(line(51)).toBe('└─ Guardrail: Complaints per hundred visits  …');
  });

  it('shows of a closed goal how it ended, and not how it is doing', () => {
    const csat = { ...keyResult('Rating', 'to 4', 0.6, 'offTrack'), score: 0.6, decision: 'modify' };
    const calls = keyResult('Calls', 'to 4', 0.6, 'offTrack');
    const kept = { ...objective('Earn trust', [csat, calls]), score: 0.9, decision: 'keep' };
    const dropped = { ...objective('Sell the shelf', [calls]), decision: 'abandon' };
    const running = objective('Be there', [calls, { ...calls, decision: 'abandon' }]);
    const text = write(tree([unit('acme', [set([kept, dropped, running])])]), 80);
    const ends = [...text.matchAll(/([A-Z][a-z ]+?\S) {2}.*% (.*)$/gm)].map(([, title, end]) => `${title}: ${end}`);
    expect(text).toContain('Earn trust  score 0.9, keep');
    expect(text).toContain('Rating  score 0.6, modify, to 4');
    expect(ends).toEqual([
      'Earn trust: – closed',
      'Rating: – closed',
      'Calls: – closed',
      'Sell the shelf: × abandoned',
      'Calls: × abandoned',
      'Be there: ▲ at risk',
      'Calls: ■ off track',
      'Calls: × abandoned',
    ]);
  });

  it('shows goals that support no other, and units that are nowhere declared, apart', () => {
    const alone = { ...objective('Open the north', []), standalone: 'pilot for one quarter' };
    const depot = { ...set([]), unit: 'depot' };
    const text = write(tree([], { unaligned: [alone], homeless: [set([]), depot, set([])] }));
    expect(text).toMatch(
      /^Units that are nowhere declared\n├─ acme\n│ {2}├─ 2026-Q3.*\n│ {2}└─ 2026-Q3.*\n└─ depot\n {3}└─ 2026-Q3/,
    );
    expect(text).toContain('Goals that support no other\n└─ Open the north  acme in 2026-Q3: pilot for on');
  });

  it('is written piece by piece, and as data too: that of 10,000 files is longer than a text can be', () => {
    const units = Array.from({ length: 200 }, () => unit('acme', [set([objective('Be there', [])])]));
    const projects = [{ root: '/p', tree: tree([unit('all', [], units)]) }];
    for (const pieces of [
      treeTextPieces(projects, { cwd: '/p', paint: plain, columns: 90 }),
      treeJsonPieces(projects, '2026-08-15', '/p'),
    ]) {
      const lengths = Array.from(pieces, (piece) => piece.length);
      expect(Math.max(...lengths)).toBeLessThan(lengths.reduce((sum, length) => sum + length) / 100);
    }
  });

  it('names the projects where there are several, and says so where there is nothing', () => {
    const projects = [
      { root: '/p/one', tree: sample },
      { root: '/p/two', tree: tree([]) },
    ];
    const text = oneText(treeTextPieces(projects, { cwd: '/p', paint: plain, columns: 90 }));
    expect(text).toMatch(/^one\nUnit acme/);
    expect(text).toMatch(/\n\ntwo\nThere are no OKRs here yet\.\n$/);
    expect(oneText(treeTextPieces([], { cwd: '/p', paint: plain, columns: 90 }))).toBe(
      'There are no .okr files here.\n',
    );
  });
});

describe('the tree as JSON', () => {
  it('puts file and line in the place of addresses and offsets', () => {
    const whole = JSON.parse(oneText(treeJsonPieces([{ root: '/p', tree: sample }], '2026-08-15', '/p')));
    expect(Object.keys(whole)).toEqual(['version', 'today', 'projects']);
    expect(whole.projects[0].root).toBe('.');
    const [first] = whole.projects[0].roots[0].sets[0].objectives[0].keyResults;
    expect(first).toMatchObject({
      kind: 'keyResult',
      title: 'Repeat purchase rate',
      measure: { baseline: null, target: { value: 1 } },
      deadline: { source: 'inherited' },
      file: 'a.okr',
      line: 3,
      column: 5,
    });
    expect(first).not.toHaveProperty('place');
    expect(whole.projects[0].roots[0]).toMatchObject({ file: 'org.okr', line: 3 });
  });
});

describe('a tree of some files only', () => {
  const whole = tree([
    unit(
      'acme',
      [set([objective('A', [], 'file:///p/a.okr')])],
      [unit('far', [set([objective('B', [], 'file:///p/b.okr')], 'file:///p/b.okr')]), unit('empty', [])],
    ),
  ]);

  it('keeps the way down to what is left', () => {
    const left = pruneTree(whole, (uri) => uri === 'file:///p/b.okr');
    expect(left.roots.map((row) => [row.name, row.sets.length, row.units.map((below) => below.name)])).toEqual([
      ['acme', 0, ['far']],
    ]);
  });

  it('is empty where nothing is left', () => {
    expect(pruneTree(whole, () => false).roots).toEqual([]);
  });
});
