/** The project around a slice: what is looked up in it, by key. */
import type { Cascade, DayRange, OkrFile } from '@okr-language/core';
import { contentsOf, type Item } from './contents.ts';
import type { Table } from './table.ts';
import type { UnitFiles } from './unitFiles.ts';

export interface Around {
  readonly table: Table;
  /** The file as it was read; null where it is not known. */
  readonly fileOf: (uri: string) => OkrFile | null;
  readonly unitFiles: UnitFiles;
  /** Of more cycles in a file, or more of one kind in it, not each is looked at for each name or cycle from which it is asked. */
  readonly few: number;
  /** By the number of a file the cycles in which its goals stand. To know them no file has to be decoded. */
  readonly cyclesOf: (file: number) => readonly string[];
  /** All cycles that a file names, in the same way. */
  readonly namedCyclesOf: (file: number) => readonly string[];
  /** Names of cycles that stand anywhere. */
  usedCycles(): Iterable<string>;
  /** The days of a cycle, declared or of the calendar; null where it has none. */
  rangeOf(cycle: string): DayRange | null;
  /** Whether a cycle has ended; false where its days are not known. */
  isOver(cycle: string): boolean;
  /** What some files mean by themselves. */
  cascadeOf(files: ReadonlyMap<string, OkrFile>): Cascade;
}

/** What stands under a key, in the order of the places. */
export function* inOrder({ table, fileOf }: Around, key: string): Generator<Item> {
  for (const uri of [...table.holders(key)].sort()) {
    const file = fileOf(uri);
    if (file) yield* contentsOf(file).get(key) ?? [];
  }
}
