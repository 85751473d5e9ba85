/** One look at a project: the keys that were looked at, and the statements that were taken for it. */
import { calendarCycle, type OkrFile, type Statement, type UnitDeclaration } from '@okr-language/core';
import type { Around } from './around.ts';
import { ByCycle, type Standpoint } from './byCycle.ts';
import { type Contents, contentsOf, type Item } from './contents.ts';
import { allCycles, cycleKey, headKey, setKey, unitKey } from './keys.ts';
import type { Selection } from './selection.ts';
import type { Table } from './table.ts';

/** From which cycles something under a key speaks, and how what may be wanted is chosen by them. */
interface Seen {
  readonly standpointsOf: (item: Item) => Iterable<Standpoint>;
  readonly among: (items: ByCycle) => readonly Item[];
}

type Show = (statement: Statement, part: Item['part'], uri: string) => void;

/** What is shown of all that stands under a key. */
interface Chosen {
  /** By its number, whether a file is looked into; null for all. */
  readonly isWanted?: ((file: number) => boolean) | null;
  /** Where much may stand, from many cycles: of very much in a file only what may be wanted is shown, in any order. */
  readonly seen?: Seen;
}

const everything: Chosen = {};

export class Look {
  /** Every key that was looked at. */
  readonly keys = new Set<string>();
  readonly around: Around;
  readonly table: Table;
  readonly selection: Selection;
  /** Cycles that were noted: most are met hundreds of times, and to put a key together takes longer than to know its name. */
  readonly #cycles = new Set<string>();
  /** By unit the cycles of the sets that are looked at in whole. */
  readonly #sets = new Map<string, Set<string>>();
  readonly #byCycles = new Map<string, ByCycle>();
  /** The file that was looked into last. Many look into the same one after the other: units are declared together. */
  #last: { readonly file: OkrFile; readonly contents: Contents } | null = null;

  constructor(around: Around, selection: Selection) {
    this.around = around;
    this.table = around.table;
    this.selection = selection;
  }

  /** Shows what stands under a key, in all files that have it. */
  each(key: string, show: Show, { isWanted, seen }: Chosen = everything): void {
    this.table.eachHolder(key, (uri, number) => {
      if (!isWanted || isWanted(number)) this.#showIn(uri, key, show, seen);
    });
  }

  /** The same of the first files only, in the order of their addresses. */
  eachOfFirst(key: string, many: number, show: Show): void {
    for (const uri of [...this.table.holders(key)].sort().slice(0, many)) this.#showIn(uri, key, show);
  }

  #showIn(uri: string, key: string, show: Show, seen: Seen | null = null): void {
    const file = this.around.fileOf(uri);
    if (!file) return;
    if (this.#last?.file !== file) this.#last = { file, contents: contentsOf(file) };
    const all = this.#last.contents.get(key) ?? [];
    const items = seen && all.length > this.around.few ? seen.among(this.#byCycle(uri, key, all, seen)) : all;
    for (const { statement, part } of items) show(statement, part, uri);
  }

  #byCycle(uri: string, key: string, items: readonly Item[], { standpointsOf }: Seen): ByCycle {
    const name = `${key} ${uri}`;
    let byCycle = this.#byCycles.get(name);
    if (!byCycle) {
      byCycle = new ByCycle(items, standpointsOf, this.around.rangeOf);
      this.#byCycles.set(name, byCycle);
      // Which of them are seen follows from the days of all these cycles.
      for (const cycle of byCycle.cycles) this.cycle(cycle);
    }
    return byCycle;
  }

  /** Shows all declarations of a unit. */
  eachUnit(name: string, show: (declaration: UnitDeclaration, uri: string) => void): void {
    this.table.eachHolder(unitKey(name), (uri) => {
      for (const one of this.around.unitFiles.declared(uri, name)) show(one, uri);
    });
  }

  /** From now on the whole of a set is looked at. Says whether that is news. */
  wholeSet(unit: string, cycle: string): boolean {
    if (this.isWhole(unit, cycle)) return false;
    this.keys.add(setKey(unit, cycle));
    const cycles = this.#sets.get(unit);
    if (cycles) cycles.add(cycle);
    else this.#sets.set(unit, new Set([cycle]));
    return true;
  }

  /** Whether the whole of a set is looked at: then nobody needs the keys of what is in it. */
  isWhole(unit: string, cycle: string): boolean {
    return this.#sets.get(unit)?.has(cycle) ?? false;
  }

  /** The blocks of a set without their objectives: a draft, and guardrails. */
  heads(unit: string, cycle: string): void {
    if (this.isWhole(unit, cycle)) return;
    const key = headKey(unit, cycle);
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.each(setKey(unit, cycle), (statement, _, uri) => this.selection.take(uri, statement));
  }

  cycle(name: string | undefined): void {
    if (name === undefined || this.#cycles.has(name)) return;
    this.#cycles.add(name);
    this.keys.add(cycleKey(name));
    // What `the year` is in a cycle of one's own, the declared cycles around it say.
    if (calendarCycle(name) === null) this.keys.add(allCycles);
  }
}
