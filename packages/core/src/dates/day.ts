/** A calendar day without a time zone, as the number of days since 1970-01-01. */
export type Day = number;

/** First and last day, both inside. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** The days of a cycle. */
export interface CycleDays extends DayRange {
  /** Of the declared cycles that hold one which is not of the calendar: `the year` is the fiscal one there. */
  readonly around?: readonly DayRange[];
}

const MS_PER_DAY = 86_400_000;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days of an ordinary year before each month. */
const before = lengths.map((_, month) => lengths.slice(0, month).reduce((sum, length) => sum + length, 0));

/** The day of a year, month (1–12) and day of month, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  // Beyond these years there are hardly any dates, and leap years are not counted so simply.
  if (!(year >= 1 && year <= 9999)) return dayOfAnyYear(year, month, dayOfMonth);
  const length = lengths[month - 1];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (length === undefined || dayOfMonth < 1 || dayOfMonth > length + (isLeap && month === 2 ? 1 : 0)) return null;
  if (!Number.isInteger(year) || !Number.isInteger(dayOfMonth)) return null;
  const years = year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const inYear = (before[month - 1] as number) + (isLeap && month > 2 ? 1 : 0) + dayOfMonth - 1;
  return years * 365 + leapDays + inYear - daysBefore1970;
}

/** From the first day of year 1. */
const daysBefore1970 = 719_162;

function dayOfAnyYear(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? Math.round(date.getTime() / MS_PER_DAY) : null;
}

/** Reads `YYYY-MM-DD`, nothing else; null where it is no day of the calendar. */
export function parseIsoDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  return year === null || month === null || dayOfMonth === null ? null : dayOf(year, month, dayOfMonth);
}

const hyphen = 45;

/** The number that a stretch of a text writes in digits alone. */
function digits(text: string, from: number, end: number): number | null {
  let number = 0;
  for (let i = from; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    number = number * 10 + digit;
  }
  return number;
}

/** Days as they were written: the same few stand in cycle after cycle and message after message. */
const written = new Map<Day, string>();
const mostKept = 1_000;

/** Writes a day as `YYYY-MM-DD`. */
export function formatIsoDay(day: Day): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (written.size === mostKept) written.clear();
  written.set(day, text);
  return text;
}

/** Year, month (1–12) and day of month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}
