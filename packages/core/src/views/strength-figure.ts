import type { Cascade, ObjectiveNode } from '../cascade/cascade.ts';
import type { SupporterCounts } from '../cascade/supporters.ts';
import { dimensionInWords, strengthInWords } from '../strength/advice.ts';
import type { FindingsByFile } from '../strength/found.ts';
import { objectiveStrengths } from '../strength/judge.ts';
import type { StrengthFigure } from './tree.ts';

export type StrengthAt = (objective: ObjectiveNode) => StrengthFigure | undefined;

/** The strength of objectives as rows tell it. */
export function strengthFigures(cascade: Cascade, findings: FindingsByFile, supporters?: SupporterCounts): StrengthAt {
  const strengthAt = objectiveStrengths(cascade, findings, supporters);
  return (objective) => {
    const strength = strengthAt(objective);
    const { value, word, dimensions } = strength;
    const summary = strengthInWords(strength);
    if (value === null || word === null || summary === null) return undefined;
    const rows = dimensions.map((one) => ({
      dimension: one.dimension,
      value: one.value,
      text: dimensionInWords(one),
    }));
    return { value, word, summary, dimensions: rows };
  };
}
