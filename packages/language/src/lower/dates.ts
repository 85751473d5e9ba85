import { calendarCycle, type DayRange, parseIsoDay, resolveDate } from '@okr-language/core';

/** Cycles in which a date that leaves something open (`31 Aug`, `end of the quarter`) can be tried out. */
const anyCycles: readonly (DayRange | null)[] = [null, ...['2028', '2028-Q1', '2028-01'].map(calendarCycle)];

/** Whether a text tells a day in some cycle: `2026-08-31`, `end of August`. */
export function isDate(text: string): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return parseIsoDay(text) !== null;
  return anyCycles.some((cycle) => resolveDate(text, cycle) !== null);
}
