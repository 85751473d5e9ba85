import {
  type Cascade,
  isSetClosed,
  type Place,
  type ProjectStrength,
  type SetNode,
  type Strength,
} from '@okr-language/core';

export interface ObjectiveStrength {
  readonly title: string;
  readonly place: Place;
  readonly strength: Strength;
}

export interface SetStrength {
  /** Title of the unit, its name where it has none. */
  readonly unitTitle: string;
  readonly unit: string;
  readonly cycle: string;
  readonly draft: boolean;
  readonly closed: boolean;
  readonly place: Place;
  /** Of the whole set, also where some of its objectives were not asked for. */
  readonly strength: Strength;
  readonly objectives: readonly ObjectiveStrength[];
}

/** The sets of a project that say something in the files that were asked for. */
export function rowsOf(
  cascade: Cascade,
  { objectives, sets }: ProjectStrength,
  isChosen: (uri: string) => boolean,
): readonly SetStrength[] {
  return [...cascade.sets.values()].flatMap((set) => {
    const strength = sets.get(set.id);
    const block = set.blocks.find(({ uri }) => isChosen(uri));
    if (!strength || !block) return [];
    const rows = set.objectives.flatMap(({ id, title, name, uri, node }) => {
      const own = objectives.get(id);
      const place = { uri, span: node.title?.span ?? node.span };
      return own && isChosen(uri) ? [{ title: title || (name ?? ''), place, strength: own }] : [];
    });
    return [{ ...headOf(set), place: { uri: block.uri, span: block.span }, strength, objectives: rows }];
  });
}

function headOf(set: SetNode) {
  const { unit, unitName, cycleName, draft } = set;
  return { unitTitle: unit?.title || unitName, unit: unitName, cycle: cycleName, draft, closed: isSetClosed(set) };
}
