import type { Cascade } from '@okr-language/core';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  /** The stretch around this one. */
  readonly outer: Stretch | null;
}

/** The id of the innermost goal or set at an offset of a file; null outside of any. */
export function goalFinder(cascade: Cascade): (uri: string, offset: number) => string | null {
  const files = new Map<string, Stretch[]>();
  const add = (uri: string, { start, end }: { readonly start: number; readonly end: number }, id: string) => {
    const stretches = files.get(uri) ?? [];
    stretches.push({ start, end, id, outer: null });
    files.set(uri, stretches);
  };
  for (const set of cascade.sets.values()) for (const { uri, node } of set.blocks) add(uri, node.span, set.id);
  for (const { uri, node, id } of [...cascade.objectives, ...cascade.keyResults]) add(uri, node.span, id);
  for (const [uri, stretches] of files) files.set(uri, nested(stretches));
  return (uri, offset) => {
    let at = lastFrom(files.get(uri) ?? [], offset);
    while (at !== null && at.end <= offset) at = at.outer;
    return at?.id ?? null;
  };
}

/** In the order of their starts, the outer one first, each with the one around it. */
function nested(stretches: readonly Stretch[]): Stretch[] {
  const inOrder = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const linked: Stretch[] = [];
  let open: Stretch | null = null;
  for (const stretch of inOrder) {
    while (open !== null && open.end <= stretch.start) open = open.outer;
    open = { ...stretch, outer: open };
    linked.push(open);
  }
  return linked;
}

/** The last stretch that begins at the offset or before it. */
function lastFrom(stretches: readonly Stretch[], offset: number): Stretch | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).start <= offset) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1] ?? null;
}
