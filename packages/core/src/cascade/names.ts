/** Goals by their names: what a path is looked up in. */
import type {
  BuildingGoal,
  BuildingGuardrail,
  BuildingKeyResult,
  BuildingKpi,
  BuildingObjective,
  BuildingSet,
} from './building.ts';
import { byFirstDay, byLength, encloses } from './cycles.ts';
import { setKey, type Workings } from './workings.ts';

export class Names {
  readonly #workings: Workings;
  readonly #guardrails = new Map<string, BuildingGuardrail>();
  /** Objectives that have a name and are the first with it in their set, by `unit/name`; made when first asked for. */
  #everywhere: Map<string, BuildingObjective[]> | null = null;
  /** By name alone, over all units. */
  #anyUnit: Map<string, BuildingObjective[]> | null = null;
  readonly #setsOfUnit = new Map<string, BuildingSet[]>();

  constructor(workings: Workings) {
    this.#workings = workings;
    for (const guardrail of workings.guardrails) this.#guardrails.set(guardrail.id, guardrail);
    for (const set of workings.sets.values()) {
      const sets = this.#setsOfUnit.get(set.unitName);
      if (sets) sets.push(set);
      else this.#setsOfUnit.set(set.unitName, [set]);
    }
  }

  objective(unit: string, cycle: string, name: string): BuildingObjective | null {
    const set = setKey(unit, cycle);
    const found = this.#workings.goals.get(`${set}/${name}`);
    return found?.kind === 'objective' && found.name === name && found.set.id === set ? found : null;
  }

  keyResult(objective: Pick<BuildingObjective, 'id'>, name: string): BuildingKeyResult | null {
    const found = this.#workings.goals.get(`${objective.id}/${name}`);
    return found?.kind === 'keyResult' && found.name === name && found.objective.id === objective.id ? found : null;
  }

  /** A guardrail of its own (not one that only names a KPI) in a set or objective. */
  guardrail(holder: string, name: string): BuildingGuardrail | null {
    const found = this.#guardrails.get(`${holder}/~guardrail/${name}`);
    return found && !found.kpi ? found : null;
  }

  kpi(name: string): BuildingKpi | null {
    return this.#workings.kpisByName.get(name) ?? null;
  }

  /** Whether a unit of that name is declared, or has sets all the same. */
  knowsUnit(name: string): boolean {
    return name !== '' && (this.#workings.units.byName.has(name) || this.#setsOfUnit.has(name));
  }

  /**
   * Objectives of a unit by that name as seen from a cycle: the one in the cycle itself, then those in the cycles whose dates
   * enclose it, nearest first.
   */
  *visible(unit: string, from: string, name: string): Generator<BuildingObjective> {
    const own = this.objective(unit, from, name);
    if (own) yield own;
    const cycle = this.#workings.cycles.get(from);
    if (!cycle) return;
    const around = this.everywhere(unit, name).flatMap((objective) => {
      const other = objective.set.cycle;
      return other && encloses(other, cycle) ? [{ objective, other }] : [];
    });
    around.sort((a, b) => byLength(a.other, b.other));
    for (const { objective } of around) yield objective;
  }

  /** Objectives of a unit by that name, one for each cycle, in the order of their places. */
  everywhere(unit: string, name: string): readonly BuildingObjective[] {
    this.#everywhere ??= groupFirsts(
      this.#workings,
      this,
      (objective) => `${objective.set.unitName}/${objective.name}`,
    );
    return this.#everywhere.get(`${unit}/${name}`) ?? [];
  }

  /** Units that have an objective of that name in a cycle or one around it, by the places of the objectives. */
  *unitsWith(name: string, from: string): Generator<string> {
    this.#anyUnit ??= groupFirsts(this.#workings, this, (objective) => objective.name ?? '');
    const cycle = this.#workings.cycles.get(from);
    for (const { set } of this.#anyUnit.get(name) ?? []) {
      if (set.cycleName === from || (cycle && set.cycle && encloses(set.cycle, cycle))) yield set.unitName;
    }
  }

  /** Names of objectives of one unit in a cycle and the cycles around it. */
  *objectiveNames(unit: string, cycle: string): Generator<string> {
    const own = this.#workings.cycles.get(cycle);
    for (const set of this.#setsOfUnit.get(unit) ?? []) {
      if (set.cycleName !== cycle && !(own && set.cycle && encloses(set.cycle, own))) continue;
      for (const { name } of set.objectives) if (name) yield name;
    }
  }

  unitNames(): Iterable<string> {
    return this.#workings.units.byName.keys();
  }

  /** Cycle names by first day, each once. */
  cyclesOf(goals: Iterable<BuildingGoal>): readonly string[] {
    const names = new Set<string>();
    for (const goal of goals) names.add((goal.kind === 'objective' ? goal : goal.objective).set.cycleName);
    const known = [...names].flatMap((name) => this.#workings.cycles.get(name) ?? []);
    const unknown = [...names].filter((name) => !this.#workings.cycles.get(name)).sort();
    return [...known.sort(byFirstDay).map(({ name }) => name), ...unknown];
  }
}

function groupFirsts(
  { objectives }: Workings,
  names: Names,
  keyOf: (objective: BuildingObjective) => string,
): Map<string, BuildingObjective[]> {
  const groups = new Map<string, BuildingObjective[]>();
  for (const objective of objectives) {
    const { name, set } = objective;
    if (!name || names.objective(set.unitName, set.cycleName, name) !== objective) continue;
    const key = keyOf(objective);
    const group = groups.get(key);
    if (group) group.push(objective);
    else groups.set(key, [objective]);
  }
  return groups;
}
