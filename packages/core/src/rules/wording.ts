/**
 * How titles are worded, remembered for as long as the text around them is the same: reading a sentence costs far more than all
 * other checks together, and on a keystroke only one file changes.
 */
import type { KeyResult, Objective } from '../model/file.ts';
import { type Activity, activityOf, type ObjectiveMeasure, objectiveMeasure } from '../reading/wording.ts';

const activities = new WeakMap<KeyResult, Activity | null>();
const measures = new WeakMap<Objective, ObjectiveMeasure | null>();

/** The work that a key result describes instead of an outcome. Fields decide before words: with a measure as fields it is null. */
export function activityIn(keyResult: KeyResult): Activity | null {
  const { measure, indicator, title } = keyResult;
  if (measure || indicator?.value === 'leading' || !title) return null;
  return remembered(activities, keyResult, () => activityOf(title.text));
}

/**
 * The figure that an objective's title sets as a target. Number words are left to the writer: "two masters", "a class of thirty" and
 * "explains it twice" paint a picture, and only the verbs that ask for a multiple set a target.
 */
export function measureIn(objective: Objective): ObjectiveMeasure | null {
  const { title } = objective;
  const measure = title && remembered(measures, objective, () => objectiveMeasure(title.text));
  return measure && /\d|^(?:doubl|tripl|trebl|quadrupl|halv)/i.test(measure.text) ? measure : null;
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, find: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}
