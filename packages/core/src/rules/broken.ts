/** Statements that are still being typed: what only follows from them would annoy more than help. */
import type { Cascade, GoalNode, InitiativeNode } from '../cascade/cascade.ts';
import { Beside } from '../model/beside.ts';
import type { OkrFile } from '../model/file.ts';
import { countBefore } from '../model/sorted.ts';
import { positionAt, type Span } from '../model/span.ts';

/** Lines that hold a problem with the text itself, sorted; kept as long as the file is the same. */
const linesOf = new Beside<OkrFile, readonly number[]>();

/**
 * Whether the text of a statement is not in order: a problem with the text lies in its lines. Rules that would speak of what
 * a statement lacks ask this first.
 */
export function isBroken(file: OkrFile | undefined, span: Span): boolean {
  if (!file || file.problems.length === 0) return false;
  const lines = brokenLines(file);
  const first = positionAt(file.lineStarts, span.start).line;
  const last = positionAt(file.lineStarts, span.end).line;
  const next = lines[countBefore(lines, (line) => line < first)];
  return next !== undefined && next <= last;
}

/** Whether a goal, or work, is still being typed: it has no title yet, or its text is not in order. */
export function isUnfinished({ files }: Cascade, { title, node, uri }: GoalNode | InitiativeNode): boolean {
  return title.trim() === '' || isBroken(files.get(uri), node.span);
}

function brokenLines(file: OkrFile): readonly number[] {
  const known = linesOf.get(file);
  if (known) return known;
  const lines = new Set<number>();
  for (const { span } of file.problems) {
    lines.add(positionAt(file.lineStarts, span.start).line);
    lines.add(positionAt(file.lineStarts, span.end).line);
  }
  const sorted = [...lines].sort((a, b) => a - b);
  linesOf.set(file, sorted);
  return sorted;
}
