/** One answer of a large cascade: which rows it shows, those that are opened or those that a filter leaves, and whether there is room for them. */
import {
  type FindingCounts,
  type Kpi,
  rowPlace,
  type SetRow,
  searchedWords,
  type TreeWanted,
  type UnitRow,
} from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import type { Pause } from '../lookup/mentions.ts';
import { contentsOf } from '../slices/contents.ts';
import { allKpis, reportKeys, setKey } from '../slices/keys.ts';
import { type Probe, probeFor } from '../store/sieve.ts';
import type { Figures } from './figures.ts';
import { answers } from './matching.ts';
import type { UnitEntry, UnitTable } from './units.ts';

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
/** Units that are passed over before others come in between. */
const unitsPerTurn = 100;

/** A set with its goals. */
export interface FullSet {
  readonly row: SetRow;
  /** How many findings there are, by row id. */
  readonly counts: Readonly<Record<string, FindingCounts>>;
  /** How many letters both take in an answer. */
  readonly letters: number;
}

/** One answer while it is put together. */
export class Part {
  readonly roots: UnitRow[] = [];
  readonly homeless: SetRow[] = [];
  readonly findings: Record<string, FindingCounts> = {};
  readonly #directory: Directory;
  readonly #figures: Figures;
  readonly #units: UnitTable;
  /** The shown cycles in their order, each with its words. */
  readonly #cycles: ReadonlyMap<string, string>;
  readonly #setOf: (id: string) => Promise<FullSet | null>;
  readonly #pause: Pause;
  readonly #full = new Map<string, FullSet>();
  #letters = 0;

  constructor(
    directory: Directory,
    figures: Figures,
    units: UnitTable,
    cycles: ReadonlyMap<string, string>,
    setOf: (id: string) => Promise<FullSet | null>,
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
    const atWork = this.#figures.atWork();
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
        if (filter.findings && !this.#haveFindings(id, uris)) continue;
        const rowsFrom = [
          ...uris.map((uri) => ({ uri, by: unit })),
          ...(atWork.get(id) ?? []).map((one) => ({ uri: one.uri, by: this.#units.byName.get(one.unit) ?? null })),
        ];
        const isNamed = (i: number) => rowsFrom.some(({ uri, by }) => named(i, uri, by));
        const cycle = this.#cycles.get(cycleOf(id)) ?? '';
        const mayHold = (word: string, i: number) =>
          title.includes(word) ||
          cycle.includes(word) ||
          rowsFrom.some(({ uri }) => this.#directory.mayHold(uri, probes[i] as (typeof probes)[number])) ||
          isNamed(i);
        if (!words.every(mayHold) || (filter.owner !== null && !isNamed(-1))) continue;
        if (this.#full.size >= mostFound || ++lookedInto > mostLookedInto) {
          isCut = true;
          break;
        }
        const kept = await this.#setOf(id);
        await this.#pause();
        if (!kept || !answers(kept.row, filter, title, cycle, new Set(Object.keys(kept.counts)))) continue;
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

  /** Whether there may be findings in some files of a set, or in its check-ins and closings. */
  #haveFindings(id: string, uris: readonly string[]): boolean {
    const { table } = this.#directory;
    const reports = reportKeys(unitOf(id), cycleOf(id)).flatMap((key) => [...table.holders(key)]);
    return [...uris, ...reports].some((uri) => this.#figures.hasFindings(uri));
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
    return [...this.#cycles.keys()].flatMap((cycle) =>
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
    return [...this.#figures.sets]
      .filter((id) => this.#cycles.has(cycleOf(id)) && !this.#units.byName.has(unitOf(id)))
      .sort();
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
