import type { GoalNode, ObjectiveNode } from './cascade.ts';

/**
 * Whether an objective hangs in the air: its unit lies below another one, and neither the objective nor a key result of it
 * supports any goal that can be found. It stays so where `standalone because` gives a reason; the reason is shown beside it.
 */
export function isUnaligned({ set, supports, keyResults }: ObjectiveNode): boolean {
  const { unit } = set;
  if (!unit?.parent || unit.level === 'company') return false;
  return supports.length === 0 && keyResults.every((keyResult) => keyResult.supports.length === 0);
}

/** Whether a goal supports another one already, in however many steps: a link back would close a circle. */
export function isThereFor(goal: GoalNode, other: ObjectiveNode): boolean {
  const reached = new Set<GoalNode>([goal]);
  for (const one of reached) {
    for (const { to } of one.supports) reached.add(to); // a set goes on to what joins it meanwhile
    if (one.kind === 'keyResult') reached.add(one.objective);
  }
  return reached.has(other);
}
