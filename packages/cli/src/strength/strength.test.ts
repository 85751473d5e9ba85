import { type Cascade, dimensions, type ProjectStrength, type Strength } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { plain } from '../terminal/paint.ts';
import { widthOf } from '../terminal/width.ts';
import { oneText } from '../testing.ts';
import { strengthJsonPieces } from './json.ts';
import { rowsOf, type SetStrength } from './rows.ts';
import { strengthTextPieces } from './text.ts';

const place = { uri: 'file:///p/a.okr', span: { start: 4, end: 9 } };

function strength(value: number, more: Partial<Strength> = {}): Strength {
  return {
    value,
    word: 'sound',
    dimensions: dimensions.map((dimension, index) => {
      const points = index === 2 ? -45 : 0;
      const line = { points, about: 'NPS', text: 'It has no start.', todo: 'Write it.', rule: 'kr-x', place };
      const judged = dimension !== 'cadence';
      return {
        dimension,
        value: judged ? 100 + points : null,
        start: judged ? 100 : 0,
        startText: judged ? 'Every objective starts from 100.' : 'It is a draft.',
        lines: points === 0 ? [] : [line],
        holds: [],
      };
    }),
    ...more,
  };
}

const set: SetStrength = {
  unitTitle: 'Customer Support',
  unit: 'support',
  cycle: '2026-Q3',
  draft: true,
  closed: false,
  place,
  strength: strength(75),
  objectives: [{ title: 'Earn back the trust', place, strength: strength(72) }],
};

const text = (columns: number, sets = [set]) =>
  oneText(strengthTextPieces([{ root: '/p', sets }], { cwd: '/p', paint: plain, columns }));

it('is written piece by piece, for people and as data', () => {
  const projects = [{ root: '/p', sets: Array.from({ length: 200 }, () => set) }];
  for (const pieces of [
    strengthTextPieces(projects, { cwd: '/p', paint: plain, columns: 90 }),
    strengthJsonPieces(projects, { today: '2026-08-15', cwd: '/p', lineStartsOf: () => [0] }),
  ]) {
    const lengths = Array.from(pieces, (piece) => piece.length);
    expect(Math.max(...lengths)).toBeLessThan(lengths.reduce((sum, length) => sum + length) / 100);
  }
});

describe('the strength as text', () => {
  it('shows each figure with its seven dimensions and what to do', () => {
    const lines = text(120).split('\n');
    expect(lines[0]).toMatch(/^Customer Support in 2026-Q3 \(draft\) +75, sound$/);
    const row = lines.findIndex((line) => /^ {2}Earn back the trust +72, sound$/.test(line));
    const cells = lines.slice(row + 1, row + 3).join(' ');
    expect(cells).toContain('measurability ▅ 55');
    expect(cells).toContain('focus █ 100');
    expect(cells).toContain('cadence not judged: It is a draft.');
    for (const dimension of dimensions) expect(cells).toContain(dimension);
    expect(lines[row + 3]).toBe('    1. −45 measurability: “NPS”: It has no start. Write it. (kr-x)');
  });

  it('fits narrow terminals', () => {
    const long = {
      ...set,
      objectives: [{ ...set.objectives[0], title: '長い'.repeat(60), place, strength: strength(1) }],
    };
    for (const columns of [40, 60, 80, 200]) {
      for (const line of text(columns, [long]).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('says where there is nothing', () => {
    expect(text(80, [])).toContain('There are no OKRs here yet.');
    expect(oneText(strengthTextPieces([], { cwd: '/p', paint: plain, columns: 80 }))).toContain(
      'There are no .okr files',
    );
  });

  it('does not let titles steer the terminal', () => {
    const evil = { ...set, unitTitle: 'a\u001b[2Jb', objectives: [] };
    expect(text(80, [evil])).not.toContain('\u001b');
  });
});

describe('the strength as JSON', () => {
  it('has every figure with its lines, their places and advice', () => {
    const whole = JSON.parse(
      oneText(
        strengthJsonPieces([{ root: '/p', sets: [set] }], {
          today: '2026-08-15',
          cwd: '/p',
          lineStartsOf: () => [0, 3],
        }),
      ),
    );
    expect(whole).toMatchObject({ version: 1, today: '2026-08-15', projects: [{ root: '.' }] });
    const [row] = whole.projects[0].sets;
    expect(row).toMatchObject({ kind: 'set', unit: 'support', cycle: '2026-Q3', file: 'a.okr', line: 2, column: 2 });
    const own = row.objectives[0].strength;
    expect(own.dimensions.map((one: { dimension: string }) => one.dimension)).toEqual([...dimensions]);
    expect(own.dimensions[2].lines).toEqual([
      {
        points: -45,
        about: 'NPS',
        text: 'It has no start.',
        todo: 'Write it.',
        rule: 'kr-x',
        file: 'a.okr',
        line: 2,
        column: 2,
      },
    ]);
    expect(own.advice).toMatchObject([{ dimension: 'measurability', points: 45, about: 'NPS', more: 0 }]);
  });
});

it('leaves out what was not asked for', () => {
  const objective = (id: string, uri: string) => ({
    id,
    title: id,
    name: null,
    uri,
    node: { title: null, span: place.span },
    keyResults: [],
    closing: null,
  });
  const blocks = [
    { uri: 'a', span: place.span },
    { uri: 'b', span: place.span },
  ];
  const node = {
    id: 's',
    blocks,
    objectives: [objective('x', 'a'), objective('y', 'b')],
    unit: null,
    unitName: 'u',
    cycleName: 'c',
    draft: false,
    closing: null,
  };
  const cascade = { sets: new Map([['s', node]]) } as unknown as Cascade;
  const judged: ProjectStrength = {
    sets: new Map([['s', strength(1)]]),
    objectives: new Map([
      ['x', strength(2)],
      ['y', strength(3)],
    ]),
  };
  const rows = rowsOf(cascade, judged, (uri) => uri === 'b');
  expect(rows.map(({ objectives }) => objectives.map(({ title }) => title))).toEqual([['y']]);
  expect(rowsOf(cascade, judged, () => false)).toEqual([]);
});
