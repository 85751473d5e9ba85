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
  /** Whether something in it went wrong; it then sees no more. */
  failed: boolean;
}

interface Look<T> {
  readonly visitor: Visitor;
  readonly at: (thing: T) => void;
}

/** `isOwn` says of which files the goals are the ones that are checked. */
export function visitAll(cascade: Cascade, visitors: readonly Visitor[], isOwn: (uri: string) => boolean): void {
  visitReferences(cascade, visitors);
  visitGoals(cascade, visitors, isOwn);
  for (const visitor of visitors) show(null, [{ visitor, at: () => visitor.visits.end?.() }]);
}

function visitReferences({ references }: Cascade, visitors: readonly Visitor[]): void {
  const looks = looksOf<ResolvedReference>(visitors, ({ reference }) => [reference]);
  if (looks.length === 0) return;
  for (const inFile of references.values()) for (const reference of inFile) show(reference, looks);
}

function visitGoals(cascade: Cascade, visitors: readonly Visitor[], isOwn: (uri: string) => boolean): void {
  const atSets = looksOf<SetNode>(visitors, ({ set }) => [set]);
  const own = goalLooks(visitors);
  const others = goalLooks(visitors.filter(({ onlyOwn }) => !onlyOwn));
  if (atSets.length > 0) for (const set of cascade.sets.values()) if (set.objectives.length === 0) show(set, atSets);
  if (atSets.length + own.objectives.length + own.keyResults.length === 0) return;
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
): readonly Look<T>[] {
  return visitors.flatMap((visitor) => named(visitor.visits).flatMap((at) => (at ? { visitor, at } : [])));
}

function show<T>(thing: T, looks: readonly Look<T>[]): void {
  for (const { visitor, at } of looks) {
    if (visitor.failed) continue;
    try {
      at(thing);
    } catch {
      visitor.failed = true;
    }
  }
}
