/**
 * Leads all rules through the project together: what a goal holds is fetched from memory once, and every rule has looked at it before the next
 * goal comes. Each by itself, 80 rules going through all goals waited for memory longer than they worked.
 */
import type {
  Cascade,
  GoalNode,
  KeyResultNode,
  ObjectiveNode,
  Reading,
  ResolvedReference,
  SetNode,
} from '../cascade/cascade.ts';
import { alikeIn } from './beginnings.ts';
import type { Visits } from './rule.ts';
import { mayTell } from './wording.ts';

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
  readonly #objectives = new Looks<ObjectiveNode>();
  readonly #keyResults = new Looks<KeyResultNode>();
  readonly #wordedObjectives = new Looks<ObjectiveNode>();
  readonly #wordedKeyResults = new Looks<KeyResultNode>();
  readonly #supporters = new Looks<ObjectiveNode | KeyResultNode>();
  readonly #owned = new Looks<ObjectiveNode | KeyResultNode>();
  readonly #dated = new Looks<ObjectiveNode | KeyResultNode>();
  readonly #readKeyResults = new Looks<KeyResultNode>();
  readonly #closed = new Looks<ObjectiveNode | KeyResultNode>();
  /** The files that are checked. */
  readonly #uris: ReadonlySet<string>;

  constructor(uris: ReadonlySet<string>) {
    this.#uris = uris;
  }

  add(visitor: Visitor): void {
    const { visits } = visitor;
    this.#objectives.add(visits.goal, visitor);
    this.#objectives.add(visits.objective, visitor);
    this.#keyResults.add(visits.goal, visitor);
    this.#keyResults.add(visits.keyResult, visitor);
    this.#wordedObjectives.add(visits.wordedGoal, visitor);
    this.#wordedObjectives.add(visits.wordedObjective, visitor);
    this.#wordedKeyResults.add(visits.wordedGoal, visitor);
    this.#wordedKeyResults.add(visits.wordedKeyResult, visitor);
    this.#supporters.add(visits.supporter, visitor);
    this.#owned.add(visits.ownedGoal, visitor);
    this.#dated.add(visits.datedGoal, visitor);
    this.#readKeyResults.add(visits.readKeyResult, visitor);
    this.#closed.add(visits.closedGoal, visitor);
  }

  showObjective(objective: ObjectiveNode): void {
    show(objective, this.#objectives);
    if (this.#wordedObjectives.at.length > 0 && mayTell(objective.node)) show(objective, this.#wordedObjectives);
    this.#showCommon(objective);
  }

  showKeyResult(keyResult: KeyResultNode): void {
    show(keyResult, this.#keyResults);
    if (this.#wordedKeyResults.at.length > 0 && mayTell(keyResult.node)) show(keyResult, this.#wordedKeyResults);
    this.#showCommon(keyResult);
    if (this.#isReadHere(keyResult)) show(keyResult, this.#readKeyResults);
  }

  #showCommon(goal: ObjectiveNode | KeyResultNode): void {
    if (goal.owners.source === 'own') show(goal, this.#owned);
    if (goal.deadline?.from === 'own') show(goal, this.#dated);
    if (goal.supports.length > 0) show(goal, this.#supporters);
    if (goal.closing) show(goal, this.#closed);
  }

  #isReadHere({ readings }: KeyResultNode): boolean {
    for (let i = readings.length - 1; i >= 0; i--) if (this.#uris.has((readings[i] as Reading).uri)) return true;
    return false;
  }
}

/** `uris` are the files that are checked. */
export function visitAll(cascade: Cascade, visitors: readonly Visitor[], uris: ReadonlySet<string>): void {
  const references = new Looks<ResolvedReference>();
  const lost = new Looks<ResolvedReference>();
  const sets = new Looks<SetNode>();
  const alike = new Looks<readonly GoalNode[]>();
  const own = new GoalLooks(uris);
  const others = new GoalLooks(uris);
  const ends = new Looks<undefined>();
  let looks = 0;
  for (const visitor of visitors) {
    const { visits } = visitor;
    if (visits === noVisits) continue;
    looks++;
    references.add(visits.reference, visitor);
    lost.add(visits.lostReference, visitor);
    sets.add(visits.set, visitor);
    alike.add(visits.alike, visitor);
    own.add(visitor);
    if (!visitor.onlyOwn) others.add(visitor);
    ends.add(visits.end, visitor);
  }
  // A rule that looks at everything by itself is done by now, and asks for nothing of a cascade.
  if (looks === 0) return;
  for (const uri of uris) {
    const inFile = cascade.references.get(uri);
    if (inFile) visitReferences(inFile, references, lost);
  }
  const isToBeSeen = (set: SetNode) =>
    set.blocks.some(({ uri }) => uris.has(uri)) || (set.closing !== null && uris.has(set.closing.uri));
  const showSet = (set: SetNode) => {
    if (!isToBeSeen(set)) return;
    show(set, sets);
    const goals = alike.at.length > 0 ? alikeIn(set) : [];
    if (goals.length > 0) show(goals, alike);
  };
  // All others are visited with their first goal.
  cascade.sets.forEach((set) => {
    if (set.objectives.length === 0) showSet(set);
  });
  const { objectives } = cascade;
  let lastUri: string | null = null;
  let goals = others;
  for (let i = 0; i < objectives.length; i++) {
    const objective = objectives[i] as ObjectiveNode;
    const { set, keyResults, uri } = objective;
    if (set.objectives[0] === objective) showSet(set);
    // Goals of one file come one after the other.
    if (uri !== lastUri) {
      lastUri = uri;
      goals = uris.has(uri) ? own : others;
    }
    goals.showObjective(objective);
    for (let j = 0; j < keyResults.length; j++) goals.showKeyResult(keyResults[j] as KeyResultNode);
  }
  show(undefined, ends);
}

/** What a rule asks for that asks for nothing. */
export const noVisits: Visits = {};

function visitReferences(
  inFile: readonly ResolvedReference[],
  looks: Looks<ResolvedReference>,
  lost: Looks<ResolvedReference>,
): void {
  for (let i = 0; i < inFile.length; i++) {
    const reference = inFile[i] as ResolvedReference;
    show(reference, looks);
    if (reference.failure !== null) show(reference, lost);
  }
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
