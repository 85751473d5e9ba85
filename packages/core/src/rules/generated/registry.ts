// Written by `npm run generate`. Do not edit.
import { allDueLastDay } from '../catalogue/all-due-last-day.ts';
import { allLagging } from '../catalogue/all-lagging.ts';
import { allLeading } from '../catalogue/all-leading.ts';
import { allMilestones } from '../catalogue/all-milestones.ts';
import { ambiguousName } from '../catalogue/ambiguous-name.ts';
import { behindPace } from '../catalogue/behind-pace.ts';
import { businessAsUsual } from '../catalogue/business-as-usual.ts';
import { checkinOrder } from '../catalogue/checkin-order.ts';
import { childOutsideParent } from '../catalogue/child-outside-parent.ts';
import { closedWithoutDecision } from '../catalogue/closed-without-decision.ts';
import { committedLowConfidence } from '../catalogue/committed-low-confidence.ts';
import { committedMissUnexplained } from '../catalogue/committed-miss-unexplained.ts';
import { copiedFromParent } from '../catalogue/copied-from-parent.ts';
import { dateOutsideCycle } from '../catalogue/date-outside-cycle.ts';
import { decimalThousands } from '../catalogue/decimal-thousands.ts';
import { dependencyUnconfirmed } from '../catalogue/dependency-unconfirmed.ts';
import { duplicateClosing } from '../catalogue/duplicate-closing.ts';
import { duplicateId } from '../catalogue/duplicate-id.ts';
import { duplicateReading } from '../catalogue/duplicate-reading.ts';
import { duplicateText } from '../catalogue/duplicate-text.ts';
import { forecastMiss } from '../catalogue/forecast-miss.ts';
import { greenButFlat } from '../catalogue/green-but-flat.ts';
import { guardrailBroken } from '../catalogue/guardrail-broken.ts';
import { horizonTooLong } from '../catalogue/horizon-too-long.ts';
import { individualOkr } from '../catalogue/individual-okr.ts';
import { jargon } from '../catalogue/jargon.ts';
import { kindMissing } from '../catalogue/kind-missing.ts';
import { krActivityVolume } from '../catalogue/kr-activity-volume.ts';
import { krActivity } from '../catalogue/kr-activity.ts';
import { krAmbiguousMetric } from '../catalogue/kr-ambiguous-metric.ts';
import { krBaselineEqualsTarget } from '../catalogue/kr-baseline-equals-target.ts';
import { krBinary } from '../catalogue/kr-binary.ts';
import { krCompound } from '../catalogue/kr-compound.ts';
import { krConflict } from '../catalogue/kr-conflict.ts';
import { krDirectionMismatch } from '../catalogue/kr-direction-mismatch.ts';
import { krInternalName } from '../catalogue/kr-internal-name.ts';
import { krMissingBaseline } from '../catalogue/kr-missing-baseline.ts';
import { krMissingTarget } from '../catalogue/kr-missing-target.ts';
import { krNoEvidence } from '../catalogue/kr-no-evidence.ts';
import { krNoNumber } from '../catalogue/kr-no-number.ts';
import { krOutputMetric } from '../catalogue/kr-output-metric.ts';
import { krPercentComplete } from '../catalogue/kr-percent-complete.ts';
import { krRelativeTarget } from '../catalogue/kr-relative-target.ts';
import { krTextValueDrift } from '../catalogue/kr-text-value-drift.ts';
import { krUnitMismatch } from '../catalogue/kr-unit-mismatch.ts';
import { krVagueQuantifier } from '../catalogue/kr-vague-quantifier.ts';
import { krVanityMetric } from '../catalogue/kr-vanity-metric.ts';
import { levelSkip } from '../catalogue/level-skip.ts';
import { misplacedClause } from '../catalogue/misplaced-clause.ts';
import { missingDeadline } from '../catalogue/missing-deadline.ts';
import { missingOwner } from '../catalogue/missing-owner.ts';
import { missingTitle } from '../catalogue/missing-title.ts';
import { moonshot } from '../catalogue/moonshot.ts';
import { multipleOwners } from '../catalogue/multiple-owners.ts';
import { multipleParents } from '../catalogue/multiple-parents.ts';
import { noCompanyAnchor } from '../catalogue/no-company-anchor.ts';
import { noGuardrail } from '../catalogue/no-guardrail.ts';
import { notStarted } from '../catalogue/not-started.ts';
import { objectiveBareMetric } from '../catalogue/objective-bare-metric.ts';
import { objectiveCompound } from '../catalogue/objective-compound.ts';
import { objectiveHasMetric } from '../catalogue/objective-has-metric.ts';
import { objectiveIsTask } from '../catalogue/objective-is-task.ts';
import { objectiveSolutionFirst } from '../catalogue/objective-solution-first.ts';
import { objectiveTooLong } from '../catalogue/objective-too-long.ts';
import { objectiveVague } from '../catalogue/objective-vague.ts';
import { objectiveWithoutKrs } from '../catalogue/objective-without-krs.ts';
import { orphanObjective } from '../catalogue/orphan-objective.ts';
import { ownerOverload } from '../catalogue/owner-overload.ts';
import { parentCycle } from '../catalogue/parent-cycle.ts';
import { parentLowerLevel } from '../catalogue/parent-lower-level.ts';
import { parentUnresolved } from '../catalogue/parent-unresolved.ts';
import { pastDueOpen } from '../catalogue/past-due-open.ts';
import { payCoupling } from '../catalogue/pay-coupling.ts';
import { placeholderText } from '../catalogue/placeholder-text.ts';
import { readingMismatch } from '../catalogue/reading-mismatch.ts';
import { riskWithoutNote } from '../catalogue/risk-without-note.ts';
import { sandbagged } from '../catalogue/sandbagged.ts';
import { scoreMismatch } from '../catalogue/score-mismatch.ts';
import { scoreRange } from '../catalogue/score-range.ts';
import { silentCarryover } from '../catalogue/silent-carryover.ts';
import { siloedTeam } from '../catalogue/siloed-team.ts';
import { staleCheckin } from '../catalogue/stale-checkin.ts';
import { teamAsOwner } from '../catalogue/team-as-owner.ts';
import { tooFewKrs } from '../catalogue/too-few-krs.ts';
import { tooFewObjectives } from '../catalogue/too-few-objectives.ts';
import { tooManyKrs } from '../catalogue/too-many-krs.ts';
import { tooManyObjectives } from '../catalogue/too-many-objectives.ts';
import { tooPerfect } from '../catalogue/too-perfect.ts';
import { uniformConfidence } from '../catalogue/uniform-confidence.ts';
import { unitCycle } from '../catalogue/unit-cycle.ts';
import { unknownName } from '../catalogue/unknown-name.ts';
import { unknownOwner } from '../catalogue/unknown-owner.ts';
import { weightsPartial } from '../catalogue/weights-partial.ts';
import { zeroWeight } from '../catalogue/zero-weight.ts';
import type { Rule } from '../rule.ts';

