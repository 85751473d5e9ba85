/** What a path stands for, as seen from a place in a set: read from the inside out, in the cycle itself and those around it. */
import type { Name, Reference } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import type { BuildingGuardrail, BuildingKpi } from './building.ts';
import type { Declared, ReferenceFailure, ResolvedReference } from './cascade.ts';
import type { Names } from './names.ts';
import type { BuildingGoal, BuildingObjective } from './nodes.ts';
import { LateFailure, type Lost, wayTo } from './references.ts';
import { type NameList, oneOf, spelledLike } from './suggestions.ts';
import { setKey, type Workings } from './workings.ts';

/** From where a path is read: a unit's set in a cycle, and an objective in it or none. */
export interface Standpoint {
  readonly unit: string;
  readonly cycle: string;
  readonly objective: BuildingObjective | null;
  /** Whether something is told of goals there, in a check-in or closing: then other units' goals are never proposed. */
  readonly isReport: boolean;
  /** Where a path says in which cycle: then none around it is looked in. */
  readonly isCycleNamed?: boolean;
}

/** What a path may stand for: a goal, a key result, or whatever is read in a check-in (key result, guardrail, KPI). */
export type Wanted = 'goal' | 'keyResult' | 'readable';

type Found = readonly (Declared | null)[];
type Holder = ResolvedReference['holder'];

export class Resolver {
  readonly #workings: Workings;
  readonly #names: Names;
  /** What is looked for, and what was seen that is not of that kind; paths are looked up one after the other. */
  #wanted: Wanted = 'goal';
  #unfit: Declared | null = null;

  constructor(workings: Workings, names: Names) {
    this.#workings = workings;
    this.#names = names;
  }

  /** What a path stands for, or why it stands for nothing. */
  resolve(path: Reference, from: Standpoint, wanted: Wanted, holder: Holder = null): Declared | LateFailure {
    this.#wanted = wanted;
    this.#unfit = null;
    const { segments } = path;
    const cycle = path.cycle?.text ?? null;
    const target = this.#read(segments, cycle, from);
    return target ?? this.#failure(path, this.#unfit, from, wanted, holder);
  }

