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

/** The list with one more item. A short one is made anew, since one that grows takes room for many more; a longer one grows itself. */
export function append<T>(list: T[], item: T): T[] {
  switch (list.length) {
    case 0:
      return [item];
    case 1:
      return [list[0] as T, item];
    case 2:
      return [list[0] as T, list[1] as T, item];
    default:
      list.push(item);
      return list;
  }
}
