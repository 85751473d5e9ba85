import type { Unit } from '../amounts/amount.ts';

/** Whether two amounts are written in the very same unit, as nearly all of one key result are: then there is nothing to convert. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  return a.kind === b.kind && a.name === b.name && a.outOf === b.outOf && a.per === b.per;
}
