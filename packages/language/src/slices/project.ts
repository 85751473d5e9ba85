/**
 * The findings of one project, file by file. A file is checked on a slice: itself and the few statements of other files that its findings
 * depend on. What it looked at is kept, so that an edit elsewhere makes exactly those files wait that may have other findings now.
 */
import {
  buildCascade,
  type Cascade,
  type Config,
  calendarCycle,
  type Day,
  type DayRange,
  type Finding,
  type Objective,
  type OkrFile,
  type OkrSet,
} from '@okr-language/core';
import type { Directory, Sighting } from '../lookup/directory.ts';
import type { Probe } from '../store/sieve.ts';
import { Answers, isQuestion } from './answers.ts';
import type { Around } from './around.ts';
import { contentsOf } from './contents.ts';
import { CycleLists } from './cycleLists.ts';
import { allCycles, allKpis, allUnits, cycleOfBlocks, tagOf, usedCycleOf, wordsOfKey } from './keys.ts';
import { Names } from './names.ts';
import { CommonLists } from './nearby.ts';
import { changesBetween, printsOf } from './prints.ts';
import type { Sight } from './reach.ts';
import { Selection } from './selection.ts';
import { Slicer } from './slicer.ts';
import { Table } from './table.ts';
import { UnitFiles, type UnitFilesOptions } from './unitFiles.ts';
import { ComparedWords, noWords, wordsChanged, wordsComparedIn } from './words.ts';

/** What happened so far, in numbers that no machine changes. */
export interface Counts {
  /** Slices that were built. */
  slices: number;
  /** Files whose findings were worked out. */
  checked: number;
  /** Projects that were built in whole. */
  whole: number;
}

/** Told what happens to a project, so that something may be kept of it. */
export interface Watcher {
  /** A file came, went or is another now; under these keys it is found now and was not before, or the other way round. */
  changed(uri: string, keys: ReadonlySet<string>): void;
  /** Files were checked on a part of the project. */
  checked(cascade: Cascade, uris: Iterable<string>): void;
  /** Another configuration, or another day. */
  reset(): void;
}

export interface ProjectOptions {
  /** The file as it was read; null where it is not known. */
  readonly fileOf: (uri: string) => OkrFile | null;
  readonly unitFiles?: UnitFilesOptions;
  /** See `Around`. */
  readonly few?: number;
  /** False where a file surely holds nothing of what is looked for. */
  readonly mayHold?: (uri: string, probe: Probe) => boolean;
  readonly watcher?: (directory: Directory) => Watcher;
  readonly config: Config;
  readonly today: Day;
  readonly counts: Counts;
}

const noFindings: readonly Finding[] = [];

export class SlicedProject {
  readonly #fileOf: (uri: string) => OkrFile | null;
  readonly #counts: Counts;
  /** Of files, of questions, and of what a watcher keeps by number. */
  readonly #names = new Names();
  readonly #table = new Table(this.#names);
  readonly #answers = new Answers(this.#table);
  readonly #lists = new CommonLists();
  /** How many files name a cycle. */
  readonly #cycles = new Map<string, number>();
  /** The cycles in which the goals of each file stand, and all that it names. */
  readonly #cyclesOf = new CycleLists();
  readonly #namedCyclesOf = new CycleLists();
  /** How many files have a tag. */
  readonly #tags = new Map<string, number>();
  readonly #files = new Set<string>();
  /** How many files looked at something when they were checked. */
  #looking = 0;
  /** What each of them compares with the goals that it links to. */
  readonly #words = new ComparedWords(this.#names);
  /** Files whose findings may have changed, the one that waits longest first. */
  readonly #waiting = new Set<string>();
  readonly #unitFiles: UnitFiles;
  readonly #around: Around;
  readonly #slicer: Slicer;
  /** For those who look for something by name. */
  readonly directory: Directory;
  readonly #watcher: Watcher | null;
  /** What is declared of cycles, by itself; null while nobody asked. */
  #declaredCycles: Cascade['cycles'] | null = null;
  /** The days of each cycle that somebody asked for. */
  readonly #ranges = new Map<string, DayRange | null>();
  #config: Config;
  #today: Day;

