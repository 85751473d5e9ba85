import { type Severity, textOf } from '@okr-language/core';
import { safeLine, safeText } from '../terminal/safe.ts';
import type { Report } from './report.ts';

/** Annotations for GitHub Actions: a command a line, which GitHub shows beside the lines of a pull request. */
export function* githubPieces({ findings }: Report): Generator<string> {
  for (const { finding, file, start, end } of findings) {
    const properties = [
      `file=${property(safeText(file))}`,
      `line=${start.line + 1}`,
      `endLine=${end.line + 1}`,
      `col=${start.character + 1}`,
      `endColumn=${end.character + 1}`,
      `title=${property(finding.rule)}`,
    ];
    yield `::${commandFor[finding.severity]} ${properties.join(',')}::${data(safeLine(textOf(finding.message)))}\n`;
  }
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
