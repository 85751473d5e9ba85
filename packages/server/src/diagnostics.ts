/** Findings as the editor's diagnostics. */
import { type Finding, positionAt, ruleAddress, type Severity, type Span, textOf } from '@okr-language/core';
import type { PlacedFinding } from '@okr-language/indexer';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { DiagnosticSeverity } from './lsp.ts';

/** More than these in one file help nobody and make an editor slow; one more says how many there are. */
export const mostPerFile = 200;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** `lineStartsOf` gives the lines of any file of the project, for the places that a finding points to. */
export function diagnosticsOf(
  findings: readonly Finding[],
  lineStartsOf: (uri: string) => readonly number[],
): Diagnostic[] {
  const shown = findings.length > mostPerFile ? worst(findings, mostPerFile) : findings;
  const diagnostics = shown.map((finding) => diagnosticOf(finding, lineStartsOf));
  const left = findings.length - shown.length;
  if (left > 0) diagnostics.push(moreNotice(left));
  return diagnostics;
}

/** The worst ones, in the order of the text. */
function worst(findings: readonly Finding[], count: number): readonly Finding[] {
  const chosen = new Set(
    [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).slice(0, count),
  );
  return findings.filter((finding) => chosen.has(finding));
}

function moreNotice(left: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: 'okr',
    code: 'more-findings',
    message: `This file has ${left} more ${left === 1 ? 'finding' : 'findings'}. Mend some of those shown to see the rest, or run \`okr check\` for the whole list.`,
  };
}

/** The same of findings whose places are known. */
export function diagnosticsOfPlaced(placed: readonly PlacedFinding[]): Diagnostic[] {
  const of = new Map(placed.map((one) => [one.finding, one]));
  const shown = of.size > mostPerFile ? worst([...of.keys()], mostPerFile) : [...of.keys()];
  const diagnostics = shown.flatMap((finding) => {
    const one = of.get(finding);
    return one ? diagnosticAt(finding, one, one.related) : [];
  });
  const left = of.size - shown.length;
  if (left > 0) diagnostics.push(moreNotice(left));
  return diagnostics;
}

export function diagnosticOf(finding: Finding, lineStartsOf: (uri: string) => readonly number[]): Diagnostic {
  const related = finding.related.map((place) => rangeOf(place.span, lineStartsOf(place.uri)));
  return diagnosticAt(finding, rangeOf(finding.span, lineStartsOf(finding.uri)), related);
}

function diagnosticAt(finding: Finding, { start, end }: Range, ranges: readonly Range[]): Diagnostic {
  const related = finding.related.flatMap(({ uri, label }, index) => {
    const range = ranges[index];
    return range ? [{ location: { uri, range: { start: range.start, end: range.end } }, message: label }] : [];
  });
  return {
    range: { start, end },
    severity: severities[finding.severity],
    source: 'okr',
    code: finding.rule,
    codeDescription: { href: ruleAddress(finding.rule) },
    message: textOf(finding.message),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

export function rangeOf(span: Span, lineStarts: readonly number[]): Range {
  return { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
}
