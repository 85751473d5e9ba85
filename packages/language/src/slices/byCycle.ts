/**
 * What stands under a key in one file, by the cycles from which it speaks. A file may hold any number of closings of one unit, or of goals of one name,
 * each in a cycle of its own; who asks for each of these cycles cannot look through all of them every time.
 */
import type { DayRange } from '@okr-language/core';
import type { Item } from './contents.ts';

/** Where a path is read: in a cycle, unless it names one itself. */
export interface Standpoint {
  readonly cycle: string;
  readonly isNamed: boolean;
}

export class ByCycle {
  readonly all: readonly Item[];
  readonly #items = new Map<string, Item[]>();
  /** Those that name no cycle, and so may mean a goal of one around theirs. */
  readonly #loose = new Map<string, Item[]>();
  /** The cycles of these that have days, and the first and last day of each. */
  readonly #cycles: readonly string[];
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #rangeOf: (cycle: string) => DayRange | null;

  constructor(
    items: readonly Item[],
    standpointsOf: (item: Item) => Iterable<Standpoint>,
    rangeOf: (cycle: string) => DayRange | null,
  ) {
    this.all = items;
    this.#rangeOf = rangeOf;
    for (const item of items) {
      for (const { cycle, isNamed } of standpointsOf(item)) {
        add(this.#items, cycle, item);
        if (!isNamed) add(this.#loose, cycle, item);
      }
    }
    this.#cycles = [...this.#loose.keys()].filter((cycle) => rangeOf(cycle) !== null);
    const ranges = this.#cycles.map(rangeOf) as readonly DayRange[];
    this.#first = Int32Array.from(ranges, ({ first }) => first);
    this.#last = Int32Array.from(ranges, ({ last }) => last);
  }

  /** All cycles from which something speaks. */
  get cycles(): Iterable<string> {
    return this.#items.keys();
  }

  /** What stands in a cycle or in one around it. */
  around(cycle: string): readonly Item[] {
    return this.#with(cycle, (own, first, last) => first <= own.first && own.last <= last);
  }

  /** What stands in a cycle, or in one that lies in it and names none. */
  within(cycle: string): readonly Item[] {
    return this.#with(cycle, (own, first, last) => own.first <= first && last <= own.last);
  }

  #with(cycle: string, isWanted: (own: DayRange, first: number, last: number) => boolean): readonly Item[] {
    const items = [...(this.#items.get(cycle) ?? [])];
    const own = this.#rangeOf(cycle);
    if (!own) return items;
    for (let i = 0; i < this.#cycles.length; i++) {
      if (!isWanted(own, this.#first[i] as number, this.#last[i] as number)) continue;
      const other = this.#cycles[i] as string;
      if (other !== cycle) for (const item of this.#loose.get(other) ?? []) items.push(item);
    }
    return items;
  }
}

function add(all: Map<string, Item[]>, cycle: string, item: Item): void {
  const items = all.get(cycle);
  if (items) items.push(item);
  else all.set(cycle, [item]);
}
