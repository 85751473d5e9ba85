/**
 * How titles are worded. Of the last goal it is remembered: all rules look at one goal before any looks at the next (`visiting.ts`), and reading
 * a sentence costs more than most rules. A table of all goals would cost more than it saves.
 */
import type { KeyResult, Objective } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import type { Activity } from '../reading/activity.ts';
import { payIn } from '../reading/pay.ts';
import { placeholderIn } from '../reading/placeholders.ts';
import {
  isPlain,
  type KeyResultText,
  noKeyResultText,
  noObjectiveText,
  type ObjectiveText,
  readKeyResultText,
  readObjectiveText,
} from '../reading/titles.ts';
import type { ObjectiveMeasure } from '../reading/wording.ts';

type Goal = KeyResult | Objective;

/** What was found out about a goal's title so far; undefined where nobody has asked. */
interface Known {
  readonly goal: Goal | null;
  objective: ObjectiveText | undefined;
  keyResult: KeyResultText | undefined;
  placeholder: Span | null | undefined;
  pay: Span | null | undefined;
}

let last = nothingKnownOf(null);

function nothingKnownOf(goal: Goal | null): Known {
  return { goal, objective: undefined, keyResult: undefined, placeholder: undefined, pay: undefined };
}

function known(goal: Goal): Known {
  if (last.goal !== goal) last = nothingKnownOf(goal);
  return last;
}

/** Whether there may be something to say about the words of a goal's title. Where not, all that is asked below is answered with null or nothing. */
export function mayTell({ title, reading }: Goal): boolean {
  return title !== null && !isPlain(reading);
}

/** How an objective is worded; null where it has no title. */
export function wordingOfObjective(objective: Objective): ObjectiveText | null {
  const { title, reading } = objective;
  if (!title) return null;
  if (isPlain(reading)) return noObjectiveText;
  const about = known(objective);
  about.objective ??= readObjectiveText(title.text);
  return about.objective;
}

/** How a key result is worded; null where it has no title. */
export function wordingOfKeyResult(keyResult: KeyResult): KeyResultText | null {
  const { title, measure, reading } = keyResult;
  if (!title) return null;
  if (isPlain(reading)) return noKeyResultText;
  const about = known(keyResult);
  about.keyResult ??= readKeyResultText(title.text, measure !== null);
  return about.keyResult;
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
  const { title, reading } = goal;
  if (!title || isPlain(reading)) return null;
  const about = known(goal);
  if (about.placeholder === undefined) about.placeholder = placeholderIn(title.text);
  return about.placeholder;
}

/** The words of a title that make pay depend on the goal. */
export function payCouplingIn(goal: Goal): Span | null {
  const { title, reading } = goal;
  if (!title || isPlain(reading)) return null;
  const about = known(goal);
  if (about.pay === undefined) about.pay = payIn(title.text);
  return about.pay;
}
