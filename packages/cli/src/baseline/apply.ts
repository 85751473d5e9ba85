import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { pathOf } from '@okr-language/files';
import { countsOf } from '../report/group.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { type BaselineEntry, type BaselineKey, entriesOf, keyText } from './entries.ts';

/** A baseline that was read, or is yet to be written. */
export interface Baseline {
  readonly path: string;
  /** As the person typed it. */
  readonly name: string;
  readonly folder: string;
  readonly entries: readonly BaselineEntry[];
}

/** What `report` says beyond the baseline, and the entries (with what is left of their counts) that nothing was found for any more. */
export function withoutAccepted(
  report: Report,
  baseline: Baseline,
  around: { readonly cwd: string; readonly exists: (path: string) => boolean },
): { readonly report: Report; readonly stale: readonly BaselineEntry[] } {
  const left = new Map(baseline.entries.map((entry) => [keyText(entry), entry.count]));
  const isNew = (reported: ReportedFinding) => {
    const key = keyText(keyOf(reported, report, baseline.folder));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  };
  const findings = [...report.findings].filter(isNew);
  const errorsElsewhere = [...report.errorsElsewhere].filter(isNew);
  const isKnown = knowledge(report, baseline, around);
  const stale = baseline.entries.flatMap((entry) => {
    const count = left.get(keyText(entry)) ?? 0;
    return count > 0 && isKnown(entry.file) ? [{ ...entry, count }] : [];
  });
  const accepted = { by: baseline.name, count: report.findings.length - findings.length };
  return { report: { ...report, findings, errorsElsewhere, counts: countsOf(findings), accepted }, stale };
}

/**
 * All that is found now, and what was accepted in files that were not looked at this time. That a file cannot be read is never accepted: it hides
 * all else that is found in it.
 */
export function updated(
  report: Report,
  baseline: Baseline,
  around: { readonly cwd: string; readonly exists: (path: string) => boolean },
): readonly BaselineEntry[] {
  const isKnown = knowledge(report, baseline, around);
  const elsewhere = baseline.entries.filter(({ file }) => !isKnown(file));
  const unread = new Set(report.unreadable);
  const found = [...report.findings].filter(({ file }) => !unread.has(file));
  const keys = found.map((reported) => keyOf(reported, report, baseline.folder));
  return mostOf([...elsewhere, ...entriesOf(keys)]);
}

/** Of a file that was not asked for some findings are reported all the same: they may be among those that were accepted there. */
function mostOf(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = keyText(entry);
    if (entry.count > (byKey.get(key)?.count ?? 0)) byKey.set(key, entry);
  }
  return [...byKey.values()];
}

/** Whether we know what is found in a file: it was looked at and could be read, or it is no longer there. */
function knowledge(
  report: Report,
  { folder }: Baseline,
  { cwd, exists }: { readonly cwd: string; readonly exists: (path: string) => boolean },
): (file: string) => boolean {
  const nameOf = (file: string) => nameIn(folder, resolve(cwd, file));
  const looked = new Set(report.files.map(nameOf));
  const unread = report.unreadable.map(nameOf);
  const isUnread = (file: string) => unread.some((one) => file === one || file.startsWith(`${one}/`));
  return (file) => !isUnread(file) && (looked.has(file) || !exists(resolve(folder, file)));
}

function keyOf(reported: ReportedFinding, report: Report, folder: string): BaselineKey {
  const { finding } = reported;
  const path = pathOf(finding.uri);
  const marked = report.texts.text(finding.uri)?.slice(finding.span.start, finding.span.end) ?? '';
  return {
    file: path === null ? finding.uri : nameIn(folder, path),
    rule: finding.rule,
    goal: report.goalOf(reported) ?? '',
    // White space may change with the layout.
    text: createHash('sha256').update(marked.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12),
  };
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
