/**
 * How titles are worded. Of the last goal it is remembered: all rules look at one goal before any looks at the next (`visiting.ts`), and reading
 * a sentence costs more than most rules. A table of all goals would cost more than it saves.
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

/** How an objective is worded; null where it has no title. */
export function wordingOfObjective(objective: Objective): ObjectiveText | null {
  const { title } = objective;
  if (!title) return null;
  const about = known(objective);
  about.objective ??= readAllOfObjective(title.text);
  return about.objective;
}

function readAllOfObjective(title: string): ObjectiveText {
  const { empty, task, solution, joint } = readObjective(title);
  return { empty, task, solution, joint, measure: objectiveMeasure(title), kept: keepingIn(title, 'objective') };
}

/** How a key result is worded; null where it has no title. */
export function wordingOfKeyResult(keyResult: KeyResult): KeyResultText | null {
  const { title, measure } = keyResult;
  if (!title) return null;
  const about = known(keyResult);
  about.keyResult ??= readAllOfKeyResult(title.text, measure !== null);
  return about.keyResult;
}

/** `measured`: fields state a measure, and decide about what words could tell. */
function readAllOfKeyResult(title: string, measured: boolean): KeyResultText {
  const { vague, output, vanity, ambiguous, joint, internal, direction } = readKeyResult(title);
  const activity = measured ? null : activityOf(title);
  const kept = keepingIn(title, 'keyResult', measured);
  if (!vague && !output && !vanity && !ambiguous && !joint && !internal && !direction && !activity && !kept)
    return nothingSaid;
  return { vague, output, vanity, ambiguous, joint, internal, direction, activity, kept };
}

/** Of most key results there is nothing to say: one object serves them all. */
const nothingSaid: KeyResultText = {
  vague: null,
  output: null,
  vanity: null,
  ambiguous: null,
  joint: null,
  internal: null,
  direction: null,
  activity: null,
  kept: null,
};

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
  if (!title) return null;
  const about = known(goal);
  if (about.placeholder === undefined) about.placeholder = placeholderIn(title.text);
  return about.placeholder;
}

/** The words of a title that make pay depend on the goal. */
export function payCouplingIn(goal: Goal): Span | null {
  const { title } = goal;
  if (!title) return null;
  const about = known(goal);
  if (about.pay === undefined) about.pay = payIn(title.text);
  return about.pay;
}
