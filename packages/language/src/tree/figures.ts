/** A few figures of every set, noted whenever its files are checked, so that nobody has to look at all goals to count them. */
import {
  type Cascade,
  type CheckinBlock,
  type Closing,
  type Finding,
  type HealthState,
  isUnaligned,
  type OkrFile,
  type OkrSet,
  rowOfSetAlone,
  type SetRow,
  stretchAt,
  type TreeTotals,
} from '@okr-language/core';
import { Column } from '../slices/column.ts';
import { cycleOf, unitOf } from '../slices/contents.ts';
import { Lists, noList } from '../slices/lists.ts';
import type { Names } from '../slices/names.ts';
import { hashOf } from '../store/hash.ts';

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
  /** By file the list of what has findings in it, each as two numbers: the cycle, and some bits of which goal or set it is. */
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
    this.#setFound(file, []);
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
    const numbers = withFindings(file, findings).flatMap(({ cycle, id }) => [this.#names.numberOf(cycle), bitsOf(id)]);
    this.#setFound(this.#names.numberOf(file.uri), numbers);
  }

  #setFound(file: number, numbers: readonly number[]): void {
    this.#lists.release(this.#found.get(file));
    this.#found.set(file, this.#lists.make(Int32Array.from(numbers)));
  }

  /** Whether goals or sets have findings in a file. */
  hasFindings(uri: string): boolean {
    return this.#found.get(this.#names.known(uri)) !== noList;
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
    let [objectives, unaligned] = [0, 0];
    // A goal may have findings where it stands and in its check-ins.
    const found = new Set<number>();
    const shown = cycles && new Set([...cycles].map((cycle) => this.#names.known(cycle)));
    for (const file of this.#files) {
      for (const share of this.#sharesOf(file)) {
        if (shown && !shown.has(share[place.cycle] as number)) continue;
        objectives += share[place.objectives] as number;
        unaligned += share[place.unaligned] as number;
        states.forEach((state, index) => {
          health[state] += share[place.health + index] as number;
        });
      }
      const all = this.#lists.all(this.#found.get(file));
      for (let at = 0; at < all.length; at += 2) {
        if (!shown || shown.has(all[at] as number)) found.add(all[at + 1] as number);
      }
    }
    return { objectives, health, unaligned, findings: found.size };
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

/** A goal or set with findings, and its cycle. */
interface Found {
  readonly cycle: string;
  readonly id: string;
}

/** Which goals and sets findings in a file speak of, as far as the file alone tells: none is named twice. */
function withFindings({ uri, statements }: OkrFile, findings: readonly Finding[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { span } of findings) {
    const block = stretchAt(statements, span.start);
    if (block?.kind !== 'okrs' && block?.kind !== 'checkin' && block?.kind !== 'closing') continue;
    const unit = unitOf(block);
    const cycle = cycleOf(block);
    const path = block.kind === 'okrs' ? pathIn(block, uri, span.start) : pathMeantIn(block, span.start);
    const id = [unit, cycle, ...(path[0] === unit ? path.slice(1) : path)].join('/');
    found.set(id, { cycle, id });
  }
  return [...found.values()];
}

/** The names of the goal at an offset; of one without a name its place. */
function pathIn(block: OkrSet, uri: string, offset: number): readonly string[] {
  const objective = stretchAt(block.objectives, offset);
  const keyResult = objective && stretchAt(objective.keyResults, offset);
  return [objective, keyResult].flatMap((goal) => (goal ? [goal.name?.text ?? `${uri} ${goal.span.start}`] : []));
}

/** The path by which a check-in or closing names the goal that it speaks of at an offset. */
function pathMeantIn(block: CheckinBlock | Closing, offset: number): readonly string[] {
  const line = block.kind === 'checkin' ? stretchAt(block.readings, offset) : stretchAt(block.entries, offset);
  return line?.target?.segments.map(({ text }) => text) ?? [];
}

/** Enough to tell goals apart when they are counted. */
function bitsOf(id: string): number {
  return hashOf(id) | 0;
}
