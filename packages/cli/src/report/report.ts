import { type Finding, type Fix, type Position, type Severity, safeFixesFor } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import type { PlacedFinding } from '@okr-language/indexer';
import { isConfigFile } from '@okr-language/language';
import type { Checked } from '../checking.ts';
import { shownPath } from '../paths.ts';
import { goalFinder } from './goals.ts';
import { noCounts } from './group.ts';

/** What `okr check` found, ready to be written in any format. */
export interface Report {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Addresses of the projects' folders, ending in `/`; the findings name theirs. */
  readonly roots: readonly string[];
  /** How many `.okr` files were checked, with those that were not asked for and have a finding all the same. */
  readonly fileCount: number;
  /** The files that were asked for and looked at, configurations included, as people name them. */
  readonly files: readonly string[];
  /** By file, then place. */
  readonly findings: ReportedFindings;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Errors in files that were not asked for, and in no finding: a change of a file may break what stands in another one. */
  readonly errorsElsewhere: ReportedFindings;
  /** With a baseline, how many findings it accepts: they are neither in `findings` nor in `counts`. */
  readonly accepted: { readonly by: string; readonly count: number } | null;
  /** The files and folders that were asked for and could not be read, as people name them. */
  readonly unreadable: readonly string[];
  /** What is wrong with the paths themselves, a sentence each: nothing was checked there. */
  readonly troubles: readonly string[];
  /** The fixes of a finding that keep the meaning; worked out when asked for. */
  safeFixes(reported: ReportedFinding): readonly Fix[];
  /** The id of the goal or set that a finding is in; null outside of any. */
  goalOf(reported: ReportedFinding): string | null;
  /** The texts, for a look at the lines in question. */
  readonly texts: Checked['texts'];
}

/** Whether all that was asked for was checked. */
export function isComplete({ troubles, unreadable }: Pick<Report, 'troubles' | 'unreadable'>): boolean {
  return troubles.length === 0 && unreadable.length === 0;
}

/** Any number of findings, made one by one each time they are gone through: they need not be in memory all at once. */
export interface ReportedFindings extends Iterable<ReportedFinding> {
  readonly length: number;
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

export function makeReport(
  { choice, files: checked, isUnreadable, cascadeOf, texts }: Checked,
  today: string,
  cwd: string,
): Report {
  const roots = new Set<string>();
  const files: string[] = [];
  const counts = noCounts();
  let fileCount = 0;
  let elsewhere = 0;
  const unreadable: string[] = [];
  const isAsked = (uri: string) => choice.chosen.has(uri);
  for (const { root, uri, findings } of checked) {
    const isWhole = isAsked(uri);
    const shown = isWhole ? findings : findings.filter((placed) => pointsTo(placed, isAsked));
    if (!isWhole) elsewhere += countOfErrors(findings) - countOfErrors(shown);
    for (const { finding } of shown) counts[finding.severity]++;
    if (!isWhole && shown.length === 0) continue;
    roots.add(root);
    if (!isConfigFile(uri)) fileCount++;
    if (!isWhole) continue;
    files.push(nameOf(uri, cwd));
    if (isUnreadable(uri)) unreadable.push(nameOf(uri, cwd));
  }
  function* each(isWanted: (placed: PlacedFinding, uri: string) => boolean): Generator<ReportedFinding> {
    for (const { root, uri, findings } of checked) {
      if (findings.length === 0) continue;
      const file = nameOf(uri, cwd);
      for (const placed of findings) if (isWanted(placed, uri)) yield reported(placed, root, file, cwd);
    }
  }
  const isShown = (placed: PlacedFinding, uri: string) => isAsked(uri) || pointsTo(placed, isAsked);
  const findings: ReportedFindings = {
    length: counts.error + counts.warning + counts.information + counts.hint,
    [Symbol.iterator]: () => each(isShown),
  };
  const errorsElsewhere: ReportedFindings = {
    length: elsewhere,
    [Symbol.iterator]: () => each((placed, uri) => placed.finding.severity === 'error' && !isShown(placed, uri)),
  };
  const safeFixes = ({ finding, root }: ReportedFinding) => {
    const cascade = cascadeOf(root);
    if (cascade === null) return [];
    return safeFixesFor(finding, { cascade, text: (uri) => texts.text(uri) });
  };
  return {
    today,
    roots: [...roots],
    fileCount,
    files,
    findings,
    counts,
    errorsElsewhere,
    accepted: null,
    unreadable,
    troubles: choice.troubles,
    safeFixes,
    goalOf: goalFinderOf(cascadeOf),
    texts,
  };
}

/**
 * Whether a place that belongs to a finding lies in a file that was asked for: of two goals of one name, or two readings of one day, the later one
 * is reported, and the new one may be the other.
 */
function pointsTo({ finding }: PlacedFinding, isAsked: (uri: string) => boolean): boolean {
  return finding.related.some(({ uri }) => isAsked(uri) && !isConfigFile(uri));
}

function countOfErrors(findings: readonly PlacedFinding[]): number {
  return findings.filter(({ finding }) => finding.severity === 'error').length;
}

/** Looks through a project's goals only when a finding of it is asked about. */
function goalFinderOf(cascadeOf: Checked['cascadeOf']): Report['goalOf'] {
  const finders = new Map<string, ReturnType<typeof goalFinder>>();
  return ({ finding, root }) => {
    const cascade = cascadeOf(root);
    if (cascade === null) return null;
    const finder = finders.get(root) ?? goalFinder(cascade);
    finders.set(root, finder);
    return finder(finding.uri, finding.span.start);
  };
}

function nameOf(uri: string, cwd: string): string {
  const path = pathOf(uri);
  return path === null ? uri : shownPath(path, cwd);
}

function reported(placed: PlacedFinding, root: string, file: string, cwd: string): ReportedFinding {
  const { finding, start, end } = placed;
  const related = finding.related.map(({ uri, label }, index) => {
    const at = placed.related[index] ?? { start, end };
    return { uri, label, file: nameOf(uri, cwd), start: at.start, end: at.end };
  });
  return { finding, root, file, start, end, related };
}
