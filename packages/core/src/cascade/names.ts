/** Goals by their names: what a path is looked up in. */
import type { OkrSet } from '../model/file.ts';
import { append, type BuildingGuardrail, type BuildingKpi, none } from './building.ts';
import type { CycleNode } from './cascade.ts';
import { byFirstDay, byLength, encloses } from './cycles.ts';
import { firstNamed } from './named.ts';
import type { BuildingGoal, BuildingKeyResult, BuildingObjective, BuildingSet } from './nodes.ts';
import { comparePlaces } from './places.ts';
import { NameList } from './suggestions.ts';
import { type NamedBlock, namedBlock } from './surroundings.ts';
import type { Workings } from './workings.ts';

/** Of so many sets of a unit it is found out once for each of their cycles which lie around it. */
const fewSets = 32;

/** Names are proposed from so many blocks of a unit, and goals of one name of so many sets: any number may be there, and it is asked for each name that is wrong. */
const mostLookedAt = 500;

/** In which cycle goals are looked for, and whether a path says so. */
interface Seeing {
  readonly cycle: string;
  readonly isCycleNamed?: boolean;
}

export class Names {
  readonly #workings: Workings;
  readonly #setsOfUnit = new Map<string, Map<string, BuildingSet>>();
  /** Objectives that have a name and are the first with it in their set, by unit, then name; made for a unit when first asked for. */
  readonly #everywhere = new Map<string, Map<string, BuildingObjective[]>>();
  /** For each unit and cycle that was looked from. */
  readonly #around = new Map<string, Map<string, BuildingSet[]>>();
  #last: BuildingSet | null = null;
  /** By name alone, over all units. */
  #anyUnit: Map<string, BuildingObjective[]> | null = null;
  /** Of the whole project. */
  readonly #lists: { kpi?: NameList; unit?: NameList } = {};
  /** By unit the first of its blocks, in the order of their places. */
  readonly #blocks = new Map<string, readonly NamedBlock[]>();

  constructor(workings: Workings) {
    this.#workings = workings;
    for (const set of workings.sets.values()) {
      const sets = this.#setsOfUnit.get(set.unitName);
      if (sets) sets.set(set.cycleName, set);
      else this.#setsOfUnit.set(set.unitName, new Map([[set.cycleName, set]]));
    }
  }

  objective(unit: string, cycle: string, name: string): BuildingObjective | null {
    const set = this.#setOf(unit, cycle);
    return set && firstNamed(set.objectives, name);
  }

  /** The set that something is written for; null where it has no block. */
  set({ unit, cycle }: Pick<OkrSet, 'unit' | 'cycle'>): BuildingSet | null {
    return this.#setOf(unit?.text ?? '', cycle?.text ?? '');
  }

