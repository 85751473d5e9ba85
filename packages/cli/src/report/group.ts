import type { Severity } from '@okr-language/core';
import type { Report, ReportedFinding } from './report.ts';

/** Findings by file, in the order of the report, one file after the other. */
export function* byFile(
  findings: Iterable<ReportedFinding>,
): Generator<readonly [file: string, findings: readonly ReportedFinding[]]> {
  let group: ReportedFinding[] = [];
  for (const reported of findings) {
    const [first] = group;
    if (first && first.file !== reported.file) {
      yield [first.file, group];
      group = [];
    }
    group.push(reported);
  }
  const [first] = group;
  if (first) yield [first.file, group];
}

export function noCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}

export function countsOf(findings: Iterable<ReportedFinding>): Record<Severity, number> {
  const counts = noCounts();
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

/** What there is to say where no goals were looked at. Next to a configuration there may be some: only it was named, or they are ignored. */
export function noGoalsLine(isConfigured: boolean): string {
  return isConfigured ? 'No .okr files were looked at.' : 'There are no .okr files here.';
}

/** Whether there was nothing at all to look at. */
export function isEmpty({ fileCount, files }: Report): boolean {
  return fileCount === 0 && files.length === 0;
}
