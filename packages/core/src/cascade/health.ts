/** Health of a key result on a day, by the thresholds of the configuration. */
import type { Config } from '../config/config.ts';
import type { Ambition } from '../model/file.ts';
import type { CycleNode, Explanation, HealthState, KeyResultNode, Progress, Reading } from './cascade.ts';
import { type Asked, sentence } from './explanation.ts';
import { lastReadingBy } from './readings.ts';
import { passedInWords, wordForCycle } from './time.ts';
import { counted, percent } from './words.ts';

/** Figures that differ by less are the same: 0.35 − 0.25 is a hair more than 0.1 to a computer. */
const hair = 1e-9;

export interface Pace {
  /** 0…1 */
  readonly value: number;
  /** The share of its time that has passed, 0…1. */
  readonly expected: number;
  readonly ambition: Ambition;
}

/** Progress against the share of time passed. What ended well for its ambition is on track. */
export function paceHealth(pace: Pace, config: Config): 'onTrack' | 'atRisk' | 'offTrack' {
  if (endedWell(pace, config)) return 'onTrack';
  const behind = pace.expected - pace.value - hair;
  return behind <= config.onTrackWithin ? 'onTrack' : behind <= config.atRiskWithin ? 'atRisk' : 'offTrack';
}

/** Whether the time of an aspirational goal is over and it got as far as such a goal should (0.7). A committed goal is due in full. */
export function endedWell({ value, expected, ambition }: Pace, config: Config): boolean {
  return ambition === 'aspirational' && expected >= 1 && value + hair >= config.aspirationalSuccess;
}

/** What decided about the health of a key result. */
type Verdict = 'reached' | 'neverRead' | 'stale' | 'unreadable' | 'undated' | 'endedWell' | 'doubted' | 'pace';

type Stand = Pick<Progress, 'state' | 'value' | 'expected'>;

/** From its progress and its last reading; deadline and ambition must stand already. */
export function keyResultHealth(
  keyResult: KeyResultNode,
  last: Reading | null,
  progress: Stand,
  asked: Asked,
): HealthState {
  return stateFor(verdictOn(keyResult, last, progress, asked), progress, keyResult.ambition.value, asked.config);
}

function verdictOn(
  keyResult: KeyResultNode,
  last: Reading | null,
  { state, value, expected }: Stand,
  { today, config }: Asked,
): Verdict {
  if (state === 'measured' && value >= 1) return 'reached';
  const { ambition, objective } = keyResult;
  const { cycle } = objective.set;
  if (!last) {
    if (!cycle?.range || today - cycle.range.first >= config.firstWeekDays) return 'neverRead';
  } else if (ageOf(last, cycle, today) > cadenceOf(keyResult, config) + config.graceDays) return 'stale';
  else if (state === 'unmeasurable') return 'unreadable';
  const pace = expected === null ? null : { value, expected, ambition: ambition.value };
  const isOnTrack = pace === null || paceHealth(pace, config) === 'onTrack';
  if (isOnTrack && last?.confidence != null && last.confidence < config.lowConfidence - hair) return 'doubted';
  return !pace ? 'undated' : endedWell(pace, config) ? 'endedWell' : 'pace';
}

function stateFor(verdict: Verdict, { value, expected }: Stand, ambition: Ambition, config: Config): HealthState {
  switch (verdict) {
    case 'reached':
      return 'done';
    case 'neverRead':
    case 'stale':
    case 'unreadable':
      return 'noNews';
    case 'doubted':
      return 'atRisk';
    case 'undated':
    case 'endedWell':
      return 'onTrack';
    case 'pace':
      return paceHealth({ value, expected: expected ?? 0, ambition }, config);
  }
}

/** Days since the last reading. When the cycle is over nobody checks in any more: what was known at its end counts. */
function ageOf(last: Reading, cycle: CycleNode | null, today: number): number {
  const end = cycle?.range?.last ?? today;
  return Math.min(today, Math.max(end, last.day)) - last.day;
}

/** The longest time between two readings, in days: what the cycle says, else the configuration. */
export function cadenceOf({ objective }: KeyResultNode, config: Config): number {
  return objective.set.cycle?.checkins?.days ?? config.checkinEveryDays;
}

export function explainKeyResultHealth(keyResult: KeyResultNode, asked: Asked): Explanation {
  const { config, today } = asked;
  const { progress, ambition } = keyResult;
  const last = lastReadingBy(keyResult.readings, today);
  const verdict = verdictOn(keyResult, last, progress, asked);
  const state = healthInWords[stateFor(verdict, progress, ambition.value, config)];
  switch (verdict) {
    case 'reached':
      return sentence('The target is reached.');
    case 'neverRead':
      return sentence(
        keyResult.objective.set.cycle?.range
          ? `No reading came in the first ${counted(config.firstWeekDays, 'day')}.`
          : 'There is no reading yet.',
      );
    case 'stale': {
      const age = counted(today - (last?.day ?? today), 'day');
      const cadence = counted(cadenceOf(keyResult, config), 'day');
      return sentence(`The last reading is ${age} old, and one is due every ${cadence}.`);
    }
    case 'unreadable':
      return sentence('Its readings do not tell how far it is.');
    case 'undated':
      return sentence('Its cycle has no dates to compare with, so it is on track.');
    case 'endedWell':
      return sentence(`${goodEnd(progress.value)}, so it is ${state}.`);
    case 'doubted':
      return sentence(
        `${timePassed(keyResult)}, but a confidence of ${percent(last?.confidence ?? 0)} makes it ${state}.`,
      );
    case 'pace':
      return sentence(`${timePassed(keyResult)}, so it is ${state}.`);
  }
}

function timePassed({ progress, deadline, objective }: KeyResultNode): string {
  if (progress.expected === null) return 'Its cycle has no dates to compare with';
  const whole = deadline?.from === 'cycle' ? `the ${wordForCycle(objective.set.cycleName)}` : 'its time';
  return passedInWords(progress.expected, whole);
}

export function goodEnd(value: number): string {
  return `Its time is over, and ${percent(value)} is a good result for an aspirational goal`;
}

export const healthInWords: Readonly<Record<HealthState, string>> = {
  onTrack: 'on track',
  atRisk: 'at risk',
  offTrack: 'off track',
  noNews: 'without news',
  done: 'done',
};
