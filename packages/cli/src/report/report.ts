import { type Finding, type Position, positionAt, type Severity } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import { isConfigFile, type OkrWorkspace } from '@okr-language/language';
import { shownPath } from '../paths.ts';
import type { Reading } from '../reading.ts';

/** What `okr check` found, ready to be written in any format. */
export interface Report {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Addresses of the projects' folders, ending in `/`; the findings name theirs. */
  readonly roots: readonly string[];
  /** How many `.okr` files were checked. */
  readonly fileCount: number;
  /** By file, then place. */
  readonly findings: readonly ReportedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Whether a file that was asked for could not be read. */
  readonly unreadable: boolean;
  /** The texts, for a look at the lines in question. */
  readonly texts: Pick<OkrWorkspace, 'text' | 'lineStarts'>;
}

export interface ReportedFinding {
  readonly finding: Finding;
  /** Address of its project's folder. */
  readonly root: string;
  /** As people name the file: see `shownPath`. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly uri: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly label: string;
}

export function makeReport(reading: Reading, today: string, cwd: string): Report {
  const { workspace, chosen } = reading;
  const findings: ReportedFinding[] = [];
  const roots = new Set<string>();
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let fileCount = 0;
  let unreadable = false;
  for (const { root, uri, findings: ofFile } of workspace.check()) {
    if (!chosen.has(uri)) continue;
    roots.add(root);
    if (!isConfigFile(uri)) fileCount++;
    if (reading.files.get(uri)?.text === null) unreadable = true;
    for (const finding of ofFile) {
      counts[finding.severity]++;
      findings.push(place(finding, root, workspace, cwd));
    }
  }
  return { today, roots: [...roots], fileCount, findings, counts, unreadable, texts: workspace };
}

function place(finding: Finding, root: string, workspace: OkrWorkspace, cwd: string): ReportedFinding {
  const related = finding.related.map((other) => ({
    uri: other.uri,
    label: other.label,
    ...range(other, workspace, cwd),
  }));
  return { finding, root, related, ...range(finding, workspace, cwd) };
}

function range(at: Pick<Finding, 'uri' | 'span'>, workspace: OkrWorkspace, cwd: string) {
  const lines = workspace.lineStarts(at.uri);
  const path = pathOf(at.uri);
  return {
    file: path === null ? at.uri : shownPath(path, cwd),
    start: positionAt(lines, at.span.start),
    end: positionAt(lines, at.span.end),
  };
}
