/**
 * Progress of one reading along a measure: the table in the language's "Progress" section, row by row. Pure figures; nothing
 * here knows of days or goals.
 */
import type { Amount, Unit } from '../amounts/amount.ts';
import { sameDimension, toBase } from '../amounts/compare.ts';
import type { Measure } from './cascade.ts';

/** How far a reading is: `raw` is 1 at the target and not cut to 0…1. */
export type Reached =
  | { readonly kind: 'reached'; readonly raw: number; readonly way: Way }
  /** `fault`: whether another reading could be measured along the same measure; `start`: one that is itself a change could. */
  | { readonly kind: 'unmeasurable'; readonly why: string; readonly fault: 'measure' | 'reading' | 'start' };

/**
 * What the figure was measured along, for its explanation:
 * - `fromTo`: a way from a level to a level; `change`: a change against the change that is wanted
 * - `held`, `missed`: a limit that is kept or not; `answer`: yes or no
 */
export type Way = 'fromTo' | 'fromZero' | 'change' | 'held' | 'missed' | 'answer';

/** What a measure needs to be measured along. */
export type MeasuredAlong = Pick<Measure, 'form' | 'baseline' | 'target' | 'low'>;

/** The score of a raw figure: cut to 0…1. */
export function scoreOf(raw: number): number {
  return Math.min(1, Math.max(0, raw));
}

export function reachedBy(measure: MeasuredAlong, value: Amount | boolean): Reached {
  if (measure.form === 'yes-no') {
    return typeof value === 'boolean'
      ? { kind: 'reached', raw: value ? 1 : 0, way: 'answer' }
      : unmeasurable(`this key result is answered by yes or no, and the reading is ${value.text}`, 'reading');
  }
  if (typeof value === 'boolean')
    return unmeasurable(`the reading is ${value ? 'yes' : 'no'}, where a figure is needed`, 'reading');
  if (!measure.target) return unmeasurable('its target is missing');
  switch (measure.form) {
    case 'up':
    case 'down':
      return changed(measure, measure.target, value);
    case 'between':
      return measure.low
        ? within(measure, measure.low, measure.target, value)
        : unmeasurable('its range has only one edge');
    default:
      return towards(measure, measure.target, value);
  }
}

/** `from A to B`, `to B`, `at least B`, `at most B`. */
function towards({ form, baseline, target }: MeasuredAlong, goal: Amount, value: Amount): Reached {
  const scale = scaleFor(target, baseline, value);
  const mismatch = firstMismatch(goal, baseline, null, value, scale);
  if (mismatch) return mismatch;
  const b = toBase(goal, scale);
  const v = toBase(value, scale);
  const a = baseline && toBase(baseline, scale);
  if (form === 'at-least') return limit(v >= b, a !== null && a < b ? (v - a) / (b - a) : b > 0 ? v / b : 0);
  if (form === 'at-most') return limit(v <= b, a !== null && a > b ? (v - a) / (b - a) : b > 0 ? b / v : 0);
  if (a !== null) return along(a, b, v);
  // From zero to zero there is no way to go: it is there or it is not.
  return reached(b === 0 ? (v === 0 ? 1 : 0) : v / b, 'fromZero');
}

function within({ baseline }: MeasuredAlong, low: Amount, high: Amount, value: Amount): Reached {
  const scale = scaleFor(high, low, baseline, value);
  const mismatch = firstMismatch(high, low, baseline, value, scale);
  if (mismatch) return mismatch;
  const [one, other] = [toBase(low, scale), toBase(high, scale)];
  const [l, h] = [Math.min(one, other), Math.max(one, other)];
  const v = toBase(value, scale);
  const a = baseline && toBase(baseline, scale);
  // A reading that shot past the range on the far side is outside it, and there is no way left to measure it along.
  if (a !== null && a < l && v < l) return limit(false, (v - a) / (l - a));
  if (a !== null && a > h && v > h) return limit(false, (v - a) / (h - a));
  return limit(v >= l && v <= h, 0);
}

/** `up p%`, `down p%`, and `up`, `down` by an amount. */
function changed({ form, baseline }: MeasuredAlong, target: Amount, value: Amount): Reached {
  const sign = form === 'up' ? 1 : -1;
  const percent = percentOf(target, sign);
  if (percent === null) return changedBy(sign, baseline, target, value);
  if (percent === 0) return unmeasurable(`a change of ${target.text} changes nothing`);
  const change = changeIn(value, baseline);
  if (change !== null) return reached(change / (sign * percent), 'change');
  if (!baseline) return noStart(sign, target, value);
  if (isShare(value.unit) && !isShare(baseline.unit)) {
    return unmeasurable(
      `${value.text} could be a level or a change; write a change with its sign, such as ${example(sign, target)}`,
      'reading',
    );
  }
  const scale = scaleFor(baseline, value);
  const mismatch = firstMismatch(baseline, null, null, value, scale);
  if (mismatch) return mismatch;
  const a = toBase(baseline, scale);
  if (a === 0) return unmeasurable('a percentage of a starting value of zero is zero; write the target as a figure');
  return along(a, a * (1 + (sign * percent) / 100), toBase(value, scale));
}

