import type { Cascade, ObjectiveNode } from '../cascade/cascade.ts';

/** Aspirational objectives that are being worked on today: no drafts, not closed, their cycle runs. */
export function runningStretches({ objectives, today }: Cascade): readonly ObjectiveNode[] {
  return objectives.filter(({ ambition, draft, closing, set }) => {
    const range = set.cycle?.range;
    if (ambition.value !== 'aspirational' || ambition.source === 'config' || draft || closing || !range) return false;
    return today >= range.first && today <= range.last;
  });
}

/** The mean of the first confidence of each key result, 0…1; null where fewer than two have one. */
export function firstConfidence({ keyResults }: ObjectiveNode, { today }: Cascade): number | null {
  const first = keyResults.flatMap(({ readings, ambition }) => {
    const reading = ambition.value === 'aspirational' ? readings.find((one) => one.confidence !== null) : undefined;
    return reading && reading.day <= today ? (reading.confidence ?? []) : [];
  });
  return first.length < 2 ? null : first.reduce((sum, value) => sum + value, 0) / first.length;
}
