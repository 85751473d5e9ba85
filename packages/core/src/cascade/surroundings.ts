import type { OkrSet } from '../model/file.ts';
import type { Everywhere } from './everywhere.ts';
import type { NameList } from './suggestions.ts';

/**
 * What is to be known of a whole project where a cascade is built from a part of its files. What the files of a part mean follows from the
 * part; only for a name that stands for nothing, names from everywhere are looked through for the one that was meant.
 */
export interface Surroundings {
  readonly everywhere: Everywhere;
  /** Names of all units, in the order of the places of their first declarations. */
  unitNames(): NameList;
  /** Names of all KPIs, in the order of the places of their first declarations. */
  kpiNames(): NameList;
  /** Names of cycles that stand anywhere in the project, declared or not, in any order. */
  cycleNames(): Iterable<string>;
  /** The first so many blocks of a unit in the order of their places. */
  blocksOf(unit: string, most: number): Iterable<NamedBlock>;
  /** The sets with an objective of that name, each once, in the order of the places of these objectives. */
  setsWith(name: string): Iterable<{ readonly unit: string; readonly cycle: string }>;
}

/** The cycle of a block and the names of its objectives in order. */
export interface NamedBlock {
  readonly cycle: string;
  readonly names: readonly string[];
}

export function namedBlock(cycle: string, { objectives }: OkrSet): NamedBlock {
  return { cycle, names: objectives.flatMap(({ name }) => name?.text || []) };
}
