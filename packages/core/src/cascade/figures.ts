/** Progress and health of every goal on the day asked for: key results from their readings, all else from what lies below. */
import type { BuildingKeyResult } from './building.ts';
import type { Explanation, KeyResultNode, Progress } from './cascade.ts';
import { type Asked, explainLater, sentence } from './explanation.ts';
import { keyResultHealth } from './health.ts';
import { ambitionOfSet } from './inheritance.ts';
import { reachedInWords } from './measure-words.ts';
import { reachedBy, scoreOf } from './progress.ts';
import { lastReadingBy } from './readings.ts';
import { rolledUpHealth, rolledUpProgress } from './rolled-up.ts';
import { elapsedShare, timeOf } from './time.ts';
import type { Workings } from './workings.ts';

type RolledUp = Pick<Workings, 'today' | 'config' | 'objectives' | 'sets'>;

export function computeFigures(workings: Workings): void {
  const { today, config, keyResults } = workings;
  const asked: Asked = { today, config };
  for (const keyResult of keyResults) figureKeyResult(keyResult, asked);
  rollUp(workings);
}

export function figureKeyResult(keyResult: BuildingKeyResult, asked: Asked): void {
  keyResult.progress = keyResultProgress(keyResult, asked);
  keyResult.health = keyResultHealth(keyResult, asked);
}

/** Objectives and sets from what lies below them, whose figures must stand. */
export function rollUp({ today, config, objectives, sets }: RolledUp): void {
  const asked: Asked = { today, config };
  for (const objective of objectives) {
    objective.progress = rolledUpProgress(objective, asked);
    objective.health = rolledUpHealth(objective, objective.ambition.value, asked);
  }
  for (const set of sets.values()) {
    set.progress = rolledUpProgress(set, asked);
    set.health = rolledUpHealth(set, ambitionOfSet(set, config).value, asked);
  }
}

function keyResultProgress(keyResult: KeyResultNode, asked: Asked): Progress {
  const { measure, readings, objective, deadline } = keyResult;
  const expected = elapsedShare(timeOf(objective.set.cycle, deadline), asked.today);
  if (!measure) return { state: 'unmeasurable', value: 0, raw: null, expected, explanation: withoutMeasure };
  const last = lastReadingBy(readings, asked.today);
  if (!last) return { state: 'noNews', value: 0, raw: null, expected, explanation: withoutReading };
  const reached = reachedBy(measure, last.value);
  const explanation = explainLater(explainReached, keyResult, asked);
  if (reached.kind === 'unmeasurable') return { state: 'unmeasurable', value: 0, raw: null, expected, explanation };
  return { state: 'measured', value: scoreOf(reached.raw), raw: reached.raw, expected, explanation };
}

const withoutMeasure = sentence('It counts 0%, because it states no measure to be read.');
const withoutReading = sentence('It counts 0%, because there is no reading yet.');

function explainReached({ measure, readings }: KeyResultNode, { today }: Asked): Explanation {
  const last = lastReadingBy(readings, today);
  return measure && last ? sentence(reachedInWords(measure, last, reachedBy(measure, last.value))) : withoutReading;
}
