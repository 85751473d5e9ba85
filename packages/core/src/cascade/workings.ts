import type { Config } from '../config/config.ts';
import type { Day } from '../dates/day.ts';
import type { BuildingGuardrail, BuildingInitiative, BuildingKpi } from './building.ts';
import type { CheckinNode, ClosingNode, Duplicate } from './cascade.ts';
import type { Cycles } from './cycles.ts';
import { type Days, days } from './days.ts';
import { Figures } from './figures.ts';
import { GoalIds, Ids } from './ids.ts';
import type { BuildingGoal, BuildingKeyResult, BuildingObjective, BuildingSet } from './nodes.ts';
import type { Placed } from './places.ts';
import type { Surroundings } from './surroundings.ts';
import type { Units } from './units.ts';

/** What the steps of `buildCascade` hand to each other: first the declarations, then the goals, then what connects them. */
export interface Workings {
  readonly today: Day;
  readonly config: Config;
  /** All statements in the order of their places. */
  readonly statements: readonly Placed[];
  readonly cycles: Cycles;
  readonly units: Units;
  readonly ids: Ids;
  readonly goalIds: GoalIds;
  readonly figures: Figures;
  readonly days: Days;
  readonly duplicates: Duplicate[];
  readonly sets: Map<string, BuildingSet>;
  /** For each block, in the order of the blocks. */
  readonly setsOfBlocks: BuildingSet[];
  /** For each block the goals in it that name others, in the order of their places: most name none, and are not looked at again. */
  readonly namingInBlocks: (readonly BuildingGoal[])[];
  readonly objectives: BuildingObjective[];
  readonly keyResults: BuildingKeyResult[];
  /** By id, in the order of their places. */
  readonly initiatives: Map<string, BuildingInitiative>;
  readonly guardrails: Map<string, BuildingGuardrail>;
  readonly kpis: Map<string, BuildingKpi>;
  readonly kpisByName: Map<string, BuildingKpi>;
  readonly checkins: CheckinNode[];
  readonly closings: ClosingNode[];
  /** Where the files are only a part of the project. */
  readonly surroundings: Surroundings | null;
}

export function newWorkings(
  given: Pick<Workings, 'today' | 'config' | 'statements' | 'cycles' | 'units' | 'duplicates' | 'surroundings'>,
): Workings {
  return {
    ...given,
    ids: new Ids(),
    goalIds: new GoalIds(),
    figures: new Figures({ today: given.today, config: given.config }),
    days,
    sets: new Map(),
    setsOfBlocks: [],
    namingInBlocks: [],
    objectives: [],
    keyResults: [],
    initiatives: new Map(),
    guardrails: new Map(),
    kpis: new Map(),
    kpisByName: new Map(),
    checkins: [],
    closings: [],
  };
}

/** The key of a unit's set in a cycle. Half-typed sets have an empty name for what is not there yet. */
export function setKey(unit: string, cycle: string): string {
  return `${unit}/${cycle}`;
}
