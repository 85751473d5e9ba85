/** Goals of a company that very many support: these are counted on a sketch of them, and only some are named. */
import { type Link, linkTo, type ObjectiveRow, type SetNode, type SetRow } from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import type { Pause } from '../lookup/mentions.ts';
import { Sketch } from '../lookup/sketch.ts';
import { contentsOf, unitOf } from '../slices/contents.ts';
import { allCycles, goalKey, linkKey, unitKey } from '../slices/keys.ts';

/** From so many files on they are counted by themselves. */
const fewFiles = 16;
/** Links of one goal that are named. */
const mostLinks = 60;

interface Supporters {
  /** By the id of an objective or key result. */
  readonly byGoal: ReadonlyMap<string, readonly Link[]>;
  /** What they follow from. */
  readonly files: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** Whether goals of a unit that stand in some files are named in very many others. */
export function hasManySupporters({ table, fileOf }: Directory, uris: readonly string[], unit: string): boolean {
  const goals = goalKey(unit, '');
  let count = 0;
  for (const uri of uris) {
    const file = fileOf(uri);
    for (const key of file ? contentsOf(file).keys() : []) {
      if (!key.startsWith(goals)) continue;
      table.eachHolder(linkKey(unit, key.slice(goals.length)), () => count++);
    }
  }
  return count > fewFiles;
}

export async function supportersOf(directory: Directory, set: SetNode, pause: Pause): Promise<Supporters> {
  const byGoal = new Map<string, readonly Link[]>();
  const files = new Set<string>();
  const keys = new Set<string>();
  for (const objective of set.objectives) {
    if (!objective.name) continue;
    const key = linkKey(set.unitName, objective.name);
    keys.add(key);
    const sketch = new Sketch(true);
    take(directory, sketch, unitKey(set.unitName));
    take(directory, sketch, allCycles);
    take(directory, sketch, goalKey(set.unitName, objective.name));
    for (const uri of directory.table.holders(key)) {
      files.add(uri);
      for (const unit of takeFrom(directory, sketch, uri, key)) take(directory, sketch, goalKey(unit, set.unitName));
      await pause();
    }
    const found = directory.cascadeOf(sketch.files()).goals.get(objective.id);
    if (found?.kind !== 'objective') continue;
    for (const goal of [found, ...found.keyResults]) {
      byGoal.set(
        goal.id,
        goal.supportedBy.map(({ from, weight }) => linkTo(from, weight)),
      );
    }
    await pause();
  }
  return { byGoal, files, keys };
}

/** The rows of a set with the number of those who support each goal, and the first of them. */
export function withSupporters(row: SetRow, supporters: Supporters | null): SetRow {
  if (!supporters) return row;
  const told = (id: string) => {
    const links = supporters.byGoal.get(id) ?? [];
    return { supportedBy: links.slice(0, mostLinks), supporters: links.length };
  };
  const objectives = row.objectives.map(
    (one): ObjectiveRow => ({
      ...one,
      ...told(one.id),
      keyResults: one.keyResults.map((keyResult) => ({ ...keyResult, ...told(keyResult.id) })),
    }),
  );
  return { ...row, objectives };
}

function take(directory: Directory, sketch: Sketch, key: string): void {
  directory.table.eachHolder(key, (uri) => takeFrom(directory, sketch, uri, key));
}

/** Takes what stands under a key in a file, and says of which units. */
function takeFrom({ fileOf }: Directory, sketch: Sketch, uri: string, key: string): readonly string[] {
  const units: string[] = [];
  const file = fileOf(uri);
  for (const { statement, part } of (file && contentsOf(file).get(key)) ?? []) {
    if (statement.kind !== 'okrs') sketch.take(uri, statement);
    else if (part && 'keyResults' in part) {
      sketch.takeObjective(uri, statement, part);
      units.push(unitOf(statement));
    }
  }
  return units;
}
