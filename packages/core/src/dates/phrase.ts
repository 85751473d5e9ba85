import type { Token } from '../reading/token.ts';
import {
  type Edge,
  edges,
  endAbbreviations,
  months,
  nextWords,
  type Period,
  pastWords,
  periods,
  seasons,
} from './lexicon.ts';

/**
 * What a few words of English say about time, before a cycle makes a day of it.
 * - `day`: `31 August 2026`; without a year where none is written
 * - `span`: a named stretch (`August`, `Q3 2027`, `H2`, `FY26`, `CW 14`) and where in it; `index` counts from 1
 * - `near`: a stretch by its nearness: `this quarter`, `next year`, `the last 3 months`
 * - `season`: a time that people mean and no calendar fixes: `summer`, `the end of sprint 6`
 */
export type DatePhrase =
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number; readonly dayOfMonth: number }
  | {
      readonly kind: 'span';
      readonly period: Period;
      readonly index: number | null;
      readonly year: number | null;
      readonly fiscal: boolean;
      readonly edge: Edge | null;
    }
  | {
      readonly kind: 'near';
      /** `the` says which only by what stands around it: `by the end of the quarter`. */
      readonly which: 'this' | 'the' | 'next' | 'past';
      readonly count: number;
      readonly period: Period;
      readonly edge: Edge | null;
    }
  | { readonly kind: 'season' };

/** A phrase and the index of the first token behind it. */
export interface FoundPhrase {
  readonly phrase: DatePhrase;
  readonly next: number;
}

type Tokens = readonly Token[];

const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['final', 4],
]);

/** Reads the date phrase that begins at token `at`, the longest that makes sense; null where none does. */
export function readDatePhrase(tokens: Tokens, at: number): FoundPhrase | null {
  if (isBareOrdinal(tokens, at)) return null;
  return readWithEdgeBefore(tokens, at) ?? readWithEdgeBehind(tokens, at);
}

/** `at the first contact`: what is counted through is no time, unless a period stands behind it; `the 1st` may be a day. */
function isBareOrdinal(tokens: Tokens, at: number): boolean {
  const i = word(tokens, at) === 'the' || word(tokens, at) === 'very' ? at + 1 : at;
  const first = word(tokens, i);
  return ordinals.has(first) && !startsWithDigit(first) && !periods.has(word(tokens, i + 1));
}

/** `the first week of March` */
const weekEdges: ReadonlyMap<string, Edge> = new Map<string, Edge>([
  ['first', 'early'],
  ['second', 'mid'],
  ['third', 'mid'],
  ['last', 'late'],
]);

/** `end of August`, `the close of this quarter`, `late Q3`, `mid-2026`, `early next year`. */
function readWithEdgeBefore(tokens: Tokens, at: number): FoundPhrase | null {
  let i = at;
  if (word(tokens, i) === 'the' || word(tokens, i) === 'very') i++;
  const week =
    word(tokens, i + 1) === 'week' && word(tokens, i + 2) === 'of' ? weekEdges.get(word(tokens, i)) : undefined;
  const edge = week ?? edges.get(word(tokens, i));
  if (!edge) return null;
  i += week ? 2 : 1;
  const hyphen = mark(tokens, i) === '-';
  if (hyphen) i++;
  const of = word(tokens, i) === 'of';
  if (of) i += mark(tokens, i + 1) === '-' ? 2 : 1;
  const base = readBase(tokens, i) ?? readBarePeriod(tokens, i, of || edge === 'mid' || hyphen);
  if (!base) return null;
  return { phrase: withEdge(base.phrase, edge), next: base.next };
}

const edgesBehind: ReadonlySet<string> = new Set(['end', 'ends', 'close', 'closes', 'start', 'starts', 'begins']);

/** `Q3 end`, `next quarter ends`, `the quarter's end`, `year-end`. */
function readWithEdgeBehind(tokens: Tokens, at: number): FoundPhrase | null {
  const whole = readBase(tokens, at);
  const base = whole ?? readBarePeriod(tokens, at, true);
  if (!base) return null;
  const i = mark(tokens, base.next) === '-' ? base.next + 1 : base.next;
  const behind = word(tokens, i);
  const edge = edgesBehind.has(behind) ? edges.get(behind) : undefined;
  return edge ? { phrase: withEdge(base.phrase, edge), next: i + 1 } : whole; // a bare `quarter` is a word like any other
}

