/** How progress and health of objectives and sets came about, from what lies below them. */
import type { Explanation, KeyResultNode, ObjectiveNode, SetNode } from './cascade.ts';
import { type Asked, sentence } from './explanation.ts';
import { endedWell, goodEnd, healthInWords, paceHealth } from './health.ts';
import { ambitionOfSet } from './inheritance.ts';
import { isWeighted } from './rollup.ts';
import { elapsedShare, passedInWords, timeOf, wordForCycle } from './time.ts';
import { counted, percent, shortTitle } from './words.ts';

type Whole = ObjectiveNode | SetNode;

function partsOf(whole: Whole): readonly (ObjectiveNode | KeyResultNode)[] {
  return whole.kind === 'set' ? whole.objectives : whole.keyResults;
}

function thingIn(whole: Whole): string {
  return whole.kind === 'set' ? 'objective' : 'key result';
}

/** How the weighted mean came about. */
export function explainMean(whole: Whole): Explanation {
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

function commonState(whole: Whole): 'done' | 'noNews' | null {
  const parts = partsOf(whole);
  const state = parts[0]?.health.state ?? 'noNews';
  if (state !== 'noNews' && state !== 'done') return null;
  for (const { health } of parts) if (health.state !== state) return null;
  return state;
}

export function explainRolledUpHealth(whole: Whole, asked: Asked): Explanation {
  const thing = thingIn(whole);
  if (partsOf(whole).length === 0) return sentence(`Without ${thing}s there is nothing to tell.`);
  const common = commonState(whole);
  if (common === 'done') return sentence(`All its ${thing}s are done.`);
  if (common === 'noNews') return sentence(`None of its ${thing}s has news.`);
  const { value, expected } = whole.progress;
  if (expected === null) return sentence('Its cycle has no dates to compare with, so it is on track.');
  const ambition = whole.kind === 'set' ? ambitionOfSet(whole, asked.config) : whole.ambition;
  const pace = { value, expected, ambition: ambition.value };
  if (whole.health.state === 'onTrack' && paceHealth(pace, asked.config) !== 'onTrack')
    return sentence(`Each of its ${thing}s is on track or done, so it is on track.`);
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
