import type { Cascade } from '../cascade/cascade.ts';
import type { Finding } from '../findings/finding.ts';
import type { OkrFile } from '../model/file.ts';
import { countBefore } from '../model/sorted.ts';
import { type Span, stretchAt } from '../model/span.ts';

/** How many findings stand at a row itself, those of the rows below it not counted. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

type FileOf = (uri: string) => OkrFile | null | undefined;

interface RowSpan {
  readonly id: string;
  readonly span: Span;
  /** The row around it. */
  parent: RowSpan | null;
}

/**
 * Counts findings by the innermost objective, key result or set they stand in or, in a check-in or closing, are about; by row id. Findings
 * elsewhere in a file are not counted. `fileOf` where the cascade holds only parts of files.
 */
export function countByRow(
  cascade: Cascade,
  findings: Iterable<Finding>,
  fileOf: FileOf = (uri) => cascade.files.get(uri),
): Record<string, FindingCounts> {
  const rows = rowsByFile(cascade);
  const counts: Record<string, { errors: number; warnings: number; others: number }> = {};
  for (const { uri, span, severity } of findings) {
    const id = innermost(rows.get(uri) ?? [], span.start)?.id ?? setReportedOn(cascade, fileOf(uri), span.start);
    if (id === null) continue;
    let count = counts[id];
    if (!count) {
      count = { errors: 0, warnings: 0, others: 0 };
      counts[id] = count;
    }
    if (severity === 'error') count.errors++;
    else if (severity === 'warning') count.warnings++;
    else count.others++;
  }
  return counts;
}

/** Rows of each file by start, an outer row before those inside it. */
function rowsByFile(cascade: Cascade): ReadonlyMap<string, readonly RowSpan[]> {
  const rows = new Map<string, RowSpan[]>();
  const add = (uri: string, id: string, span: Span) => {
    const list = rows.get(uri);
    if (list) list.push({ id, span, parent: null });
    else rows.set(uri, [{ id, span, parent: null }]);
  };
  for (const set of cascade.sets.values()) for (const block of set.blocks) add(block.uri, set.id, block.node.span);
  for (const goal of cascade.goals.values()) {
    add(goal.uri, goal.id, goal.node.span);
    if (goal.closing) add(goal.closing.uri, goal.id, goal.closing.node.span);
    for (const { place } of goal.kind === 'keyResult' ? goal.readings : []) add(place.uri, goal.id, place.span);
  }
  for (const list of rows.values()) {
    list.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let around: RowSpan | null = null;
    for (const row of list) {
      while (around && around.span.end < row.span.end) around = around.parent;
      row.parent = around;
      around = row;
    }
  }
  return rows;
}

/** Rows nest: the last one that begins before the offset, or one around it, is the innermost. */
function innermost(rows: readonly RowSpan[], offset: number): RowSpan | null {
  let row: RowSpan | null = rows[countBefore(rows, ({ span }) => span.start <= offset) - 1] ?? null;
  while (row && row.span.end < offset) row = row.parent;
  return row;
}

/** The set that a check-in or closing is about; null elsewhere, and where there is none. */
function setReportedOn({ sets }: Cascade, file: OkrFile | null | undefined, offset: number): string | null {
  const block = stretchAt(file?.statements ?? [], offset);
  if (block?.kind !== 'checkin' && block?.kind !== 'closing') return null;
  return sets.get(`${block.unit?.text ?? ''}/${block.cycle?.text ?? ''}`)?.id ?? null;
}
