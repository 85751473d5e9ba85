/**
 * The cascade of one project as rows, also where it has 50,000 objectives: of these only what somebody looks at is worked out, set by set on
 * slices, and kept until something in it changes. A small project is handed over whole.
 */
import {
  type Cascade,
  type CascadeTree,
  chosenCycle,
  countByRow,
  cycleChoices,
  type Finding,
  type FindingCounts,
  formatIsoDay,
  type GoalNode,
  type ObjectiveNode,
  rowOfSet,
  type SupporterCounts,
  searchedCycle,
  shownCycles,
  type TreeWanted,
  treeOf,
} from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import { aroundGoal } from '../lookup/goal.ts';
import type { Pause } from '../lookup/mentions.ts';
import { Sketch } from '../lookup/sketch.ts';
import { contentsOf } from '../slices/contents.ts';
import { allCycles, blocksOfCycleKey, reportKeys, setKey } from '../slices/keys.ts';
import type { Watcher } from '../slices/project.ts';
import { Figures } from './figures.ts';
import { type FullSet, Part } from './part.ts';
import { countsOf, hasManySupporters, KeptSupporters, withSupporters } from './supporters.ts';
import { unitTable } from './units.ts';

export interface TreeAnswer {
  readonly tree: CascadeTree;
  /** By row id; rows without findings are left out. */
  readonly findings: Readonly<Record<string, FindingCounts>>;
}

export type FindingsOf = (uri: string) => readonly Finding[];

/** Up to so many files and objectives the tree is handed over whole. */
const smallProject = { files: 150, objectives: 110 };
/** Sets that are kept. */
const mostKept = 500;

interface KeptSet extends FullSet {
  /** Files whose findings are told, and all files that something was taken from. */
  readonly told: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

export class ProjectTree implements Watcher {
  readonly #directory: Directory;
  readonly #figures: Figures;
  readonly #supporters: KeptSupporters;
  /** The last used one comes last. */
  readonly #kept = new Map<string, KeptSet>();
  /** Counts what happens: what is worked out over several turns is kept only where nothing came in between. */
  #happened = 0;

  constructor(directory: Directory) {
    this.#directory = directory;
    this.#figures = new Figures(directory.names);
    this.#supporters = new KeptSupporters(directory);
  }

