import { type Cascade, countBefore } from '@okr-language/core';

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
    const stretches = files.get(uri) ?? [];
    let at = stretches[countBefore(stretches, ({ start }) => start <= offset) - 1] ?? null;
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
