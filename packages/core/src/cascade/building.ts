/** Nodes refer to each other in circles, so they are filled in step by step and read-only only afterwards. */
import type { GuardrailNode, InitiativeNode, KpiNode, UnitNode } from './cascade.ts';

/** `T` while it is being built: every field and every list in it may still change. */
type Building<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

export type BuildingUnit = Building<UnitNode>;
export type BuildingInitiative = Building<InitiativeNode>;
export type BuildingGuardrail = Building<GuardrailNode>;
export type BuildingKpi = Building<KpiNode>;

/**
 * The empty list of everything that has none: most lists of most goals are empty, and one object serves them all. It is not frozen: the
 * engine of Node runs through lists of which some are frozen a fifth slower. `test/unit/cascade/empty.test.ts` holds that nobody adds to it.
 */
const nothing: readonly never[] = [];

export function none<T>(): T[] {
  return nothing as unknown as T[];
}

/** The list with one more item; `list` itself grows unless it is the shared empty one. */
export function append<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
