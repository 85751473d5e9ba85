/**
 * The findings of one project, file by file. A file is checked on a slice: itself and the few statements of other files that its findings
 * depend on. What it looked at is kept, so that an edit elsewhere makes exactly those files wait that may have other findings now.
 */
import {
  buildCascade,
  type Cascade,
  type Config,
  calendarCycle,
  checkFiles,
  type Day,
  type DayRange,
  type Finding,
  type Objective,
  type OkrFile,
  type OkrSet,
  type ReferenceFailure,
  type ResolvedReference,
  type UnitNode,
} from '@okr-language/core';
import type { Directory, Sighting } from '../lookup/directory.ts';
import type { Probe } from '../store/sieve.ts';
import { Answers, isQuestion } from './answers.ts';
import type { Around } from './around.ts';
import { contentsOf } from './contents.ts';
import { CycleLists } from './cycleLists.ts';
import { everywhereAround } from './everywhere.ts';
import {
  allCycles,
  allKpis,
  allUnits,
  cycleOfBlocks,
  kpiKey,
  tagOf,
  textKey,
  unitTitleKey,
  usedCycleOf,
  wordsOfKey,
} from './keys.ts';
import { Names } from './names.ts';
import { CommonLists, namesAround } from './nearby.ts';
import type { Extent } from './paths.ts';
import { changesBetween, printsOf } from './prints.ts';
import { Reach, type Sight } from './reach.ts';
import { Selection } from './selection.ts';
import { Table } from './table.ts';
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
  /** False where a file surely holds nothing of what is looked for. */
  readonly mayHold?: (uri: string, probe: Probe) => boolean;
  readonly watcher?: (directory: Directory) => Watcher;
  readonly config: Config;
  readonly today: Day;
  readonly counts: Counts;
}

const circleRule = 'parent-cycle';
/** Roles of paths that lead to goals of a cycle. */
const paths: ReadonlySet<string> = new Set([
  'supports',
  'dependsOn',
  'carriedFrom',
  'initiativeFor',
  'reading',
  'closingEntry',
]);

/** Takes suggestions for a name now. They are the same later, but then nobody knows any more for which file they were taken. */
function suggest({ suggestions }: ReferenceFailure): readonly string[] {
  return suggestions;
}

function isLostPath({ failure, role }: ResolvedReference): boolean {
  return failure !== null && paths.has(role);
}

const noFindings: readonly Finding[] = [];

/** A part of the project around some files, and what was looked at for it. */
interface Slice {
  readonly cascade: Cascade;
  /** What each of the files looked at. */
  readonly reaches: ReadonlyMap<string, Reach>;
  /** Files that were looked at widely. */
  readonly wide: ReadonlySet<string>;
  /** By file the lists of names that suggestions for it were taken from. */
  readonly suggested: ReadonlyMap<string, readonly string[]>;
  /** Questions about the whole project. */
  readonly asked: ReadonlySet<string>;
}

