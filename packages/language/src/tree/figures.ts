/** A few figures of every set, noted whenever its files are checked, so that nobody has to look at all goals to count them. */
import {
  type Cascade,
  type Finding,
  type HealthState,
  isUnaligned,
  type OkrFile,
  rowOfSetAlone,
  type SetRow,
  stretchAt,
  type TreeTotals,
} from '@okr-language/core';
import { Column } from '../slices/column.ts';
import { Lists } from '../slices/lists.ts';
import type { Names } from '../slices/names.ts';

/** What one file holds of a set. */
interface Share {
  objectives: number;
  unaligned: number;
  readonly health: Record<HealthState, number>;
}

/** Something is done by a unit for key results of a set. */
interface DoneFor {
  readonly set: string;
  readonly unit: string;
}

/** A unit that does something for a set, and the file in which that stands. */
interface AtWork {
  readonly uri: string;
  readonly unit: string;
}

/**
 * There may be a hundred thousand sets, of which people see a few: numbers stand in lists, by the numbers of files, sets and cycles, and rows are kept
 * as JSON.
 */
export class Figures {
  readonly #names: Names;
  readonly #lists = new Lists();
  /** By file the list of its shares, each as so many numbers: set, cycle, objectives, those that hang in the air, and those of each health. */
  readonly #shares = new Column();
  readonly #files = new Set<number>();
  readonly #heads = new Map<string, string>();
  /** By file how many of its goals have findings. */
  readonly #found = new Column();
  /** By file what is done in it for key results in other files. Few files have any. */
  readonly #doneElsewhere = new Map<number, readonly DoneFor[]>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** The sets that have a row. */
  get sets(): Iterable<string> {
    return this.#heads.keys();
  }

  /** The row of a set without its goals, as JSON. */
  headOf(set: string): string | null {
    return this.#heads.get(set) ?? null;
  }

  forget(uri: string): void {
    const file = this.#names.numberOf(uri);
    this.#share(file, []);
    this.#files.delete(file);
    this.#found.set(file, 0);
    this.#doneElsewhere.delete(file);
  }

  forgetSet(set: string): void {
    this.#heads.delete(set);
  }

  note(cascade: Cascade, uris: ReadonlySet<string>): void {
    const all = new Map([...uris].map((uri) => [uri, [] as number[]]));
    for (const set of cascade.sets.values()) {
      const shares = new Map<string, Share>();
      for (const { uri } of set.blocks) if (uris.has(uri)) shares.set(uri, noneOfSet());
      if (shares.size === 0) continue;
      for (const objective of set.objectives) {
        const share = shares.get(objective.uri);
        if (!share) continue;
        share.objectives++;
        share.health[objective.health.state]++;
        if (isUnaligned(objective)) share.unaligned++;
      }
      const names = [this.#names.numberOf(set.id), this.#names.numberOf(set.cycleName)];
      for (const [uri, { objectives, unaligned, health }] of shares) {
        all.get(uri)?.push(...names, objectives, unaligned, ...states.map((state) => health[state]));
      }
      this.#heads.set(set.id, JSON.stringify(headOf(rowOfSetAlone(set, cascade), set.objectives.length)));
    }
    const done = doneElsewhere(cascade, uris);
    for (const [uri, numbers] of all) {
      const file = this.#names.numberOf(uri);
      this.#files.add(file);
      this.#share(file, numbers);
      const some = done.get(uri);
      if (some) this.#doneElsewhere.set(file, some);
      else this.#doneElsewhere.delete(file);
    }
  }

  /** By set who does something for its key results in other files: these initiatives are rows of the set. */
  atWork(): ReadonlyMap<string, readonly AtWork[]> {
    const bySet = new Map<string, AtWork[]>();
    for (const [file, done] of this.#doneElsewhere) {
      for (const { set, unit } of done) {
        const some = bySet.get(set);
        const one = { uri: this.#names.nameOf(file), unit };
        if (some) some.push(one);
        else bySet.set(set, [one]);
      }
    }
    return bySet;
  }

  #share(file: number, numbers: readonly number[]): void {
    this.#lists.release(this.#shares.get(file));
    this.#shares.set(file, this.#lists.make(Int32Array.from(numbers)));
  }

  *#sharesOf(file: number): Generator<Int32Array> {
    const all = this.#lists.all(this.#shares.get(file));
    for (let at = 0; at < all.length; at += shareLength) yield all.subarray(at, at + shareLength);
  }

