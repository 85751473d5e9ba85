/** What a path stands for, as seen from a place in a set: read from the inside out, in the cycle itself and those around it. */
import type { Reference } from '../model/file.ts';
import type { BuildingGoal, BuildingKeyResult, BuildingObjective } from './building.ts';
import type { Declared, ObjectiveNode, ReferenceFailure } from './cascade.ts';
import type { Names } from './names.ts';
import { spelledLike } from './suggestions.ts';
import type { Workings } from './workings.ts';

/** From where a path is read: a unit's set in a cycle, and an objective in it or none. */
export interface Standpoint {
  readonly unit: string;
  readonly cycle: string;
  readonly objective: ObjectiveNode | null;
}

export interface Resolution {
  readonly target: Declared | null;
  readonly segmentTargets: readonly (Declared | null)[];
  readonly failure: ReferenceFailure | null;
}

/** What a path may stand for: a goal, a key result, or whatever is read in a check-in (key result, guardrail, KPI). */
export type Wanted = 'goal' | 'keyResult' | 'readable';

type Found = readonly (Declared | null)[];
/** Looks at one way to read a path; true when that is enough. */
type See = (found: Found) => boolean;

export class Resolver {
  readonly #workings: Workings;
  readonly #names: Names;

  constructor(workings: Workings, names: Names) {
    this.#workings = workings;
    this.#names = names;
  }