  constructor({ fileOf, unitFiles, few = 32, mayHold = () => true, watcher, config, today, counts }: ProjectOptions) {
    this.#fileOf = fileOf;
    this.#unitFiles = new UnitFiles(fileOf, unitFiles);
    this.#around = {
      table: this.#table,
      fileOf,
      unitFiles: this.#unitFiles,
      few,
      cyclesOf: (file) => this.#cyclesOf.of(file),
      namedCyclesOf: (file) => this.#namedCyclesOf.of(file),
      usedCycles: () => this.#cycles.keys(),
      rangeOf: (cycle) => this.#rangeOf(cycle),
      isOver: (cycle) => (this.#rangeOf(cycle)?.last ?? this.#today) < this.#today,
      cascadeOf: (files) => buildCascade(files, this.#config, this.#today),
    };
    this.#slicer = new Slicer({
      around: this.#around,
      answers: this.#answers,
      lists: this.#lists,
      files: this.#files,
      build: (files, surroundings) => {
        this.#counts.slices++;
        return buildCascade(files, this.#config, this.#today, surroundings);
      },
    });
    this.directory = {
      ...this.#around,
      names: this.#names,
      files: this.#files,
      tags: this.#tags,
      mayHold,
      near: (uris, sight) => this.near(uris, sight),
      see: (uris, sight) => this.#see(uris, sight),
    };
    this.#config = config;
    this.#today = today;
    this.#counts = counts;
    this.#watcher = watcher?.(this.directory) ?? null;
  }

  /** A file came, or is another now. `after` is what `fileOf` gives from now on. */
  put(uri: string, before: OkrFile | null, after: OkrFile): void {
    this.#putWith(uri, before, contentsOf(after).keys(), () => after);
  }

  /** A file came whose keys are known already: it is looked into only where somebody looked for it before. */
  putKnown(uri: string, keys: Iterable<string>): void {
    this.#putWith(uri, null, keys, () => this.#fileOf(uri));
  }

