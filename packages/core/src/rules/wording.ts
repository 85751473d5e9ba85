/**
 * How titles are worded, remembered for as long as the text around them is the same: reading a sentence costs far more than all
 * other checks together, and on a keystroke only one file changes.
 */
import type { KeyResult, Objective } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import { keepingIn } from '../reading/keeping.ts';
import { type KeyResultWording, readKeyResult } from '../reading/key-results.ts';
import { type ObjectiveWording, readObjective } from '../reading/objectives.ts';
import { payIn } from '../reading/pay.ts';
import { placeholderIn } from '../reading/placeholders.ts';
import { type Activity, activityOf, type ObjectiveMeasure, objectiveMeasure } from '../reading/wording.ts';

type Goal = KeyResult | Objective;

/** All that is asked of a key result's title, read at once: taking a sentence apart costs more than most answers. */
interface KeyResultText extends KeyResultWording {
  /** Null where the fields state a measure: they decide. */
  readonly activity: Activity | null;
  readonly kept: Span | null;
}

interface ObjectiveText extends ObjectiveWording {
  readonly measure: ObjectiveMeasure | null;
  readonly kept: Span | null;
}

const objectives = new WeakMap<Objective, ObjectiveText>();
const keyResults = new WeakMap<KeyResult, KeyResultText>();
const placeholders = new WeakMap<Goal, Span | null>();
const pay = new WeakMap<Goal, Span | null>();

/** How an objective is worded; null where it has no title. */
export function wordingOfObjective(objective: Objective): ObjectiveText | null {
  const { title } = objective;
  if (!title) return null;
  return remembered(objectives, objective, () => ({
    ...readObjective(title.text),
    measure: objectiveMeasure(title.text),
    kept: keepingIn(title.text, 'objective'),
  }));
}

/** How a key result is worded; null where it has no title. */
export function wordingOfKeyResult(keyResult: KeyResult): KeyResultText | null {
  const { title, measure } = keyResult;
  if (!title) return null;
  return remembered(keyResults, keyResult, () => ({
    ...readKeyResult(title.text),
    activity: measure ? null : activityOf(title.text),
    kept: keepingIn(title.text, 'keyResult', measure !== null),
  }));
}

/** The work that a key result describes instead of an outcome. Fields decide before words: with a measure as fields it is null. */
export function activityIn(keyResult: KeyResult): Activity | null {
  const { measure, indicator } = keyResult;
  if (measure || indicator?.value === 'leading') return null;
  return wordingOfKeyResult(keyResult)?.activity ?? null;
}

/** The figure that an objective's title sets as a target. */
export function measureIn(objective: Objective): ObjectiveMeasure | null {
  return wordingOfObjective(objective)?.measure ?? null;
}

/** The words with which a goal says that something stays as it is; a key result that its fields move is none. */
export function keptIn(goal: Goal): Span | null {
  if (goal.kind === 'objective') return wordingOfObjective(goal)?.kept ?? null;
  return moves(goal) ? null : (wordingOfKeyResult(goal)?.kept ?? null);
}

function moves({ measure }: KeyResult): boolean {
  return measure !== null && (measure.baseline !== null || /^(?:up|down|yes-no)$/.test(measure.form));
}

/** What is still to be filled in in a title. */
export function placeholderOf(goal: Goal): Span | null {
  const { title } = goal;
  return title && remembered(placeholders, goal, () => placeholderIn(title.text));
}

/** The words of a title that make pay depend on the goal. */
export function payCouplingIn(goal: Goal): Span | null {
  const { title } = goal;
  return title && remembered(pay, goal, () => payIn(title.text));
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, find: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}
