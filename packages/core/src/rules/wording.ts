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

const activities = new WeakMap<KeyResult, Activity | null>();
const measures = new WeakMap<Objective, ObjectiveMeasure | null>();
const objectives = new WeakMap<Objective, ObjectiveWording>();
const keyResults = new WeakMap<KeyResult, KeyResultWording>();
const keepings = new WeakMap<Goal, Span | null>();
const placeholders = new WeakMap<Goal, Span | null>();
const pay = new WeakMap<Goal, Span | null>();

/** The work that a key result describes instead of an outcome. Fields decide before words: with a measure as fields it is null. */
export function activityIn(keyResult: KeyResult): Activity | null {
  const { measure, indicator, title } = keyResult;
  if (measure || indicator?.value === 'leading' || !title) return null;
  return remembered(activities, keyResult, () => activityOf(title.text));
}

/** The figure that an objective's title sets as a target. */
export function measureIn(objective: Objective): ObjectiveMeasure | null {
  const { title } = objective;
  return title && remembered(measures, objective, () => objectiveMeasure(title.text));
}

/** How an objective is worded; null where it has no title. */
export function wordingOfObjective(objective: Objective): ObjectiveWording | null {
  const { title } = objective;
  return title && remembered(objectives, objective, () => readObjective(title.text));
}

/** How a key result is worded; null where it has no title. */
export function wordingOfKeyResult(keyResult: KeyResult): KeyResultWording | null {
  const { title } = keyResult;
  return title && remembered(keyResults, keyResult, () => readKeyResult(title.text));
}

/** The words with which a goal says that something stays as it is; a key result that its fields move is none. */
export function keptIn(goal: Goal): Span | null {
  const { title, kind } = goal;
  if (!title || (kind === 'keyResult' && moves(goal))) return null;
  return remembered(keepings, goal, () => keepingIn(title.text, kind, kind === 'keyResult' && goal.measure !== null));
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
