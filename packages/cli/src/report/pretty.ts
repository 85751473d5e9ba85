import type { Severity } from '@okr-language/core';
import type { Paint, Style } from '../terminal/paint.ts';
import { safeLine } from '../terminal/safe.ts';
import { widthOf } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { frame } from './frame.ts';
import { byFile } from './group.ts';
import type { Report, ReportedFinding } from './report.ts';
import { totalLine } from './summary.ts';

export interface PrettyOptions {
  readonly paint: Paint;
  /** Columns of the terminal, for a look at the lines in question; null where nobody looks, then there is none. */
  readonly columns: number | null;
}

/** The report for people: by file, a finding with its place, level, message and rule; a summary at the end. */
export function* prettyPieces(report: Report, options: PrettyOptions): Generator<string> {
  for (const [file, findings] of byFile(report.findings)) yield `${fileBlock(file, findings, report, options)}\n`;
  yield `${totalLine(report, options.paint)}\n`;
}

function fileBlock(file: string, findings: readonly ReportedFinding[], report: Report, options: PrettyOptions): string {
  const { paint } = options;
  const places = findings.map(placeOf);
  const placeWidth = largest(places.map((place) => place.length));
  const levelWidth = largest(findings.map(({ finding }) => finding.severity.length));
  const lines = [paint('bold', safeLine(file))];
  for (const [index, reported] of findings.entries()) {
    if (index > 0 && options.columns !== null) lines.push('');
    const { finding } = reported;
    const { what, why, todo } = finding.message;
    const place = paint('dim', (places[index] ?? '').padEnd(placeWidth));
    const level = paint(styleOf[finding.severity], finding.severity.padEnd(levelWidth));
    const message = [what, why, todo].filter(Boolean).map(safeLine).join(' ');
    const indent = placeWidth + levelWidth + 6;
    lines.push(`  ${place}  ${level}  ${withRule(message, finding.rule, indent, options)}`);
    const text = options.columns === null ? null : report.texts.text(finding.uri);
    if (options.columns === null || text === null) continue;
    lines.push(...frame(reported, text, report.texts.lineStarts(finding.uri), options.columns, paint));
  }
  return `${lines.join('\n')}\n`;
}

/** The message with its rule behind it; where somebody looks, in lines that fit and hang together. */
function withRule(message: string, rule: string, indent: number, { columns, paint }: PrettyOptions): string {
  if (columns === null) return `${message}  ${paint('dim', rule)}`;
  const lines = wrap(message, columns - indent);
  const isRoom = widthOf(lines.at(-1) ?? '') + 2 + rule.length <= columns - indent;
  const hanging = `\n${' '.repeat(indent)}`;
  return lines.join(hanging) + (isRoom ? '  ' : hanging) + paint('dim', rule);
}

function placeOf({ start }: ReportedFinding): string {
  return `${start.line + 1}:${start.character + 1}`;
}

const styleOf: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