/** A change by an amount: `up 20 from 100`, `up 9pp from 31%`. */
function changedBy(sign: 1 | -1, baseline: Amount | null, target: Amount, value: Amount): Reached {
  const scale = scaleFor(baseline, target, value);
  const mismatch = firstMismatch(target, baseline, null, value, scale);
  if (mismatch) return mismatch;
  const change = Math.abs(toBase(target, scale));
  if (change === 0) return unmeasurable(`a change of ${target.text} changes nothing`);
  const v = toBase(value, scale);
  if (value.signed && (!baseline || value.unit.kind === 'points')) return reached(v / (sign * change), 'change');
  if (!baseline) return noStart(sign, target, value);
  const a = toBase(baseline, scale);
  return along(a, a + sign * change, v);
}

/** The way from `a` to `b`, and how far `v` has come on it. */
function along(a: number, b: number, v: number): Reached {
  if (a === b)
    return unmeasurable(
      'its start and its target are the same, so there is no way to go; to hold a level, write "at least" or "at most"',
    );
  return reached((v - a) / (b - a), 'fromTo');
}

function limit(holds: boolean, otherwise: number): Reached {
  return holds ? reached(1, 'held') : reached(otherwise, 'missed');
}

function reached(raw: number, way: Way): Reached {
  return Number.isFinite(raw)
    ? { kind: 'reached', raw, way }
    : unmeasurable('its figures are too large to be computed with');
}

function noStart(sign: 1 | -1, target: Amount, value: Amount): Reached {
  return unmeasurable(
    `${value.text} says nothing without a starting value; add one with "from", or write the reading as a change, such as ${example(sign, target)}`,
    'start',
  );
}

function unmeasurable(why: string, fault: 'measure' | 'reading' | 'start' = 'measure'): Reached {
  return { kind: 'unmeasurable', why, fault };
}

/** The change in percent that a target asks for, without sign: 20 for `20%`, 100 for `up 2x`, 50 for `down 2x`; null where it is an amount. */
function percentOf({ unit, value }: Amount, sign: 1 | -1): number | null {
  const size = Math.abs(value);
  if (unit.kind === 'percent') return size;
  if (unit.kind !== 'multiple') return null;
  return sign > 0 ? (size - 1) * 100 : size === 0 ? 0 : (1 - 1 / size) * 100;
}

/** A reading that is itself a change: `-12%`, and `1.5x` of something that is not counted in multiples. */
function changeIn({ signed, unit, value }: Amount, baseline: Amount | null): number | null {
  if (signed && unit.kind === 'percent') return value;
  return unit.kind === 'multiple' && baseline?.unit.kind !== 'multiple' ? (value - 1) * 100 : null;
}

function example(sign: 1 | -1, { text }: Amount): string {
  return `${sign > 0 ? '+' : '-'}${text.replace(/^[-+−]\s*/, '')}`;
}

function isShare(unit: Unit): boolean {
  return unit.kind === 'percent' || unit.kind === 'points';
}

/** What the amounts of a measure and its reading count in: the first unit that one of them names. A bare figure counts in it too. */
function scaleFor(first: Amount | null, second: Amount | null, third?: Amount | null, fourth?: Amount): Unit {
  const named = namedUnit(first) ?? namedUnit(second) ?? namedUnit(third) ?? namedUnit(fourth);
  return named ?? ((first ?? second ?? third ?? fourth) as Amount).unit;
}

function namedUnit(amount: Amount | null | undefined): Unit | null {
  return amount && !isBare(amount.unit) ? amount.unit : null;
}

function isBare(unit: Unit): boolean {
  return unit.kind === 'number' && unit.outOf === null && unit.per === null;
}

/** The first of up to three parts of a measure that counts in another unit than one before it, else the reading where it does. */
function firstMismatch(
  a: Amount | null,
  b: Amount | null,
  c: Amount | null,
  value: Amount,
  scale: Unit,
): Reached | null {
  const first = a ?? b ?? c;
  if (!first) return null;
  const unlike = unlikeFirst(b, first) ?? unlikeFirst(c, first);
  if (unlike) return unmeasurable(`${unlike.text} and ${first.text} do not count in the same unit`);
  const isAlike = sameDimension(value.unit, scale) && isOnScale(a, scale) && isOnScale(b, scale) && isOnScale(c, scale);
  return isAlike ? null : unmeasurable(`the reading ${value.text} cannot be compared with ${first.text}`, 'reading');
}

function unlikeFirst(part: Amount | null, first: Amount): Amount | null {
  return part && !sameDimension(part.unit, first.unit) ? part : null;
}

function isOnScale(part: Amount | null, scale: Unit): boolean {
  return part === null || sameDimension(part.unit, scale);
}
