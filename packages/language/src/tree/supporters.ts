/** Goals of a company that very many support: these are counted on a sketch of them, and only some are named. */
import {
  type Link,
  linkTo,
  type ObjectiveNode,
  type ObjectiveRow,
  type OkrFile,
  type SetRow,
  type SupporterCounts,
} from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import type { Pause } from '../lookup/mentions.ts';
import { Sketch } from '../lookup/sketch.ts';
import { contentsOf, cycleOf, unitOf } from '../slices/contents.ts';
import { allCycles, goalKey, linkKey, unitKey } from '../slices/keys.ts';

/** From so many files on they are counted by themselves. */
const fewFiles = 16;
/** Links of one goal that are named. */
const mostLinks = 60;
/** Objectives whose supporters are kept. */
const mostKept = 100;

interface Counted {
  /** The first of them. */
  readonly links: readonly Link[];
  readonly count: number;
}

export interface Supporters {
  /** By the id of an objective or key result. */
  readonly byGoal: ReadonlyMap<string, Counted>;
  /** What they follow from. */
  readonly files: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

interface Kept extends Supporters {
  /** What in the objective's own file they follow from. */
  readonly own: string;
}

interface Change {
  readonly uri: string;
  /** What came or went with it. */
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

/**
 * Who supports some objectives, kept until something of it changes. To gather a thousand supporters takes longer than all else that an edit
 * brings, and hardly any edit changes who they are.
 */
export class KeptSupporters {
  readonly #directory: Directory;
  /** By the id of an objective; the last used one comes last. */
  readonly #kept = new Map<string, Kept>();
  /** By each gathering that goes on, over several turns, what changed since it began. */
  readonly #gathering = new Set<Change[]>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** A file came, went or is another now, and with it what stands under these keys. */
  changed(uri: string, keys: ReadonlySet<string>): void {
    for (const changes of this.#gathering) changes.push({ uri, keys });
    for (const [id, kept] of this.#kept) if (touches({ uri, keys }, kept)) this.#kept.delete(id);
  }

  reset(): void {
    this.#gathering.clear();
    this.#kept.clear();
  }

  async of(objectives: readonly ObjectiveNode[], pause: Pause): Promise<Supporters> {
    const byGoal = new Map<string, Counted>();
    const files = new Set<string>();
    const keys = new Set<string>();
    for (const objective of objectives) {
      if (!objective.name) continue;
      const supporters = await this.#ofOne(objective, objective.name, pause);
      for (const [id, counted] of supporters.byGoal) byGoal.set(id, counted);
      for (const uri of supporters.files) files.add(uri);
      for (const key of supporters.keys) keys.add(key);
    }
    return { byGoal, files, keys };
  }

  async #ofOne(objective: ObjectiveNode, name: string, pause: Pause): Promise<Supporters> {
    const file = this.#directory.fileOf(objective.uri);
    const known = this.#kept.get(objective.id);
    if (known && known.own === ownPart(file, known.keys)) {
      this.#kept.delete(objective.id);
      this.#kept.set(objective.id, known);
      return known;
    }
    const changes: Change[] = [];
    this.#gathering.add(changes);
    try {
      const supporters = await gather(this.#directory, objective, name, file, pause);
      // Whoever types meanwhile would have them gathered again and again.
      if (this.#gathering.has(changes) && !changes.some((change) => touches(change, supporters))) {
        this.#kept.set(objective.id, { ...supporters, own: ownPart(file, supporters.keys) });
      }
      return supporters;
    } finally {
      this.#gathering.delete(changes);
      for (const oldest of this.#kept.keys()) {
        if (this.#kept.size <= mostKept) break;
        this.#kept.delete(oldest);
      }
    }
  }
}

function touches({ uri, keys }: Change, { files, keys: followed }: Supporters): boolean {
  return files.has(uri) || [...keys].some((key) => followed.has(key));
}

/** `ownFile` is the objective's file as it stands when this begins: it is typed into meanwhile. */
async function gather(
  { table, fileOf, cascadeOf }: Directory,
  { id, uri: ownUri, set }: ObjectiveNode,
  name: string,
  ownFile: OkrFile | null,
  pause: Pause,
): Promise<Supporters> {
  const byGoal = new Map<string, Counted>();
  const files = new Set<string>();
  const keys = new Set<string>();
  const sketch = new Sketch(true);
  const takeIn = (uri: string, key: string) => takeFrom(sketch, uri === ownUri ? ownFile : fileOf(uri), key);
  // The own file is none of those on which this depends: what of it matters is compared, see `ownPart`.
  const takeAll = (key: string) => {
    if (keys.has(key)) return;
    keys.add(key);
    table.eachHolder(key, (uri) => {
      takeIn(uri, key);
      if (uri !== ownUri) files.add(uri);
    });
  };
  takeAll(unitKey(set.unitName));
  takeAll(allCycles);
  takeAll(goalKey(set.unitName, name));
  const links = linkKey(set.unitName, name);
  keys.add(links);
  for (const uri of table.holders(links)) {
    files.add(uri);
    for (const unit of takeIn(uri, links)) takeAll(goalKey(unit, set.unitName));
    await pause();
  }
  const found = cascadeOf(sketch.files()).goals.get(id);
  for (const goal of found?.kind === 'objective' ? [found, ...found.keyResults] : []) {
    const first = goal.supportedBy.slice(0, mostLinks);
    byGoal.set(goal.id, {
      links: first.map(({ from, weight }) => linkTo(from, weight)),
      count: goal.supportedBy.length,
    });
  }
  await pause();
  return { byGoal, files, keys };
}

/** What an objective's own file says that decides who supports it: names, units and cycles, and nothing of figures. */
function ownPart(file: OkrFile | null, keys: Iterable<string>): string {
  const contents = file && contentsOf(file);
  const parts: unknown[] = [];
  for (const key of contents ? keys : []) {
    for (const { statement, part } of contents?.get(key) ?? []) {
      if (statement.kind !== 'okrs') parts.push(statement);
      else if (part && 'keyResults' in part) {
        const names = [part.name, ...part.keyResults.map(({ name }) => name)];
        parts.push([unitOf(statement), cycleOf(statement), ...names.map((name) => name?.text ?? null)]);
      }
    }
  }
  return JSON.stringify(parts);
}

export function countsOf({ byGoal }: Supporters): SupporterCounts {
  return new Map([...byGoal].map(([id, { count }]) => [id, count]));
}

/** The rows of a set with the number of those who support each goal, and the first of them. */
export function withSupporters(row: SetRow, supporters: Supporters | null): SetRow {
  if (!supporters) return row;
  const told = (id: string) => {
    const { links = [], count = 0 } = supporters.byGoal.get(id) ?? {};
    return { supportedBy: links, supporters: count };
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

/** Takes what stands under a key in a file, and says of which units. */
function takeFrom(sketch: Sketch, file: OkrFile | null, key: string): readonly string[] {
  const units: string[] = [];
  if (!file) return units;
  for (const { statement, part } of contentsOf(file).get(key) ?? []) {
    if (statement.kind !== 'okrs') sketch.take(file.uri, statement);
    else if (part && 'keyResults' in part) {
      sketch.takeObjective(file.uri, statement, part);
      units.push(unitOf(statement));
    }
  }
  return units;
}