  changed(uri: string, keys: ReadonlySet<string>): void {
    this.#happened++;
    this.#supporters.changed(uri, keys);
    if (!this.#directory.files.has(uri)) this.#figures.forget(uri);
    for (const key of keys) {
      if (key.startsWith('s:') && !this.#directory.table.isHeld(key)) this.#figures.forgetSet(key.slice(2));
    }
    for (const [id, kept] of this.#kept) {
      if (kept.files.has(uri) || [...keys].some((key) => kept.keys.has(key))) this.#kept.delete(id);
    }
  }

  checked(cascade: Cascade, uris: Iterable<string>): void {
    this.#figures.note(cascade, new Set(uris));
  }

  reset(): void {
    this.#happened++;
    this.#supporters.reset();
    this.#kept.clear();
  }

  /** Something else was found in a file. */
  found(uri: string, findings: readonly Finding[]): void {
    this.#happened++;
    const file = this.#directory.files.has(uri) ? this.#directory.fileOf(uri) : null;
    if (file) this.#figures.noteFindings(file, findings);
    else this.#figures.forget(uri);
    for (const [id, { told }] of this.#kept) if (told.has(uri)) this.#kept.delete(id);
  }

  /** `at` is a file whose rows should be there; a project that is not larger than `small` is handed over whole. */
  async answer(
    wanted: TreeWanted,
    at: string | null,
    findingsOf: FindingsOf,
    pause: Pause,
    small = smallProject,
  ): Promise<TreeAnswer> {
    if (this.#isUpTo(small)) return this.#whole(findingsOf);
    const units = await unitTable(this.#directory, pause);
    const cycles = this.#cycles();
    const cycle = chosenCycle(cycles, wanted.cycle);
    const shown = shownCycles(cycles, cycle);
    const titled = new Map(cycles.cycles.map((one) => [one.name, one]));
    const known = cycles.cycles.map(({ name }) => name);
    // Sets of cycles that nobody knows show where all do, in one order, whichever was named first.
    const order = shown ? known.filter((name) => shown.has(name)) : [...new Set([...known, ...this.#usedCycles(), ''])];
    const part = new Part(
      this.#directory,
      this.#figures,
      units,
      new Map(order.map((name) => [name, searchedCycle(titled.get(name) ?? { name, title: name })])),
      (id) => this.#set(id, findingsOf, pause),
      pause,
    );
    const isCut = wanted.filter ? await part.search(wanted.filter) : await part.open(new Set(wanted.open), at);
    const { roots, homeless, unaligned, findings } = part;
    const totals = this.#figures.totals(shown);
    return { tree: { ...cycles, roots, homeless, unaligned, part: { cycle, totals, isCut } }, findings };
  }

  /** By id how many support some objectives and their key results. */
  async supporterCounts(objectives: readonly ObjectiveNode[], pause: Pause): Promise<SupporterCounts> {
    return countsOf(await this.#supporters.of(objectives, pause));
  }

  /** A goal by its id as it is seen around its set; null where this project has none. */
  goal(id: string): GoalNode | null {
    return aroundGoal(this.#directory, id)?.goals.get(id) ?? null;
  }

  #isUpTo(most: typeof smallProject): boolean {
    const { files, fileOf } = this.#directory;
    if (files.size > most.files) return false;
    let objectives = 0;
    for (const uri of files) {
      for (const statement of fileOf(uri)?.statements ?? []) {
        if (statement.kind === 'okrs') objectives += statement.objectives.length;
      }
    }
    return objectives <= most.objectives;
  }

  #whole(findingsOf: FindingsOf): TreeAnswer {
    const uris = [...this.#directory.files].sort();
    const cascade = this.#directory.near(uris, 'all');
    const findings = new Map(uris.map((uri) => [uri, findingsOf(uri)]));
    return { tree: treeOf(cascade, findings), findings: countByRow(cascade, [...findings.values()].flat()) };
  }

  /** What any file names as a cycle, in one order. */
  #usedCycles(): readonly string[] {
    return [...this.#directory.usedCycles()].sort();
  }

  /** The cycles that hold goals. */
  #cycles() {
    const { table, fileOf, cascadeOf } = this.#directory;
    const sketch = new Sketch();
    // Cycles without days stand as they are found, so that is in one order, whichever came first.
    for (const key of [allCycles, ...this.#usedCycles().map(blocksOfCycleKey)]) {
      const holders = table.holders(key);
      // One block of each cycle tells that it is there; there may be thousands.
      const some = key === allCycles ? [...holders].sort() : holders.length > 0 ? [firstByAddress(holders)] : [];
      for (const uri of some) {
        const file = fileOf(uri);
        for (const { statement } of (file && contentsOf(file).get(key)) ?? []) sketch.take(uri, statement);
      }
    }
    const cascade = cascadeOf(sketch.files());
    return { cycles: cycleChoices(cascade), today: formatIsoDay(cascade.today) };
  }

  async #set(id: string, findingsOf: FindingsOf, pause: Pause): Promise<KeptSet | null> {
    const known = this.#kept.get(id);
    if (known) {
      this.#kept.delete(id);
      this.#kept.set(id, known);
      return known;
    }
    const [unit = '', cycle = ''] = id.split('/');
    const reports = reportKeys(unit, cycle);
    const holders = () => [...this.#directory.table.holders(setKey(unit, cycle))].sort();
    // Asking for findings may work them out, and then they are told here.
    for (const uri of holders()) {
      findingsOf(uri);
      await pause();
    }
    const happened = this.#happened;
    const own = holders(); // others perhaps than before the pauses
    const told = new Set(own);
    const many = hasManySupporters(this.#directory, own, unit);
    const { cascade, keys } = this.#directory.see(own, many ? 'goals' : 'all');
    const set = cascade.sets.get(id);
    if (!set) return null;
    // What is found in a check-in or closing speaks of a goal too.
    const reporting = reports.flatMap((key) => [...this.#directory.table.holders(key)]);
    for (const uri of [...set.objectives.flatMap(readIn), ...reporting]) told.add(uri);
    const findings = new Map([...told].map((uri) => [uri, findingsOf(uri)]));
    const supporters = many ? await this.#supporters.of(set.objectives, pause) : null;
    const row = withSupporters(
      rowOfSet(set, cascade, findings, supporters ? countsOf(supporters) : undefined),
      supporters,
    );
    const all = countByRow(cascade, [...findings.values()].flat(), this.#directory.fileOf);
    const counts = Object.fromEntries(Object.entries(all).filter(([key]) => key === id || key.startsWith(`${id}/`)));
    const letters = JSON.stringify([row, counts]).length;
    const kept = {
      row,
      counts,
      letters,
      told,
      files: new Set([...cascade.files.keys(), ...(supporters?.files ?? [])]),
      keys: new Set([...keys, ...reports, ...(supporters?.keys ?? [])]),
    };
    if (happened !== this.#happened) return kept;
    this.#kept.set(id, kept);
    if (this.#kept.size > mostKept) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return kept;
  }
}

/** Where the key results of an objective were read. */
function readIn({ keyResults }: ObjectiveNode): string[] {
  return keyResults.flatMap(({ readings }) => readings.map(({ place }) => place.uri));
}

/** The first of some addresses in their order. */
function firstByAddress(uris: readonly string[]): string {
  return uris.reduce((first, uri) => (uri < first ? uri : first));
}
