/** What is told of a declared thing: in hovers, and beside a proposal of completion. Markdown. */
import {
  type CycleNode,
  type DayRange,
  type Deadline,
  type Declared,
  elapsedShare,
  formatIsoDay,
  type GoalNode,
  type GuardrailNode,
  type HealthState,
  type Inherited,
  type InitiativeNode,
  type KpiNode,
  type Measure,
  measureInWords,
  type Owner,
  type Progress,
  percent,
  type SupporterCounts,
  supportersOf,
  timeOf,
  type UnitNode,
} from '@okr-language/core';
import { bold, code, list, paragraphs, plain, prose } from './markdown.ts';

/** Parts of an explanation that a hover shows before it says how many more there are. */
const MAX_PARTS = 8;

export function cardOf(declared: Declared, today: number, supporters?: SupporterCounts): string {
  switch (declared.kind) {
    case 'objective':
    case 'keyResult':
      return goalCard(declared, supporters);
    case 'unit':
      return unitCard(declared);
    case 'cycle':
      return cycleCard(declared, today);
    case 'initiative':
      return initiativeCard(declared);
    case 'guardrail':
    case 'kpi':
      return watchedCard(declared);
  }
}

export function goalCard(goal: GoalNode, supporters?: SupporterCounts): string {
  const objective = goal.kind === 'objective' ? goal : goal.objective;
  const kind = goal.kind === 'objective' ? 'Objective' : 'Key result';
  const { unit, unitName, cycleName } = objective.set;
  const heading = `${kind} of ${plain(unit?.title || unitName)} in ${plain(cycleName)}${goal.draft ? ' (draft)' : ''}`;
  return paragraphs(
    bold(goal.title || goal.name || 'without a title'),
    goal.kind === 'keyResult' ? `${heading}, for “${plain(objective.title || objective.name || '')}”` : heading,
    prose(goal.node.doc),
    list([
      goal.kind === 'keyResult' ? measureLine(goal.measure) : null,
      progressLine(goal.progress, goal.health.state),
      ownersLine(goal.owners),
      deadlineLine(goal.deadline),
      ambitionLine(goal.ambition),
      linksLine(goal, supportersOf(goal, supporters)),
    ]),
    explanation(goal),
  );
}

function explanation(goal: GoalNode): string {
  const { parts, summary } = goal.progress.explanation;
  const shown = parts.slice(0, MAX_PARTS).map(plain);
  if (parts.length > MAX_PARTS) shown.push(`and ${parts.length - MAX_PARTS} more`);
  return paragraphs([plain(summary), plain(goal.health.explanation.summary)].filter(Boolean).join('  \n'), list(shown));
}

export function measureLine(measure: Measure | null): string {
  if (!measure) return 'Measure: none stated';
  const from = measure.baselinePeriod ? `, compared with ${plain(measure.baselinePeriod)}` : '';
  const unknown = measure.baselineUnknown ? ', starting value unknown' : '';
  const read = measure.source === 'sentence' ? ' (read from the sentence)' : '';
  const startRead =
    measure.source === 'clause' && measure.baselineSource === 'sentence'
      ? ' (starting value read from the sentence)'
      : '';
  return `Measure: ${code(measureInWords(measure))}${from}${unknown}${read}${startRead}`;
}

const healthWords: Readonly<Record<HealthState, string>> = {
  onTrack: 'on track',
  atRisk: 'at risk',
  offTrack: 'off track',
  noNews: 'no news',
  done: 'done',
};

export function healthInWords(state: HealthState): string {
  return healthWords[state];
}

function progressLine(progress: Progress, health: HealthState): string {
  return `Progress: **${percent(progress.value)}** · ${healthWords[health]}${expectedInWords(progress)}`;
}

/** A whole should stand where its parts should, which may each have their own deadline. */
function expectedInWords({ state, expected }: Progress): string {
  if (expected === null) return '';
  return state === 'rolledUp'
    ? `, should stand at ${percent(expected)} today`
    : `, ${percent(expected)} of the time has passed`;
}

const ownerSources: Readonly<Record<string, string>> = {
  keyResult: 'from the key result',
  objective: 'from the objective',
  set: 'from the set',
  lead: 'lead of the unit',
  cycle: 'from the cycle',
  config: 'from the configuration',
};

export function inheritedFrom(source: string): string {
  const words = ownerSources[source];
  return words ? ` (${words})` : '';
}

