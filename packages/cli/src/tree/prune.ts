import type { CascadeTree, ObjectiveRow, SetRow, UnitRow } from '@okr-language/core';

/** The tree without what stands in files that were not asked for. Units stay as the way down to what is left. */
export function pruneTree(tree: CascadeTree, isChosen: (uri: string) => boolean): CascadeTree {
  const keepUnits = (units: readonly UnitRow[]): readonly UnitRow[] =>
    units.flatMap((unit) => {
      const sets = keepSets(unit.sets);
      const below = keepUnits(unit.units);
      const isLeft = sets.length > 0 || below.length > 0 || isChosen(unit.place.uri);
      return isLeft ? [{ ...unit, sets, units: below }] : [];
    });
  const keepSets = (sets: readonly SetRow[]): readonly SetRow[] =>
    sets.flatMap((set) => {
      const objectives = keepObjectives(set.objectives);
      const initiatives = set.initiatives.filter((row) => isChosen(row.place.uri));
      const guardrails = set.guardrails.filter((row) => isChosen(row.place.uri));
      const isLeft = objectives.length + initiatives.length + guardrails.length > 0 || isChosen(set.place.uri);
      return isLeft ? [{ ...set, objectives, initiatives, guardrails }] : [];
    });
  const keepObjectives = (objectives: readonly ObjectiveRow[]) => objectives.filter((row) => isChosen(row.place.uri));
  return {
    ...tree,
    roots: keepUnits(tree.roots),
    unaligned: keepObjectives(tree.unaligned),
    homeless: keepSets(tree.homeless),
  };
}
