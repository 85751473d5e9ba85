import type { Severity } from '@okr-language/core';
import type { Report, ReportedFinding } from './report.ts';

/** Findings by file, in the order of the report. */
export function byFile(findings: readonly ReportedFinding[]): ReadonlyMap<string, readonly ReportedFinding[]> {
  const groups = new Map<string, ReportedFinding[]>();
  for (const reported of findings) {
    const ofFile = groups.get(reported.file);
    if (ofFile) ofFile.push(reported);
    else groups.set(reported.file, [reported]);
  }
  return groups;
}

export function countsOf(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  return counts;
}

/** `1 error, 2 warnings, 3 for information, 1 hint`; what there is none of is left out, errors and warnings unless `short`. */
export function countsInWords(counts: Report['counts'], short = false): string {
  const parts = [
    short && counts.error === 0 ? null : count(counts.error, 'error', 'errors'),
    short && counts.warning === 0 ? null : count(counts.warning, 'warning', 'warnings'),
    counts.information > 0 ? `${counts.information} for information` : null,
    counts.hint > 0 ? count(counts.hint, 'hint', 'hints') : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
