/**
 * Files that declare many units, as far as others ask for these: a department may declare thousands in one file, and whoever looks at one of them would
 * have all of them decoded. What is kept is some hundred bytes a unit; of files that declare few, nothing is kept.
 */
import type { OkrFile, UnitDeclaration } from '@okr-language/core';
import { contentsOf } from './contents.ts';
import { allUnits, unitKey } from './keys.ts';

export interface UnitFilesOptions {
  /** A file with fewer is decoded as fast as its units are found. */
  readonly fewest?: number;
  /**
   * More units are not kept, whatever a company has. Where it has more, teams all over it that link to each other have the files of their departments
   * decoded again and again.
   */
  readonly most?: number;
}

const none: readonly UnitDeclaration[] = [];

interface UnitFile {
  /** The file without its statements. */
  readonly head: OkrFile;
  readonly units: ReadonlyMap<string, readonly UnitDeclaration[]>;
  readonly count: number;
}

export class UnitFiles {
  readonly #fileOf: (uri: string) => OkrFile | null;
  readonly #fewest: number;
  readonly #most: number;
  /** Null for a file that is not worth it. The last used one comes last. */
  readonly #known = new Map<string, UnitFile | null>();
  /** The file that was used last. */
  #last = '';
  #count = 0;

  constructor(fileOf: (uri: string) => OkrFile | null, { fewest = 32, most = 300_000 }: UnitFilesOptions = {}) {
    this.#fileOf = fileOf;
    this.#fewest = fewest;
    this.#most = most;
  }

  /** The declarations of a unit in a file, in the order of the text. */
  declared(uri: string, name: string): readonly UnitDeclaration[] {
    const found = this.#of(uri);
    if (found && 'units' in found) return found.units.get(name) ?? none;
    return standing(found, unitKey(name));
  }

  /** The declarations of all units in a file, those of one name together; the first of each name are in the order of the text. */
  allDeclared(uri: string): readonly UnitDeclaration[] {
    const found = this.#of(uri);
    if (found && 'units' in found) return [...found.units.values()].flat();
    return standing(found, allUnits);
  }

  /** A file without its statements and suppressions; null where it is not known. */
  readonly headOf = (uri: string): OkrFile | null => {
    const known = this.#known.get(uri);
    if (known) return known.head;
    const file = this.#fileOf(uri);
    return file && withoutStatements(file);
  };

  /** The file is another one now, or gone. */
  forget(uri: string): void {
    this.#count -= this.#known.get(uri)?.count ?? 0;
    this.#known.delete(uri);
  }

  /** Keeps nothing of any file. */
  clear(): void {
    this.#known.clear();
    this.#count = 0;
  }

  /** The units of a file that declares many; else the file itself, null where it is not known. */
  #of(uri: string): UnitFile | OkrFile | null {
    const known = this.#known.get(uri);
    if (known) {
      this.#used(uri, known);
      return known;
    }
    const file = this.#fileOf(uri);
    if (known === null) return file;
    const units = file && unitsIn(file, this.#fewest);
    this.#known.set(uri, units);
    this.#last = uri;
    this.#count += units?.count ?? 0;
    if (this.#count > this.#most) this.#makeRoom(uri);
    return units ?? file;
  }

  /** Most are asked for the same file as the one before. */
  #used(uri: string, known: UnitFile): void {
    if (uri === this.#last) return;
    this.#last = uri;
    this.#known.delete(uri);
    this.#known.set(uri, known);
  }

  #makeRoom(but: string): void {
    for (const uri of this.#known.keys()) {
      if (this.#count <= this.#most) return;
      if (uri !== but) this.forget(uri);
    }
  }
}

/** The declarations of units under a key, from the file itself. */
function standing(file: OkrFile | null, key: string): readonly UnitDeclaration[] {
  const declared: UnitDeclaration[] = [];
  for (const { statement } of (file && contentsOf(file).get(key)) ?? []) {
    if (statement.kind === 'unit') declared.push(statement);
  }
  return declared;
}

/** Null where a file declares too few. */
function unitsIn(file: OkrFile, fewest: number): UnitFile | null {
  const units = new Map<string, UnitDeclaration[]>();
  let count = 0;
  for (const statement of file.statements) {
    if (statement.kind !== 'unit' || !statement.name) continue;
    count++;
    const same = units.get(statement.name.text);
    if (same) same.push(statement);
    else units.set(statement.name.text, [statement]);
  }
  return count < fewest ? null : { head: withoutStatements(file), units, count };
}

function withoutStatements(file: OkrFile): OkrFile {
  return { ...file, statements: [], suppressions: [] };
}
