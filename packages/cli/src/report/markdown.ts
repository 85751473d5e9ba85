import { ruleAddress, textOf } from '@okr-language/core';
import { safeLine } from '../terminal/safe.ts';
import { byFile, count, countsInWords, countsOf, isEmpty, noGoalsLine } from './group.ts';
import type { Report, ReportedFinding } from './report.ts';

/** GitHub takes 65,536 characters for a comment. */
const longest = 60_000;

/** A summary for a pull request: counts, then a table for each file that can be folded. */
export function* markdownPieces(report: Report): Generator<string> {
  const { findings, fileCount } = report;
  const notChecked = report.troubles.map((text) => `\n**Not checked:** ${prose(safeLine(text))}\n`).join('');
  const files = fileCount === 0 ? 'the configuration' : count(fileCount, 'file', 'files');
  if (findings.length === 0) {
    const isAllSaid = isEmpty(report) && notChecked !== '';
    const found = isEmpty(report) ? noGoalsLine(false) : `No findings in ${files}.`;
    yield `### OKR check\n${isAllSaid ? '' : `\n${found}\n`}${notChecked}`;
    return;
  }
  const head = `### OKR check: ${countsInWords(report.counts, true)}\n\n${count(findings.length, 'finding', 'findings')} in ${files}.\n${notChecked}`;
  yield head;
  let length = head.length;
  let shown = 0;
  for (const [file, ofFile] of byFile(findings)) {
    const block = fileBlock(file, ofFile, longest - length);
    if (block === null) break;
    yield block.text;
    length += block.text.length;
    shown += block.shown;
    if (block.shown < ofFile.length) break;
  }
  if (shown < findings.length) {
    yield `\n… and ${count(findings.length - shown, 'more finding', 'more findings')}: \`okr check\` lists all.\n`;
  }
}

/** As many rows as there is room for; null where there is none. */
function fileBlock(
  file: string,
  findings: readonly ReportedFinding[],
  room: number,
): { readonly text: string; readonly shown: number } | null {
  const counts = countsOf(findings);
  const open = counts.error > 0 ? '<details open>' : '<details>';
  const head = `\n${open}\n<summary>${callingNobody(html(safeLine(file)))}: ${countsInWords(counts, true)}</summary>\n\n| line | level | finding | rule |\n|---|---|---|---|\n`;
  const foot = '\n</details>\n';
  let rows = '';
  let shown = 0;
  for (const reported of findings) {
    const row = rowOf(reported);
    if (head.length + rows.length + row.length + foot.length > room) break;
    rows += row;
    shown++;
  }
  return shown === 0 ? null : { text: head + rows + foot, shown };
}

function rowOf({ finding, start }: ReportedFinding): string {
  const rule = `[\`${finding.rule}\`](${ruleAddress(finding.rule)})`;
  return `| ${start.line + 1} | ${finding.severity} | ${prose(safeLine(textOf(finding.message)))} | ${rule} |\n`;
}

/**
 * Titles are quoted in messages and may hold anything: no mark-up is obeyed, nobody is called by an `@name`, no issue by a number.
 * What our own messages set in backquotes stays code; two in a row begin none that a single one would end, and are shown as they are.
 */
function prose(text: string): string {
  return text
    .split(/((?<!`)`[^`|]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join('');
}

function plain(text: string): string {
  return callingNobody(html(text.replace(/[\\*_{}[\]()|~`!]/g, '\\$&')));
}

function callingNobody(text: string): string {
  return text.replace(/[@#]/g, '$&\u200b');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