/** All rules, by name. */
export const rules: readonly Rule[] = [
  allDueLastDay,
  allLagging,
  allLeading,
  allMilestones,
  ambiguousName,
  behindPace,
  businessAsUsual,
  checkinOrder,
  childOutsideParent,
  closedWithoutDecision,
  committedLowConfidence,
  committedMissUnexplained,
  copiedFromParent,
  dateOutsideCycle,
  decimalThousands,
  dependencyUnconfirmed,
  duplicateClosing,
  duplicateId,
  duplicateReading,
  duplicateText,
  forecastMiss,
  greenButFlat,
  guardrailBroken,
  horizonTooLong,
  individualOkr,
  jargon,
  kindMissing,
  krActivityVolume,
  krActivity,
  krAmbiguousMetric,
  krBaselineEqualsTarget,
  krBinary,
  krCompound,
  krConflict,
  krDirectionMismatch,
  krInternalName,
  krMissingBaseline,
  krMissingTarget,
  krNoEvidence,
  krNoNumber,
  krOutputMetric,
  krPercentComplete,
  krRelativeTarget,
  krTextValueDrift,
  krUnitMismatch,
  krVagueQuantifier,
  krVanityMetric,
  levelSkip,
  misplacedClause,
  missingDeadline,
  missingOwner,
  missingTitle,
  moonshot,
  multipleOwners,
  multipleParents,
  noCompanyAnchor,
  noGuardrail,
  notStarted,
  objectiveBareMetric,
  objectiveCompound,
  objectiveHasMetric,
  objectiveIsTask,
  objectiveSolutionFirst,
  objectiveTooLong,
  objectiveVague,
  objectiveWithoutKrs,
  orphanObjective,
  ownerOverload,
  parentCycle,
  parentLowerLevel,
  parentUnresolved,
  pastDueOpen,
  payCoupling,
  placeholderText,
  readingMismatch,
  riskWithoutNote,
  sandbagged,
  scoreMismatch,
  scoreRange,
  silentCarryover,
  siloedTeam,
  staleCheckin,
  teamAsOwner,
  tooFewKrs,
  tooFewObjectives,
  tooManyKrs,
  tooManyObjectives,
  tooPerfect,
  uniformConfidence,
  unitCycle,
  unknownName,
  unknownOwner,
  weightsPartial,
  zeroWeight,
];
