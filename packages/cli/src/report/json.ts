import { type Position, ruleAddress, type Severity, textOf } from '@okr-language/core';
import { each, jsonInPieces } from '../pieces.ts';
import type { RelatedPlace, Report, ReportedFinding } from './report.ts';

/** What `okr check --format json` writes. Lines and columns count from 1, columns in UTF-16 code units; ends are exclusive. */
export interface JsonReport {
  /** Of this shape; a later one that breaks readers counts on. */
  readonly version: 1;
  /** The day that progress was judged by, `YYYY-MM-DD`. */
  readonly today: string;
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
    /** With a baseline: how many findings it accepts; they are in none of the other numbers. */
    readonly accepted?: number;
  };
  /** Only where there are some: what is wrong with the named paths, a sentence each; nothing was checked there. */
  readonly troubles?: readonly string[];
  readonly findings: readonly JsonFinding[];
}

export interface JsonPlace {
  /** Relative to the folder one is in where it lies below, else in full; with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: Severity;
  /** `what`, `why` and `todo` as one text. */
  readonly message: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  /** Address of the rule's page. */
  readonly help: string;
  readonly related: readonly (JsonPlace & { readonly label: string })[];
}

export function* jsonPieces(report: Report): Generator<string> {
  const { counts } = report;
  const head: Omit<JsonReport, 'findings'> = {
    version: 1,
    today: report.today,
    summary: {
      files: report.fileCount,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      ...(report.accepted !== null && { accepted: report.accepted.count }),
    },
    ...(report.troubles.length > 0 && { troubles: report.troubles }),
  };
  yield* jsonInPieces({ ...head, findings: each(report.findings, jsonFinding) }, { lists: ['findings'] });
}

function jsonFinding(reported: ReportedFinding): JsonFinding {
  const { rule, severity, message } = reported.finding;
  return {
    rule,
    severity,
    ...jsonPlace(reported),
    message: textOf(message),
    what: message.what,
    why: message.why,
    todo: message.todo,
    help: ruleAddress(rule),
    related: reported.related.map((other) => ({ ...jsonPlace(other), label: other.label })),
  };
}

function jsonPlace(at: RelatedPlace | ReportedFinding): JsonPlace {
  const [line, column] = fromOne(at.start);
  const [endLine, endColumn] = fromOne(at.end);
  return { file: at.file, line, column, endLine, endColumn };
}

function fromOne(position: Position): readonly [number, number] {
  return [position.line + 1, position.character + 1];
}
