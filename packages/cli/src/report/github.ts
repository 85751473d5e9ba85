import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Severity, textOf } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import { shownPath } from '../paths.ts';
import { safeLine, safeText } from '../terminal/safe.ts';
import type { Report } from './report.ts';

/**
 * Annotations for GitHub Actions: a command a line, which GitHub shows beside the lines of a pull request. It takes every path as one from
 * `workspace`, also where a step runs in a folder of it; null where that is not known.
 */
export function* githubPieces({ findings, troubles }: Report, workspace: string | null): Generator<string> {
  const nameOf = workspace === null ? () => null : namer(workspace);
  for (const { finding, file, start, end } of findings) {
    const properties = [
      `file=${property(safeText(nameOf(finding.uri) ?? file))}`,
      `line=${start.line + 1}`,
      `endLine=${end.line + 1}`,
      `col=${start.character + 1}`,
      `endColumn=${end.character + 1}`,
      `title=${property(finding.rule)}`,
    ];
    yield `::${commandFor[finding.severity]} ${properties.join(',')}::${data(safeLine(textOf(finding.message)))}\n`;
  }
  for (const text of troubles) yield `::error title=okr check::${data(safeLine(text))}\n`;
}

const commandFor: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Names files from a folder that they lie in; a runner may name it by a link that leads there, and the step be in the folder itself, or the other way. */
function namer(workspace: string): (uri: string) => string | null {
  const folders = [...new Set([resolve(workspace), realOf(workspace)])];
  const nameIn = (path: string) => {
    const folder = folders.find((one) => path.startsWith(join(one, sep)));
    return folder === undefined ? null : shownPath(path, folder);
  };
  const known = new Map<string, string | null>();
  return (uri) => {
    const path = pathOf(uri);
    if (path === null) return null;
    let name = known.get(uri);
    if (name === undefined) {
      name = nameIn(path) ?? nameIn(join(realOf(dirname(path)), basename(path)));
      known.set(uri, name);
    }
    return name;
  };
}

/** As it is where it is not there. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
