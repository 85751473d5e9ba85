/** The statements that make up a slice. A file's statements come in the order of its text; what nobody asked for is left out. */
import type { CheckinBlock, Closing, Objective, OkrFile, OkrSet, Statement, WrittenReading } from '@okr-language/core';

interface Chosen {
  isWhole: boolean;
  /** Objectives or readings that are taken as they are. */
  readonly parts: Set<Objective | WrittenReading>;
}

export class Selection {
  readonly #fileOf: (uri: string) => OkrFile | null;
  readonly #whole = new Map<string, OkrFile>();
  readonly #chosen = new Map<string, Map<Statement, Chosen>>();

  constructor(fileOf: (uri: string) => OkrFile | null) {
    this.#fileOf = fileOf;
  }

  takeWhole(file: OkrFile): void {
    this.#whole.set(file.uri, file);
  }

  /** Takes a statement; of a block of goals or readings, none of these. */
  take(uri: string, statement: Statement): void {
    if (!this.#whole.has(uri)) this.#choose(uri, statement);
  }

  /** Takes a closing with all its entries. */
  takeAll(uri: string, closing: Closing): void {
    if (!this.#whole.has(uri)) this.#choose(uri, closing).isWhole = true;
  }

  takeObjective(uri: string, block: OkrSet, objective: Objective): void {
    if (!this.#whole.has(uri)) this.#choose(uri, block).parts.add(objective);
  }

  takeReading(uri: string, block: CheckinBlock, reading: WrittenReading): void {
    if (!this.#whole.has(uri)) this.#choose(uri, block).parts.add(reading);
  }

  get wholeFiles(): ReadonlyMap<string, OkrFile> {
    return this.#whole;
  }

  files(): ReadonlyMap<string, OkrFile> {
    const files = new Map(this.#whole);
    for (const [uri, statements] of this.#chosen) {
      const file = files.has(uri) ? null : this.#fileOf(uri);
      if (file) files.set(uri, partOf(file, statements));
    }
    return files;
  }

  #choose(uri: string, statement: Statement): Chosen {
    let statements = this.#chosen.get(uri);
    if (!statements) {
      statements = new Map();
      this.#chosen.set(uri, statements);
    }
    let chosen = statements.get(statement);
    if (!chosen) {
      chosen = { isWhole: false, parts: new Set() };
      statements.set(statement, chosen);
    }
    return chosen;
  }
}

/** Nothing is reported in a file that is there in part. What is wrong with its text tells which goals are still being typed. */
function partOf(file: OkrFile, chosen: ReadonlyMap<Statement, Chosen>): OkrFile {
  const statements = [...chosen].map(([statement, what]) => cut(statement, what));
  statements.sort((a, b) => a.span.start - b.span.start);
  return { ...file, statements, suppressions: [] };
}

function cut(statement: Statement, { isWhole, parts }: Chosen): Statement {
  if (statement.kind === 'okrs') {
    const objectives = statement.objectives.filter((one) => parts.has(one));
    return { ...statement, objectives };
  }
  if (statement.kind === 'checkin')
    return { ...statement, readings: statement.readings.filter((one) => parts.has(one)) };
  if (statement.kind === 'closing' && !isWhole) return { ...statement, entries: [] };
  return statement;
}
