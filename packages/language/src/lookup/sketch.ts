/** A part of a project in which goals stand with their names and titles only: enough to tell how each can be written somewhere. */
import type { KeyResult, Objective, OkrFile, OkrSet, Statement } from '@okr-language/core';

export class Sketch {
  readonly #whole = new Map<string, OkrFile>();
  readonly #withSupports: boolean;
  readonly #parts = new Map<string, Map<Statement, Set<Objective>>>();

  /** Without anything that links to others, or with what goals support. */
  constructor(withSupports = false) {
    this.#withSupports = withSupports;
  }

  /** Takes a file as it is. */
  takeWhole(file: OkrFile): void {
    this.#whole.set(file.uri, file);
  }

  /** Takes a statement; of a block of goals, none of these. */
  take(uri: string, statement: Statement): Set<Objective> {
    let statements = this.#parts.get(uri);
    if (!statements) {
      statements = new Map();
      this.#parts.set(uri, statements);
    }
    let objectives = statements.get(statement);
    if (!objectives) {
      objectives = new Set();
      statements.set(statement, objectives);
    }
    return objectives;
  }

  takeObjective(uri: string, block: OkrSet, objective: Objective): void {
    this.take(uri, block).add(objective);
  }

  files(): ReadonlyMap<string, OkrFile> {
    const files = new Map(this.#whole);
    for (const [uri, statements] of this.#parts) {
      if (files.has(uri)) continue;
      const bare = [...statements].map(([statement, chosen]) =>
        statement.kind === 'okrs' ? bareBlock(statement, chosen, this.#withSupports) : statement,
      );
      bare.sort((a, b) => a.span.start - b.span.start);
      files.set(uri, { uri, lineStarts: [0], length: 0, statements: bare, problems: [], suppressions: [] });
    }
    return files;
  }
}

/** Nothing of what goals say of others, or others of them. */
const withoutLinks = { owners: [], supports: [], dependsOn: [], carriedFrom: null, initiatives: [] };

function bareBlock(block: OkrSet, chosen: ReadonlySet<Objective>, withSupports: boolean): OkrSet {
  // Of thousands in a block one may be chosen, for each of them in turn.
  const inOrder = [...chosen].sort((a, b) => a.span.start - b.span.start);
  const objectives = inOrder.map((one) => bareObjective(one, withSupports));
  return { ...block, owners: [], initiatives: [], guardrails: [], objectives };
}

function bareObjective(objective: Objective, withSupports: boolean): Objective {
  const supported = ({ supports }: Objective | KeyResult) => (withSupports ? { supports } : {});
  const keyResults = objective.keyResults.map(
    (one): KeyResult => ({ ...one, ...withoutLinks, ...supported(one), readings: [] }),
  );
  return { ...objective, ...withoutLinks, ...supported(objective), guardrails: [], keyResults };
}
