import { notices, rules, type Severity } from '@okr-language/core';
import type { Paint } from '../terminal/paint.ts';
import { count, countsInWords, isEmpty, noCounts, noGoalsLine } from './group.ts';
import type { Report } from './report.ts';

const titles: ReadonlyMap<string, string> = new Map([
  ...rules.map(({ meta }) => [meta.name, meta.title] as const),
  ...notices.map(({ code, title }) => [code, title] as const),
]);

/** How often each rule found something, the most frequent first, instead of every finding. */
export function writeSummary(report: Report, paint: Paint): string {
  const groups = new Map<string, { counts: Record<Severity, number>; files: Set<string> }>();
  for (const { finding, file } of report.findings) {
    const group = groups.get(finding.rule) ?? { counts: noCounts(), files: new Set() };
    groups.set(finding.rule, group);
    group.counts[finding.severity]++;
    group.files.add(file);
  }
  const rows = [...groups]
    .map(([rule, { counts, files }]) => ({
      rule,
      number: counts.error + counts.warning + counts.information + counts.hint,
      counts: countsInWords(counts, true),
      files: count(files.size, 'file', 'files'),
    }))
    .sort((a, b) => b.number - a.number || (a.rule < b.rule ? -1 : 1));
  const width = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, text.length), 0);
  const ruleWidth = width(rows.map(({ rule }) => rule));
  const countWidth = width(rows.map(({ counts, files }) => `${counts} in ${files}`));
  const lines = rows.map(({ rule, counts, files }) => {
    const found = `${counts} in ${files}`.padEnd(countWidth);
    return `  ${rule.padEnd(ruleWidth)}  ${found}  ${paint('dim', titles.get(rule) ?? '')}\n`;
  });
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${totalLine(report, paint)}\n`;
}

/** The last line of a report for people. */
export function totalLine(report: Report, paint: Paint): string {
  const { counts, fileCount, findings, accepted } = report;
  if (isEmpty(report)) return noGoalsLine(false);
  const files = fileCount === 0 ? 'the configuration' : count(fileCount, 'file', 'files');
  const rest =
    accepted === null ? '' : ` ${count(accepted.count, 'other is', 'others are')} accepted by ${accepted.by}.`;
  if (findings.length === 0) {
    const unseen = fileCount === 0 ? ` ${noGoalsLine(true)}` : '';
    return paint('green', `No ${accepted === null ? '' : 'new '}findings in ${files}.${rest}${unseen}`);
  }
  const found =
    accepted === null
      ? count(findings.length, 'finding', 'findings')
      : count(findings.length, 'new finding', 'new findings');
  return paint('bold', `${found} in ${files}: ${countsInWords(counts)}.${rest}`);
}