function withEdge(phrase: DatePhrase, edge: Edge): DatePhrase {
  return phrase.kind === 'span' || phrase.kind === 'near' ? { ...phrase, edge } : phrase;
}

function readBase(tokens: Tokens, at: number): FoundPhrase | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'date') return readDigits(token.lower, at + 1);
  if (token.kind === 'amount') return readFromFigure(tokens, at);
  if (token.kind !== 'word') return null;
  return readMonth(tokens, at) ?? readQuarterOrHalf(tokens, at) ?? readNear(tokens, at) ?? readNamed(tokens, at);
}

/** `2026-08-31`, `2026-08`, `2026-Q3`, `31.12.2026`, `12/31/2026`. */
function readDigits(text: string, next: number): FoundPhrase | null {
  const iso = /^(\d{4})-(?:(\d{2})(?:-(\d{2}))?|q(\d)|h(\d))$/.exec(text);
  if (iso) {
    const year = Number(iso[1]);
    if (iso[3]) return { phrase: { kind: 'day', year, month: Number(iso[2]), dayOfMonth: Number(iso[3]) }, next };
    if (iso[2]) return span('month', Number(iso[2]), year, next);
    return iso[4] ? span('quarter', Number(iso[4]), year, next) : span('half', Number(iso[5]), year, next);
  }
  const monthOfYear = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (monthOfYear) return span('month', Number(monthOfYear[1]), Number(monthOfYear[2]), next);
  const parts = /^(\d{1,2})([./])(\d{1,2})[./](\d{2,4})$/.exec(text);
  if (!parts) return null;
  const [a, b] = [Number(parts[1]), Number(parts[3])];
  // with dots the day comes first; with strokes only a number above 12 tells which is the day
  const monthFirst = parts[2] === '/' && b > 12;
  const month = monthFirst ? a : b;
  const known = parts[2] === '.' || a > 12 || b > 12 || a === b;
  const year = fullYear(Number(parts[4]));
  return { phrase: known ? { kind: 'day', year, month, dayOfMonth: monthFirst ? b : a } : { kind: 'season' }, next };
}

/** What begins with a figure: `31 August 2026`, `2026 Q3`, `2026`. */
function readFromFigure(tokens: Tokens, at: number): FoundPhrase | null {
  const short = readShortDay(tokens, at);
  if (short) return short;
  const figure = bareInteger(tokens, at);
  if (figure === null) return null;
  const dayAhead = figure >= 1 && figure <= 31 ? readDayThenMonth(tokens, at, figure) : null;
  if (dayAhead) return dayAhead;
  const year = yearAt(tokens, at);
  if (year === null) return null;
  const quarter = quarterOrHalf(word(tokens, at + 1));
  if (quarter) return span(quarter.period, quarter.index, year.value, at + 2);
  // `during the 2026 calendar year`
  const named = /^(?:calendar|fiscal|financial|school|academic)$/.test(word(tokens, year.next));
  return span('year', null, year.value, named && word(tokens, year.next + 1) === 'year' ? year.next + 2 : year.next);
}

const beforeDays: ReadonlySet<string> = new Set(['by', 'before', 'until', 'till', 'due', 'on']);

/** `by 3/31`, `before 31/3`, `by 31.03.`: only behind such a word, else it is a fraction. */
function readShortDay(tokens: Tokens, at: number): FoundPhrase | null {
  if (!beforeDays.has(word(tokens, at - 1))) return null;
  const dotted = /^(\d{1,2})\.(0[1-9]|1[0-2])$/.exec(tokens[at]?.lower ?? '');
  // `by 12.10` says how much as well
  if (
    dotted &&
    Number(dotted[1]) <= 31 &&
    Number(dotted[1]) > 0 &&
    (mark(tokens, at + 1) === '.' || dotted[2]?.startsWith('0'))
  ) {
    const next = mark(tokens, at + 1) === '.' && !tokens[at + 1]?.spaced ? at + 2 : at + 1;
    return { phrase: { kind: 'day', year: null, month: Number(dotted[2]), dayOfMonth: Number(dotted[1]) }, next };
  }
  const together = /^(\d{1,2})\/(\d{1,2})$/.exec(tokens[at]?.lower ?? '');
  const apart =
    !together && mark(tokens, at + 1) === '/' && !tokens[at + 1]?.spaced ? bareInteger(tokens, at + 2) : null;
  const a = together ? Number(together[1]) : bareInteger(tokens, at);
  const b = together ? Number(together[2]) : apart;
  if (a === null || b === null || Math.min(a, b) < 1 || Math.min(a, b) > 12 || Math.max(a, b) > 31) return null;
  const next = together ? at + 1 : at + 3;
  // `by 1/3` is a third as well as a day
  if (a <= 12 && b <= 12 && a !== b) return word(tokens, at - 1) === 'by' ? null : { phrase: { kind: 'season' }, next };
  return { phrase: { kind: 'day', year: null, month: a > 12 ? b : a, dayOfMonth: a > 12 ? a : b }, next };
}

