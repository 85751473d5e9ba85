/** How a goal is written at a place: in the fewest words that are read as that goal there. */
import {
  byLength,
  type Cascade,
  type CycleNode,
  encloses,
  type GoalNode,
  type KeyResultNode,
  type ObjectiveNode,
  type SetNode,
} from '@okr-language/core';

/** From where a path is read: a set, and within it an objective. */
export interface PathScope {
  readonly unit: string;
  readonly cycle: string;
  readonly objective: ObjectiveNode | null;
}

/** Names of the cycles in which a path without `in` is looked up: the own one, then those around it, nearest first. */
export function cyclesSearched(cascade: Cascade, cycleName: string): readonly string[] {
  const own = cascade.cycles.get(cycleName);
  if (!own) return [cycleName];
  const around: CycleNode[] = [];
  for (const cycle of cascade.cycles.values()) if (encloses(cycle, own)) around.push(cycle);
  return [cycleName, ...around.sort(byLength).map((cycle) => cycle.name)];
}

export function setOf(cascade: Cascade, unit: string, cycle: string): SetNode | null {
  return cascade.sets.get(`${unit}/${cycle}`) ?? null;
}

export function objectiveNamed(set: SetNode | null, name: string): ObjectiveNode | null {
  return set?.objectives.find((objective) => objective.name === name) ?? null;
}

export function keyResultNamed(objective: ObjectiveNode | null, name: string): KeyResultNode | null {
  return objective?.keyResults.find((keyResult) => keyResult.name === name) ?? null;
}

/** The ways in which a goal can be written at a place, shortest first; none where it, or what holds it, has no name. */
export function pathsTo(
  cascade: Cascade,
  scope: PathScope,
  searched: readonly string[],
  goal: GoalNode,
): readonly string[] {
  const objective = goal.kind === 'objective' ? goal : goal.objective;
  const names = goal.kind === 'objective' ? [objective.name] : [objective.name, goal.name];
  const { unitName, cycleName } = objective.set;
  const isOwnSet = unitName === scope.unit && cycleName === scope.cycle;
  const paths: string[] = [];
  if (goal.kind === 'keyResult' && goal.name !== null && objective === scope.objective) paths.push(goal.name);
  if (names.includes(null)) return paths;
  const first = names[0] as string;
  // What hides a path is an inner thing that the whole of it can stand for.
  const ownKeyResultHides = names.length === 1 && keyResultNamed(scope.objective, first) !== null;
  if (isOwnSet && !ownKeyResultHides) paths.push(names.join('.'));
  const objectiveHides = searched.some((cycle) =>
    keyResultNamed(objectiveNamed(setOf(cascade, scope.unit, cycle), unitName), first),
  );
  if (names.length === 1 && objectiveHides) return paths;
  const path = [unitName, ...names].join('.');
  const found = searched.find((cycle) => {
    const candidate = objectiveNamed(setOf(cascade, unitName, cycle), first);
    return goal.kind === 'objective' ? candidate : keyResultNamed(candidate, goal.name as string);
  });
  paths.push(found === cycleName ? path : `${path} in ${cycleName}`);
  return paths;
}
