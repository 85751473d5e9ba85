import type { Cascade, ObjectiveNode, Reading } from '../cascade/cascade.ts';
import { isClosed } from '../cascade/closed.ts';

/** Whether an objective is aspirational and being worked on today: no draft, not closed, its cycle runs. */
export function isRunningStretch(objective: ObjectiveNode, { today }: Cascade): boolean {
  const { ambition, draft, set } = objective;
  const range = set.cycle?.range;
  if (ambition.value !== 'aspirational' || ambition.source === 'config' || draft || !range) return false;
  return today >= range.first && today <= range.last && !isClosed(objective);
}

/** The mean of the first confidence of each key result, 0…1; null where fewer than two have one. */
export function firstConfidence({ keyResults }: ObjectiveNode, { today }: Cascade): number | null {
  let count = 0;
  let sum = 0;
  for (const { readings, ambition } of keyResults) {
    const first = ambition.value === 'aspirational' ? readings.find(isSure) : undefined;
    if (!first || first.day > today) continue;
    count++;
    sum += first.confidence ?? 0;
  }
  return count < 2 ? null : sum / count;
}

function isSure({ confidence }: Reading): boolean {
  return confidence !== null;
}
