/** What one row says: its short parts for the eye and one full sentence for a screen reader. Pure, so that it is tested without a page. */
import type {
  CycleChoice,
  FindingCounts,
  HealthState,
  KeyResultRow,
  ObjectiveRow,
  PersonLabel,
  ProgressFigure,
  SetRow,
} from '@okr-language/core';
import { ALL_CYCLES } from './model/cycles.ts';
import { foundAt, isApart } from './model/filter.ts';
import { heldIn, type OutlineNode } from './model/outline.ts';
import {
  counted,
  healthWords,
  linkTitle,
  nameOf,
  oneLine,
  percent,
  shortDate,
  spoken,
  spokenAge,
  statusWords,
  untitled,
} from './words.ts';

/** What rows need to know beyond themselves. */
export interface RowContext {
  readonly today: string;
  /** The chosen one, or `ALL_CYCLES`. */
  readonly cycle: string;
  readonly cycles: ReadonlyMap<string, CycleChoice>;
  readonly unitTitles: ReadonlyMap<string, string>;
  readonly findings: Readonly<Record<string, FindingCounts>>;
}

export interface RowText {
  readonly title: string;
  /** Dimmed behind the title: the measure, the unit's level and cycle, a reason. */
  readonly detail: string;
  /** The detail tells of something to mend. */
  readonly warns: boolean;
  readonly links: string;
  readonly findings: FindingCounts | null;
  readonly figure: Figure | null;
  readonly deadline: string;
  readonly owners: readonly PersonLabel[];
  readonly days: number | null;
  /** All of it in words. */
  readonly label: string;
}

export interface Figure {
  readonly text: string;
  /** 0…1 */
  readonly value: number;
  /** Where it should stand today, 0…1; null where that cannot be told. */
  readonly pace: number | null;
  readonly health: HealthState;
  /** No reading stands behind it. */
  readonly faint: boolean;
}

export function rowText(node: OutlineNode, context: RowContext): RowText {
  const base = baseText(node, context);
  const count = foundAt(node, context.findings);
  const findings = count && count.errors + count.warnings + count.others > 0 ? count : null;
  return { ...base, findings, label: labelOf(node, { ...base, findings }) };
}

type Base = Omit<RowText, 'label' | 'findings'>;

const bare: Omit<Base, 'title'> = {
  detail: '',
  warns: false,
  links: '',
  figure: null,
  deadline: '',
  owners: [],
  days: null,
};

function baseText(node: OutlineNode, context: RowContext): Base {
  switch (node.kind) {
    case 'unit': {
      const { row, set } = node;
      const parts: string[] = [row.level];
      if (set) parts.push(...setWords(set, context));
      else if (node.last === node.index && heldIn(node) === 0) parts.push(noGoals(context));
      const figure = set ? figureOf(set.progress) : null;
      return { ...bare, title: titleOf(row.title || row.name), detail: parts.join(' · '), figure };
    }
    case 'set': {
      const { row } = node;
      const homeless = node.parent?.kind === 'section';
      const title = homeless ? titleOf(row.unit) : cycleTitle(row.cycle, context);
      const detail = homeless ? [cycleTitle(row.cycle, context), 'no such unit'] : setWords(row, context).slice(1);
      return { ...bare, title, detail: detail.join(' · '), warns: homeless, figure: figureOf(row.progress) };
    }
    case 'objective':
      return objectiveText(node.row, isApart(node), context);
    case 'keyResult': {
      const { row } = node;
      return {
        title: titleOf(row.title, row.name),
        // A measure that was read from the title already stands there.
        detail: row.measure?.source === 'clause' ? oneLine(row.measure.text) : '',
        warns: false,
        links: linksOf(row),
        figure: figureOf(row.progress),
        deadline:
          row.deadline?.source === 'stated' ? shortDate(row.deadline.date ?? row.deadline.text, context.today) : '',
        owners: row.owners,
        days: row.daysSinceReading,
      };
    }
    case 'initiative': {
      const { row } = node;
      const by =
        row.deadline?.source === 'stated' ? shortDate(row.deadline.date ?? row.deadline.text, context.today) : '';
      const detail = row.status ? statusWords[row.status] : '';
      return { ...bare, title: titleOf(row.title), detail, deadline: by, owners: row.owners };
    }
    case 'guardrail': {
      const { row } = node;
      const limit = oneLine(row.measure?.text ?? '');
      const now = row.lastReading ? `now ${oneLine(row.lastReading.text)}` : 'no reading';
      return {
        ...bare,
        title: titleOf(row.title),
        detail: [limit, now].filter(Boolean).join(' · '),
        warns: row.holds === false,
      };
    }
    case 'alongside': {
      const parts: string[] = [];
      if (node.guardrails > 0) parts.push(counted(node.guardrails, 'guardrail'));
      if (node.initiatives > 0) parts.push(counted(node.initiatives, 'initiative'));
      const detail = node.broken > 0 ? `${counted(node.broken, 'limit')} broken` : '';
      return { ...bare, title: parts.join(', '), detail, warns: node.broken > 0 };
    }
    case 'section':
      return node.section === 'unaligned'
        ? { ...bare, title: 'Unaligned', detail: 'goals that support no other' }
        : { ...bare, title: 'Without a unit', detail: 'their unit is not declared' };
    case 'pointer':
      return { ...bare, title: `${counted(node.count, 'unaligned goal')}, shown below` };
    case 'rest':
      return {
        ...bare,
        title: node.count === null ? 'Not everything fits here' : `${counted(node.count, `more ${node.what}`)}`,
        detail: 'filter by words, unit or owner to see the rest',
      };
  }
}

