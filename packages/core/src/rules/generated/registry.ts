// Written by `npm run generate`. Do not edit.
import { ambiguousName } from '../catalogue/ambiguous-name.ts';
import { dateOutsideCycle } from '../catalogue/date-outside-cycle.ts';
import { duplicateId } from '../catalogue/duplicate-id.ts';
import { duplicateReading } from '../catalogue/duplicate-reading.ts';
import { krActivityVolume } from '../catalogue/kr-activity-volume.ts';
import { krActivity } from '../catalogue/kr-activity.ts';
import { krBaselineEqualsTarget } from '../catalogue/kr-baseline-equals-target.ts';
import { krNoNumber } from '../catalogue/kr-no-number.ts';
import { krTextValueDrift } from '../catalogue/kr-text-value-drift.ts';
import { krUnitMismatch } from '../catalogue/kr-unit-mismatch.ts';
import { missingDeadline } from '../catalogue/missing-deadline.ts';
import { missingOwner } from '../catalogue/missing-owner.ts';
import { objectiveHasMetric } from '../catalogue/objective-has-metric.ts';
import { objectiveWithoutKrs } from '../catalogue/objective-without-krs.ts';
import { orphanObjective } from '../catalogue/orphan-objective.ts';
import { parentCycle } from '../catalogue/parent-cycle.ts';
import { parentUnresolved } from '../catalogue/parent-unresolved.ts';
import { tooFewKrs } from '../catalogue/too-few-krs.ts';
import { tooManyKrs } from '../catalogue/too-many-krs.ts';
import { tooManyObjectives } from '../catalogue/too-many-objectives.ts';
import { unitCycle } from '../catalogue/unit-cycle.ts';
import { unknownName } from '../catalogue/unknown-name.ts';
import { unknownOwner } from '../catalogue/unknown-owner.ts';
import type { Rule } from '../rule.ts';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  ambiguousName,
  dateOutsideCycle,
  duplicateId,
  duplicateReading,
  krActivityVolume,
  krActivity,
  krBaselineEqualsTarget,
  krNoNumber,
  krTextValueDrift,
  krUnitMismatch,
  missingDeadline,
  missingOwner,
  objectiveHasMetric,
  objectiveWithoutKrs,
  orphanObjective,
  parentCycle,
  parentUnresolved,
  tooFewKrs,
  tooManyKrs,
  tooManyObjectives,
  unitCycle,
  unknownName,
  unknownOwner,
];