function readDayThenMonth(tokens: Tokens, at: number, dayOfMonth: number): FoundPhrase | null {
  const i = word(tokens, at + 1) === 'of' ? at + 2 : at + 1;
  const month = months.get(word(tokens, i));
  if (month === undefined) return null;
  const year = yearBehind(tokens, i + 1, true);
  return { phrase: { kind: 'day', year: year?.value ?? null, month, dayOfMonth }, next: year?.next ?? i + 1 };
}

/** `August`, `Aug 31`, `August 31st, 2026`, `August 2026`; also `31st of August` and `the 31st of August`. */
function readMonth(tokens: Tokens, at: number): FoundPhrase | null {
  const first = word(tokens, at);
  const start = first === 'the' ? at + 1 : at;
  const ordinal = startsWithDigit(word(tokens, start)) ? /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word(tokens, start)) : null;
  if (ordinal) return readDayThenMonth(tokens, start, Number(ordinal[1]));
  const month = months.get(first);
  if (month === undefined) return null;
  let i = mark(tokens, at + 1) === '.' ? at + 2 : at + 1;
  const dayText = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word(tokens, i));
  const dayOfMonth = dayText ? Number(dayText[1]) : bareInteger(tokens, i);
  if (dayOfMonth !== null && dayOfMonth >= 1 && dayOfMonth <= 31 && mark(tokens, i + 1) !== '%') {
    i++;
    const year = yearBehind(tokens, i, true);
    return { phrase: { kind: 'day', year: year?.value ?? null, month, dayOfMonth }, next: year?.next ?? i };
  }
  const year = yearBehind(tokens, i, false);
  return span('month', month, year?.value ?? null, year?.next ?? at + 1);
}

/** `Q3`, `Q3 2027`, `Q3'27`, `Q4 FY 2024-25`, `FY26`, `FY23-Q3`, `H2 of 2026`, `the first half of 2026`, `the third quarter`. */
function readQuarterOrHalf(tokens: Tokens, at: number): FoundPhrase | null {
  const fiscal = fiscalYear(tokens, at);
  if (fiscal) {
    const i = mark(tokens, fiscal.next) === '-' ? fiscal.next + 1 : fiscal.next;
    const part = fiscal.part ?? quarterOrHalf(word(tokens, i));
    const next = fiscal.part || !part ? fiscal.next : i + 1;
    return span(part?.period ?? 'year', part?.index ?? null, fiscal.value, next, true);
  }
  let i = word(tokens, at) === 'the' ? at + 1 : at;
  let part = quarterOrHalf(word(tokens, i));
  const ordinal = ordinals.get(word(tokens, i));
  if (!part && ordinal !== undefined) {
    const period = periods.get(word(tokens, i + 1));
    // `the first half of users` is no time: a half needs a year behind it
    const dated =
      period === 'quarter' ||
      (period === 'half' && ordinal <= 2 && word(tokens, i + 2) === 'of' && readBase(tokens, i + 3));
    if (period && dated && (period === 'quarter' || period === 'half')) {
      part = { period, index: ordinal, year: null };
      i++;
    }
  }
  if (!part) return null;
  i++;
  if (part.year !== null) return span(part.period, part.index, part.year, i);
  let behind = mark(tokens, i) === '-' || word(tokens, i) === 'of' || word(tokens, i) === 'in' ? i + 1 : i;
  if (word(tokens, behind) === 'the' && periods.get(word(tokens, behind + 1)) === 'year')
    return span(part.period, part.index, null, behind + 2);
  const year = fiscalYear(tokens, behind);
  if (year && !year.part) return span(part.period, part.index, year.value, year.next, true);
  if (mark(tokens, behind) === "'") behind++;
  const plain = yearBehind(tokens, behind, true);
  return span(part.period, part.index, plain?.value ?? null, plain?.next ?? i);
}

