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
  type Kpi,
  type ObjectiveNode,
  rowOfSet,
  rowPlace,
  type SetRow,
  searchedWords,
  shownCycles,
  type TreeWanted,
  treeOf,
  type UnitRow,
} from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import type { Pause } from '../lookup/mentions.ts';
import { Sketch } from '../lookup/sketch.ts';
import { contentsOf } from '../slices/contents.ts';
import { allCycles, allKpis, blocksOfCycleKey, setKey } from '../slices/keys.ts';
import type { Watcher } from '../slices/project.ts';
import { type Probe, probeFor } from '../store/sieve.ts';
import { Figures } from './figures.ts';
import { answers } from './matching.ts';
import { hasManySupporters, isMuchSupported, KeptSupporters, withSupporters } from './supporters.ts';
import { type UnitEntry, type UnitTable, unitTable } from './units.ts';

export interface TreeAnswer {
  readonly tree: CascadeTree;
  /** By row id; rows without findings are left out. */
  readonly findings: Readonly<Record<string, FindingCounts>>;
}

export type FindingsOf = (uri: string) => readonly Finding[];

/** Up to so many files and objectives the tree is handed over whole. */
const smallProject = { files: 150, objectives: 110 };
/** Letters of an answer, so that it stays below 1 MB. */
const mostLetters = 900_000;
/** What a unit's row takes beside its title and sets. */
const lettersOfUnit = 400;
/** Rows of units in an answer, and of those directly in one unit. */
const mostUnits = 400;
const mostInUnit = 200;
/** Units that are opened though nobody asked, and sets whose goals are shown then. */
const unitsAtFirst = 40;
const setsAtFirst = 12;
/** Sets that a filter shows, and sets that are looked into for it. */
const mostFound = 60;
const mostLookedInto = 400;
const mostKept = 500;
/** Units that are passed over before others come in between. */
const unitsPerTurn = 100;
interface KeptSet {
  readonly row: SetRow;
  readonly counts: Readonly<Record<string, FindingCounts>>;
  readonly letters: number;
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
    const known = cycles.cycles.map(({ name }) => name);
    // Sets of cycles that nobody knows show where all do, in one order, whichever was named first.
    const order = shown ? known.filter((name) => shown.has(name)) : [...new Set([...known, ...this.#usedCycles(), ''])];
    const part = new Part(
      this.#directory,
      this.#figures,
      units,
      order,
      (id) => this.#set(id, findingsOf, pause),
      pause,
    );
    const isCut = wanted.filter ? await part.search(wanted.filter) : await part.open(new Set(wanted.open), at);
    const { roots, homeless, unaligned, findings } = part;
    const totals = this.#figures.totals(shown);
    return { tree: { ...cycles, roots, homeless, unaligned, part: { cycle, totals, isCut } }, findings };
  }

  /** Whether so many support the goals of a file that to look at all of them would hold up everything else. */
  isMuchSupported(uri: string): boolean {
    return isMuchSupported(this.#directory, uri);
  }

  /** By id how many support the goals of a file. `cascade` is what is seen around the file. */
  async supporterCounts(cascade: Cascade, uri: string, pause: Pause): Promise<ReadonlyMap<string, number>> {
    const own = cascade.objectives.filter((objective) => objective.uri === uri);
    const { byGoal } = await this.#supporters.of(own, pause);
    return new Map([...byGoal].map(([id, { count }]) => [id, count]));
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
    // What is found in a check-in speaks of a goal too.
    for (const uri of set.objectives.flatMap(readIn)) told.add(uri);
    const findings = new Map([...told].map((uri) => [uri, findingsOf(uri)]));
    const supporters = many ? await this.#supporters.of(set.objectives, pause) : null;
    const row = withSupporters(rowOfSet(set, cascade, findings), supporters);
    const all = countByRow(cascade, [...findings.values()].flat());
    const counts = Object.fromEntries(Object.entries(all).filter(([key]) => key === id || key.startsWith(`${id}/`)));
    const letters = JSON.stringify([row, counts]).length;
    const kept = {
      row,
      counts,
      letters,
      told,
      files: new Set([...cascade.files.keys(), ...(supporters?.files ?? [])]),
      keys: new Set([...keys, ...(supporters?.keys ?? [])]),
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

/** One answer while it is put together. */
class Part {
  readonly roots: UnitRow[] = [];
  readonly homeless: SetRow[] = [];
  readonly findings: Record<string, FindingCounts> = {};
  readonly #directory: Directory;
  readonly #figures: Figures;
  readonly #units: UnitTable;
  readonly #cycles: readonly string[];
  readonly #setOf: (id: string) => Promise<KeptSet | null>;
  readonly #pause: Pause;
  readonly #full = new Map<string, KeptSet>();
  #letters = 0;

  constructor(
    directory: Directory,
    figures: Figures,
    units: UnitTable,
    cycles: readonly string[],
    setOf: (id: string) => Promise<KeptSet | null>,
    pause: Pause,
  ) {
    this.#directory = directory;
    this.#figures = figures;
    this.#units = units;
    this.#cycles = cycles;
    this.#setOf = setOf;
    this.#pause = pause;
  }

  get unaligned() {
    return [...this.#full.values()].flatMap(({ row }) => row.objectives.filter(({ unaligned }) => unaligned));
  }

  /** The first rows, what is opened, and where `at` stands. Says whether something that was opened had no room. */
  async open(opened: ReadonlySet<string>, at: string | null): Promise<boolean> {
    const here = this.#setsIn(at);
    const wanted = new Set(opened);
    for (const id of [...here, ...opened]) {
      const name = id.startsWith('~unit/') ? id.slice('~unit/'.length) : unitOf(id);
      // What is in a row that nobody sees is not seen either.
      for (let up = this.#units.byName.get(name)?.parent ?? null; up; up = up.parent) wanted.add(idOf(up));
    }
    const { visible, isOpen } = this.#unfold(wanted);
    for (const unit of visible) this.#letters += this.#lettersOf(unit);
    const stray = this.#strays();
    const first = [...here, ...[...opened].flatMap((id) => this.#setsNamed(id))];
    const late = visible.filter((unit) => isOpen.has(unit)).flatMap((unit) => this.#setsOf(unit.name));
    let isCut = false;
    for (const id of new Set(first)) if (!(await this.#fill(id, mostLetters))) isCut = true;
    for (const id of [...late, ...stray].slice(0, setsAtFirst)) await this.#fill(id, mostLetters / 2);
    this.#build(new Set(visible), stray);
    return isCut;
  }

  #lettersOf({ name, node }: UnitEntry): number {
    const heads = this.#setsOf(name).map((id) => this.#figures.headOf(id)?.length ?? 0);
    const title = node.title?.text.length ?? 0;
    return lettersOfUnit + 2 * name.length + title + heads.reduce((sum, letters) => sum + letters + 1, 1);
  }

  /** The units that are seen when some are opened; at the top whole levels are, as long as they are short. */
  #unfold(wanted: ReadonlySet<string>): { visible: UnitEntry[]; isOpen: ReadonlySet<UnitEntry> } {
    const isOpen = new Set<UnitEntry>();
    let level = this.#units.roots.filter((unit) => this.#isShown(unit));
    const visible = [...level];
    for (let isTop = true; level.length > 0 && visible.length < mostUnits; isTop = false) {
      const inside = level.map((unit) => ({ unit, units: unit.children.filter((child) => this.#isShown(child)) }));
      const count = inside.reduce((sum, { units }) => sum + units.length, 0);
      const isShort = isTop || visible.length + count <= unitsAtFirst;
      level = [];
      for (const { unit, units } of inside) {
        const isFirst = isTop || (isShort && units.length > 0);
        if (!isFirst && !wanted.has(idOf(unit))) continue;
        isOpen.add(unit);
        level.push(...units.filter((child, index) => index < mostInUnit || wanted.has(idOf(child))));
      }
      visible.push(...level.slice(0, 2 * mostUnits));
    }
    return { visible, isOpen };
  }

  /** The sets that answer a filter, and what leads to them. Says whether there are more. */
  async search(filter: NonNullable<TreeWanted['filter']>): Promise<boolean> {
    const within = filter.unit === null ? null : this.#below(filter.unit);
    const words = searchedWords(filter.text);
    const probes = words.map((word) => probeFor([], word.length >= 3 ? [word] : []));
    const named = this.#namedBy(words, probes, filter.owner);
    const visible = new Set<UnitEntry>();
    const stray: string[] = [];
    let lookedInto = 0;
    let passed = 0;
    let isCut = false;
    for (const unit of [...this.#inOrder(), null]) {
      if (++passed % unitsPerTurn === 0) await this.#pause();
      if (unit && within && !within.has(unit)) continue;
      const title = unit ? `${unit.node.title?.text ?? ''} ${unit.name}`.toLowerCase() : '';
      for (const id of unit ? this.#setsOf(unit.name) : this.#strays()) {
        const uris = [...this.#directory.table.holders(setKey(unitOf(id), cycleOf(id)))];
        if (!uris.some((uri) => this.#figures.may(uri, id, filter.health, filter.unaligned))) continue;
        if (filter.findings && !uris.some((uri) => this.#figures.hasFindings(uri))) continue;
        const mayHold = (i: number) =>
          title.includes(words[i] as string) ||
          uris.some((uri) => this.#directory.mayHold(uri, probes[i] as (typeof probes)[number]) || named(i, uri, unit));
        if (!words.every((_, i) => mayHold(i)) || (filter.owner !== null && !uris.some((uri) => named(-1, uri, unit))))
          continue;
        if (this.#full.size >= mostFound || ++lookedInto > mostLookedInto) {
          isCut = true;
          break;
        }
        const kept = await this.#setOf(id);
        await this.#pause();
        if (!kept || !answers(kept.row, filter, title, new Set(Object.keys(kept.counts)))) continue;
        if (!(await this.#fill(id, mostLetters))) {
          isCut = true;
          continue;
        }
        if (!unit) stray.push(id);
        for (let up = unit; up; up = up.parent) visible.add(up);
      }
      if (isCut) break;
    }
    this.#build(visible, stray, true);
    return isCut;
  }

  /**
   * Tells of a file whether something is named in it whose title, written elsewhere, a word may mean: a person, or for −1 the owner, who
   * may also lead the unit, or a KPI.
   */
  #namedBy(words: readonly string[], probes: readonly Probe[], owner: string | null) {
    const meant = new Map<number, ReadonlySet<string>>();
    words.forEach((word, i) => {
      const names = new Set<string>();
      for (const { name, node } of this.#units.byName.values()) {
        if (names.size < 50 && `${node.title?.text ?? ''} ${name}`.toLowerCase().includes(word)) names.add(name);
      }
      for (const { name, title } of this.#kpisIn(probes[i] as Probe)) {
        if (names.size >= 100) break;
        if (name && title?.text.toLowerCase().includes(word)) names.add(name.text);
      }
      meant.set(i, names);
    });
    if (owner !== null) meant.set(-1, new Set([owner]));
    const namesIn = new Map([...meant].map(([i, names]) => [i, [...names].map((name) => probeFor([name]))]));
    return (i: number, uri: string, unit: UnitEntry | null): boolean =>
      meant.get(i)?.has(unit?.node.lead?.text ?? '') === true ||
      (namesIn.get(i) ?? []).some((probe) => this.#directory.mayHold(uri, probe));
  }

  /** The KPIs of the files that may hold a piece of a title; none for a piece that is too short to be told apart. */
  *#kpisIn(probe: Probe): Generator<Kpi> {
    if (probe.letters.length === 0) return;
    for (const uri of this.#directory.table.holders(allKpis)) {
      const file = this.#directory.mayHold(uri, probe) ? this.#directory.fileOf(uri) : null;
      for (const { statement } of (file && contentsOf(file).get(allKpis)) ?? []) {
        if (statement.kind === 'kpi') yield statement;
      }
    }
  }

  /** Takes a set with its goals where there is room. */
  async #fill(id: string, most: number): Promise<boolean> {
    if (this.#full.has(id)) return true;
    const kept = await this.#setOf(id);
    await this.#pause();
    if (!kept || this.#letters + kept.letters > most) return false;
    this.#letters += kept.letters;
    this.#full.set(id, kept);
    Object.assign(this.findings, kept.counts);
    return true;
  }

  #build(visible: ReadonlySet<UnitEntry>, stray: readonly string[], isFiltered = false): void {
    const rows = new Map<UnitEntry, UnitRow[]>();
    const inOrder = [...this.#units.roots].filter((unit) => visible.has(unit));
    for (const unit of inOrder) {
      const units: UnitRow[] = [];
      rows.set(unit, units);
      const inside = unit.children.filter((child) => visible.has(child));
      inOrder.push(...inside);
      const file = this.#directory.fileOf(unit.uri);
      const held = isFiltered ? 0 : unit.children.filter((child) => !visible.has(child) && this.#isShown(child)).length;
      const row: UnitRow = {
        kind: 'unit',
        id: idOf(unit),
        name: unit.name,
        title: unit.node.title?.text || unit.name,
        level: unit.node.level,
        place: rowPlace(unit.uri, unit.node, { files: new Map(file ? [[unit.uri, file]] : []) }),
        sets: this.#setsOf(unit.name).flatMap((id) => this.#rowOf(id, isFiltered) ?? []),
        units,
        ...(held > 0 ? { held } : {}),
      };
      (unit.parent ? rows.get(unit.parent) : this.roots)?.push(row);
    }
    for (const id of stray.slice(0, mostInUnit)) {
      const row = this.#rowOf(id, isFiltered);
      if (row) this.homeless.push(row);
    }
  }

  #rowOf(id: string, onlyFull: boolean): SetRow | null {
    const full = this.#full.get(id)?.row;
    if (full || onlyFull) return full ?? null;
    const head = this.#figures.headOf(id);
    return head === null ? null : (JSON.parse(head) as SetRow);
  }

  /** People without goals are many, and that is no news. */
  #isShown(unit: UnitEntry): boolean {
    if (unit.node.level !== 'person') return true;
    const waiting = [unit];
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      if (this.#setsOf(one.name).length > 0) return true;
      waiting.push(...one.children);
    }
    return false;
  }

  #setsOf(unit: string): string[] {
    return this.#cycles.flatMap((cycle) =>
      this.#directory.table.isHeld(setKey(unit, cycle)) ? [`${unit}/${cycle}`] : [],
    );
  }

  /** The sets of a row that is open. */
  #setsNamed(id: string): string[] {
    return id.startsWith('~unit/')
      ? this.#setsOf(id.slice('~unit/'.length))
      : this.#setsOf(unitOf(id)).filter((set) => set === id);
  }

  /** The sets that a file speaks of. */
  #setsIn(uri: string | null): string[] {
    const file = uri !== null && this.#directory.files.has(uri) ? this.#directory.fileOf(uri) : null;
    const units = new Set(
      (file?.statements ?? []).flatMap((one) =>
        'readings' in one || one.kind === 'okrs' ? (one.unit?.text ?? []) : [],
      ),
    );
    return [...units].slice(0, setsAtFirst).flatMap((unit) => this.#setsOf(unit));
  }

  /** Sets whose unit is nowhere declared. */
  #strays(): string[] {
    const shown = new Set(this.#cycles);
    return [...this.#figures.sets].filter((id) => shown.has(cycleOf(id)) && !this.#units.byName.has(unitOf(id))).sort();
  }

  #below(name: string): ReadonlySet<UnitEntry> {
    const first = this.#units.byName.get(name);
    const below = new Set(first ? [first] : []);
    for (const unit of below) for (const child of unit.children) below.add(child);
    return below;
  }

  *#inOrder(): Generator<UnitEntry> {
    const waiting = [...this.#units.roots].reverse();
    for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
      yield unit;
      for (let i = unit.children.length - 1; i >= 0; i--) waiting.push(unit.children[i] as UnitEntry);
    }
  }
}

function idOf({ name }: UnitEntry): string {
  return `~unit/${name}`;
}

function unitOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function cycleOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The first of some addresses in their order. */
function firstByAddress(uris: readonly string[]): string {
  return uris.reduce((first, uri) => (uri < first ? uri : first));
}
