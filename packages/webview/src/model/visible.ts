/** The rows that are open to view, in order, with what an ARIA tree says about each. */
import type { Kept } from './filter.ts';
import { heldIn, type Outline, type OutlineNode } from './outline.ts';

export interface VisibleRow {
  readonly node: OutlineNode;
  /** Null where there is nothing to open. */
  readonly open: boolean | null;
  /** From 1, among the siblings that are shown. */
  readonly position: number;
  readonly siblings: number;
}

/** Lists the rows. `isOpen` is asked for rows that have others below them; `leads` tells that those answer a filter. */
export function visibleRows(
  outline: Outline,
  kept: Kept | null,
  isOpen: (node: OutlineNode, leads: boolean) => boolean,
): readonly VisibleRow[] {
  const { nodes } = outline;
  const children = new Uint32Array(nodes.length + 1); // the last place counts the roots
  const slot = (node: OutlineNode) => (node.parent ? node.parent.index : nodes.length);
  for (const node of nodes)
    if (!kept || kept.stays[node.index] === 1) children[slot(node)] = (children[slot(node)] ?? 0) + 1;

  const seen = new Uint32Array(nodes.length + 1);
  const rows: VisibleRow[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as OutlineNode;
    if (kept && kept.stays[i] !== 1) {
      i = node.last;
      continue;
    }
    const at = slot(node);
    const position = (seen[at] ?? 0) + 1;
    seen[at] = position;
    const open = children[i] ? isOpen(node, kept?.leads[i] === 1) : heldIn(node) > 0 ? false : null;
    rows.push({ node, open, position, siblings: children[at] ?? 1 });
    if (open !== true) i = node.last;
  }
  return rows;
}
