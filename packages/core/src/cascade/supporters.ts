import type { GoalNode } from './cascade.ts';

/** By the id of a goal how many others support it: counted elsewhere, where a cascade shows only some of them. */
export type SupporterCounts = ReadonlyMap<string, number>;

/** How many goals support one; of a goal that nobody counted, as many as the cascade shows. */
export function supportersOf({ id, supportedBy }: GoalNode, counts?: SupporterCounts): number {
  return counts?.get(id) ?? supportedBy.length;
}
