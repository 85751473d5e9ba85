import { type Finding, type Fix, fixesFor, type Position, positionAt, type Severity } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import { isConfigFile, type OkrWorkspace } from '@okr-language/language';
import { shownPath } from '../paths.ts';
import type { Reading } from '../reading.ts';
import { goalFinder } from './goals.ts';

/** What `okr check` found, ready to be written in any format. */
export interface Report {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Addresses of the projects' folders, ending in `/`; the findings name theirs. */
  readonly roots: readonly string[];
  /** How many `.okr` files were checked. */
  readonly fileCount: number;
  /** The files that were looked at, configurations included, as people name them. */
  readonly files: readonly string[];
  /** By file, then place. */
  readonly findings: readonly ReportedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** With a baseline, how many findings it accepts: they are neither in `findings` nor in `counts`. */
  readonly accepted: { readonly by: string; readonly count: number } | null;
  /** Whether a file that was asked for could not be read. */
  readonly unreadable: boolean;
  /** The fixes of a finding that keep the meaning; worked out when asked for. */
  safeFixes(reported: ReportedFinding): readonly Fix[];
  /** The id of the goal or set that a finding is in; null outside of any. */
  goalOf(reported: ReportedFinding): string | null;
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
  const files: string[] = [];
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let fileCount = 0;
  let unreadable = false;
  for (const { root, uri, findings: ofFile } of workspace.check()) {
    if (!chosen.has(uri)) continue;
    roots.add(root);
    files.push(nameOf(uri, cwd));
    if (!isConfigFile(uri)) fileCount++;
    if (reading.unreadable.has(uri)) unreadable = true;
    for (const finding of ofFile) {
      counts[finding.severity]++;
      findings.push(place(finding, root, workspace, cwd));
    }
  }
  const safeFixes = ({ finding, root }: ReportedFinding) => {
    const cascade = workspace.project(root)?.cascade;
    if (cascade === undefined) return [];
    return fixesFor(finding, { cascade, text: (uri) => workspace.text(uri) }).filter((fix) => fix.kind === 'safe');
  };
  return {
    today,
    roots: [...roots],
    fileCount,
    files,
    findings,
    counts,
    accepted: null,
    unreadable,
    safeFixes,
    goalOf: goalFinderOf(workspace),
    texts: workspace,
  };
}

/** Looks through a project's goals only when a finding of it is asked about. */
function goalFinderOf(workspace: OkrWorkspace): Report['goalOf'] {
  const finders = new Map<string, ReturnType<typeof goalFinder>>();
  return ({ finding, root }) => {
    const cascade = workspace.project(root)?.cascade;
    if (cascade === undefined) return null;
    const finder = finders.get(root) ?? goalFinder(cascade);
    finders.set(root, finder);
    return finder(finding.uri, finding.span.start);
  };
}

function nameOf(uri: string, cwd: string): string {
  const path = pathOf(uri);
  return path === null ? uri : shownPath(path, cwd);
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
  return {
    file: nameOf(at.uri, cwd),
    start: positionAt(lines, at.span.start),
    end: positionAt(lines, at.span.end),
  };
}
