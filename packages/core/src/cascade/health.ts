/** Health on a day, by the thresholds of the configuration. */
import type { Config } from '../config/config.ts';
import type { Day } from '../dates/day.ts';
import type { Ambition } from '../model/file.ts';
import type { CycleNode, Health, HealthState, Progress, Reading } from './cascade.ts';
import { explainLater } from './explanation.ts';
import { type GoalTime, wordForCycle } from './time.ts';
import { counted, percent } from './words.ts';

/** Figures that differ by less are the same: 0.35 − 0.25 is a hair more than 0.1 to a computer. */
const hair = 1e-9;

export interface Pace {
  readonly value: number;
  readonly expected: number;
  readonly ambition: Ambition;
}

/**
 * Progress against the share of time passed. A goal whose time is over and that has reached what its ambition asks for
 * (all of it when committed, 0.7 when aspirational) ended well, which is on track.
 */
export function paceHealth({ value, expected, ambition }: Pace, config: Config): 'onTrack' | 'atRisk' | 'offTrack' {
  if (endedWell({ value, expected, ambition }, config)) return 'onTrack';
  const behind = expected - value - hair;
  return behind <= config.onTrackWithin ? 'onTrack' : behind <= config.atRiskWithin ? 'atRisk' : 'offTrack';
}

function endedWell({ value, expected, ambition }: Pace, config: Config): boolean {
  return ambition === 'aspirational' && expected >= 1 && value + hair >= config.aspirationalSuccess;
}

export interface KeyResultState {
  readonly progress: Progress;
  readonly ambition: Ambition;
  /** The last reading on or before today. */
  readonly last: Reading | null;
  readonly cycle: CycleNode | null;
  /** Whether its time is the whole of the cycle. */
  readonly wholeCycle: boolean;
  readonly time: GoalTime;
}

export function keyResultHealth(goal: KeyResultState, config: Config, today: Day): Health {
  const { progress, last } = goal;
  if (progress.state === 'measured' && progress.value >= 1) return said('done', () => 'The target is reached.');
  const silence = silenceOf(goal, config, today);
  if (silence) return said('noNews', silence);
  if (last && progress.state === 'unmeasurable') {
    return said('noNews', () => 'Its readings do not tell how far it is.');
  }
  const pace = paceOf(goal, config);
  const confidence = last?.confidence ?? null;
  if (pace.state === 'onTrack' && confidence !== null && confidence < config.lowConfidence - hair) {
    return said('atRisk', () => `${pace.why()}, but a confidence of ${percent(confidence)} puts it at risk.`);
  }
  return said(pace.state, () => `${pace.why()}, so it is ${inWords[pace.state]}.`);
}

/** Why there is no news; null where there is, or where none is due yet. */
function silenceOf({ last, time, cycle }: KeyResultState, config: Config, today: Day): (() => string) | null {
  if (!last) {
    if (time.start === null) return () => 'There is no reading yet.';
    return today - time.start >= config.firstWeekDays
      ? () => `No reading came in the first ${counted(config.firstWeekDays, 'day')}.`
      : null;
  }
  const cadence = cycle?.checkins?.days ?? config.checkinEveryDays;
  // When the cycle is over nobody checks in any more: what was known at its end counts.
  const age = Math.min(today, Math.max(cycle?.range?.last ?? today, last.day)) - last.day;
  return age > cadence + config.graceDays
    ? () =>
        `The last reading is ${counted(today - last.day, 'day')} old, and one is due every ${counted(cadence, 'day')}.`
    : null;
}

interface PaceFound {
  readonly state: 'onTrack' | 'atRisk' | 'offTrack';
  readonly why: () => string;
}

function paceOf(goal: KeyResultState, config: Config): PaceFound {
  const { value, expected } = goal.progress;
  if (expected === null) return { state: 'onTrack', why: () => 'Its cycle has no dates to compare with' };
  const pace = { value, expected, ambition: goal.ambition };
  if (endedWell(pace, config)) return { state: 'onTrack', why: () => wordsForGoodEnd(value) };
  return {
    state: paceHealth(pace, config),
    why: () =>
      `${percent(expected)} of ${goal.wholeCycle && goal.cycle ? `the ${wordForCycle(goal.cycle.name)}` : 'its time'} has passed`,
  };
}

export interface RolledUpState {
  readonly progress: Progress;
  readonly ambition: Ambition;
  readonly cycle: CycleNode | null;
  /** The share of the cycle that has passed; null without dates. */
  readonly cycleElapsed: number | null;
  readonly parts: readonly { readonly health: Health }[];
  /** What the parts are: `key result`, `objective`. */
  readonly thing: string;
}

/**
 * Health of an objective or a set: done when all parts are; no news when none of them has news (or there are none);
 * else its own progress against its own expected share, with the thresholds of key results.
 */
export function rolledUpHealth(goal: RolledUpState, config: Config): Health {
  const { parts, thing, progress } = goal;
  if (parts.length === 0) return said('noNews', () => `Without ${thing}s there is nothing to tell.`);
  if (parts.every(({ health }) => health.state === 'done')) return said('done', () => `All its ${thing}s are done.`);
  if (parts.every(({ health }) => health.state === 'noNews'))
    return said('noNews', () => `None of its ${thing}s has news.`);
  const { value, expected } = progress;
  if (expected === null) return said('onTrack', () => 'Its cycle has no dates to compare with, so it is on track.');
  const pace = { value, expected, ambition: goal.ambition };
  const state = paceHealth(pace, config);
  if (endedWell(pace, config)) return said(state, () => `${wordsForGoodEnd(value)}, so it is ${inWords[state]}.`);
  return said(state, () => {
    const time =
      goal.cycle && goal.cycleElapsed !== null && Math.abs(goal.cycleElapsed - expected) < hair
        ? `${percent(expected)} of the ${wordForCycle(goal.cycle.name)} has passed`
        : `By its dates it should stand at ${percent(expected)} today`;
    return `${time}, so it is ${inWords[state]}.`;
  });
}

function wordsForGoodEnd(value: number): string {
  return `Its time is over, and ${percent(value)} is a good result for an aspirational goal`;
}

const inWords: Readonly<Record<HealthState, string>> = {
  onTrack: 'on track',
  atRisk: 'at risk',
  offTrack: 'off track',
  noNews: 'without news',
  done: 'done',
};

function said(state: HealthState, words: () => string): Health {
  return { state, explanation: explainLater(words) };
}
