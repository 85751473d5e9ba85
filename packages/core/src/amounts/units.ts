import type { Unit, UnitKind } from './amount.ts';
import { currencyCodes, currencySigns, currencyWords } from './currencies.ts';

/** A unit that can be converted: the family it belongs to and how many of the family's base unit it holds. */
interface Scale {
  readonly family: 'time' | 'data' | 'weight' | 'length';
  readonly factor: number;
}

const DAYS_PER_YEAR = 365.25;
const SECOND = 1 / 86_400;

/** Durations by their singular name, in days. A month is a twelfth of a year of 365.25 days. */
const durations: Readonly<Record<string, number>> = {
  ms: SECOND / 1000,
  second: SECOND,
  minute: 60 * SECOND,
  hour: 3600 * SECOND,
  day: 1,
  week: 7,
  month: DAYS_PER_YEAR / 12,
  quarter: DAYS_PER_YEAR / 4,
  year: DAYS_PER_YEAR,
};

const durationSpellings: Readonly<Record<string, string>> = {
  ms: 'ms msec msecs millisecond milliseconds',
  second: 's sec secs second seconds',
  minute: 'min mins minute minutes',
  hour: 'h hr hrs hour hours',
  day: 'd day days',
  week: 'w wk wks week weeks',
  month: 'mo mos mth mths month months',
  quarter: 'qtr qtrs quarter quarters',
  year: 'y yr yrs year years',
};

/** Measures that stay units of kind `word` but can be converted into each other. Upper and lower case do not matter. */
const scales: ReadonlyMap<string, Scale> = new Map<string, Scale>([
  ['b', { family: 'data', factor: 1e-6 }],
  ['kb', { family: 'data', factor: 1e-3 }],
  ['mb', { family: 'data', factor: 1 }],
  ['gb', { family: 'data', factor: 1e3 }],
  ['tb', { family: 'data', factor: 1e6 }],
  ['pb', { family: 'data', factor: 1e9 }],
  ['mg', { family: 'weight', factor: 1e-6 }],
  ['g', { family: 'weight', factor: 1e-3 }],
  ['kg', { family: 'weight', factor: 1 }],
  ['tonne', { family: 'weight', factor: 1e3 }],
  ['tonnes', { family: 'weight', factor: 1e3 }],
  ['mm', { family: 'length', factor: 1e-3 }],
  ['cm', { family: 'length', factor: 1e-2 }],
  ['metre', { family: 'length', factor: 1 }],
  ['metres', { family: 'length', factor: 1 }],
  ['km', { family: 'length', factor: 1e3 }],
]);

/** What else may be written right behind a figure without a space: `60kg`, `88bpm`, `20kWh`. */
const gluedWords: ReadonlySet<string> = new Set([
  ...scales.keys(),
  'kwh',
  'mwh',
  'kwp',
  'mwp',
  'w',
  'kw',
  'mw',
  'bpm',
  'rpm',
  'rps',
  'qps',
  'mbps',
  'fps',
  'pts',
  'pt',
]);

function unit(kind: UnitKind, name: string): Unit {
  return { kind, name, outOf: null, per: null };
}

export const bareNumber: Unit = unit('number', '');

const known: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(durationSpellings).flatMap(([name, spellings]) =>
    spellings.split(' ').map((word) => [word, unit('duration', name)] as const),
  ),
  ...[...currencyWords].map(([word, code]) => [word, unit('currency', code)] as const),
  ...['%', 'percent', 'per cent', 'pct', '٪', '％'].map((word) => [word, unit('percent', '%')] as const),
  ...['pp', 'pps', 'ppt', 'ppts', '%-points', '% points', 'percentage point', 'percentage points'].map(
    (word) => [word, unit('points', 'pp')] as const,
  ),
  ...['x', '×', 'times'].map((word) => [word, unit('multiple', 'x')] as const),
]);

/** Currencies by sign and by code. */
const money: ReadonlyMap<string, Unit> = new Map([
  ...currencySigns.map(([sign, code]) => [sign, unit('currency', code)] as const),
  ...[...currencyCodes].map((code) => [code, unit('currency', code === 'RMB' ? 'CNY' : code)] as const),
]);

/** The unit that a word or sign stands for; null where it is none of the known ones. */
export function knownUnit(word: string): Unit | null {
  return money.get(word) ?? known.get(word) ?? known.get(word.toLowerCase()) ?? null;
}

/** The unit that letters right behind a figure stand for (`300ms`, `60kg`); null for `3D`, `2FA` and the like; a single letter is small (`96h`). */
export function gluedUnit(letters: string): Unit | null {
  if (/^[A-WYZ]$/.test(letters)) return null;
  return knownUnit(letters) ?? (gluedWords.has(letters.toLowerCase()) ? unit('word', letters) : null);
}

/** The unit that a word stands for. Any word is a unit: what is not known counts as a thing that people count. */
export function unitFromWord(word: string): Unit {
  const trimmed = word.trim();
  if (trimmed === '') return bareNumber;
  return knownUnit(trimmed) ?? unit('word', trimmed);
}

/** How many days, megabytes, kilograms or metres one of this unit is; null where it cannot be converted. */
export function scaleOf(of: Unit): Scale | null {
  if (of.kind === 'duration') return { family: 'time', factor: durations[of.name] ?? 1 };
  if (of.kind === 'word') return scales.get(of.name.toLowerCase()) ?? null;
  return null;
}

/** Days in a period by its singular name; null for a thing (`per order`). */
export function daysIn(period: string): number | null {
  return durations[period] ?? null;
}

/** The singular of an English noun, good enough to see that `orders` and `order` are the same thing. */
export function singular(word: string): string {
  if (word.length > 4 && /ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/i.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^su]s$/i.test(word)) return word.slice(0, -1);
  return word;
}

/** The period or thing after `per` or `/`, singular: `weeks` → `week`, `wk` → `week`, `users` → `user`. */
export function periodName(word: string): string {
  const found = known.get(word.toLowerCase());
  return found?.kind === 'duration' ? found.name : singular(word);
}
