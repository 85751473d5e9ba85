import type { OkrFile, Span, Statement } from '@okr-language/core';
import { parseOkr } from '../parse.ts';

/** Reads a text that must have no problems, and gives its statements in short: see `brief`. */
export function statementsOf(text: string): readonly unknown[] {
  const file = parseOkr('test.okr', text);
  if (file.problems.length > 0) throw new Error(`${text}\n${problemsOf(file).join('\n')}`);
  return brief(file.statements) as readonly unknown[];
}

/** The one objective of the text put into a set. */
export function objectiveOf(text: string): unknown {
  const [set] = statementsOf(`okrs for acme in FY26 {\n${text}\n}`) as readonly {
    readonly objectives: readonly unknown[];
  }[];
  return set?.objectives[0];
}

/** The one key result of the text put into an objective. */
export function keyResultOf(text: string): unknown {
  return (objectiveOf(`objective "O" {\n${text}\n}`) as { readonly keyResults: readonly unknown[] }).keyResults[0];
}

/** Each problem as its code, the text that it marks, and its message. */
export function problemsOf(file: OkrFile, text?: string): readonly string[] {
  return file.problems.map(({ code, message, span }) =>
    text === undefined ? `${code}: ${message}` : `${code} at "${text.slice(span.start, span.end)}"`,
  );
}

/**
 * What was read, without places and without what is empty: names, quoted texts, dates and amounts are their text,
 * references `a.b in C`, numbers their value.
 */
export function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(record['segments'])) return referenceText(record as unknown as ReferenceLike);
  if (typeof record['text'] === 'string') return record['text'];
  if ('value' in record && Object.keys(record).every((key) => key === 'value' || key === 'span'))
    return record['value'];
  if (Object.keys(record).every((key) => key === 'start' || key === 'end')) return true;
  const entries = Object.entries(record)
    .filter(([key, part]) => key !== 'span' && key !== 'valueSpan' && key !== 'reading' && !isEmpty(part))
    .map(([key, part]) => [key, brief(part)]);
  return Object.fromEntries(entries);
}

interface ReferenceLike {
  readonly segments: readonly { readonly text: string }[];
  readonly cycle: { readonly text: string } | null;
}

function referenceText({ segments, cycle }: ReferenceLike): string {
  return `${segments.map(({ text }) => text).join('.')}${cycle ? ` in ${cycle.text}` : ''}`;
}

function isEmpty(part: unknown): boolean {
  return part === null || part === false || (Array.isArray(part) && part.length === 0);
}

/** Every span of the file, wherever it stands. */
export function spansIn(value: unknown): readonly Span[] {
  const found: Span[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { start, end } = part as { readonly start?: unknown; readonly end?: unknown };
    if (typeof start === 'number' && typeof end === 'number') found.push({ start, end });
    for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return found;
}

export interface Part extends Span {
  /** Kind and name of the statement, behind those that it stands in. */
  readonly label: string;
}

/** Every statement, also those within others, and every line of check-ins and closings, in their order. */
export function partsOf(statements: readonly Statement[]): readonly Part[] {
  const parts: Part[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const record = value as Readonly<Record<string, unknown>>;
    const isStatement = typeof record['kind'] === 'string' && 'doc' in record;
    const isLine = 'valueSpan' in record || ('learned' in record && 'score' in record);
    const label = isStatement || isLine ? `${path}/${record['kind'] ?? 'line'} ${labelOf(record)}` : path;
    if (isStatement || isLine) parts.push({ ...(record['span'] as Span), label });
    for (const inner of Object.values(record)) look(inner, label);
  };
  for (const statement of statements) look(statement, '');
  return parts;
}

const LABELS = ['name', 'title', 'unit', 'cycle', 'target', 'date', 'value', 'score', 'decision', 'note'];

function labelOf(record: Readonly<Record<string, unknown>>): string {
  return LABELS.map((key) => brief(record[key] ?? null))
    .filter((text) => text !== null)
    .map(String)
    .join(' ');
}
