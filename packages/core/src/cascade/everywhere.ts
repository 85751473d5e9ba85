/**
 * Questions about a whole project that nobody can answer who sees only a part of it. Rules ask them here and look at no list of everything
 * for it: the engine checks each file on a part of the project, answers for the rest, and looks again only when an answer is another.
 */
import type { DayRange } from '../dates/day.ts';
import { Stretches } from '../dates/stretches.ts';
import type { CascadeParts, GoalNode, SetNode, UnitNode } from './cascade.ts';
import { setKey } from './workings.ts';

type Whole = Omit<CascadeParts, 'everywhere'>;

export interface Everywhere {
  /** Whether anybody checks in: a reading stands somewhere, at a key result or in a check-in. */
  hasReadings(): boolean;
  hasClosings(): boolean;
  /** Whether at least two units have objectives in a cycle. */
  isShared(cycle: string): boolean;
  hasObjectives(unit: string, cycle: string): boolean;
  /** Whether a unit has objectives in a cycle that touches these days; null where it has none in any cycle whose days are known. */
  hasGoalsDuring(unit: string, days: DayRange): boolean | null;
  /** The unit of the first set of a cycle that has objectives and lies in a company; null where there is none. */
  firstUnder(company: string, cycle: string): string | null;
  /** Whether a KPI belongs to a unit, or a guardrail stands in one of its sets. */
  isWatched(unit: string): boolean;
  /** Whether a goal of a set supports or needs a goal of a unit that lies neither above nor below, or the other way round. */
  isLinkedBeside(unit: string, cycle: string): boolean;
}

/** The answers where all of the project is there. Nothing is looked for before somebody asks. */
export function everywhereIn(cascade: Whole): Everywhere {
  const busyUnits = once(() => grouped(busySets(cascade), ({ cycleName }) => cycleName));
  const busyTimes = once(() => busyTimesIn(cascade));
  const watched = once(() => watchedUnits(cascade));
  const needed = once(() => neededBy(cascade));
  const firsts = new Map<string, ReadonlyMap<string, string>>();
  return {
    hasReadings: once(
      () =>
        cascade.checkins.some(({ node }) => node.readings.length > 0) ||
        cascade.keyResults.some(({ node }) => node.readings.length > 0),
    ),
    hasClosings: () => cascade.closings.length > 0,
    isShared: (cycle) => (busyUnits().get(cycle)?.length ?? 0) > 1,
    hasObjectives: (unit, cycle) => (cascade.sets.get(setKey(unit, cycle))?.objectives.length ?? 0) > 0,
    hasGoalsDuring: (unit, days) => busyTimes().get(unit)?.touch(days) ?? null,
    firstUnder(company, cycle) {
      let under = firsts.get(cycle);
      if (!under) {
        under = firstUnits((busyUnits().get(cycle) ?? []).map(({ unit }) => unit));
        firsts.set(cycle, under);
      }
      return under.get(company) ?? null;
    },
    isWatched: (unit) => watched().has(unit),
    isLinkedBeside(unit, cycle) {
      const set = cascade.sets.get(setKey(unit, cycle));
      const goals = set?.objectives.flatMap((objective) => [objective, ...objective.keyResults]) ?? [];
      return goals.some((goal) =>
        [...partnersOf(goal), ...(needed().get(goal) ?? [])].some((other) => isBeside(other, set?.unit ?? null)),
      );
    },
  };
}

/** The company that a unit lies in, or is; null where none is above it. */
export function companyOf(unit: UnitNode | null): UnitNode | null {
  let at = unit;
  while (at && at.level !== 'company') at = at.parent;
  return at;
}

/** By the name of each company the first of some units that lies in it. */
export function firstUnits(units: readonly (UnitNode | null)[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  for (const unit of units) {
    const company = companyOf(unit)?.name;
    if (unit && company !== undefined && !firsts.has(company)) firsts.set(company, unit.name);
  }
  return firsts;
}

function busySets({ sets }: Whole): readonly SetNode[] {
  return [...sets.values()].filter(({ objectives }) => objectives.length > 0);
}

/** By unit, when it has objectives. */
function busyTimesIn(cascade: Whole): ReadonlyMap<string, Stretches> {
  const sets = grouped(busySets(cascade), ({ unitName }) => unitName);
  return new Map(
    Array.from(sets, ([unit, its]) => [unit, new Stretches(its.flatMap(({ cycle }) => cycle?.range ?? []))]),
  );
}

function watchedUnits({ kpis, guardrails }: Whole): ReadonlySet<string | undefined> {
  const sets = guardrails.map((guardrail) => (guardrail.in.kind === 'set' ? guardrail.in : guardrail.in.set));
  return new Set([...kpis.map(({ node }) => node.unit?.text), ...sets.map(({ unitName }) => unitName)]);
}

/** The units that a goal supports, needs or is supported by. */
function partnersOf({ supports, supportedBy, dependsOn }: GoalNode): readonly (UnitNode | null)[] {
  return [
    ...supports.map(({ to }) => unitOf(to)),
    ...dependsOn.map(({ to }) => unitOf(to)),
    ...supportedBy.map(({ from }) => unitOf(from)),
  ];
}

/** The units that need a goal. */
function neededBy({ objectives, keyResults }: Whole): ReadonlyMap<GoalNode, readonly (UnitNode | null)[]> {
  const needed = new Map<GoalNode, (UnitNode | null)[]>();
  for (const { from, to } of [...objectives, ...keyResults].flatMap(({ dependsOn }) => dependsOn)) {
    const units = needed.get(to);
    if (units) units.push(unitOf(from));
    else needed.set(to, [unitOf(from)]);
  }
  return needed;
}

function unitOf(goal: GoalNode): UnitNode | null {
  return (goal.kind === 'objective' ? goal : goal.objective).set.unit;
}

function isBeside(other: UnitNode | null, unit: UnitNode | null): boolean {
  return other !== null && unit !== null && !isAbove(other, unit) && !isAbove(unit, other);
}

/** Whether a unit is another one or lies above it. */
function isAbove(above: UnitNode, unit: UnitNode): boolean {
  let at: UnitNode | null = unit;
  while (at && at.depth > above.depth) at = at.parent;
  return at === above;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** What is made when somebody asks for it, and then kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
