/** What is known of a project by name, without building any of it: the tables of a `SlicedProject`, for those who look for something. */
import type { Cascade, UnitDeclaration } from '@okr-language/core';
import type { Around } from '../slices/around.ts';
import { unitKey } from '../slices/keys.ts';
import type { Names } from '../slices/names.ts';
import type { Sight } from '../slices/reach.ts';
import type { Probe } from '../store/sieve.ts';

export interface Directory extends Around {
  /** Numbers of files, and of whatever else is kept by number. */
  readonly names: Names;
  /** Addresses of all files of the project. */
  readonly files: ReadonlySet<string>;
  /** How many files have a tag. */
  readonly tags: ReadonlyMap<string, number>;
  /** False where a file surely holds nothing of what is looked for. */
  mayHold(uri: string, probe: Probe): boolean;
  /** The part of the project that people see around some files: in these everything is as in the whole. */
  near(uris: readonly string[], sight: Sight): Cascade;
  /** The same, and what it depends on. */
  see(uris: readonly string[], sight: Sight): Sighting;
}

export interface Sighting {
  readonly cascade: Cascade;
  /** The keys that were looked at, see `slices/keys.ts`. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Up to so many files letters are looked for with others between them; among more, only in one piece, so that most files are ruled out
 * unread.
 */
const fewFiles = 400;

export function isLarge({ files }: Directory): boolean {
  return files.size > fewFiles;
}

/** The declaration of a unit that counts: the first one. Null where it is nowhere declared. */
export function declaredUnit({ table, unitFiles }: Directory, name: string): UnitDeclaration | null {
  for (const uri of [...table.holders(unitKey(name))].sort()) {
    const [first] = unitFiles.declared(uri, name);
    if (first) return first;
  }
  return null;
}
