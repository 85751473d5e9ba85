import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, calendarCycle, weekRange } from './calendar.ts';
import { type DayRange, formatIsoDay, parseIsoDay, partsOf } from './day.ts';
import { resolveDate } from './resolve.ts';

const quarter = calendarCycle('2026-Q3') as DayRange;
const iso = (text: string, cycle: DayRange | null = quarter) => {
  const day = resolveDate(text, cycle);
  return day === null ? null : formatIsoDay(day);
};

describe('resolveDate', () => {
  test.each([
    ['2026-08-31', '2026-08-31'],
    ['2024-02-29', '2024-02-29'],
    ['2026-09', '2026-09-30'],
    ['2024-02', '2024-02-29'],
    ['2026-Q3', '2026-09-30'],
    ['2026-H2', '2026-12-31'],
    ['2026', '2026-12-31'],
    ['31 August 2026', '2026-08-31'],
    ['August 31, 2026', '2026-08-31'],
    ['1st of September 2027', '2027-09-01'],
    ['31.12.2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['Q3 2027', '2027-09-30'],
    ["Q3'27", '2027-09-30'],
    ['the first half of 2026', '2026-06-30'],
    ['end 2026', '2026-12-31'],
    ['before Q4 2026', '2026-09-30'],
  ])('needs no cycle: %s', (text, expected) => {
    expect(iso(text, null)).toBe(expected);
    expect(iso(text)).toBe(expected);
  });

  test.each([
    ['31 Aug', '2026-08-31'],
    ['Aug 31', '2026-08-31'],
    ['January 15', '2027-01-15'],
    ['end of August', '2026-08-31'],
    ['by the end of August', '2026-08-31'],
    ['late Aug', '2026-08-31'],
    ['mid-August', '2026-08-16'],
    ['end of Q3', '2026-09-30'],
    ['Q3 end', '2026-09-30'],
    ['before Q4 ends', '2026-12-31'],
    ['this quarter', '2026-09-30'],
    ['the quarter’s end', '2026-09-30'],
    ['EOQ', '2026-09-30'],
    ['the end of the year', '2026-12-31'],
    ['year-end', '2026-12-31'],
    ['before next quarter ends', '2026-12-31'],
    ['over the next quarter', '2026-09-30'],
    ['within six months', '2026-12-31'],
    ['within a year', '2027-06-30'],
    ['in 90 days', '2026-09-28'],
    ['within 2 weeks', '2026-07-14'],
    ['over the coming 5 months', '2026-11-30'],
    ['over the course of the year', '2026-12-31'],
    ['ahead of Q4', '2026-09-30'],
    ['Deadline: 15 September', '2026-09-15'],
    ['no later than 15 October', '2026-10-15'],
  ])('from the cycle: %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
    expect(iso(text, null)).toBeNull();
  });

  test.each([
    '2026-02-30',
    '29 February 2027',
    '31 June 2026',
    '8/9/2026',
    'FY26',
    'Q4 FY 2024-25',
    'summer',
    'soon',
    '',
    'last quarter',
    '30%',
  ])('no day can be told: "%s"', (text) => {
    expect(iso(text)).toBeNull();
  });

  test('a fiscal quarter that is the cycle itself ends with it', () => {
    const fiscal = { first: parseIsoDay('2026-02-01') as number, last: parseIsoDay('2026-04-30') as number };
    expect(iso('this quarter', fiscal)).toBe('2026-04-30');
  });

  test('every day is read back in every way of writing it', () => {
    const names = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: 7305, max: 47_400 }), (day) => {
        const { year, month, dayOfMonth } = partsOf(day);
        const name = names[month - 1] as string;
        const ways = [
          formatIsoDay(day),
          `${dayOfMonth} ${name} ${year}`,
          `by ${name} ${dayOfMonth}, ${year}`,
          `${name.slice(0, 3)} ${dayOfMonth} ${year}`,
          `${dayOfMonth}.${month}.${year}`,
        ];
        for (const way of ways) expect(resolveDate(way, null)).toBe(day);
      }),
    );
  });

  test('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'end',
      'of',
      'the',
      'Q3',
      '2026',
      '31',
      'August',
      'within',
      'six',
      'months',
      'next',
      '-',
      "'",
      ',',
      'FY',
      'before',
      'first',
      'half',
      '29',
      'Feb',
      'week',
      '0',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const day = resolveDate(written, quarter);
        if (day !== null) expect(Number.isInteger(day)).toBe(true);
      }),
    );
  });
});

describe('calendarCycle', () => {
  const range = (name: string) => {
    const cycle = calendarCycle(name);
    return cycle && `${formatIsoDay(cycle.first)}…${formatIsoDay(cycle.last)}`;
  };

  test.each([
    ['2026', '2026-01-01…2026-12-31'],
    ['2026-H2', '2026-07-01…2026-12-31'],
    ['2026-Q3', '2026-07-01…2026-09-30'],
    ['2026-09', '2026-09-01…2026-09-30'],
    ['2024-02', '2024-02-01…2024-02-29'],
    ['2100-02', '2100-02-01…2100-02-28'],
  ])('%s', (name, expected) => {
    expect(range(name)).toBe(expected);
  });

  test.each(['FY26', '2026-W14', '2026-13', '2026-Q5', '2026-H3', '26', '2026-q3', ''])('none: %s', (name) => {
    expect(calendarCycle(name)).toBeNull();
  });

  test('the quarters of a year follow each other without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const parts = ['Q1', 'Q2', 'Q3', 'Q4'].map((part) => calendarCycle(`${year}-${part}`) as DayRange);
        const whole = calendarCycle(String(year)) as DayRange;
        expect(parts[0]?.first).toBe(whole.first);
        expect(parts[3]?.last).toBe(whole.last);
        for (let i = 1; i < 4; i++) expect(parts[i]?.first).toBe((parts[i - 1] as DayRange).last + 1);
      }),
    );
  });
});

test('addMonths stays in the month where the day is missing', () => {
  expect(formatIsoDay(addMonths(parseIsoDay('2024-01-31') as number, 1))).toBe('2024-02-29');
  expect(formatIsoDay(addMonths(parseIsoDay('2026-03-31') as number, -1))).toBe('2026-02-28');
});

test('weekRange counts as ISO 8601 does', () => {
  expect(formatIsoDay(weekRange(2026, 1)?.first as number)).toBe('2025-12-29');
  expect(formatIsoDay(weekRange(2026, 53)?.last as number)).toBe('2027-01-03');
  expect(weekRange(2027, 53)).toBeNull();
});
