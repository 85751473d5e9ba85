/** The shape of a `CascadeTree`, checked when it arrives from the other side. */
import type {
  AmountFigure,
  CascadeTree,
  CycleChoice,
  DeadlineFigure,
  GuardrailRow,
  InitiativeRow,
  KeyResultRow,
  Link,
  MeasureFigure,
  ObjectiveRow,
  PersonLabel,
  ProgressFigure,
  ReadingFigure,
  RowPlace,
  SetRow,
  StrengthFigure,
  TreeFilter,
  TreePart,
  TreeTotals,
  TreeWanted,
  UnitRow,
} from '@okr-language/core';
import {
  either,
  type Guard,
  isBoolean,
  isCount,
  isNumber,
  isString,
  listOf,
  nullOr,
  optional,
  shape,
  word,
} from './shape.ts';

const isAmbition = word({ committed: true, aspirational: true });
const isLevel = word({ company: true, department: true, team: true, person: true });
const isSource = word({ stated: true, inherited: true });

export const isHealth = word({ onTrack: true, atRisk: true, offTrack: true, noNews: true, done: true });

const isPlace = shape<RowPlace>({ uri: isString, start: isCount, end: isCount, line: isCount, character: isCount });

const isProgress = shape<ProgressFigure>({
  value: isNumber,
  raw: nullOr(isNumber),
  expected: nullOr(isNumber),
  state: word({ measured: true, noNews: true, unmeasurable: true, rolledUp: true }),
  health: isHealth,
  explanation: isString,
  parts: listOf(isString),
});

const isPerson = shape<PersonLabel>({ name: isString, title: isString, inherited: nullOr(isString) });
const isLink = shape<Link>({ id: isString, title: isString, unit: isString, cycle: isString, weight: isNumber });
const isDeadline = shape<DeadlineFigure>({
  text: isString,
  date: nullOr(isString),
  source: isSource,
  from: optional(isString),
});
const isAmount = shape<AmountFigure>({ value: isNumber, unit: isString, text: isString });

const isMeasure = shape<MeasureFigure>({
  form: word({
    'from-to': true,
    to: true,
    up: true,
    down: true,
    'at-least': true,
    'at-most': true,
    between: true,
    'yes-no': true,
  }),
  baseline: nullOr(either(isAmount, shape<{ readonly period: string }>({ period: isString }))),
  target: nullOr(isAmount),
  low: nullOr(isAmount),
  source: word({ clause: true, sentence: true }),
  text: isString,
});

const isReading = shape<ReadingFigure>({
  date: isString,
  text: isString,
  progress: nullOr(isNumber),
  confidence: nullOr(isNumber),
  note: nullOr(isString),
  place: isPlace,
});

const isInitiative = shape<InitiativeRow>({
  kind: word({ initiative: true }),
  id: isString,
  title: isString,
  place: isPlace,
  owners: listOf(isPerson),
  status: nullOr(word({ todo: true, doing: true, done: true, dropped: true })),
  deadline: nullOr(isDeadline),
});

const isGuardrail = shape<GuardrailRow>({
  kind: word({ guardrail: true }),
  id: isString,
  title: isString,
  place: isPlace,
  measure: nullOr(isMeasure),
  holds: nullOr(isBoolean),
  lastReading: nullOr(isReading),
  explanation: isString,
});

const isKeyResult = shape<KeyResultRow>({
  kind: word({ keyResult: true }),
  id: isString,
  name: nullOr(isString),
  title: isString,
  place: isPlace,
  owners: listOf(isPerson),
  ambition: isAmbition,
  ambitionFrom: optional(isString),
  measure: nullOr(isMeasure),
  deadline: nullOr(isDeadline),
  weight: isNumber,
  progress: isProgress,
  readings: listOf(isReading),
  daysSinceReading: nullOr(isNumber),
  start: nullOr(isString),
  supports: listOf(isLink),
  supportedBy: listOf(isLink),
  supporters: optional(isCount),
  dependsOn: listOf(isLink),
  score: nullOr(isNumber),
  decision: nullOr(isString),
  tags: listOf(isString),
  initiatives: listOf(isInitiative),
});

