import { type Day, dayOf, parseIsoDay } from '@okr-language/core';

/** The reader's own date, by the clock of the machine; days have no time zone of their own. */
export function localToday(now: Date): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}

/** The first of these that is a day as `YYYY-MM-DD`; null where none is, and the clock decides. */
export function fixedToday(...candidates: readonly (string | null | undefined)[]): Day | null {
  for (const candidate of candidates) {
    const day = candidate ? parseIsoDay(candidate) : null;
    if (day !== null) return day;
  }
  return null;
}
