import { type Severity, textOf } from '@okr-language/core';
import { safeLine, safeText } from '../terminal/safe.ts';
import type { Report } from './report.ts';

/** Annotations for GitHub Actions: a command a line, which GitHub shows beside the lines of a pull request. */
export function writeGithub(report: Report): string {
  return report.findings
    .map(({ finding, file, start, end }) => {
      const properties = [
        `file=${property(safeText(file))}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        `col=${start.character + 1}`,
        `endColumn=${end.character + 1}`,
        `title=${property(finding.rule)}`,
      ];
      return `::${commandFor[finding.severity]} ${properties.join(',')}::${data(safeLine(textOf(finding.message)))}\n`;
    })
    .join('');
}

const commandFor: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
