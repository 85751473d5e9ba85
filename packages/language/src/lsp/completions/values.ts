/** Dates, amounts, and what is written in check-ins and closings. */
import {
  type Cascade,
  type CycleNode,
  calendarCycle,
  type Day,
  dayOf,
  formatIsoDay,
  type GuardrailNode,
  type KeyResultNode,
  type KpiNode,
  type ObjectiveNode,
  partsOf,
  prompts,
  type SetNode,
} from '@okr-language/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Proposal, plainInSnippet } from './proposal.ts';

const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** Days for `by`: the cycle's last day, then the ends of its months; without a cycle, the next six month ends. */
export function dueProposals(cycle: CycleNode | null, today: Day): Proposal[] {
  const range = cycle?.range ?? null;
  const proposals: Proposal[] = [];
  if (range) proposals.push(dayProposal(range.last, 0, `last day of ${cycle?.name}`));
  const last = range ? Math.min(range.last, range.first + 800) : today + 190;
  for (let end = monthEnd(range ? range.first : today); end <= last; end = monthEnd(end + 1)) {
    if (end !== range?.last) proposals.push(dayProposal(end, end < today ? 2 : 1, 'end of the month'));
  }
  return proposals;
}

/** Days for a check-in or closing: today, and the cycle's last day. */
export function dayProposals(cycle: CycleNode | null, today: Day): Proposal[] {
  const proposals = [dayProposal(today, 0, 'today'), dayProposal(today - 1, 2, 'yesterday')];
  if (cycle?.range) proposals.push(dayProposal(cycle.range.last, 1, `last day of ${cycle.name}`));
  return proposals;
}

/** First and last days of this year and the next, for a cycle that is declared. */
export function cycleEdgeProposals(today: Day, edge: 'from' | 'to'): Proposal[] {
  const { year } = partsOf(today);
  const names = [`${year}`, `${year + 1}`, ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)];
  return names.flatMap((name) => {
    const range = calendarCycle(name);
    if (!range) return [];
    const day = edge === 'from' ? range.first : range.last;
    return dayProposal(day, 0, `${edge === 'from' ? 'first' : 'last'} day of ${name}`);
  });
}

function dayProposal(day: Day, rank: number, why: string): Proposal {
  const weekday = weekdays[((day % 7) + 7) % 7];
  return { label: formatIsoDay(day), kind: CompletionItemKind.Constant, rank, detail: `${weekday}, ${why}` };
}

function monthEnd(day: Day): Day {
  const { year, month } = partsOf(day);
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return (next ?? day + 31) - 1;
}

export function wordProposals(words: readonly string[], rank: number, detail = ''): Proposal[] {
  return words.map((label) => ({ label, kind: CompletionItemKind.Unit, rank, ...(detail ? { detail } : {}) }));
}

const unitWords = [
  'days',
  'weeks',
  'months',
  'hours',
  'minutes',
  'seconds',
  'ms',
  'per month',
  'per week',
  'per day',
  'of 5',
  'of 10',
];

/** What may follow a number: the unit that the measure already has, then those that people use most. */
export function unitWordProposals(already: string): Proposal[] {
  return [
    ...(already === '' ? [] : wordProposals([already], 0, 'as in the value before')),
    ...wordProposals(unitWords, 4, 'unit'),
  ];
}

/**
 * What a check-in may read: the key results of a set, its guardrails, and KPIs. Each with its last reading; those that are
 * read already on that day come last.
 */
export function* readingProposals(set: SetNode | null, kpis: readonly KpiNode[], day: Day | null): Generator<Proposal> {
  for (const objective of set?.objectives ?? []) {
    if (objective.name === null) continue;
    for (const keyResult of objective.keyResults) {
      if (keyResult.name !== null) yield readingProposal(`${objective.name}.${keyResult.name}`, keyResult, day, 0);
    }
    for (const guardrail of objective.guardrails) {
      const name = guardrail.kpi ? null : guardrail.node.name;
      if (name) yield readingProposal(`${objective.name}.${name.text}`, guardrail, day, 2);
    }
  }
  for (const guardrail of set?.guardrails ?? []) {
    if (!guardrail.kpi && guardrail.node.name) yield readingProposal(guardrail.node.name.text, guardrail, day, 2);
  }
  for (const kpi of kpis) if (kpi.name !== null) yield readingProposal(kpi.name, kpi, day, 4);
}

