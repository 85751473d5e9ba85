/** Nodes refer to each other in circles, so they are filled in step by step and read-only only afterwards. */
import type {
  GuardrailNode,
  InitiativeNode,
  KeyResultNode,
  KpiNode,
  ObjectiveNode,
  SetNode,
  UnitNode,
} from './cascade.ts';

/** `T` while it is being built: every field and every list in it may still change. */
type Building<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

export type BuildingUnit = Building<UnitNode>;
export type BuildingSet = Building<SetNode>;
export type BuildingObjective = Building<ObjectiveNode>;
export type BuildingKeyResult = Building<KeyResultNode>;
export type BuildingInitiative = Building<InitiativeNode>;
export type BuildingGuardrail = Building<GuardrailNode>;
export type BuildingKpi = Building<KpiNode>;
export type BuildingGoal = BuildingObjective | BuildingKeyResult;

/** The empty list of everything that has none: most lists of most goals are empty, and one object serves them all. */
const nothing: readonly never[] = Object.freeze([]);

export function none<T>(): T[] {
  return nothing as unknown as T[];
}

/** The list with one more item; `list` itself grows unless it is the shared empty one. */
export function append<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
