/** Rows of objectives, key results and what they hold. */
import { isUnaligned } from '../cascade/alignment.ts';
import type {
  Cascade,
  Deadline,
  GoalNode,
  GuardrailNode,
  Health,
  Inherited,
  InitiativeNode,
  KeyResultNode,
  Measure,
  ObjectiveNode,
  Owner,
  Progress,
  Reading,
  SupportEdge,
} from '../cascade/cascade.ts';
import { reachedBy, scoreOf } from '../cascade/progress.ts';
import { lastReadingBy } from '../cascade/readings.ts';
import { formatIsoDay } from '../dates/day.ts';
import type { Ambition } from '../model/file.ts';
import { measureFigure } from './measure-text.ts';
import { rowPlace } from './row-place.ts';
import type {
  DeadlineFigure,
  GuardrailRow,
  InitiativeRow,
  KeyResultRow,
  Link,
  ObjectiveRow,
  PersonLabel,
  ProgressFigure,
  ReadingFigure,
  StrengthFigure,
} from './tree.ts';

export function objectiveRow(objective: ObjectiveNode, cascade: Cascade, strength?: StrengthFigure): ObjectiveRow {
  const { node, set } = objective;
  return {
    kind: 'objective',
    id: objective.id,
    name: objective.name,
    title: objective.title,
    unit: set.unitName,
    cycle: set.cycleName,
    place: rowPlace(objective.uri, node, cascade),
    owners: personLabels(objective.owners),
    ...ambitionFigure(objective.ambition),
    draft: objective.draft,
    progress: progressFigure(objective),
    deadline: deadlineFigure(objective.deadline),
    supports: objective.supports.map(upwards),
    supportedBy: objective.supportedBy.map(downwards),
    dependsOn: objective.dependsOn.map(({ to }) => linkTo(to, 1)),
    standalone: node.standalone ? (node.standalone.because?.text ?? '') : null,
    unaligned: isUnaligned(objective),
    ...(strength && { strength }),
    score: objective.closing?.node.score?.value ?? null,
    decision: objective.closing?.node.decision?.value ?? null,
    tags: node.tags.map(({ text }) => text),
    keyResults: objective.keyResults.map((keyResult) => keyResultRow(keyResult, cascade)),
    initiatives: objective.initiatives.map((initiative) => initiativeRow(initiative, cascade)),
    guardrails: objective.guardrails.map((guardrail) => guardrailRow(guardrail, cascade)),
  };
}

function keyResultRow(keyResult: KeyResultNode, cascade: Cascade): KeyResultRow {
  const { node, uri, measure, readings, objective } = keyResult;
  const last = lastReadingBy(readings, cascade.today);
  const first = objective.set.cycle?.range?.first;
  return {
    kind: 'keyResult',
    id: keyResult.id,
    name: keyResult.name,
    title: keyResult.title,
    place: rowPlace(uri, node, cascade),
    owners: personLabels(keyResult.owners),
    ...ambitionFigure(keyResult.ambition),
    measure: measure && measureFigure(measure),
    deadline: deadlineFigure(keyResult.deadline),
    weight: keyResult.weight,
    progress: progressFigure(keyResult),
    readings: readings
      .filter(({ day }) => day <= cascade.today)
      .map((reading) => readingFigure(reading, measure, cascade)),
    daysSinceReading: last && cascade.today - last.day,
    start: first === undefined ? null : formatIsoDay(first),
    supports: keyResult.supports.map(upwards),
    supportedBy: keyResult.supportedBy.map(downwards),
    dependsOn: keyResult.dependsOn.map(({ to }) => linkTo(to, 1)),
    score: keyResult.closing?.node.score?.value ?? null,
    decision: keyResult.closing?.node.decision?.value ?? null,
    tags: node.tags.map(({ text }) => text),
    initiatives: keyResult.initiatives.map((initiative) => initiativeRow(initiative, cascade)),
  };
}

export function initiativeRow(initiative: InitiativeNode, cascade: Cascade): InitiativeRow {
  const { id, title, name, uri, node } = initiative;
  return {
    kind: 'initiative',
    id,
    title: title || (name ?? ''),
    place: rowPlace(uri, node, cascade),
    owners: personLabels(initiative.owners),
    status: node.status?.value ?? null,
    deadline: deadlineFigure(initiative.deadline),
  };
}

export function guardrailRow(guardrail: GuardrailNode, cascade: Cascade): GuardrailRow {
  const { id, title, uri, node, measure, holds, explanation } = guardrail;
  const last = lastReadingBy(guardrail.readings, cascade.today);
  return {
    kind: 'guardrail',
    id,
    title,
    place: rowPlace(uri, node, cascade),
    measure: measure && measureFigure(measure),
    holds,
    lastReading: last && readingFigure(last, measure, cascade),
    explanation: explanation.summary,
  };
}

export function progressFigure({ progress, health }: { progress: Progress; health: Health }): ProgressFigure {
  const { value, raw, expected, state, explanation } = progress;
  return {
    value,
    raw,
    expected,
    state,
    health: health.state,
    explanation: `${explanation.summary} ${health.explanation.summary}`,
    parts: explanation.parts,
  };
}

function readingFigure(reading: Reading, measure: Measure | null, cascade: Cascade): ReadingFigure {
  const { value, day, confidence, note, place } = reading;
  const reached = measure && reachedBy(measure, value);
  return {
    date: formatIsoDay(day),
    text: typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.text,
    progress: reached?.kind === 'reached' ? scoreOf(reached.raw) : null,
    confidence,
    note,
    place: rowPlace(place.uri, { span: place.span }, cascade),
  };
}

function deadlineFigure(deadline: Deadline | null): DeadlineFigure | null {
  if (!deadline) return null;
  const { text, day, source, from } = deadline;
  const inherited = { own: null, objective: inheritedFrom.objective, cycle: 'last day of the cycle' }[from];
  return { text, date: day === null ? null : formatIsoDay(day), source, ...(inherited && { from: inherited }) };
}

function ambitionFigure({ value, source }: Inherited<Ambition>): Pick<ObjectiveRow, 'ambition' | 'ambitionFrom'> {
  const inherited = inheritedFrom[source];
  return { ambition: value, ...(inherited && { ambitionFrom: inherited }) };
}

function personLabels({ value, source }: Inherited<readonly Owner[]>): readonly PersonLabel[] {
  const inherited = inheritedFrom[source];
  return value.map(({ name, unit }) => ({ name, title: unit?.title ?? name, inherited }));
}

const inheritedFrom: Readonly<Record<Inherited<unknown>['source'], string | null>> = {
  own: null,
  none: null,
  keyResult: 'from the key result',
  objective: 'from the objective',
  set: 'from the OKR set',
  lead: "from the unit's lead",
  cycle: 'from the cycle',
  config: 'from the settings',
};

function upwards({ to, weight }: SupportEdge): Link {
  return linkTo(to, weight);
}

function downwards({ from, weight }: SupportEdge): Link {
  return linkTo(from, weight);
}

export function linkTo(goal: GoalNode, weight: number): Link {
  const { set } = goal.kind === 'objective' ? goal : goal.objective;
  return { id: goal.id, title: goal.title || (goal.name ?? ''), unit: set.unitName, cycle: set.cycleName, weight };
}
