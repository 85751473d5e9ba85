import type { Day } from '../dates/day.ts';
import type { CycleNode, Deadline } from './cascade.ts';
import { percent } from './words.ts';

/** The days in which a goal is to be reached; null where it is not known. */
export interface GoalTime {
  readonly start: Day | null;
  readonly end: Day | null;
}

/** From the cycle's first day to the deadline; a deadline that cannot be read leaves the cycle's last day. */
export function timeOf(cycle: CycleNode | null, deadline: Deadline | null): GoalTime {
  return { start: cycle?.range?.first ?? null, end: deadline?.day ?? cycle?.range?.last ?? null };
}

/** The share of its time that has passed on a day: 0 on the first day and before, 1 on the last and after; null without dates. */
export function elapsedShare({ start, end }: GoalTime, day: Day): number | null {
  if (end === null) return null;
  if (day >= end) return 1;
  if (start === null) return null;
  return day <= start ? 0 : (day - start) / (end - start);
}

/** What people call the time that a calendar cycle spans; `cycle` for all others. */
export function wordForCycle(name: string): string {
  if (/^\d{4}$/.test(name)) return 'year';
  if (/^\d{4}-H\d$/.test(name)) return 'half-year';
  if (/^\d{4}-Q\d$/.test(name)) return 'quarter';
  if (/^\d{4}-\d\d$/.test(name)) return 'month';
  return 'cycle';
}

/** `44% of the quarter has passed` */
export function passedInWords(share: number, what: string): string {
  if (share <= 0) return `None of ${what} has passed yet`;
  return share >= 1 ? `All of ${what} has passed` : `${percent(share)} of ${what} has passed`;
}
