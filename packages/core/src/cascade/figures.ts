/** Progress and health of every goal on the day asked for: key results from their readings, all else from what lies below. */
import type { BuildingKeyResult, BuildingObjective, BuildingSet } from './building.ts';
import type { Explanation, Health, Progress } from './cascade.ts';
import { explainLater } from './explanation.ts';
import { keyResultHealth, rolledUpHealth } from './health.ts';
import { defaultsOfSet } from './inheritance.ts';
import { reachedInWords } from './measure-words.ts';
import { reachedBy, scoreOf } from './progress.ts';
import { lastReadingBy } from './readings.ts';
import { isWeighted, weightedMean } from './rollup.ts';
import { elapsedShare, timeOf } from './time.ts';
import { counted, percent, shortTitle } from './words.ts';
import type { Workings } from './workings.ts';

export function computeFigures(workings: Workings): void {
  for (const keyResult of workings.keyResults) figureKeyResult(keyResult, workings);
  for (const objective of workings.objectives) figureObjective(objective, workings);
  for (const set of workings.sets.values()) figureSet(set, workings);
}

function figureKeyResult(keyResult: BuildingKeyResult, { today, config }: Workings): void {
  const { cycle } = keyResult.objective.set;
  const time = timeOf(cycle, keyResult.deadline);
  const last = lastReadingBy(keyResult.readings, today);
  const progress = keyResultProgress(keyResult, last, elapsedShare(time, today));
  const wholeCycle = keyResult.deadline?.from === 'cycle';
  keyResult.progress = progress;
  keyResult.health = keyResultHealth(
    { progress, ambition: keyResult.ambition.value, last, cycle, wholeCycle, time },
    config,
    today,
  );
}

function keyResultProgress(
  { measure }: BuildingKeyResult,
  last: ReturnType<typeof lastReadingBy>,
  expected: number | null,
): Progress {
  if (!measure) return nothingYet('unmeasurable', expected, 'It counts 0%, because it states no measure to be read.');
  if (!last) return nothingYet('noNews', expected, 'It counts 0%, because there is no reading yet.');
  const reached = reachedBy(measure, last.value);
  const explanation = explainLater(() => reachedInWords(measure, last, reached));
  if (reached.kind === 'unmeasurable') return { state: 'unmeasurable', value: 0, raw: null, expected, explanation };
  const { raw } = reached;
  return { state: 'measured', value: scoreOf(raw), raw, expected, explanation };
}

function figureObjective(objective: BuildingObjective, { today, config }: Workings): void {
  const { cycle } = objective.set;
  const elapsed = elapsedShare(timeOf(cycle, objective.deadline), today);
  const parts = objective.keyResults;
  objective.progress = rolledUp(parts, 'key result', elapsed);
  const cycleElapsed = elapsedShare(timeOf(cycle, null), today);
  objective.health = rolledUpHealth(
    {
      progress: objective.progress,
      ambition: objective.ambition.value,
      cycle,
      cycleElapsed,
      parts,
      thing: 'key result',
    },
    config,
  );
}

function figureSet(set: BuildingSet, { today, config, units }: Workings): void {
  const cycleElapsed = elapsedShare(timeOf(set.cycle, null), today);
  const parts = set.objectives;
  const ambition = defaultsOfSet(set, units.byName, config).ambition.value;
  set.progress = rolledUp(parts, 'objective', cycleElapsed);
  set.health = rolledUpHealth(
    { progress: set.progress, ambition, cycle: set.cycle, cycleElapsed, parts, thing: 'objective' },
    config,
  );
}

interface RolledUpPart {
  readonly title: string;
  readonly name: string | null;
  readonly weight: number;
  readonly progress: Progress;
  readonly health: Health;
}

/** The weighted mean of the parts; what should stand there today is the same mean of what should stand at the parts. */
function rolledUp(parts: readonly RolledUpPart[], thing: string, elapsed: number | null): Progress {
  if (parts.length === 0) return nothingYet('unmeasurable', elapsed, `It counts 0%, because it has no ${thing}s yet.`);
  const value = weightedMean(parts.map(({ progress, weight }) => ({ value: progress.value, weight })));
  const dated = parts.flatMap(({ progress, weight }) =>
    progress.expected === null ? [] : [{ value: progress.expected, weight }],
  );
  return {
    state: 'rolledUp',
    value,
    raw: null,
    expected: dated.length > 0 ? weightedMean(dated) : null,
    explanation: explainMean(value, parts, thing),
  };
}

function explainMean(value: number, parts: readonly RolledUpPart[], thing: string): Explanation {
  const words = () => {
    const only = parts.length === 1 ? parts[0] : null;
    if (only) return `${percent(value)} = its only ${thing}.`;
    return `${percent(value)} = ${isWeighted(parts) ? 'weighted mean' : 'mean'} of ${counted(parts.length, thing)}.`;
  };
  return explainLater(words, () => {
    const weighted = isWeighted(parts);
    return parts.map(({ title, name, weight, progress, health }) => {
      const label = `${shortTitle(title, name, thing)} ${percent(progress.value)}`;
      const silent = health.state === 'noNews' ? ', no news' : '';
      return `${label}${weighted ? ` (weight ${weight})` : ''}${silent}`;
    });
  });
}

function nothingYet(state: 'noNews' | 'unmeasurable', expected: number | null, words: string): Progress {
  return { state, value: 0, raw: null, expected, explanation: explainLater(() => words) };
}
