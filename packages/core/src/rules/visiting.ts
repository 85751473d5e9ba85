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
class Looks<T> {
  readonly at: ((thing: T) => void)[] = [];
  readonly visitors: Visitor[] = [];

  add(look: ((thing: T) => void) | undefined, visitor: Visitor): void {
    if (!look) return;
    this.at.push(look);
    this.visitors.push(visitor);
  }
}

/** What is looked at of goals: of those that are checked, or of the others. */
class GoalLooks {
  readonly objectives = new Looks<ObjectiveNode>();
  readonly keyResults = new Looks<KeyResultNode>();

  add(visitor: Visitor): void {
    const { goal, objective, keyResult } = visitor.visits;
    this.objectives.add(goal, visitor);
    this.objectives.add(objective, visitor);
    this.keyResults.add(goal, visitor);
    this.keyResults.add(keyResult, visitor);
  }
}

/** `isOwn` says of which files the goals are the ones that are checked. */
export function visitAll(cascade: Cascade, visitors: readonly Visitor[], isOwn: (uri: string) => boolean): void {
  const references = new Looks<ResolvedReference>();
  const sets = new Looks<SetNode>();
  const own = new GoalLooks();
  const others = new GoalLooks();
  const ends = new Looks<undefined>();
  for (const visitor of visitors) {
    references.add(visitor.visits.reference, visitor);
    sets.add(visitor.visits.set, visitor);
    own.add(visitor);
    if (!visitor.onlyOwn) others.add(visitor);
    ends.add(visitor.visits.end, visitor);
  }
  if (references.at.length > 0) {
    for (const inFile of cascade.references.values()) for (const reference of inFile) show(reference, references);
  }
  if (sets.at.length > 0) visitEmpty(cascade, sets);
  if (sets.at.length + own.objectives.at.length + own.keyResults.at.length > 0) {
    for (const objective of cascade.objectives) {
      if (objective.set.objectives[0] === objective) show(objective.set, sets);
      const { objectives, keyResults } = isOwn(objective.uri) ? own : others;
      show(objective, objectives);
      for (const keyResult of objective.keyResults) show(keyResult, keyResults);
    }
  }
  show(undefined, ends);
}

/** Sets without goals; all others are visited with their first goal. */
function visitEmpty({ sets }: Cascade, looks: Looks<SetNode>): void {
  for (const set of sets.values()) if (set.objectives.length === 0) show(set, looks);
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
