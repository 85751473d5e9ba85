import type { Cascade } from '../cascade/cascade.ts';
import type { Finding } from '../findings/finding.ts';
import { countBefore } from '../model/sorted.ts';
import type { Span } from '../model/span.ts';

/** How many findings stand at a row itself, those of the rows below it not counted. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

interface RowSpan {
  readonly id: string;
  readonly span: Span;
  /** The row around it. */
  parent: RowSpan | null;
}

/** Counts findings by the innermost objective, key result or set they stand in; by row id. Findings elsewhere in a file are not counted. */
export function countByRow(cascade: Cascade, findings: Iterable<Finding>): Record<string, FindingCounts> {
  const rows = rowsByFile(cascade);
  const counts: Record<string, { errors: number; warnings: number; others: number }> = {};
  for (const finding of findings) {
    const row = innermost(rows.get(finding.uri) ?? [], finding.span.start);
    if (!row) continue;
    let count = counts[row.id];
    if (!count) {
      count = { errors: 0, warnings: 0, others: 0 };
      counts[row.id] = count;
    }
    if (finding.severity === 'error') count.errors++;
    else if (finding.severity === 'warning') count.warnings++;
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
  for (const goal of cascade.goals.values()) add(goal.uri, goal.id, goal.node.span);
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
