import { type Day, type DayRange, dayOf, partsOf } from './day.ts';

/** First and last day of `count` months from the first of a month. Years that the calendar cannot hold give null. */
export function monthRange(year: number, month: number, count = 1): DayRange | null {
  const first = dayOf(year, month, 1);
  const beyond = month + count;
  const after = dayOf(year + Math.floor((beyond - 1) / 12), ((beyond - 1) % 12) + 1, 1);
  return first === null || after === null ? null : { first, last: after - 1 };
}

/** The day `count` months later; the last day of that month where it is shorter (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + count;
  const range = monthRange(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
  return range ? Math.min(range.first + dayOfMonth - 1, range.last) : day;
}

/** The ISO week: Monday to Sunday, week 1 holding 4 January. Null where the year has no such week. */
export function weekRange(year: number, week: number): DayRange | null {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  const weekday = (fourth + 3) % 7; // 1970-01-01 was a Thursday: Monday is 0
  const first = fourth - (((weekday % 7) + 7) % 7) + (week - 1) * 7;
  return week === 53 && partsOf(first + 3).year !== year ? null : { first, last: first + 6 };
}

const CYCLE = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

/**
 * First and last day of a calendar cycle by its name: `2026`, `2026-H2`, `2026-Q3`, `2026-09`. Null for any other name.
 * A quarter is always the calendar's; a fiscal year is declared.
 */
export function calendarCycle(name: string): DayRange | null {
  const match = CYCLE.exec(name);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return monthRange(year, Number(match[2]));
  if (match[3]) return monthRange(year, Number(match[3]) * 3 - 2, 3);
  if (match[4]) return monthRange(year, Number(match[4]) * 6 - 5, 6);
  return monthRange(year, 1, 12);
}

/** The calendar cycle of the same length that follows: `2026-Q4` is followed by `2027-Q1`. Null where `name` is none. */
export function nextCalendarCycle(name: string): string | null {
  const range = calendarCycle(name);
  if (!range) return null;
  const { year, month } = partsOf(range.last + 1);
  if (name.length === 4) return String(year);
  const kind = name.charAt(5);
  if (kind === 'Q') return `${year}-Q${(month + 2) / 3}`;
  return kind === 'H' ? `${year}-H${(month + 5) / 6}` : `${year}-${String(month).padStart(2, '0')}`;
}
