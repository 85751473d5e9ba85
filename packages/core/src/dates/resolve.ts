import type { Token } from '../reading/token.ts';
import { tokenise } from '../reading/tokens.ts';
import { addMonths, monthRange, weekRange } from './calendar.ts';
import { type CycleDays, type Day, type DayRange, dayOf, parseIsoDay, partsOf } from './day.ts';
import type { Edge, Period } from './lexicon.ts';
import { type DatePhrase, readDatePhrase } from './phrase.ts';

/** Words before a date that say it is a limit, and do not change the day. */
const LEADING = new Set(
  'by on in at until till til during through throughout over within for no later than not latest due across deadline eta : as of time course'.split(
    ' ',
  ),
);
const LONGEST = 100;

/**
 * The day that a date means as people write it, or null where no day can be told.
 *
 * Read are `2026-08-31`, `2026-09`, `2026-Q3`, `2026-H2`, `2026` (their last days), `31 August 2026`, `August 31, 2026`,
 * `31.8.2026`, `end of August`, `early May`, `Q3 2027`, `before Q4` (the day before it begins), and relative to `cycle`:
 * `31 Aug` (the one nearest to the cycle), `this quarter`, `the end of the year`, `within six months` (from its first day).
 * Without a cycle those give null. So do fiscal years (a cycle declares what they are), seasons, and `8/9/2026`,
 * which is August to one reader and September to the other.
 */
export function resolveDate(text: string, cycle: CycleDays | null): Day | null {
  if (text.length > LONGEST) return null;
  // Nearly all dates are written so, and need not be read as words.
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    const day = parseIsoDay(text);
    if (day !== null) return day;
  }
  const { tokens } = tokenise(text);
  let at = 0;
  let before = false;
  let within = false;
  for (; at < tokens.length; at++) {
    const word = tokens[at]?.lower ?? '';
    if (word === 'before' || word === 'prior' || word === 'ahead') before = true;
    else if (word === 'within' || word === 'in' || word === 'over' || word === 'during' || word === 'throughout')
      within = true;
    else if (word === 'the' && tokens[at + 1]?.lower === 'course') continue;
    else if (!LEADING.has(word) && !(before && word === 'to')) break;
  }
  // `the quarter` is a phrase as a whole, in `the April` it is the name alone
  const found = readDatePhrase(tokens, at) ?? (tokens[at]?.lower === 'the' ? readDatePhrase(tokens, at + 1) : null);
  if (found) {
    const day = found.next === tokens.length ? lastDayOf(found.phrase, cycle, within) : null;
    return day !== null && before && beginsLater(found.phrase) ? beforeBegin(found.phrase, cycle) : day;
  }
  return within && cycle ? withinDuration(text, tokens.slice(at), cycle) : null;
}

/** `within six months`, `in 90 days`: counted from the cycle's first day. */
function withinDuration(text: string, tokens: readonly Token[], cycle: DayRange): Day | null {
  const rest = tokens.filter((token) => !/^(?:the|next|a|an|coming|first)$/.test(token.lower));
  const amount = rest[0]?.amount;
  if (rest.length === 1 && amount?.unit.kind === 'duration') return after(cycle.first, amount.value, amount.unit.name);
  const one = /\ban? (day|week|month|quarter|year)\s*$/i.exec(text);
  return one ? after(cycle.first, 1, (one[1] as string).toLowerCase()) : null;
}

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The last day of a stretch of `count` units that begins on `first`. */
function after(first: Day, count: number, unit: string): Day | null {
  if (unit === 'day') return first + Math.ceil(count) - 1;
  if (unit === 'week') return first + Math.ceil(count * 7) - 1;
  const length = monthsIn[unit];
  if (length === undefined) return null;
  const whole = Math.floor(count * length);
  return whole > 12_000 ? null : addMonths(first, whole) + Math.round((count * length - whole) * 30) - 1;
}

function lastDayOf(phrase: DatePhrase, cycle: CycleDays | null, within: boolean): Day | null {
  switch (phrase.kind) {
    case 'season':
      return null;
    case 'day':
      return phrase.year === null
        ? nearest(cycle, (year) => dayOf(year, phrase.month, phrase.dayOfMonth))
        : dayOf(phrase.year, phrase.month, phrase.dayOfMonth);
    case 'span': {
      const range = rangeOf(phrase, cycle);
      return range && at(range, phrase.edge, phrase.period);
    }
    case 'near': {
      if (!cycle) return null;
      if (phrase.which === 'past') return null;
      // `over the next quarter`, `in the next three months`: the time that begins with the cycle
      if (phrase.which === 'next' && (within || phrase.count !== 1))
        return after(cycle.first, phrase.count, phrase.period);
      const range = around(phrase.period, phrase.edge, cycle);
      if (!range) return null;
      const meant = phrase.which === 'next' ? following(range, phrase.period) : range;
      return meant && at(meant, phrase.edge, phrase.period);
    }
  }
}

