/**
 * Leads all rules through the project together: what a goal holds is fetched from memory once, and every rule has looked at it before the next
 * goal comes. Each by itself, 80 rules going through all goals waited for memory longer than they worked.
 */
import type { Cascade, KeyResultNode, ObjectiveNode, ResolvedReference, SetNode } from '../cascade/cascade.ts';
import type { Visits } from './rule.ts';

/** A rule on its way. */
export interface Visitor {
  readonly visits: Visits;
  /** Whether it looks at goals of the files that are checked only. */
  readonly onlyOwn: boolean;
  /** Whether something in it went wrong. */
  failed: boolean;
}

/** What the rules want to see of one kind, as one list of functions: it is gone through for every goal. */
interface Looks<T> {
  readonly at: ((thing: T) => void)[];
  readonly visitors: readonly Visitor[];
}

/** `isOwn` says of which files the goals are the ones that are checked. */
export function visitAll(cascade: Cascade, visitors: readonly Visitor[], isOwn: (uri: string) => boolean): void {
  visitReferences(cascade, visitors);
  visitGoals(cascade, visitors, isOwn);
  show(
    undefined,
    looksOf<undefined>(visitors, ({ end }) => [end]),
  );
}

function visitReferences({ references }: Cascade, visitors: readonly Visitor[]): void {
  const looks = looksOf<ResolvedReference>(visitors, ({ reference }) => [reference]);
  if (looks.at.length === 0) return;
  for (const inFile of references.values()) for (const reference of inFile) show(reference, looks);
}

function visitGoals(cascade: Cascade, visitors: readonly Visitor[], isOwn: (uri: string) => boolean): void {
  const atSets = looksOf<SetNode>(visitors, ({ set }) => [set]);
  const own = goalLooks(visitors);
  const others = goalLooks(visitors.filter(({ onlyOwn }) => !onlyOwn));
  if (atSets.at.length > 0) for (const set of cascade.sets.values()) if (set.objectives.length === 0) show(set, atSets);
  if (atSets.at.length + own.objectives.at.length + own.keyResults.at.length === 0) return;
  for (const objective of cascade.objectives) {
    if (objective.set.objectives[0] === objective) show(objective.set, atSets);
    const { objectives, keyResults } = isOwn(objective.uri) ? own : others;
    show(objective, objectives);
    for (const keyResult of objective.keyResults) show(keyResult, keyResults);
  }
}

function goalLooks(visitors: readonly Visitor[]) {
  return {
    objectives: looksOf<ObjectiveNode>(visitors, ({ objective, goal }) => [goal, objective]),
    keyResults: looksOf<KeyResultNode>(visitors, ({ keyResult, goal }) => [goal, keyResult]),
  };
}

function looksOf<T>(
  visitors: readonly Visitor[],
  named: (visits: Visits) => readonly (((thing: T) => void) | undefined)[],
): Looks<T> {
  const at: ((thing: T) => void)[] = [];
  const whose: Visitor[] = [];
  for (const visitor of visitors) {
    for (const look of named(visitor.visits)) {
      if (!look) continue;
      at.push(look);
      whose.push(visitor);
    }
  }
  return { at, visitors: whose };
}

/** A rule that fails sees no more of this kind; what it found does not count. */
function show<T>(thing: T, { at, visitors }: Looks<T>): void {
  for (let i = 0; i < at.length; i++) {
    try {
      for (; i < at.length; i++) at[i]?.(thing);
    } catch {
      (visitors[i] as Visitor).failed = true;
      at[i] = nothing;
    }
  }
}

function nothing(): void {}
