import { expect, it } from 'vitest';
import { formatIsoDay } from '../dates/day.ts';
import type { CycleDeclaration } from '../model/file.ts';
import { Cycles } from './cycles.ts';

const span = { start: 0, end: 1 };

function declared(name: string, from: string, to: string): CycleDeclaration {
  return {
    kind: 'cycle',
    name: { text: name, span },
    title: { text: 'Summer', span },
    from: { text: from, span },
    to: { text: to, span },
    checkins: null,
    reviews: null,
    span,
    doc: null,
  };
}

it('a calendar name means the calendar even where somebody declares it otherwise', () => {
  const cycles = new Cycles([{ uri: 'a.okr', node: declared('2026-Q3', '2026-06-01', '2026-08-31') }], []);
  const cycle = cycles.get('2026-Q3');
  expect(cycle?.title).toBe('Summer');
  expect(cycle?.range && formatIsoDay(cycle.range.last)).toBe('2026-09-30');
});

it('a week is a cycle only when it is declared', () => {
  expect(new Cycles([], []).get('2026-W14')).toBeNull();
  const cycles = new Cycles([{ uri: 'a.okr', node: declared('2026-W14', '2026-03-30', '2026-04-05') }], []);
  expect(cycles.get('2026-W14')?.range).not.toBeNull();
});

it('a part of the calendar as an edge begins with its first day and ends with its last', () => {
  const range = new Cycles([{ uri: 'a.okr', node: declared('FY26', '2026-04', '2027-03') }], []).get('FY26')?.range;
  expect(range && [formatIsoDay(range.first), formatIsoDay(range.last)]).toEqual(['2026-04-01', '2027-03-31']);
});

it('a cycle that ends before it begins has no days', () => {
  const cycles = new Cycles([{ uri: 'a.okr', node: declared('odd', '2026-06-01', '2026-05-31') }], []);
  expect(cycles.get('odd')?.range).toBeNull();
});

it('looks once through the cycles that are used anywhere, however many names stand for none', () => {
  const cycles = new Cycles([], []);
  let looks = 0;
  const used = {
    *[Symbol.iterator]() {
      looks++;
      yield* ['2026-Q3', 'sumer', '2025'];
    },
  };
  expect(cycles.names(used).names).toEqual(['2025', '2026-Q3']);
  expect(cycles.names(used).names).toEqual(['2025', '2026-Q3']);
  expect(looks).toBe(1);
});

it('proposes what came to be known since it was asked', () => {
  const cycles = new Cycles([], []);
  expect(cycles.names().names).toEqual([]);
  cycles.get('2026-Q3');
  expect(cycles.names().names).toEqual(['2026-Q3']);
});