  resolve(path: Reference, from: Standpoint, wanted: Wanted): Resolution {
    const names = path.segments.map(({ text }) => text);
    let fit: Found | null = null;
    let unfit: Found | null = null;
    this.#eachReading(names, path.cycle?.text ?? null, from, wanted, (found) => {
      const target = found[found.length - 1] ?? null;
      if (target && isWanted(target, wanted)) fit = found;
      else unfit ??= found;
      return fit !== null;
    });
    const segmentTargets = fit as Found | null;
    if (segmentTargets) return { target: segmentTargets.at(-1) ?? null, segmentTargets, failure: null };
    if (unfit) return this.#failed(names, unfit, 'wrong-kind', [], from, wanted);
    const cycles = this.#otherCycles(names, from, wanted);
    const known = this.#asFarAsKnown(names, path.cycle?.text ?? null, from);
    return this.#failed(names, known, cycles.length > 0 ? 'other-cycle' : 'unknown', cycles, from, wanted);
  }

  /**
   * Everything that the whole path can be read as, the meant one first: own key results, the own set, then units. Ends when `see` says so,
   * and tells whether it did.
   */
  #eachReading(names: readonly string[], cycle: string | null, from: Standpoint, wanted: Wanted, see: See): boolean {
    const [first = '', second = '', third = ''] = names;
    const length = names.length;
    if (length === 1 && from.objective && (cycle === null || cycle === from.cycle)) {
      const own = this.#names.keyResult(from.objective, first);
      if (own && see([own])) return true;
    }
    if (length <= 2) {
      const isEnough = (objective: BuildingObjective) =>
        length === 1 ? see([objective]) : this.#inObjective(objective, second, wanted, [objective], see);
      if (this.#eachObjective(from.unit, first, cycle, from, isEnough)) return true;
      if (wanted === 'readable' && this.#healthMetrics(names, from, see)) return true;
    }
    if (!this.#names.knowsUnit(first)) return false;
    const unit = this.#workings.units.byName.get(first) ?? null;
    if (length === 1) return unit !== null && see([unit]);
    if (length > 3) return false;
    return this.#eachObjective(first, second, cycle, from, (objective) =>
      length === 2 ? see([unit, objective]) : this.#inObjective(objective, third, wanted, [unit, objective], see),
    );
  }

  /** The objectives of a unit by that name: the one in the cycle that is said, or that is looked from, and then those in cycles around it. */
  #eachObjective(
    unit: string,
    name: string,
    cycle: string | null,
    from: Standpoint,
    see: (objective: BuildingObjective) => boolean,
  ): boolean {
    const own = this.#names.objective(unit, cycle ?? from.cycle, name);
    if (own && see(own)) return true;
    return cycle === null && this.#names.around(unit, from.cycle, name).some(see);
  }

  #inObjective(objective: BuildingObjective, name: string, wanted: Wanted, before: Found, see: See): boolean {
    const keyResult = this.#names.keyResult(objective, name);
    if (keyResult && see([...before, keyResult])) return true;
    const guardrail = wanted === 'readable' ? this.#names.guardrail(objective.id, name) : null;
    return guardrail !== null && see([...before, guardrail]);
  }

  /** Guardrails of the set, and KPIs by their name or as `unit.kpi`. */
  #healthMetrics([first = '', second]: readonly string[], from: Standpoint, see: See): boolean {
    if (second === undefined) {
      const guardrail = this.#names.guardrail(`${from.unit}/${from.cycle}`, first);
      if (guardrail && see([guardrail])) return true;
    }
    const kpi = this.#names.kpi(second ?? first);
    if (!kpi) return false;
    if (second === undefined) return see([kpi]);
    return kpi.node.unit?.text === first && see([kpi.unit, kpi]);
  }

  /** The cycles, other than those that are looked in, in which the whole path stands for something. */
  #otherCycles(names: readonly string[], from: Standpoint, wanted: Wanted): readonly string[] {
    const [first = '', second = '', third = ''] = names;
    const found: BuildingGoal[] = [];
    const look = (unit: string, objective: string, keyResult: string | null) => {
      for (const other of this.#names.everywhere(unit, objective)) {
        const target = keyResult === null ? other : this.#names.keyResult(other, keyResult);
        if (target && isWanted(target as Declared, wanted)) found.push(target);
      }
    };
    if (names.length <= 2) look(from.unit, first, names.length === 2 ? second : null);
    if (names.length === 2 || names.length === 3) look(first, second, names.length === 3 ? third : null);
    return this.#names.cyclesOf(found);
  }

  /** The longest beginning of the path that stands for something. */
  #asFarAsKnown(names: readonly string[], cycle: string | null, from: Standpoint): Found {
    const [first = '', second = ''] = names;
    const own = this.#firstObjective(from.unit, first, cycle, from);
    if (own && names.length === 2) return [own];
    if (names.length > 1 && this.#names.knowsUnit(first)) {
      const unit = this.#workings.units.byName.get(first) ?? null;
      const objective = this.#firstObjective(first, second, cycle, from);
      return objective && names.length > 2 ? this.#withKeyResult(names, [unit, objective], objective) : [unit];
    }
    if (own) return this.#withKeyResult(names, [own], own);
    const keyResult = from.objective && names.length > 1 ? this.#names.keyResult(from.objective, first) : null;
    return keyResult ? [keyResult] : [];
  }

  #firstObjective(unit: string, name: string, cycle: string | null, from: Standpoint): BuildingObjective | null {
    let first: BuildingObjective | null = null;
    this.#eachObjective(unit, name, cycle, from, (objective) => {
      first = objective;
      return true;
    });
    return first;
  }

  #withKeyResult(names: readonly string[], found: Found, objective: BuildingObjective): Found {
    const next = names[found.length];
    const keyResult = next === undefined ? null : this.#names.keyResult(objective, next);
    return keyResult ? [...found, keyResult] : found;
  }

  #failed(
    names: readonly string[],
    known: Found,
    reason: ReferenceFailure['reason'],
    cycles: readonly string[],
    from: Standpoint,
    wanted: Wanted,
  ): Resolution {
    const segment = Math.max(0, reason === 'wrong-kind' ? names.length - 1 : Math.min(known.length, names.length - 1));
    const segmentTargets = names.map((_, i) => known[i] ?? null);
    const suggest = () => {
      const name = names[segment] ?? '';
      const candidates = this.#candidates(names, segment, segmentTargets[segment - 1] ?? null, from, wanted);
      return [...new Set([...this.#withUnit(name, segment, from), ...spelledLike(name, candidates)])].slice(0, 5);
    };
    return { target: null, segmentTargets, failure: new LateFailure(segment, reason, cycles, suggest) };
  }

  /** `loyalty` may have been meant as `acme.loyalty`. */
  *#withUnit(name: string, segment: number, from: Standpoint): Generator<string> {
    if (segment > 0 || name === '') return;
    let given = 0;
    for (const unit of this.#names.unitsWith(name, from.cycle)) {
      if (unit === from.unit) continue;
      yield `${unit}.${name}`;
      if (++given === 3) return;
    }
  }

  /** Names that could stand at a segment. */
  *#candidates(
    names: readonly string[],
    segment: number,
    before: Declared | null,
    from: Standpoint,
    wanted: Wanted,
  ): Generator<string> {
    if (segment === 0) {
      for (const { name } of from.objective?.keyResults ?? []) if (name) yield name;
      yield* this.#names.objectiveNames(from.unit, from.cycle);
      if (wanted === 'readable') yield* this.#names.kpiNames();
      yield* this.#names.unitNames();
    } else if (before?.kind === 'objective') {
      for (const { name } of before.keyResults) if (name) yield name;
    } else if (segment === 1) {
      yield* this.#names.objectiveNames(names[0] ?? '', from.cycle);
    }
  }
}

/** Suggestions are looked for when somebody asks: most wrong names are only counted. */
class LateFailure implements ReferenceFailure {
  readonly segment: number;
  readonly reason: ReferenceFailure['reason'];
  readonly cycles: readonly string[];
  readonly #suggest: () => readonly string[];
  #suggestions: readonly string[] | null = null;

  constructor(
    segment: number,
    reason: ReferenceFailure['reason'],
    cycles: readonly string[],
    suggest: () => readonly string[],
  ) {
    this.segment = segment;
    this.reason = reason;
    this.cycles = cycles;
    this.#suggest = suggest;
  }

  get suggestions(): readonly string[] {
    this.#suggestions ??= this.#suggest();
    return this.#suggestions;
  }
}

/** A name of one segment that stands for nothing known. */
export function unknownName(name: string, candidates: () => Iterable<string>): ReferenceFailure {
  return new LateFailure(0, 'unknown', [], () => spelledLike(name, candidates()));
}

function isWanted(declared: Declared | BuildingKeyResult, wanted: Wanted): boolean {
  const { kind } = declared;
  if (kind === 'keyResult') return true;
  return wanted === 'goal' ? kind === 'objective' : wanted === 'readable' && (kind === 'guardrail' || kind === 'kpi');
}
