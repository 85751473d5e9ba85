import { calendarCycle, type DayRange, parseIsoDay, resolveDate } from '@okr-language/core';

/** Cycles in which a date that leaves something open (`31 Aug`, `end of the quarter`) can be tried out. */
const anyCycles: readonly (DayRange | null)[] = [null, ...['2028', '2028-Q1', '2028-01'].map(calendarCycle)];

/** So many texts are remembered, none of them longer than a date in figures. */
const MOST = 1_000;
const LONGEST = 12;
const known = new Map<string, boolean>();

/** Whether a text tells a day in some cycle: `2026-08-31`, `end of August`. What it said of lately is remembered: days come again and again. */
export function isDate(text: string): boolean {
  if (parseIsoDay(text) !== null) return true;
  if (text.length > LONGEST) return tellsDay(text);
  const answer = known.get(text);
  if (answer !== undefined) return answer;
  if (known.size >= MOST) known.clear();
  const found = tellsDay(text);
  known.set(text, found);
  return found;
}

function tellsDay(text: string): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return false; // of a day that is none
  return anyCycles.some((cycle) => resolveDate(text, cycle) !== null);
}
