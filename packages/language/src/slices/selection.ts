/** The statements that make up a slice. A file's statements come in the order of its text; what nobody asked for is left out. */
import {
  type CheckinBlock,
  type Closing,
  countBefore,
  type Objective,
  type OkrFile,
  type OkrSet,
  type Span,
  type Statement,
  type WrittenReading,
} from '@okr-language/core';

/** A statement that is taken. Which one it is, and which of its parts, is told by where they begin: a file may be decoded twice meanwhile. */
interface Chosen {
  readonly statement: Statement;
  isWhole: boolean;
  /** Where the objectives or readings begin that are taken as they are. */
  readonly parts: Set<number>;
}

/** What is taken of a file in part. */
interface Part {
  /** Without its statements: all files together would take more room than there is, and to decode each again for them takes long. */
  readonly file: OkrFile;
  readonly statements: Map<number, Chosen>;
}

export class Selection {
  readonly #headOf: (uri: string) => OkrFile | null;
  readonly #whole = new Map<string, OkrFile>();
  readonly #parts = new Map<string, Part>();

  /** `headOf` gives a file without its statements; null where it is not known any more. */
  constructor(headOf: (uri: string) => OkrFile | null) {
    this.#headOf = headOf;
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
    const chosen = this.#whole.has(uri) ? null : this.#choose(uri, closing);
    if (chosen) chosen.isWhole = true;
  }

  takeObjective(uri: string, block: OkrSet, objective: Objective): void {
    if (!this.#whole.has(uri)) this.#choose(uri, block)?.parts.add(objective.span.start);
  }

  takeReading(uri: string, block: CheckinBlock, reading: WrittenReading): void {
    if (!this.#whole.has(uri)) this.#choose(uri, block)?.parts.add(reading.span.start);
  }

  files(): ReadonlyMap<string, OkrFile> {
    const files = new Map(this.#whole);
    for (const [uri, part] of this.#parts) if (!files.has(uri)) files.set(uri, partOf(part));
    return files;
  }

  /** Null where the file is not known any more. */
  #choose(uri: string, statement: Statement): Chosen | null {
    let part = this.#parts.get(uri);
    if (!part) {
      const file = this.#headOf(uri);
      if (!file) return null;
      part = { file, statements: new Map() };
      this.#parts.set(uri, part);
    }
    let chosen = part.statements.get(statement.span.start);
    if (!chosen) {
      chosen = { statement, isWhole: false, parts: new Set() };
      part.statements.set(statement.span.start, chosen);
    }
    return chosen;
  }
}

/** Nothing is reported in a file that is there in part. What is wrong with its text tells which goals are still being typed. */
function partOf({ file, statements }: Part): OkrFile {
  const taken = [...statements.values()].map(cut);
  taken.sort((a, b) => a.span.start - b.span.start);
  return { ...file, statements: taken };
}

function cut({ statement, isWhole, parts }: Chosen): Statement {
  if (statement.kind === 'okrs') {
    return { ...statement, objectives: begunAt(statement.objectives, parts) };
  }
  if (statement.kind === 'checkin') {
    return { ...statement, readings: begunAt(statement.readings, parts) };
  }
  if (statement.kind === 'closing' && !isWhole) return { ...statement, entries: [] };
  return statement;
}

/** Those that begin at some places. Of very many, which stand in the order of the text, few are found without looking at each: a lens is for one of them. */
function begunAt<Piece extends { readonly span: Span }>(
  pieces: readonly Piece[],
  starts: ReadonlySet<number>,
): readonly Piece[] {
  if (pieces.length < 16 * starts.size) return pieces.filter(({ span }) => starts.has(span.start));
  const inOrder = [...starts].sort((a, b) => a - b);
  return inOrder.flatMap((start) => pieces[countBefore(pieces, ({ span }) => span.start < start)] ?? []);
}