  #putWith(uri: string, before: OkrFile | null, keys: Iterable<string>, after: () => OkrFile | null): void {
    this.#exchange(uri, before ? contentsOf(before).keys() : [], keys);
    this.#files.add(uri);
    this.#wake(uri, before, after);
    this.#waiting.add(uri);
  }

  remove(uri: string, before: OkrFile): void {
    this.#exchange(uri, contentsOf(before).keys(), []);
    this.#files.delete(uri);
    this.#waiting.delete(uri);
    this.#forgetLooked(uri);
    this.#watcher?.changed(uri, new Set());
    this.#wake(uri, before, () => null);
  }

  /** Lets go of what can be made again. */
  forgetWhatCanBeMade(): void {
    this.#unitFiles.clear();
  }

  /** Takes a file that cannot be checked out of those that wait. */
  leaveOut(uri: string): void {
    this.#waiting.delete(uri);
  }

  /** Another configuration or another day: everything is looked at again. */
  reset(config: Config, today: Day): void {
    this.#config = config;
    this.#today = today;
    for (const uri of this.#files) this.#waiting.add(uri);
    this.#watcher?.reset();
  }

  get files(): ReadonlySet<string> {
    return this.#files;
  }

  get waiting(): ReadonlySet<string> {
    this.#hearNews();
    return this.#waiting;
  }

  /** The part of the project that people see around some files, as a cascade: in these everything is as in the whole. */
  near(uris: readonly string[], sight: Sight): Cascade {
    this.#hearNews();
    return this.#slicer.slice(uris, true, sight).cascade;
  }

  #see(uris: readonly string[], sight: Sight): Sighting {
    this.#hearNews();
    const { cascade, reaches } = this.#slicer.slice(uris, true, sight);
    return { cascade, keys: new Set([...reaches.values()].flatMap(({ keys }) => [...keys])) };
  }

  /** The findings of files without remembering what they depend on: for those who look once. */
  look(uris: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
    this.#hearNews();
    const findings = new Map<string, readonly Finding[]>();
    for (const { uris: seen, found } of this.#slicer.find(uris, true)) {
      for (const uri of seen) findings.set(uri, found.get(uri) ?? noFindings);
    }
    this.#counts.checked += findings.size;
    return findings;
  }

  /** Works out the findings of files that are best checked together, or of one. From now on they wait again when something changes them. */
  check(uris: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
    this.#hearNews();
    const findings = new Map<string, readonly Finding[]>();
    for (const { uris: seen, slice, found } of this.#slicer.find(uris)) {
      for (const uri of seen) {
        const own = found.get(uri) ?? noFindings;
        this.#remember(uri, this.#slicer.lookedAt(uri, own, slice));
        this.#waiting.delete(uri);
        findings.set(uri, own);
      }
      this.#watcher?.checked(slice.cascade, seen);
    }
    this.#counts.checked += findings.size;
    return findings;
  }

  #remember(uri: string, keys: ReadonlySet<string>): void {
    this.#look(uri, keys);
    const file = this.#fileOf(uri);
    if (file) this.#words.note(uri, wordsComparedIn(file, this.#config));
  }

  #forgetLooked(uri: string): void {
    this.#look(uri, []);
    this.#words.note(uri, noWords);
  }

  #look(uri: string, keys: Iterable<string>): void {
    if (this.#table.isLooking(uri)) this.#looking--;
    this.#table.look(uri, keys);
    if (this.#table.isLooking(uri)) this.#looking++;
  }

  #exchange(uri: string, before: Iterable<string>, after: Iterable<string>): void {
    this.#unitFiles.forget(uri);
    const left = new Set(before);
    const changed = new Set<string>();
    const cycles: string[] = [];
    const named: string[] = [];
    for (const key of after) {
      if (key === allCycles) this.#declaredCycles = null;
      const cycle = cycleOfBlocks(key);
      if (cycle !== null) cycles.push(cycle);
      const name = usedCycleOf(key);
      if (name !== null) named.push(name);
      if (left.delete(key)) continue;
      this.#hold(key, uri);
      if (this.#watcher) changed.add(key);
    }
    const file = this.#names.numberOf(uri);
    this.#cyclesOf.set(file, cycles);
    this.#namedCyclesOf.set(file, named);
    if (left.has(allCycles)) this.#declaredCycles = null;
    for (const key of left) {
      this.#letGo(key, uri);
      changed.add(key);
    }
    this.#watcher?.changed(uri, changed);
  }

  #hold(key: string, uri: string): void {
    const counted = this.#counted(key);
    if (!counted) this.#table.hold(key, uri);
    else counted.in.set(counted.name, (counted.in.get(counted.name) ?? 0) + 1);
  }

  #letGo(key: string, uri: string): void {
    const counted = this.#counted(key);
    if (!counted) {
      this.#table.letGo(key, uri);
      return;
    }
    const left = (counted.in.get(counted.name) ?? 0) - 1;
    if (left > 0) counted.in.set(counted.name, left);
    else counted.in.delete(counted.name);
  }

  /** Of what nearly every file has, it is enough to know how many have it. */
  #counted(key: string): { readonly name: string; readonly in: Map<string, number> } | null {
    const cycle = usedCycleOf(key);
    if (cycle !== null) return { name: cycle, in: this.#cycles };
    const tag = tagOf(key);
    return tag === null ? null : { name: tag, in: this.#tags };
  }

  /** Lets the files wait that looked at something which is different now. */
  #wake(uri: string, before: OkrFile | null, after: () => OkrFile | null): void {
    if (this.#looking === 0) {
      for (const key of [allUnits, allKpis, allCycles]) this.#lists.forget(key);
      this.#answers.clear();
      return;
    }
    const isRead = (key: string) => this.#lists.has(key) || this.#table.isReadByOthers(key, uri);
    for (const key of changesBetween(printsOf(before, isRead), printsOf(after(), isRead))) {
      this.#lists.forget(key);
      const words = wordsOfKey(key);
      if (!words) this.#wakeReaders(key);
      else this.#wakeLike(key, wordsChanged(objectivesOf(before, words), objectivesOf(after(), words)));
    }
  }

  /** Of those who compare words with a goal, those who have some that came or went. */
  #wakeLike(key: string, changed: ReadonlySet<number>): void {
    for (const reader of this.#table.readers(key)) {
      if (this.#words.hasAny(reader, changed)) this.#waiting.add(reader);
    }
  }

  #wakeReaders(key: string): void {
    for (const reader of this.#table.readers(key)) {
      if (isQuestion(reader)) this.#answers.doubt(reader);
      else if (this.#files.has(reader)) this.#waiting.add(reader);
    }
  }

  /** Those wait too who asked what has another answer now. */
  #hearNews(): void {
    for (const question of this.#answers.news()) this.#wakeReaders(question);
  }

  /** Asked once for each reading that a file looks at. */
  #rangeOf(cycle: string): DayRange | null {
    let range = this.#declaredCycles ? this.#ranges.get(cycle) : undefined;
    if (range === undefined) {
      range = this.#declaredRange(cycle);
      this.#ranges.set(cycle, range);
    }
    return range;
  }

  #declaredRange(cycle: string): DayRange | null {
    if (!this.#declaredCycles) {
      this.#ranges.clear();
      const selection = new Selection(this.#unitFiles.headOf);
      this.#table.eachHolder(allCycles, (uri) => {
        const file = this.#fileOf(uri);
        for (const { statement } of (file && contentsOf(file).get(allCycles)) ?? []) selection.take(uri, statement);
      });
      this.#declaredCycles = this.#around.cascadeOf(selection.files()).cycles;
    }
    const declared = this.#declaredCycles.get(cycle);
    return declared ? declared.range : calendarCycle(cycle);
  }
}

function objectivesOf(file: OkrFile | null, { set, name }: { set: string; name: string | null }): readonly Objective[] {
  const blocks = (file && contentsOf(file).get(set)) ?? [];
  const all = blocks.flatMap(({ statement }) => (statement as OkrSet).objectives);
  return name === null ? all : all.filter((one) => one.name?.text === name);
}
