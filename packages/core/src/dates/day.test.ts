import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, formatIsoDay, parseIsoDay, partsOf } from './day.ts';

const lastDay = 2_932_896; // 9999-12-31

it('counts days as the calendar does, leap years and all', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: lastDay }), (day) => {
      const { year, month, dayOfMonth } = partsOf(day);
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
      if (year >= 0) expect(parseIsoDay(formatIsoDay(day))).toBe(day);
    }),
  );
});

it.each([
  [2026, 2, 29],
  [1900, 2, 29],
  [2026, 4, 31],
  [2026, 13, 1],
  [2026, 0, 1],
  [2026, 1, 0],
  [2026, 1, 1.5],
  [400_000, 1, 1],
])('knows no day %i-%i-%i', (year, month, dayOfMonth) => {
  expect(dayOf(year, month, dayOfMonth)).toBeNull();
});

it('knows the leap day of a fourth century', () => {
  expect(parseIsoDay('2000-02-29')).toBe(11_016);
});

it.each(['2026-1-01', '2026-01-0a', '2026-01-01 ', '2026/01/01', '+026-01-01', ''])('reads no day in "%s"', (text) => {
  expect(parseIsoDay(text)).toBeNull();
});