  /** Takes what was found in a file. */
  noteFindings(file: OkrFile, findings: readonly Finding[]): void {
    this.#found.set(this.#names.numberOf(file.uri), goalsWithFindings(file, findings));
  }

  hasFindings(uri: string): boolean {
    return this.#found.get(this.#names.known(uri)) > 0;
  }

  /** Whether a file holds an objective of a set with one of these healths, or one that hangs in the air. */
  may(uri: string, set: string, health: readonly HealthState[], unaligned: boolean): boolean {
    const wanted = this.#names.known(set);
    for (const share of this.#sharesOf(this.#names.known(uri))) {
      const isWell =
        health.length === 0 || health.some((state) => (share[place.health + states.indexOf(state)] ?? 0) > 0);
      if (share[place.set] === wanted && isWell && (!unaligned || (share[place.unaligned] ?? 0) > 0)) return true;
    }
    return false;
  }

  /** Over the sets of some cycles; of all for null. */
  totals(cycles: ReadonlySet<string> | null): TreeTotals {
    const health = noneOfAny();
    let [objectives, unaligned, findings] = [0, 0, 0];
    const shown = cycles && new Set([...cycles].map((cycle) => this.#names.known(cycle)));
    for (const file of this.#files) {
      let isShown = false;
      for (const share of this.#sharesOf(file)) {
        if (shown && !shown.has(share[place.cycle] as number)) continue;
        isShown = true;
        objectives += share[place.objectives] as number;
        unaligned += share[place.unaligned] as number;
        states.forEach((state, index) => {
          health[state] += share[place.health + index] as number;
        });
      }
      if (isShown) findings += this.#found.get(file);
    }
    return { objectives, health, unaligned, findings };
  }
}

const states: readonly HealthState[] = ['onTrack', 'atRisk', 'offTrack', 'noNews', 'done'];

/** Where the numbers of a share stand. */
const place = { set: 0, cycle: 1, objectives: 2, unaligned: 3, health: 4 };
const shareLength = place.health + states.length;

function noneOfSet(): Share {
  return { objectives: 0, unaligned: 0, health: noneOfAny() };
}

function noneOfAny(): Record<HealthState, number> {
  return { onTrack: 0, atRisk: 0, offTrack: 0, noNews: 0, done: 0 };
}

/** What is done in some files for key results in others. */
function doneElsewhere({ initiatives }: Cascade, uris: ReadonlySet<string>): ReadonlyMap<string, readonly DoneFor[]> {
  const byFile = new Map<string, DoneFor[]>();
  for (const { uri, in: holder, for: keyResults } of initiatives) {
    if (keyResults.length === 0 || !uris.has(uri)) continue;
    const { unitName: unit } =
      holder.kind === 'set' ? holder : (holder.kind === 'keyResult' ? holder.objective : holder).set;
    for (const keyResult of keyResults) {
      if (keyResult.uri === uri) continue;
      const set = keyResult.objective.set.id;
      const done = byFile.get(uri);
      if (!done) byFile.set(uri, [{ set, unit }]);
      else if (!done.some((one) => one.set === set && one.unit === unit)) done.push({ set, unit });
    }
  }
  return byFile;
}

/** A set's row without what is in it. */
function headOf(row: SetRow, objectives: number): SetRow {
  const progress = { ...row.progress, parts: [] };
  return { ...row, progress, held: objectives };
}

function goalsWithFindings({ statements }: OkrFile, findings: readonly Finding[]): number {
  const starts = new Set<number>();
  for (const { span } of findings) {
    const block = stretchAt(statements, span.start);
    const objective = block?.kind === 'okrs' ? stretchAt(block.objectives, span.start) : null;
    if (objective) starts.add((stretchAt(objective.keyResults, span.start) ?? objective).span.start);
  }
  return starts.size;
}