function objectiveText(row: ObjectiveRow, apart: boolean, context: RowContext): Base {
  const unit = oneLine(context.unitTitles.get(row.unit) ?? row.unit);
  const reason = row.standalone === null ? 'supports nothing' : oneLine(row.standalone) || 'on purpose';
  const detail = apart ? [unit, reason] : [];
  if (row.draft) detail.push('draft');
  if (row.score !== null) detail.push(`score ${row.score}`);
  const days = row.keyResults.flatMap((keyResult) => keyResult.daysSinceReading ?? []);
  return {
    title: titleOf(row.title, row.name),
    detail: detail.join(' · '),
    warns: apart && row.standalone === null,
    links: linksOf(row),
    figure: figureOf(row.progress),
    deadline: row.deadline?.source === 'stated' ? shortDate(row.deadline.date ?? row.deadline.text, context.today) : '',
    owners: row.owners,
    days: days.length > 0 ? Math.min(...days) : null,
  };
}

/** `▸ Become the shop…` for what it supports, `◂ 4` for how many support it. */
function linksOf(row: ObjectiveRow | KeyResultRow): string {
  const parts: string[] = [];
  const first = row.supports[0];
  if (first) parts.push(`▸ ${linkTitle(first)}${row.supports.length > 1 ? ` +${row.supports.length - 1}` : ''}`);
  if (row.supportedBy.length > 0) parts.push(`◂ ${row.supporters ?? row.supportedBy.length}`);
  return parts.join('  ');
}

function setWords(set: SetRow, context: RowContext): string[] {
  const words = [cycleTitle(set.cycle, context)];
  if (set.draft) words.push('draft');
  if (set.closed) words.push('closed');
  if (set.objectives.length === 0 && !set.held) words.push('no objectives yet');
  return words;
}

/** In other cycles there may be some. */
function noGoals(context: RowContext): string {
  return context.cycle === ALL_CYCLES ? 'no goals' : `no goals in ${cycleTitle(context.cycle, context)}`;
}

export function cycleTitle(name: string, context: Pick<RowContext, 'cycles'>): string {
  return oneLine(context.cycles.get(name)?.title || name);
}

function figureOf(progress: ProgressFigure): Figure {
  const unknown = progress.state === 'unmeasurable';
  return {
    text: unknown ? '–' : percent(progress.value),
    value: Math.min(1, Math.max(0, progress.value)),
    pace: progress.expected === null ? null : Math.min(1, Math.max(0, progress.expected)),
    health: progress.health,
    faint: unknown || progress.state === 'noNews',
  };
}

/** A goal that has a name and no words yet is called by its name. */
function titleOf(title: string, name: string | null = null): string {
  return oneLine(title) || (name ?? untitled);
}

const kindWords: Readonly<Record<OutlineNode['kind'], string>> = {
  unit: '',
  set: 'Goals for',
  objective: 'Objective:',
  keyResult: 'Key result:',
  initiative: 'Initiative:',
  guardrail: 'Guardrail:',
  alongside: 'Alongside:',
  section: '',
  pointer: '',
  rest: '',
};

function labelOf(node: OutlineNode, text: Omit<RowText, 'label'>): string {
  const parts = [`${kindWords[node.kind]} ${text.title}`, text.detail];
  if (text.figure) parts.push(...figureWords(text.figure));
  if (node.kind === 'guardrail') parts.push(node.row.holds === null ? '' : node.row.holds ? 'holds' : 'broken');
  if (text.deadline) parts.push(`due ${text.deadline}`);
  if (text.owners.length > 0) parts.push(`owner ${text.owners.map(nameOf).join(' and ')}`);
  if (text.days !== null) parts.push(spokenAge(text.days));
  if (node.kind === 'objective' || node.kind === 'keyResult') {
    const { supports, supportedBy, supporters = supportedBy.length } = node.row;
    if (supports.length > 0) parts.push(`supports ${supports.map(linkTitle).join(' and ')}`);
    if (supportedBy.length > 0) parts.push(`supported by ${counted(supporters, 'goal')}`);
  }
  if (text.findings) parts.push(findingWords(text.findings));
  return spokenParts(parts);
}

function figureWords(figure: Figure): string[] {
  return [figure.text === '–' ? 'progress cannot be told' : figure.text, healthWords[figure.health].toLowerCase()];
}

/** `1 error and 2 warnings`. */
export function findingWords(findings: FindingCounts): string {
  const parts: string[] = [];
  if (findings.errors > 0) parts.push(counted(findings.errors, 'error'));
  if (findings.warnings > 0) parts.push(counted(findings.warnings, 'warning'));
  if (findings.others > 0) parts.push(counted(findings.others, 'hint'));
  return parts.join(' and ');
}

function spokenParts(parts: readonly string[]): string {
  return parts
    .map((part) => spoken(part.replaceAll(' · ', ', ')))
    .filter(Boolean)
    .join(', ');
}
