import type { Cascade, ObjectiveNode } from '../cascade/cascade.ts';

/** Whether an objective is aspirational and being worked on today: no draft, not closed, its cycle runs. */
export function isRunningStretch({ ambition, draft, closing, set }: ObjectiveNode, { today }: Cascade): boolean {
  const range = set.cycle?.range;
  if (ambition.value !== 'aspirational' || ambition.source === 'config' || draft || closing || !range) return false;
  return today >= range.first && today <= range.last;
}

/** The mean of the first confidence of each key result, 0…1; null where fewer than two have one. */
export function firstConfidence({ keyResults }: ObjectiveNode, { today }: Cascade): number | null {
  const first = keyResults.flatMap(({ readings, ambition }) => {
    const reading = ambition.value === 'aspirational' ? readings.find((one) => one.confidence !== null) : undefined;
    return reading && reading.day <= today ? (reading.confidence ?? []) : [];
  });
  return first.length < 2 ? null : first.reduce((sum, value) => sum + value, 0) / first.length;
}
