/** A calendar day without a time zone, as the number of days since 1970-01-01. */
export type Day = number;

/** First and last day, both inside. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

const MS_PER_DAY = 86_400_000;

/** The day of a year, month (1–12) and day of month, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? Math.round(date.getTime() / MS_PER_DAY) : null;
}

/** Reads `YYYY-MM-DD`, nothing else; null where it is no day of the calendar. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatIsoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month (1–12) and day of month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}
