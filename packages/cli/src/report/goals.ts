import { type Cascade, countBefore } from '@okr-language/core';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  /** The stretch around this one. */
  readonly outer: Stretch | null;
}

/** The id of the innermost goal or set that an offset of a file is in or, in a check-in or closing, about; null outside of any. */
export function goalFinder(cascade: Cascade): (uri: string, offset: number) => string | null {
  const files = new Map<string, Stretch[]>();
  const add = (uri: string, { start, end }: { readonly start: number; readonly end: number }, id: string) => {
    const stretches = files.get(uri) ?? [];
    stretches.push({ start, end, id, outer: null });
    files.set(uri, stretches);
  };
  for (const set of cascade.sets.values()) for (const { uri, node } of set.blocks) add(uri, node.span, set.id);
  for (const { uri, node, id } of [...cascade.objectives, ...cascade.keyResults]) add(uri, node.span, id);
  const goalNamed = goalsNamed(cascade);
  for (const { uri, node } of [...cascade.checkins, ...cascade.closings]) {
    // Also of a set that is not there: whose goals were meant tells it from others.
    add(uri, node.span, `${node.unit?.text ?? ''}/${node.cycle?.text ?? ''}`);
    for (const { target, span } of node.kind === 'checkin' ? node.readings : node.entries) {
      const goal = target && goalNamed(uri, target.span.start);
      if (goal) add(uri, span, goal);
    }
  }
  for (const [uri, stretches] of files) files.set(uri, nested(stretches));
  return (uri, offset) => {
    const stretches = files.get(uri) ?? [];
    let at = stretches[countBefore(stretches, ({ start }) => start <= offset) - 1] ?? null;
    while (at !== null && at.end <= offset) at = at.outer;
    return at?.id ?? null;
  };
}

/** The id of the goal that a path at an offset of a file leads to. */
function goalsNamed({ references }: Cascade): (uri: string, start: number) => string | null {
  const files = new Map<string, ReadonlyMap<number, string>>();
  return (uri, start) => {
    let goals = files.get(uri);
    if (!goals) {
      const named = (references.get(uri) ?? []).flatMap(({ path, target }) =>
        target?.kind === 'objective' || target?.kind === 'keyResult' ? [[path.span.start, target.id] as const] : [],
      );
      goals = new Map(named);
      files.set(uri, goals);
    }
    return goals.get(start) ?? null;
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