function quarterOrHalf(text: string): { period: 'quarter' | 'half'; index: number; year: number | null } | null {
  if (!hasDigit(text)) return null;
  const match = /^(?:eo)?(?:([qh])([1-4])|([1-4])([qh]))(?:'?(\d{2}|\d{4}))?$/.exec(withoutS(text));
  if (!match) return null;
  const letter = match[1] ?? match[4];
  const index = Number(match[2] ?? match[3]);
  if (letter === 'h' && index > 2) return null;
  return { period: letter === 'q' ? 'quarter' : 'half', index, year: match[5] ? fullYear(Number(match[5])) : null };
}

/** `FY26`, `FY2026`, `FY 2024-25`, `fiscal year 2026`, `FY26Q3`; `next` is behind it. */
function fiscalYear(
  tokens: Tokens,
  at: number,
): { value: number; part: ReturnType<typeof quarterOrHalf>; next: number } | null {
  const text = word(tokens, at);
  const glued = hasDigit(text) ? /^([qh][1-4])?fy'?(\d{4}|\d{2})([qh][1-4])?$/.exec(text) : null;
  if (glued) {
    const part = glued[1] ?? glued[3];
    return {
      value: fullYear(Number(glued[2])),
      part: part ? quarterOrHalf(part) : null,
      next: skipSecondYear(tokens, at + 1),
    };
  }
  const i = text === 'fy' ? at + 1 : text === 'fiscal' ? (word(tokens, at + 1) === 'year' ? at + 2 : at + 1) : -1;
  if (i < 0) return null;
  const figure = bareInteger(tokens, i);
  if (figure === null || (figure > 99 && yearAt(tokens, i) === null)) return null;
  return { value: fullYear(figure), part: null, next: skipSecondYear(tokens, i + 1) };
}

/** `this quarter`, `the current cycle`, `next year`, `the coming 5 months`, `last month`, `the next six weeks`. */
function readNear(tokens: Tokens, at: number): FoundPhrase | null {
  let i = at;
  const first = word(tokens, i);
  const article = first === 'the' || first === 'this' || first === 'these' || first === 'our';
  if (article) i++;
  let which: 'this' | 'the' | 'next' | 'past' = first === 'this' || first === 'these' ? 'this' : 'the';
  const near = word(tokens, i);
  if (nextWords.has(near)) which = 'next';
  else if (pastWords.has(near)) which = 'past';
  else if (near === 'current') which = 'this';
  const named = which !== 'the' && !(article && (first === 'this' || first === 'these') && !nextWords.has(near));
  if (named) i++;
  if (!article && !named) return null;
  if (/^(?:fiscal|financial|calendar|whole|entire|full)$/.test(word(tokens, i))) i++;
  // `the next six months` is one amount with its unit
  const amount = tokens[i]?.kind === 'amount' ? tokens[i]?.amount : null;
  const unit = amount?.unit.kind === 'duration' ? periods.get(amount.unit.name) : undefined;
  if (amount && unit && named) return near_(which, amount.value, unit, i + 1);
  // `by next March`, `this coming spring`
  if (named && which !== 'past') {
    const month = months.get(word(tokens, i));
    if (month !== undefined && (month !== 5 || which === 'next')) return span('month', month, null, i + 1);
    if (seasons.has(word(tokens, i))) return readNamed(tokens, i);
  }
  const period = periods.get(withoutS(word(tokens, i)));
  if (!period || (which === 'the' && period === 'day')) return null;
  return near_(which, 1, period, i + 1);
}

function near_(which: 'this' | 'the' | 'next' | 'past', count: number, period: Period, next: number): FoundPhrase {
  return { phrase: { kind: 'near', which, count, period, edge: null }, next };
}

/** `EOQ`, `EOY 2026`, `CW 14`, `summer`. */
function readNamed(tokens: Tokens, at: number): FoundPhrase | null {
  const text = word(tokens, at);
  const ending = endAbbreviations.get(text);
  if (ending) {
    const quarter = quarterOrHalf(word(tokens, at + 1));
    if (quarter)
      return { phrase: { ...spanOf(quarter.period, quarter.index, quarter.year, false), edge: 'end' }, next: at + 2 };
    const year = yearBehind(tokens, at + 1, true);
    if (year && ending === 'year')
      return { phrase: { ...spanOf('year', null, year.value, false), edge: 'end' }, next: year.next };
    return { phrase: { kind: 'near', which: 'this', count: 1, period: ending, edge: 'end' }, next: at + 1 };
  }
  if (seasons.has(text)) {
    const next = /^(?:holidays?|break|vacation|season|eve)$/.test(word(tokens, at + 1)) ? at + 2 : at + 1;
    return { phrase: { kind: 'season' }, next: yearBehind(tokens, next, true)?.next ?? next };
  }
  const week = text === 'cw' || text === 'kw' ? bareInteger(tokens, at + 1) : null;
  if (week !== null && week >= 1 && week <= 53) return span('week', week, null, at + 2);
  return null;
}

/** `end of quarter`, `mid-year`: a period without `the`. */
function readBarePeriod(tokens: Tokens, at: number, allowed: boolean): FoundPhrase | null {
  if (allowed && word(tokens, at) === 'fiscal' && word(tokens, at + 1) === 'year')
    return near_('the', 1, 'year', at + 2);
  const period = allowed ? periods.get(withoutS(word(tokens, at))) : undefined;
  if (!period || period === 'day') return null;
  // `end of sprint 6`: a time that people mean, though no day that can be told
  const numbered = bareInteger(tokens, at + 1);
  if (numbered !== null && numbered < 100) return { phrase: { kind: 'season' }, next: at + 2 };
  return near_('the', 1, period, at + 1);
}

/** `quarter's` is a quarter. */
function withoutS(text: string): string {
  return text.endsWith("'s") ? text.slice(0, -2) : text;
}

/** Whether one of the first five characters is a digit: where none is, a word names no quarter and no year. */
function hasDigit(text: string): boolean {
  for (let i = 0; i < 5 && i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

// --- pieces -----------------------------------------------------------------------------------------------------------

function word(tokens: Tokens, at: number): string {
  const token = at >= 0 && at < tokens.length ? tokens[at] : undefined;
  return token?.kind === 'word' ? token.lower : '';
}

function mark(tokens: Tokens, at: number): string {
  const token = at >= 0 && at < tokens.length ? tokens[at] : undefined;
  return token?.kind === 'mark' ? token.lower : '';
}

/** The value of a figure that is a plain whole number, else null. */
function bareInteger(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  return token?.amount && token.lower.length <= 4 && /^\d{1,4}$/.test(token.lower) ? token.amount.value : null;
}

/** Whether a figure may name a year: four digits without a comma, 1990 to 2099. */
export function yearAt(tokens: Tokens, at: number): { value: number; next: number } | null {
  const value = bareInteger(tokens, at);
  if (value === null || value < 1990 || value > 2099) return null;
  return { value, next: skipSecondYear(tokens, at + 1) };
}

/** A year behind a date: `, 2026`, ` 2026`, `'26`. A comma counts only behind a day or quarter. */
function yearBehind(tokens: Tokens, at: number, comma: boolean): { value: number; next: number } | null {
  if (comma && mark(tokens, at) === ',') return yearAt(tokens, at + 1);
  if (mark(tokens, at) === "'") {
    const short = bareInteger(tokens, at + 1);
    return short !== null && short < 100 ? { value: fullYear(short), next: at + 2 } : null;
  }
  return yearAt(tokens, at);
}

/** The `-25` of `2024-25`. */
function skipSecondYear(tokens: Tokens, at: number): number {
  const joined = mark(tokens, at) === '-' || mark(tokens, at) === '/' || mark(tokens, at) === '–';
  const second = joined && !tokens[at + 1]?.spaced ? bareInteger(tokens, at + 1) : null;
  return second !== null && (second < 100 || (second >= 1990 && second <= 2099)) ? at + 2 : at;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function spanOf(period: Period, index: number | null, year: number | null, fiscal: boolean) {
  return { kind: 'span', period, index, year, fiscal, edge: null } as const;
}

function span(period: Period, index: number | null, year: number | null, next: number, fiscal = false): FoundPhrase {
  return { phrase: spanOf(period, index, year, fiscal), next };
}
