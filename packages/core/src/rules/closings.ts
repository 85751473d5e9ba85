/** What the rules about the end of a cycle have in common. */
import type { GoalNode } from '../cascade/cascade.ts';
import { hair } from './news.ts';

/** Cycles that ended longer ago are left alone: nobody goes back half a year to close them. */
export const daysLookedBack = 183;

/** The score that a goal was closed with; null where there is none, or one outside of 0 to 1, which `score-range` reports. */
export function scoreOf({ closing }: GoalNode): number | null {
  const value = closing?.node.score?.value ?? null;
  return value !== null && isOnScale(value) ? value : null;
}

export function isOnScale(score: number): boolean {
  return score >= 0 && score <= 1;
}

/** A score that is not what the check-ins give, and for which no reason is given. */
export function unexplainedScore(goal: GoalNode, tolerance: number): { readonly computed: number } | null {
  const score = scoreOf(goal);
  if (score === null || isExplained(goal)) return null;
  const parts = goal.kind === 'objective' ? goal.keyResults : [goal];
  if (parts.length === 0 || parts.some((part) => part.progress.state !== 'measured')) return null;
  const { progress } = goal;
  return Math.abs(score - progress.value) > tolerance + hair ? { computed: progress.value } : null;
}

/** Whether something was learned, at the goal itself or, for a key result, at its objective. */
export function isExplained(goal: GoalNode): boolean {
  const own = goal.closing?.node.learned?.text.trim();
  if (own) return true;
  if (goal.kind === 'keyResult') return Boolean(goal.objective.closing?.node.learned?.text.trim());
  return goal.keyResults.some(({ closing }) => closing?.node.learned?.text.trim());
}

export const scoreTolerance = 0.1;

/** A score as people write it: 0.7, 0.65. */
export function writtenScore(score: number): string {
  const rounded = Math.round(score * 100) / 100;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
}