export function ownersLine(owners: Inherited<readonly Owner[]>): string {
  if (owners.value.length === 0) return 'Owner: nobody yet';
  const names = owners.value.map((owner) => plain(owner.unit?.title || owner.name)).join(', ');
  return `${owners.value.length === 1 ? 'Owner' : 'Owners'}: ${names}${inheritedFrom(owners.source)}`;
}

export function deadlineLine(deadline: Deadline | null): string | null {
  if (!deadline) return null;
  const day = deadline.day === null ? plain(deadline.text) : formatIsoDay(deadline.day);
  const sources = { own: '', objective: ' (from the objective)', cycle: ' (last day of the cycle)' };
  const read = deadline.statedIn === 'sentence' ? ` (read from the sentence: ${code(deadline.text)})` : '';
  return `Due: ${day}${read || sources[deadline.from]}`;
}

function ambitionLine(ambition: GoalNode['ambition']): string {
  const meaning = ambition.value === 'committed' ? 'due in full' : 'a score of 0.7 is good';
  const source = ambition.source === 'own' ? '' : inheritedFrom(ambition.source);
  return `${ambition.value === 'committed' ? 'Committed' : 'Aspirational'}: ${meaning}${source}`;
}

function linksLine(goal: GoalNode, by: number): string | null {
  const supports = goal.supports.map((edge) => plain(edge.to.title || edge.to.name || '')).slice(0, 3);
  const parts = [
    supports.length > 0 ? `supports ${supports.map((title) => `“${title}”`).join(', ')}` : '',
    by > 0 ? `supported by ${by} ${by === 1 ? 'goal' : 'goals'}` : '',
  ].filter(Boolean);
  const text = parts.join('; ');
  return text === '' ? null : text[0]?.toUpperCase() + text.slice(1);
}

function unitCard(unit: UnitNode): string {
  const level = (unit.level[0] as string).toUpperCase() + unit.level.slice(1);
  const within = unit.parent ? ` in ${plain(unit.parent.title || unit.parent.name)}` : '';
  return paragraphs(
    bold(unit.title || unit.name),
    `${level}${within}`,
    prose(unit.declaration.node.doc),
    list([
      unit.lead ? `Lead: ${plain(unit.lead.title || unit.lead.name)}` : null,
      unit.children.length > 0
        ? `Holds ${unit.children.length} ${unit.children.length === 1 ? 'unit or person' : 'units and persons'}`
        : null,
    ]),
  );
}

export function cycleCard(cycle: CycleNode, today: number): string {
  const { range } = cycle;
  const days = range
    ? `${formatIsoDay(range.first)} to ${formatIsoDay(range.last)}, both included`
    : 'Its first and last day are not known.';
  return paragraphs(
    bold(cycle.title ?? cycle.name),
    cycle.declaration ? `Cycle ${code(cycle.name)}` : `Calendar cycle ${code(cycle.name)}`,
    prose(cycle.declaration?.node.doc ?? null),
    list([
      days,
      range ? timePassed(cycle, range, today) : null,
      cycle.checkins ? `Check-ins ${plain(cycle.checkins.text)}` : null,
    ]),
  );
}

function timePassed(cycle: CycleNode, range: DayRange, today: number): string {
  if (today < range.first) return `Begins in ${days(range.first - today)}`;
  if (today > range.last) return `Over for ${days(today - range.last)}`;
  const share = elapsedShare(timeOf(cycle, null), today) ?? 0;
  return `${percent(share)} of its time has passed, ${days(range.last - today)} left`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function initiativeCard(initiative: InitiativeNode): string {
  const goals = initiative.for.map((goal) => `“${plain(goal.title || goal.name || '')}”`);
  return paragraphs(
    bold(initiative.title || initiative.name || 'without a title'),
    'Initiative: work that is done to move a key result',
    prose(initiative.node.doc),
    list([
      goals.length > 0 ? `For ${goals.join(', ')}` : null,
      ownersLine(initiative.owners),
      initiative.node.status ? `Status: ${initiative.node.status.value}` : null,
      deadlineLine(initiative.deadline),
    ]),
  );
}

function watchedCard(node: GuardrailNode | KpiNode): string {
  const kind =
    node.kind === 'kpi' ? 'KPI: a figure that is watched all the time' : 'Guardrail: what must not get worse';
  return paragraphs(
    bold(node.title || 'without a title'),
    kind,
    prose(node.node.doc),
    list([measureLine(node.measure)]),
    plain(node.explanation.summary),
  );
}