/** What was found in some files, and the slice on which it was. */
interface Found {
  readonly uris: readonly string[];
  readonly slice: Slice;
  readonly found: ReadonlyMap<string, readonly Finding[]>;
}

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
  readonly #around: Around;
  /** For those who look for something by name. */
  readonly directory: Directory;
  readonly #watcher: Watcher | null;
  /** What is declared of cycles, by itself; null while nobody asked. */
  #declaredCycles: Cascade['cycles'] | null = null;
  /** The days of each cycle that somebody asked for. */
  readonly #ranges = new Map<string, DayRange | null>();
  #config: Config;
  #today: Day;

  constructor({ fileOf, mayHold = () => true, watcher, config, today, counts }: ProjectOptions) {
    this.#fileOf = fileOf;
    this.#around = {
      table: this.#table,
      fileOf,
      cyclesOf: (file) => this.#cyclesOf.of(file),
      namedCyclesOf: (file) => this.#namedCyclesOf.of(file),
      usedCycles: () => this.#cycles.keys(),
      rangeOf: (cycle) => this.#rangeOf(cycle),
      isOver: (cycle) => (this.#rangeOf(cycle)?.last ?? this.#today) < this.#today,
      cascadeOf: (files) => buildCascade(files, this.#config, this.#today),
    };
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
  near(uris: readonly string[], sight: Sight = 'all'): Cascade {
    this.#hearNews();
    return this.#slice(uris, true, sight).cascade;
  }

  #see(uris: readonly string[], sight: Sight): Sighting {
    this.#hearNews();
    const { cascade, reaches } = this.#slice(uris, true, sight);
    return { cascade, keys: new Set([...reaches.values()].flatMap(({ keys }) => [...keys])) };
  }

  /** The findings of files without remembering what they depend on: for those who look once. */
  look(uris: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
    this.#hearNews();
    const findings = new Map<string, readonly Finding[]>();
    for (const { uris: seen, found } of this.#find(uris, true)) {
      for (const uri of seen) findings.set(uri, found.get(uri) ?? noFindings);
    }
    this.#counts.checked += findings.size;
    return findings;
  }

  /** Works out the findings of files that are best checked together, or of one. From now on they wait again when something changes them. */
  check(uris: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
    this.#hearNews();
    const findings = new Map<string, readonly Finding[]>();
    for (const { uris: seen, slice, found } of this.#find(uris)) {
      for (const uri of seen) {
        const own = found.get(uri) ?? noFindings;
        this.#remember(uri, this.#lookedAt(uri, own, slice));
        this.#waiting.delete(uri);
        findings.set(uri, own);
      }
      this.#watcher?.checked(slice.cascade, seen);
    }
    this.#counts.checked += findings.size;
    return findings;
  }

  /** Every key that the findings of a file follow from. */
  #lookedAt(uri: string, own: readonly Finding[], { cascade, reaches, suggested, asked }: Slice): ReadonlySet<string> {
    const keys = reaches.get(uri)?.keys ?? new Set<string>();
    for (const key of suggested.get(uri) ?? []) keys.add(key);
    for (const question of asked) keys.add(question);
    for (const { role, target, path } of cascade.references.get(uri) ?? []) {
      if (role !== 'reading' || target?.kind === 'keyResult') continue;
      for (const { text } of path.segments) keys.add(kpiKey(text));
    }
    for (const { related } of own) for (const place of related) if (place.uri !== uri) keys.add(textKey(place.uri));
    for (const unit of unitsNamedIn(own, cascade)) if (unit.declaration.uri !== uri) keys.add(unitTitleKey(unit.name));
    return keys;
  }

  /**
   * A second look, deeper or wider, at those files where the first shows that it was not enough: a circle of links is told at one of its links only,
   * and a path that leads nowhere may lead somewhere in another cycle.
   */
  #find(uris: readonly string[], together = false): readonly Found[] {
    const slice = this.#slice(uris, together);
    const found = checkFiles(slice.cascade, slice.reaches.keys());
    const inCircles = new Set<string>();
    const lost = new Set<string>();
    const enough: string[] = [];
    for (const uri of slice.reaches.keys()) {
      const isCircle = ({ rule }: { readonly rule: string }) => rule === circleRule;
      if (found.get(uri)?.some(isCircle) || slice.cascade.files.get(uri)?.suppressions.some(isCircle))
        inCircles.add(uri);
      const isLost = !slice.wide.has(uri) && slice.cascade.references.get(uri)?.some(isLostPath);
      if (isLost) lost.add(uri);
      if (!inCircles.has(uri) && !lost.has(uri)) enough.push(uri);
    }
    const first = { uris: enough, slice, found };
    const more = [...new Set([...inCircles, ...lost])];
    if (more.length === 0) return [first];
    const extentOf = (uri: string) => ({
      isDeep: together ? inCircles.size > 0 : inCircles.has(uri),
      isWide: together ? lost.size > 0 : lost.has(uri) || slice.wide.has(uri),
    });
    const second = this.#slice(more, together, 'rules', extentOf);
    return [first, { uris: more, slice: second, found: checkFiles(second.cascade, more) }];
  }

  /**
   * What files look at is noted for each of them, or for all `together`, which is faster. One of which it is plain that a second look would have to be
   * wide is looked at widely at once.
   */
  #slice(
    uris: readonly string[],
    together = false,
    sight: Sight = 'rules',
    extentOf: (uri: string) => Extent = () => ({}),
  ): Slice {
    const selection = new Selection(this.#fileOf);
    const reaches = new Map<string, Reach>();
    const wide = new Set<string>();
    let reach: Reach | null = null;
    for (const uri of uris) {
      const file = this.#files.has(uri) ? this.#fileOf(uri) : null;
      if (!file) continue;
      const extent = extentOf(uri);
      if (!reach || !together) reach = new Reach(this.#around, selection, sight, extent);
      reach.file(file);
      if (reach.isLost && !together && !extent.isWide) {
        reach = new Reach(this.#around, selection, sight, { ...extent, isWide: true });
        reach.file(file);
        wide.add(uri);
      }
      reaches.set(uri, reach);
    }
    for (const one of new Set(reaches.values())) for (const goal of one.supportable) one.supporters(goal, false);
    const listed = new Set<string>();
    const asked = new Set<string>();
    const build = () => {
      this.#counts.slices++;
      const cascade = buildCascade(selection.files(), this.#config, this.#today, {
        ...namesAround(this.#around, this.#lists, listed),
        everywhere: everywhereAround(this.#around, this.#answers, asked),
      });
      // What stands for nothing in other files is reported in their own slices, and may stand for something in the whole.
      const references = cascade.references as Map<string, readonly ResolvedReference[]>;
      for (const [uri, all] of references) {
        if (reaches.has(uri) || all.every(({ failure }) => failure === null)) continue;
        references.set(
          uri,
          all.filter(({ failure }) => failure === null),
        );
      }
      return cascade;
    };
    let cascade = build();
    if (this.#takeMoreSupporters(cascade, reaches)) cascade = build();
    const suggested = new Map<string, readonly string[]>();
    for (const uri of together ? [] : reaches.keys()) {
      listed.clear();
      for (const { failure } of cascade.references.get(uri) ?? []) if (failure) suggest(failure);
      if (listed.size > 0) suggested.set(uri, [...listed]);
    }
    return { cascade, reaches, wide, suggested, asked };
  }

  /** Where none of the first few supporters turned out to be one, all are taken. Says whether there were more. */
  #takeMoreSupporters(cascade: Cascade, reaches: ReadonlyMap<string, Reach>): boolean {
    const lonely = new Set(
      cascade.objectives.flatMap(({ node, supportedBy }) => (supportedBy.length > 0 ? [] : [node])),
    );
    let more = false;
    for (const reach of new Set(reaches.values())) {
      for (const goal of reach.supportable) {
        if (!lonely.has(goal.node) || !reach.supporters(goal, false)) continue;
        reach.supporters(goal, true);
        more = true;
      }
    }
    return more;
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
      const selection = new Selection(this.#fileOf);
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

/** Longer titles may have been cut where they stand in a message. */
const longestNamed = 200;

/** The units whose titles some findings tell. */
function* unitsNamedIn(findings: readonly Finding[], { units }: Cascade): Generator<UnitNode> {
  if (findings.length === 0) return;
  let said = '';
  for (const { message, related } of findings) {
    said += `${message.what}\n${message.todo}\n`;
    for (const { label } of related) said += `${label}\n`;
  }
  for (const unit of units.values()) if (unit.title.length > longestNamed || said.includes(unit.title)) yield unit;
}
