import { join, resolve, sep } from 'node:path';
import { type Severity, textOf } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import { shownPath } from '../paths.ts';
import { safeLine, safeText } from '../terminal/safe.ts';
import type { Report } from './report.ts';

/**
 * Annotations for GitHub Actions: a command a line, which GitHub shows beside the lines of a pull request. It takes every path as one from
 * `workspace`, also where a step runs in a folder of it; null where that is not known.
 */
export function* githubPieces({ findings }: Report, workspace: string | null): Generator<string> {
  for (const { finding, file, start, end } of findings) {
    const properties = [
      `file=${property(safeText(nameIn(workspace, finding.uri) ?? file))}`,
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

function nameIn(workspace: string | null, uri: string): string | null {
  const path = workspace === null ? null : pathOf(uri);
  if (workspace === null || path === null || !path.startsWith(join(workspace, sep))) return null;
  return shownPath(path, resolve(workspace));
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