/** First and last day of a named stretch; fiscal ones are not the calendar's and give null. */
function rangeOf(phrase: DatePhrase & { kind: 'span' }, cycle: DayRange | null): DayRange | null {
  if (phrase.fiscal) return null;
  const index = phrase.index ?? 1;
  const inYear = (year: number): DayRange | null => {
    switch (phrase.period) {
      case 'week':
        return weekRange(year, index);
      case 'month':
        return monthRange(year, index);
      case 'quarter':
        return monthRange(year, index * 3 - 2, 3);
      case 'half':
        return monthRange(year, index * 6 - 5, 6);
      default:
        return monthRange(year, 1, 12);
    }
  };
  if (phrase.year !== null) return inYear(phrase.year);
  const last = nearest(cycle, (year) => inYear(year)?.last ?? null);
  return last === null ? null : inYear(phrase.period === 'week' ? partsOf(last - 3).year : partsOf(last).year);
}

/** Of the days that the years around the cycle offer, the one in it or nearest to it. */
function nearest(cycle: DayRange | null, dayIn: (year: number) => Day | null): Day | null {
  if (!cycle) return null;
  let best: Day | null = null;
  const distance = (day: Day) => Math.max(cycle.first - day, day - cycle.last, 0);
  for (let year = partsOf(cycle.first).year - 1; year <= partsOf(cycle.last).year + 1; year++) {
    const day = dayIn(year);
    if (day !== null && (best === null || distance(day) < distance(best))) best = day;
  }
  return best;
}

/** Days that a period has at most, so that a cycle of that length is the period itself, whatever its name. */
const longest: Readonly<Record<Period, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 93,
  half: 186,
  year: 372,
  cycle: Number.POSITIVE_INFINITY,
};
const shortest: Readonly<Record<Period, number>> = {
  day: 1,
  week: 5,
  month: 27,
  quarter: 80,
  half: 160,
  year: 340,
  cycle: 0,
};

/** What `this month`, `the quarter`, `the year` is in a cycle: the cycle itself where it is that long, else the one around a shorter one. */
function around(period: Period, edge: Edge | null, cycle: CycleDays): DayRange | null {
  if (isAsLong(cycle, period)) return cycle;
  if (lengthOf(cycle) > longest[period]) return null;
  return declaredAround(period, cycle) ?? calendarAround(period, edge, cycle);
}

/** Of the cycles around one the only one that is as long as the period. */
function declaredAround(period: Period, { around: all = [] }: CycleDays): DayRange | null {
  const [one, ...others] = all.filter((range) => isAsLong(range, period));
  return one && others.every(({ first, last }) => first === one.first && last === one.last) ? one : null;
}

/** Where a cycle lies in two of the calendar, the one whose day is in it: of November to January the year ends in December. */
function calendarAround(period: Period, edge: Edge | null, { first, last }: CycleDays): DayRange | null {
  const size = monthsIn[period];
  if (size === undefined) return null;
  const holding = (day: Day) => {
    const { year, month } = partsOf(day);
    return monthRange(year, Math.floor((month - 1) / size) * size + 1, size);
  };
  const begun = holding(first);
  const day = begun && at(begun, edge, period);
  return day !== null && day >= first && day <= last ? begun : holding(last);
}

function isAsLong(range: DayRange, period: Period): boolean {
  const length = lengthOf(range);
  return length >= shortest[period] && length <= longest[period];
}

function lengthOf({ first, last }: DayRange): number {
  return last - first + 1;
}

function following(range: DayRange, period: Period): DayRange | null {
  const first = range.last + 1;
  const last = period === 'cycle' ? null : after(first, 1, period);
  return last === null ? null : { first, last };
}

/** Early is the first third, the middle is the middle, late is the end; `start` is the first day. */
function at(range: DayRange, edge: Edge | null, period: Period): Day {
  const length = range.last - range.first + 1;
  if (edge === 'start') return range.first;
  if (edge === 'early') return period === 'month' ? range.first + 9 : range.first + Math.round(length / 3) - 1;
  if (edge === 'mid') return range.first + Math.ceil(length / 2) - 1;
  return range.last;
}

/** Whether `before X` means the day before X begins: of a stretch as a whole, not of its end. */
function beginsLater(phrase: DatePhrase): boolean {
  return phrase.kind === 'day' || ((phrase.kind === 'span' || phrase.kind === 'near') && phrase.edge === null);
}

function beforeBegin(phrase: DatePhrase, cycle: CycleDays | null): Day | null {
  const begin =
    phrase.kind === 'span' || phrase.kind === 'near'
      ? lastDayOf({ ...phrase, edge: 'start' }, cycle, false)
      : lastDayOf(phrase, cycle, false);
  return begin === null ? null : begin - 1;
}
