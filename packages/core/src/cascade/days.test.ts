import { expect, it } from 'vitest';
import { dayOf } from '../dates/day.ts';
import { resolveDate } from '../dates/resolve.ts';
import { Days } from './days.ts';

const cycle = (year: number) => ({ first: dayOf(year, 1, 1) ?? 0, last: dayOf(year, 12, 31) ?? 0 });

it('tells what a date means in each cycle, also when more were asked for than it keeps', () => {
  const days = new Days();
  const texts = ['by the end of June', 'May', '2026-03-31', '2026-02-30', 'some day', `in ${'very '.repeat(20)}long`];
  for (let round = 0; round < 2; round++) {
    for (let year = 1700; year < 2100; year++) {
      for (const text of texts) expect(days.of(text, cycle(year))).toBe(resolveDate(text, cycle(year)));
    }
    for (const text of texts) expect(days.of(text, null)).toBe(resolveDate(text, null));
  }
});
