import type { ObjectiveNode } from './cascade.ts';

/**
 * Whether an objective hangs in the air: its unit lies below another one, and neither the objective nor a key result of it
 * supports any goal that can be found. It stays so where `standalone because` gives a reason; the reason is shown beside it.
 */
export function isUnaligned({ set, supports, keyResults }: ObjectiveNode): boolean {
  const { unit } = set;
  if (!unit?.parent || unit.level === 'company') return false;
  return supports.length === 0 && keyResults.every((keyResult) => keyResult.supports.length === 0);
}
