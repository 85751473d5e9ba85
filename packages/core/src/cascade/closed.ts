import type { GoalNode, ObjectiveNode, SetNode } from './cascade.ts';

/** A key result is closed with its objective too, and an objective with the last of its key results. */
export function isClosed(goal: GoalNode): boolean {
  if (goal.kind === 'keyResult') return goal.closing !== null || isClosed(goal.objective);
  return goal.closing !== null || isClosedInParts(goal);
}

function isClosedInParts({ keyResults }: ObjectiveNode): boolean {
  return keyResults.length > 0 && keyResults.every(({ closing }) => closing !== null);
}

/** A set is closed with the last of its objectives. Drafts were never agreed on, so nobody waits for their end. */
export function isSetClosed({ objectives }: SetNode): boolean {
  return objectives.some(isClosed) && objectives.every((objective) => objective.draft || isClosed(objective));
}