  #failure(path: Reference, unfit: Declared | null, from: Standpoint, wanted: Wanted, holder: Holder): LateFailure {
    return new LateFailure(() => {
      const lost = this.#lost(path, unfit, from, wanted, holder);
      const isOther = (name: string) => !this.#leadsToItself(path, lost.segment, name, from, wanted, holder);
      return { ...lost, suggest: () => lost.suggest().filter(isOther) };
    });
  }

  /** Whether a path would lead to the goal that it stands in, or a part of it, with another name in one of its places. */
  #leadsToItself(
    { segments, cycle }: Reference,
    segment: number,
    name: string,
    from: Standpoint,
    wanted: Wanted,
    holder: Holder,
  ): boolean {
    if (holder?.kind !== 'objective' && holder?.kind !== 'keyResult') return false;
    const named = name.split('.').map((text) => ({ text, span: segments[segment]?.span as Span }));
    this.#wanted = wanted;
    const found = this.#read(segments.toSpliced(segment, 1, ...named), cycle?.text ?? null, from);
    if (found?.kind === 'keyResult' && holder.kind === 'objective') return found.objective === holder;
    return found === holder || (holder.kind === 'keyResult' && found === holder.objective);
  }

  #lost(
    { segments, cycle }: Reference,
    unfit: Declared | null,
    standpoint: Standpoint,
    wanted: Wanted,
    holder: Holder,
  ): Lost {
    const names = segments.map(({ text }) => text);
    // What may be meant is looked for in the cycle that is said.
    const objective = cycle === null || cycle.text === standpoint.cycle ? standpoint.objective : null;
    const from = cycle === null ? standpoint : { ...standpoint, cycle: cycle.text, objective, isCycleNamed: true };
    if (unfit) return this.#failed(names, wayTo(unfit, names.length), 'wrong-kind', [], from, wanted);
    const cycles = this.#otherCycles(names, from, wanted, holder);
    const known = this.#asFarAsKnown(names, cycle?.text ?? null, from);
    return this.#failed(names, known, cycles.length > 0 ? 'other-cycle' : 'unknown', cycles, from, wanted);
  }

  /** Why a name that stands alone, of a unit, a cycle or a KPI, stands for nothing. What has the name `own` refers to another one. */
  unknown(name: string, kind: 'unit' | 'cycle' | 'kpi', own = ''): LateFailure {
    const suggest = () => spelledLike(name, [], [this.#names.all(kind)]).filter((other) => other !== own);
    return new LateFailure(() => ({ segment: 0, reason: 'unknown', cycles: [], known: [], suggest }));
  }

  /** The first of all that the whole path can be read as and that is of the wanted kind: own key results, the own set, then units. */
  #read(segments: readonly Name[], cycle: string | null, from: Standpoint): Declared | null {
    const { length } = segments;
    const first = segments[0]?.text ?? '';
    const second = segments[1]?.text ?? '';
    if (length === 1 && from.objective && (cycle === null || cycle === from.cycle)) {
      const own = this.#ifWanted(this.#names.keyResult(from.objective, first));
      if (own) return own;
    }
    if (length <= 2) {
      const near = this.#inUnit(from.unit, first, length === 1 ? null : second, cycle, from);
      const found = near ?? (this.#wanted === 'readable' ? this.#healthMetric(first, length, second, from) : null);
      if (found) return found;
    }
    if (!this.#names.knowsUnit(first)) return null;
    if (length === 1) return this.#ifWanted(this.#workings.units.byName.get(first) ?? null);
    return length > 3
      ? null
      : this.#inUnit(first, second, length === 2 ? null : (segments[2]?.text ?? ''), cycle, from);
  }

  #ifWanted(found: Declared | BuildingGoal | BuildingGuardrail | BuildingKpi | null): Declared | null {
    if (found === null) return null;
    if (isWanted(found as Declared, this.#wanted)) return found as Declared;
    this.#unfit ??= found as Declared;
    return null;
  }

  /**
   * An objective of a unit by its name, or a key result or guardrail in it: of the cycle that is said, or that is looked from, and
   * then of those around it.
   */
  #inUnit(unit: string, name: string, below: string | null, cycle: string | null, from: Standpoint): Declared | null {
    const own = this.#names.objective(unit, cycle ?? from.cycle, name);
    const found = own && this.#inObjective(own, below);
    if (found || cycle !== null) return found;
    for (const objective of this.#names.around(unit, from.cycle, name)) {
      const further = this.#inObjective(objective, below);
      if (further) return further;
    }
    return null;
  }

  #inObjective(objective: BuildingObjective, name: string | null): Declared | null {
    if (name === null) return this.#ifWanted(objective);
    const keyResult = this.#ifWanted(this.#names.keyResult(objective, name));
    if (keyResult || this.#wanted !== 'readable') return keyResult;
    return this.#ifWanted(this.#names.guardrail(objective.id, name));
  }

  /** Guardrails of the set, and KPIs by their name or as `unit.kpi`. */
  #healthMetric(first: string, length: number, second: string, from: Standpoint): Declared | null {
    if (length > 1) {
      const kpi = this.#names.kpi(second);
      return kpi?.node.unit?.text === first ? this.#ifWanted(kpi) : null;
    }
    return (
      this.#ifWanted(this.#names.guardrail(setKey(from.unit, from.cycle), first)) ??
      this.#ifWanted(this.#names.kpi(first))
    );
  }

  /** The cycles, other than those that are looked in, in which the whole path stands for something. */
  #otherCycles(names: readonly string[], from: Standpoint, wanted: Wanted, holder: Holder): readonly string[] {
    const own = holder?.kind === 'keyResult' ? holder.objective : holder;
    const [first = '', second = '', third = ''] = names;
    const found: BuildingGoal[] = [];
    const look = (unit: string, objective: string, keyResult: string | null) => {
      for (const other of this.#names.everywhere(unit, objective)) {
        if (other === own) continue;
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
    const own = this.#names.objective(unit, cycle ?? from.cycle, name);
    return own ?? (cycle === null ? (this.#names.around(unit, from.cycle, name)[0] ?? null) : null);
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
  ): Lost {
    const segment = Math.max(0, reason === 'wrong-kind' ? names.length - 1 : Math.min(known.length, names.length - 1));
    const suggest = () => {
      const name = names[segment] ?? '';
      // An objective has no readings, and no work is for one: it may only lead on to its key results.
      const mayBeObjective = wanted === 'goal' || segment < names.length - 1;
      const before = known[segment - 1] ?? null;
      const near = this.#candidates(names, segment, before, from, mayBeObjective);
      const mayBeUnit = mayBeObjective && (!from.isReport || names.length > 2);
      const lists = segment === 0 ? this.#lists(wanted, mayBeUnit) : [];
      if (from.isReport) {
        const unit = before?.kind === 'objective' ? before.set.unitName : names[0];
        return segment === 0 || unit === from.unit ? oneOf(name, near, lists) : spelledLike(name, near, lists);
      }
      const withUnit = mayBeObjective ? this.#withUnit(name, segment, from) : [];
      return [...new Set([...withUnit, ...spelledLike(name, near, lists)])].slice(0, 5);
    };
    return { segment, reason, cycles, known, suggest };
  }

  /** `loyalty` may have been meant as `acme.loyalty`. */
  *#withUnit(name: string, segment: number, from: Standpoint): Generator<string> {
    if (segment > 0 || name === '') return;
    let given = 0;
    for (const unit of this.#names.unitsWith(name, from)) {
      if (unit === from.unit) continue;
      yield `${unit}.${name}`;
      if (++given === 3) return;
    }
  }

  /** Names of the whole project with which a path may begin. */
  #lists(wanted: Wanted, mayBeUnit: boolean): readonly NameList[] {
    const kpis = wanted === 'readable' ? [this.#names.all('kpi')] : [];
    return mayBeUnit ? [...kpis, this.#names.all('unit')] : kpis;
  }

  /** Names of goals that could stand at a segment. */
  *#candidates(
    names: readonly string[],
    segment: number,
    before: Declared | null,
    from: Standpoint,
    mayBeObjective: boolean,
  ): Generator<string> {
    if (segment === 0) {
      for (const { name } of from.objective?.keyResults ?? []) if (name) yield name;
      if (mayBeObjective && names.length <= 2) yield* this.#names.objectiveNames(from.unit, from);
    } else if (before?.kind === 'objective') {
      for (const { name } of before.keyResults) if (name) yield name;
    } else if (segment === 1 && mayBeObjective) {
      yield* this.#names.objectiveNames(names[0] ?? '', from);
    }
  }
}

function isWanted(declared: Declared, wanted: Wanted): boolean {
  const { kind } = declared;
  if (kind === 'keyResult') return true;
  return wanted === 'goal' ? kind === 'objective' : wanted === 'readable' && (kind === 'guardrail' || kind === 'kpi');
}