  #setOf(unit: string, cycle: string): BuildingSet | null {
    const last = this.#last;
    // One after the other, names in a block are looked for in the same set.
    if (last && last.unitName === unit && last.cycleName === cycle) return last;
    const set = this.#setsOfUnit.get(unit)?.get(cycle) ?? null;
    if (set) this.#last = set;
    return set;
  }

  keyResult(objective: BuildingObjective, name: string): BuildingKeyResult | null {
    return firstNamed(objective.keyResults, name);
  }

  /** A guardrail of its own (not one that only names a KPI) in a set or objective. */
  guardrail(holder: string, name: string): BuildingGuardrail | null {
    const found = this.#workings.guardrails.get(`guardrail:${holder}/${name}`);
    return found && !found.kpi ? found : null;
  }

  kpi(name: string): BuildingKpi | null {
    return this.#workings.kpisByName.get(name) ?? null;
  }

  /** Whether a unit of that name is declared, or has sets all the same. */
  knowsUnit(name: string): boolean {
    return name !== '' && (this.#workings.units.byName.has(name) || this.#setsOfUnit.has(name));
  }

  /** Objectives of a unit by that name in the cycles whose dates enclose the one that is looked from, nearest first. */
  around(unit: string, from: string, name: string): readonly BuildingObjective[] {
    const sets = this.#setsOfUnit.get(unit);
    if (!sets) return none();
    if (sets.size > fewSets) return this.#aroundAmong(this.everywhere(unit, name), from);
    let found: BuildingObjective[] = none();
    for (const set of this.#setsAround(unit, from)) {
      const objective = firstNamed(set.objectives, name);
      if (objective) found = append(found, objective);
    }
    return found;
  }

  /** Where a unit has very many cycles, each would have as many around it: only those that have the name are looked at. */
  #aroundAmong(objectives: readonly BuildingObjective[], from: string): readonly BuildingObjective[] {
    const inner = this.#workings.cycles.get(from);
    if (!inner) return none();
    const around = objectives.filter(({ set }) => set.cycle && encloses(set.cycle, inner));
    return around.sort((a, b) => byLength(a.set.cycle as CycleNode, b.set.cycle as CycleNode));
  }

  /** The sets of a unit in cycles around one, nearest first: mostly there are none. */
  #setsAround(unit: string, from: string): readonly BuildingSet[] {
    let ofUnit = this.#around.get(unit);
    if (!ofUnit) {
      ofUnit = new Map();
      this.#around.set(unit, ofUnit);
    }
    let around = ofUnit.get(from);
    if (!around) {
      around = none();
      const cycle = this.#workings.cycles.get(from);
      for (const set of (cycle && this.#setsOfUnit.get(unit)?.values()) ?? []) {
        if (cycle && set.cycle && encloses(set.cycle, cycle)) around = append(around, set);
      }
      around.sort((a, b) => byLength(a.cycle as CycleNode, b.cycle as CycleNode));
      ofUnit.set(from, around);
    }
    return around;
  }

  /** Objectives of a unit by that name, one for each cycle, in the order of their places. */
  everywhere(unit: string, name: string): readonly BuildingObjective[] {
    let byName = this.#everywhere.get(unit);
    if (!byName) {
      byName = this.#firstsByName(this.#setsOfUnit.get(unit)?.values() ?? []);
      this.#everywhere.set(unit, byName);
    }
    return byName.get(name) ?? [];
  }

  /** Units that have an objective of that name in a cycle or one around it, by the places of the objectives; one for each cycle. */
  *unitsWith(name: string, from: Seeing): Generator<string> {
    let looked = 0;
    for (const { unit, cycle } of this.#workings.surroundings?.setsWith(name) ?? this.#setsWith(name)) {
      if (this.#isAround(cycle, from)) yield unit;
      if (++looked === mostLookedAt) return;
    }
  }

  *#setsWith(name: string): Generator<{ readonly unit: string; readonly cycle: string }> {
    this.#anyUnit ??= this.#firstsByName(this.#workings.sets.values(), true);
    for (const { set } of this.#anyUnit.get(name) ?? []) yield { unit: set.unitName, cycle: set.cycleName };
  }

  /** Names of objectives of one unit in a cycle and the cycles around it. */
  *objectiveNames(unit: string, from: Seeing): Generator<string> {
    const { surroundings } = this.#workings;
    for (const { cycle, names } of surroundings?.blocksOf(unit, mostLookedAt) ?? this.#blocksOf(unit)) {
      if (this.#isAround(cycle, from)) yield* names;
    }
  }

  #blocksOf(unit: string): readonly NamedBlock[] {
    let named = this.#blocks.get(unit);
    if (!named) {
      const sets = [...(this.#setsOfUnit.get(unit)?.values() ?? [])];
      const blocks = sets.flatMap(({ cycleName, blocks }) => blocks.map((block) => ({ cycle: cycleName, block })));
      blocks.sort((a, b) => comparePlaces(a.block, b.block));
      named = blocks.slice(0, mostLookedAt).map(({ cycle, block }) => namedBlock(cycle, block.node));
      this.#blocks.set(unit, named);
    }
    return named;
  }

  /** Whether a cycle is the one that is looked from or, where that is not said, encloses it. */
  #isAround(name: string, from: Seeing): boolean {
    if (name === from.cycle) return true;
    if (from.isCycleNamed) return false;
    const cycle = this.#workings.cycles.get(name);
    const inner = this.#workings.cycles.get(from.cycle);
    return cycle !== null && inner !== null && encloses(cycle, inner);
  }

  /** Names that one may have been meant which stands for nothing. */
  all(kind: 'unit' | 'cycle' | 'kpi'): NameList {
    const { surroundings, units, cycles, kpisByName } = this.#workings;
    if (kind === 'cycle') return cycles.names(surroundings?.cycleNames());
    if (surroundings) return kind === 'kpi' ? surroundings.kpiNames() : surroundings.unitNames();
    this.#lists[kind] ??= new NameList((kind === 'kpi' ? kpisByName : units.byName).keys());
    return this.#lists[kind];
  }

  /** Cycle names by first day, each once. Of a set that is still being typed there may be none to tell. */
  cyclesOf(goals: Iterable<BuildingGoal>): readonly string[] {
    const names = new Set<string>();
    for (const goal of goals) names.add((goal.kind === 'objective' ? goal : goal.objective).set.cycleName);
    names.delete('');
    const known = [...names].flatMap((name) => this.#workings.cycles.get(name) ?? []);
    const unknown = [...names].filter((name) => !this.#workings.cycles.get(name)).sort();
    return [...known.sort(byFirstDay).map(({ name }) => name), ...unknown];
  }

  #firstsByName(sets: Iterable<BuildingSet>, inOrder = false): Map<string, BuildingObjective[]> {
    const groups = new Map<string, BuildingObjective[]>();
    for (const set of sets) {
      for (const { name } of set.objectives) {
        const first = name && firstNamed(set.objectives, name);
        if (!first) continue;
        const group = groups.get(first.name ?? '');
        if (!group) groups.set(first.name ?? '', [first]);
        else if (group.at(-1) !== first) group.push(first);
      }
    }
    // Sets come by their first blocks, and what is asked for may stand in a later one.
    if (inOrder) for (const group of groups.values()) group.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    return groups;
  }
}

function placeOf({ uri, node }: BuildingObjective) {
  return { uri, span: node.span };
}
