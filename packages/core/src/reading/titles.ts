/**
 * The titles of goals. What a title states goes into the model, and rules ask a dozen questions more about its words. Taking a sentence apart
 * costs more than all answers together, and to four of five titles every answer is no: that is found out at once, while the sentence is taken
 * apart in any case, and such a title is not read again when rules ask.
 */
import type { Span } from '../model/span.ts';
import { type Activity, activityOf } from './activity.ts';
import { tellsNothing } from './glance.ts';
import { keepingIn } from './keeping.ts';
import { type KeyResultWording, noKeyResultWording, readKeyResult } from './key-results.ts';
import { noObjectiveWording, type ObjectiveWording, readObjective } from './objectives.ts';
import { payIn } from './pay.ts';
import { placeholderIn } from './placeholders.ts';
import { isPrompt } from './prompts.ts';
import { readSentence, statesNothing } from './read.ts';
import type { SentenceReading } from './sentence.ts';
import { type ObjectiveMeasure, objectiveMeasure } from './wording.ts';

/** Whose title it is. `measured`: of a key result whose fields state a measure, and decide about what words could tell. */
export type TitleOf = 'objective' | 'keyResult' | 'measured';

/** What rules ask about the words of an objective's title. */
export interface ObjectiveText extends ObjectiveWording {
  readonly measure: ObjectiveMeasure | null;
  readonly kept: Span | null;
}

/** What rules ask about the words of a key result's title. */
export interface KeyResultText extends KeyResultWording {
  /** Null where the fields state a measure: they decide. */
  readonly activity: Activity | null;
  readonly kept: Span | null;
}

/**
 * Plain titles all have one of these for what they state, which is nothing: by that they are known. Whoever makes a reading that only looks the
 * same loses nothing but time.
 */
export const plainReadings = {
  english: { measure: null, deadline: null, language: 'english' },
  other: { measure: null, deadline: null, language: 'other' },
} as const satisfies Record<SentenceReading['language'], SentenceReading>;

/** Whether a title is known to state nothing, and to give rules nothing to say about its words. */
export function isPlain(reading: SentenceReading | null): boolean {
  return reading === plainReadings.english || reading === plainReadings.other;
}

/** What the title of a goal states, see `readSentence`. */
export function readTitle(title: string, of: TitleOf): SentenceReading {
  if (of === 'measured' && tellsNothing(title) && !isPrompt(title)) return plainReadings.english;
  const reading = readSentence(title, of === 'measured');
  return statesNothing(reading) && saysNothing(title, of) ? plainReadings[reading.language] : reading;
}

function saysNothing(title: string, of: TitleOf): boolean {
  const text = of === 'objective' ? readObjectiveText(title) : readKeyResultText(title, of === 'measured');
  return (text === noObjectiveText || text === noKeyResultText) && !placeholderIn(title) && !payIn(title);
}

/** All that is asked of an objective's title. */
export function readObjectiveText(title: string): ObjectiveText {
  const { empty, task, solution, joint } = readObjective(title);
  const measure = objectiveMeasure(title);
  const kept = keepingIn(title, 'objective');
  if (!empty && !task && !solution && !joint && !measure && !kept) return noObjectiveText;
  return { empty, task, solution, joint, measure, kept };
}

/** All that is asked of a key result's title. `measured`: fields state a measure. */
export function readKeyResultText(title: string, measured: boolean): KeyResultText {
  const { vague, output, vanity, ambiguous, joint, internal, direction } = readKeyResult(title);
  const activity = measured ? null : activityOf(title);
  const kept = keepingIn(title, 'keyResult', measured);
  if (!vague && !output && !vanity && !ambiguous && !joint && !internal && !direction && !activity && !kept)
    return noKeyResultText;
  return { vague, output, vanity, ambiguous, joint, internal, direction, activity, kept };
}

export const noObjectiveText: ObjectiveText = { ...noObjectiveWording, measure: null, kept: null };

export const noKeyResultText: KeyResultText = { ...noKeyResultWording, activity: null, kept: null };