function readingProposal(
  path: string,
  read: KeyResultNode | GuardrailNode | KpiNode,
  day: Day | null,
  rank: number,
): Proposal {
  const last = read.readings[read.readings.length - 1];
  const value = last ? valueText(last.value) : read.measure?.form === 'yes-no' ? 'no' : '0';
  const confidence = Math.round((last?.confidence ?? 0.7) * 100);
  const stood = last ? `last ${value} on ${formatIsoDay(last.day)}` : 'no reading yet';
  const written = plainInSnippet(path);
  return {
    label: path,
    kind: CompletionItemKind.Value,
    rank: last && last.day === day ? rank + 1 : rank,
    detail: `${stood} · ${read.title}`,
    alias: read.title,
    insert: `${path} `,
    template:
      read.kind === 'keyResult'
        ? `${written} <1:${plainInSnippet(value)}> confidence <2:${confidence}>% "<3:${prompts.news}>"`
        : `${written} <1:${plainInSnippet(value)}>`,
    ...(read.kind === 'keyResult' ? { goal: read.id } : {}),
  };
}

export function valueText(value: KeyResultNode['readings'][number]['value']): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.text;
}

/** Values for one reading: yes and no where that is the measure, else the last value and the target. */
export function valueProposals(keyResult: KeyResultNode | null): Proposal[] {
  if (keyResult?.measure?.form === 'yes-no') return wordProposals(['yes', 'no'], 0);
  const last = keyResult?.readings[keyResult.readings.length - 1];
  const known = new Map<string, string>();
  if (last) known.set(valueText(last.value), `last reading, ${formatIsoDay(last.day)}`);
  if (keyResult?.measure?.target) known.set(keyResult.measure.target.text, 'the target');
  if (keyResult?.measure?.baseline) known.set(keyResult.measure.baseline.text, 'where it started');
  return [...known].map(([label, detail]) => ({ label, kind: CompletionItemKind.Value, rank: 0, detail }));
}

/** Goals of a set for its closing, those without an entry first. */
export function* entryProposals(set: SetNode | null): Generator<Proposal> {
  for (const objective of set?.objectives ?? []) {
    if (objective.name === null) continue;
    yield entryProposal(objective.name, objective);
    for (const keyResult of objective.keyResults) {
      if (keyResult.name !== null) yield entryProposal(`${objective.name}.${keyResult.name}`, keyResult);
    }
  }
}

function entryProposal(path: string, goal: ObjectiveNode | KeyResultNode): Proposal {
  const score = scoreText(goal);
  return {
    label: path,
    kind: goal.kind === 'objective' ? CompletionItemKind.Interface : CompletionItemKind.Value,
    rank: goal.closing ? 1 : 0,
    detail: `reached ${score} · ${goal.title}`,
    alias: goal.title,
    insert: `${path} `,
    template: `${plainInSnippet(path)} score <1:${score}> <2|keep,modify,defer,abandon> learned "<3:${prompts.taught}>"`,
    goal: goal.id,
  };
}

function scoreText(goal: ObjectiveNode | KeyResultNode): string {
  const rounded = goal.progress.value.toFixed(2);
  return rounded.endsWith('0') ? rounded.slice(0, -1) : rounded;
}

/** Scores in tenths; what the readings come to is first. */
export function scoreProposals(goal: ObjectiveNode | KeyResultNode | null): Proposal[] {
  const reached = goal ? [{ ...number(scoreText(goal), 0), detail: 'what the readings come to' }] : [];
  return [...reached, ...Array.from({ length: 11 }, (_, i) => number((i / 10).toFixed(1), 1))];
}

function number(label: string, rank: number): Proposal {
  return { label, kind: CompletionItemKind.Constant, rank };
}

export function confidenceProposals(): Proposal[] {
  return [90, 80, 70, 60, 50, 40, 30, 20, 10].map((percent) => number(`${percent}%`, 0));
}

/** The goal that a path of a check-in or closing names in its set. */
export function goalInSet(
  cascade: Cascade,
  unit: string,
  cycle: string,
  path: string,
): ObjectiveNode | KeyResultNode | null {
  const [first, second] = path.split('.').slice(path.startsWith(`${unit}.`) ? 1 : 0);
  const objective = cascade.sets.get(`${unit}/${cycle}`)?.objectives.find(({ name }) => name === first) ?? null;
  if (second === undefined) return objective;
  return objective?.keyResults.find(({ name }) => name === second) ?? null;
}