const isStrength = shape<StrengthFigure>({
  value: isNumber,
  word: word({ strong: true, sound: true, 'needs work': true }),
  summary: isString,
  dimensions: listOf(
    shape<StrengthFigure['dimensions'][number]>({
      dimension: word({
        focus: true,
        clarity: true,
        measurability: true,
        ambition: true,
        ownership: true,
        alignment: true,
        cadence: true,
      }),
      value: nullOr(isNumber),
      text: isString,
    }),
  ),
});

const isObjective = shape<ObjectiveRow>({
  kind: word({ objective: true }),
  id: isString,
  name: nullOr(isString),
  title: isString,
  unit: isString,
  cycle: isString,
  place: isPlace,
  owners: listOf(isPerson),
  ambition: isAmbition,
  ambitionFrom: optional(isString),
  draft: isBoolean,
  progress: isProgress,
  deadline: nullOr(isDeadline),
  supports: listOf(isLink),
  supportedBy: listOf(isLink),
  supporters: optional(isCount),
  dependsOn: listOf(isLink),
  standalone: nullOr(isString),
  unaligned: isBoolean,
  strength: optional(isStrength),
  score: nullOr(isNumber),
  decision: nullOr(isString),
  tags: listOf(isString),
  keyResults: listOf(isKeyResult),
  initiatives: listOf(isInitiative),
  guardrails: listOf(isGuardrail),
});

const isSet = shape<SetRow>({
  kind: word({ set: true }),
  id: isString,
  unit: isString,
  cycle: isString,
  draft: isBoolean,
  closed: isBoolean,
  place: isPlace,
  progress: isProgress,
  objectives: listOf(isObjective),
  held: optional(isCount),
  initiatives: listOf(isInitiative),
  guardrails: listOf(isGuardrail),
});

/** The units inside are checked by `isUnits`, which a chain of ten thousand units cannot exhaust. */
const isUnitAlone = shape<UnitRow>({
  kind: word({ unit: true }),
  id: isString,
  name: isString,
  title: isString,
  level: isLevel,
  place: isPlace,
  sets: listOf(isSet),
  units: Array.isArray as unknown as Guard<readonly UnitRow[]>,
  held: optional(isCount),
});

const isUnits: Guard<readonly UnitRow[]> = (value): value is readonly UnitRow[] => {
  if (!Array.isArray(value)) return false;
  const waiting: unknown[][] = [value];
  for (let list = waiting.pop(); list; list = waiting.pop()) {
    for (const unit of list) {
      if (!isUnitAlone(unit)) return false;
      if (unit.units.length > 0) waiting.push(unit.units as unknown[]);
    }
  }
  return true;
};

const isCycle = shape<CycleChoice>({
  name: isString,
  title: isString,
  first: nullOr(isString),
  last: nullOr(isString),
  inside: listOf(isString),
  elapsed: nullOr(isNumber),
  current: isBoolean,
});

const isPart = shape<TreePart>({
  cycle: isString,
  totals: shape<TreeTotals>({
    objectives: isCount,
    health: shape<TreeTotals['health']>({
      onTrack: isCount,
      atRisk: isCount,
      offTrack: isCount,
      noNews: isCount,
      done: isCount,
    }),
    unaligned: isCount,
    findings: isCount,
  }),
  isCut: isBoolean,
});

export const isTreeWanted = shape<TreeWanted>({
  cycle: nullOr(isString),
  open: listOf(isString),
  filter: nullOr(
    shape<TreeFilter>({
      text: isString,
      unit: nullOr(isString),
      owner: nullOr(isString),
      health: listOf(isHealth),
      unaligned: isBoolean,
      findings: isBoolean,
    }),
  ),
});

export const isCascadeTree = shape<CascadeTree>({
  today: isString,
  cycles: listOf(isCycle),
  roots: isUnits,
  unaligned: listOf(isObjective),
  homeless: listOf(isSet),
  part: optional(isPart),
});
