/** Progress and health of objectives and sets, from what lies below them. */
import type { Ambition } from '../model/file.ts';
import type { Explanation, Health, KeyResultNode, ObjectiveNode, Progress, SetNode } from './cascade.ts';
import { type Asked, explainLater, sentence } from './explanation.ts';
import { endedWell, goodEnd, healthInWords, paceHealth } from './health.ts';
import { isWeighted, weightedMean } from './rollup.ts';
import { elapsedShare, passedInWords, timeOf, wordForCycle } from './time.ts';
import { counted, percent, shortTitle } from './words.ts';

type Whole = ObjectiveNode | SetNode;

function partsOf(whole: Whole): readonly Part[] {
  return whole.kind === 'set' ? whole.objectives : whole.keyResults;
}

function thingIn(whole: Whole): string {
  return whole.kind === 'set' ? 'objective' : 'key result';
}

/** The weighted mean of the parts; where it should stand today is the same mean of where the parts should stand. */
export function rolledUpProgress(whole: Whole, asked: Asked): Progress {
  const parts = partsOf(whole);
  const explanation = explainLater(explainMean, whole, asked);
  if (parts.length === 0) {
    const time = whole.kind === 'set' ? timeOf(whole.cycle, null) : timeOf(whole.set.cycle, whole.deadline);
    return { state: 'unmeasurable', value: 0, raw: null, expected: elapsedShare(time, asked.today), explanation };
  }
  const value = weightedMean(parts, reachedIn) ?? 0;
  return { state: 'rolledUp', value, raw: null, expected: weightedMean(parts, dueIn), explanation };
}

type Part = ObjectiveNode | KeyResultNode;

function reachedIn({ progress }: Part): number {
  return progress.value;
}

function dueIn({ progress }: Part): number | null {
  return progress.expected;
}

function explainMean(whole: Whole): Explanation {
  const parts = partsOf(whole);
  const thing = thingIn(whole);
  if (parts.length === 0) return sentence(`It counts 0%, because it has no ${thing}s yet.`);
  const weighted = isWeighted(parts);
  const how =
    parts.length === 1
      ? `its only ${thing}`
      : `${weighted ? 'weighted mean' : 'mean'} of ${counted(parts.length, thing)}`;
  return {
    summary: `${percent(whole.progress.value)} = ${how}.`,
    parts: parts.map(({ title, name, weight, progress, health }) => {
      const silent = health.state === 'noNews' ? ', no news' : '';
      const share = weighted ? ` (weight ${weight})` : '';
      return `${shortTitle(title, name, thing)} ${percent(progress.value)}${share}${silent}`;
    }),
  };
}

/**
 * Done when all parts are done; no news when none of them has news, or there are none; else its own progress against
 * where it should stand, with the thresholds of key results. `ambition` decides what a good end is.
 */
export function rolledUpHealth(whole: Whole, ambition: Ambition, asked: Asked): Health {
  const explanation = explainLater(explainHealth, { whole, ambition }, asked);
  const { value, expected } = whole.progress;
  const common = commonState(whole);
  if (common) return { state: common, explanation };
  const state = expected === null ? 'onTrack' : paceHealth({ value, expected, ambition }, asked.config);
  return { state, explanation };
}

function commonState(whole: Whole): 'done' | 'noNews' | null {
  const parts = partsOf(whole);
  const state = parts[0]?.health.state ?? 'noNews';
  if (state !== 'noNews' && state !== 'done') return null;
  for (const { health } of parts) if (health.state !== state) return null;
  return state;
}

function explainHealth({ whole, ambition }: { whole: Whole; ambition: Ambition }, asked: Asked): Explanation {
  const thing = thingIn(whole);
  if (partsOf(whole).length === 0) return sentence(`Without ${thing}s there is nothing to tell.`);
  const common = commonState(whole);
  if (common === 'done') return sentence(`All its ${thing}s are done.`);
  if (common === 'noNews') return sentence(`None of its ${thing}s has news.`);
  const { value, expected } = whole.progress;
  if (expected === null) return sentence('Its cycle has no dates to compare with, so it is on track.');
  const pace = { value, expected, ambition };
  const why = endedWell(pace, asked.config) ? goodEnd(value) : timePassed(whole, expected, asked);
  return sentence(`${why}, so it is ${healthInWords[paceHealth(pace, asked.config)]}.`);
}

function timePassed(whole: Whole, expected: number, { today }: Asked): string {
  const { cycle, cycleName } = whole.kind === 'set' ? whole : whole.set;
  const elapsed = elapsedShare(timeOf(cycle, null), today);
  return elapsed !== null && Math.abs(elapsed - expected) < 1e-6
    ? passedInWords(expected, `the ${wordForCycle(cycleName)}`)
    : `By its dates it should stand at ${percent(expected)} today`;
}
