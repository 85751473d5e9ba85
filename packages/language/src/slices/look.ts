/** One look at a project: the keys that were looked at, and the statements that were taken for it. */
import type { Statement } from '@okr-language/core';
import type { Around } from './around.ts';
import { contentsOf, type Item } from './contents.ts';
import { cycleKey } from './keys.ts';
import type { Selection } from './selection.ts';
import type { Table } from './table.ts';

export class Look {
  /** Every key that was looked at. */
  readonly keys = new Set<string>();
  readonly around: Around;
  readonly table: Table;
  readonly selection: Selection;
  /** Cycles that were noted: most are met hundreds of times, and to put a key together takes longer than to know its name. */
  readonly #cycles = new Set<string>();

  constructor(around: Around, selection: Selection) {
    this.around = around;
    this.table = around.table;
    this.selection = selection;
  }

  /** Shows what stands under a key, in all files that have it; where `isWanted` is given, in those of which it says so by their numbers. */
  each(
    key: string,
    show: (statement: Statement, part: Item['part'], uri: string) => void,
    isWanted: ((file: number) => boolean) | null = null,
  ): void {
    this.table.eachHolder(key, (uri, number) => {
      if (isWanted && !isWanted(number)) return;
      const file = this.around.fileOf(uri);
      if (!file) return;
      for (const { statement, part } of contentsOf(file).get(key) ?? []) show(statement, part, uri);
    });
  }

  cycle(name: string | undefined): void {
    if (name === undefined || this.#cycles.has(name)) return;
    this.#cycles.add(name);
    this.keys.add(cycleKey(name));
  }
}
