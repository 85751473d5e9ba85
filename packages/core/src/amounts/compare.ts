import type { Amount, Unit } from './amount.ts';
import { daysIn, scaleOf, singular } from './units.ts';

/**
 * Whether amounts of these units can be compared.
 * A bare figure goes with anything, since people write `from 9 to 4 days` and check in with `6`; it then counts in the
 * other's unit (see `toBase`). Durations go with durations, megabytes with gigabytes, percent with percentage points and with `3 of 5`.
 */
export function sameDimension(a: Unit, b: Unit): boolean {
  if (a === b) return true;
  if (a.per !== null && b.per !== null && a.per !== b.per && !(daysIn(a.per) && daysIn(b.per))) return false;
  if (a.outOf !== null && b.outOf !== null && a.outOf !== b.outOf) return false;
  if (a.kind === 'number' || b.kind === 'number') return true;
  const left = scaleOf(a);
  const right = scaleOf(b);
  if (left || right) return left?.family === right?.family;
  if (isPercent(a) && isPercent(b)) return true;
  if (a.kind !== b.kind) return false;
  return a.kind === 'word' ? singular(a.name.toLowerCase()) === singular(b.name.toLowerCase()) : a.name === b.name;
}

function isPercent(unit: Unit): boolean {
  return unit.kind === 'percent' || unit.kind === 'points' || isPoints(unit);
}

/** `up 3 points from 7%` is said of percentage points. */
function isPoints({ kind, name }: Unit): boolean {
  return kind === 'word' && /^points?$/i.test(name);
}

/**
 * The amount as a plain number that can be computed with: durations in days, data in megabytes, weights in kilograms,
 * lengths in metres, all else as the figure stands (8 for `8%`). A rate per period counts per day.
 *
 * What the amount itself leaves open is taken from `like`: compare with `toBase(reading, target.unit)`, so that a bare
 * `6` read against `4 days` is six days, and `18` against `20 per month` is eighteen per month. `3 of 5` against percent is 60, and 60% against `of 5` is 3.
 */
export function toBase(amount: Amount, like: Unit = amount.unit): number {
  const unit = amount.unit.kind === 'number' ? like : amount.unit;
  const per = amount.unit.per ?? like.per;
  const days = per === null ? null : daysIn(per);
  return (shareIn(amount, like) * (scaleOf(unit)?.factor ?? 1)) / (days ?? 1);
}

/** The figure of an amount, where one of the two is a share in percent and the other one out of so many as a figure of the latter's kind. */
function shareIn({ value, unit }: Amount, like: Unit): number {
  if (unit.kind === 'number' && unit.outOf && like.kind === 'percent') return (value / unit.outOf) * 100;
  if (unit.kind === 'percent' && like.kind === 'number' && like.outOf) return (value / 100) * like.outOf;
  return value;
}
