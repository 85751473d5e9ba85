/** What the command line writes of texts that anybody wrote: for terminals, pipelines and pull requests. */
import { lineStartsOf } from '@okr-language/core';
import fc from 'fast-check';
import { compactPieces } from '../../../packages/cli/src/report/compact.ts';
import { githubPieces } from '../../../packages/cli/src/report/github.ts';
import { jsonPieces } from '../../../packages/cli/src/report/json.ts';
import { junitPieces } from '../../../packages/cli/src/report/junit.ts';
import { markdownPieces } from '../../../packages/cli/src/report/markdown.ts';
import { prettyPieces } from '../../../packages/cli/src/report/pretty.ts';
import type { Report } from '../../../packages/cli/src/report/report.ts';
import { sarifPieces } from '../../../packages/cli/src/report/sarif.ts';
import { sampleReport } from '../../../packages/cli/src/report/testing.ts';
import { inColor, plain } from '../../../packages/cli/src/terminal/paint.ts';
import { oneText } from '../../../packages/cli/src/testing.ts';
import { expectCalm, orders } from '../calm.ts';
import type { Suite } from '../suite.ts';

const fileName = orders.map((text) => `${text.toWellFormed().replaceAll('\0', '').replaceAll('\\', '')}.okr`);
const sample = fc
  .record({ file: fileName, what: orders, line: orders })
  .map(({ file, what, line }) => ({ file, what, text: `team a "${line}"\n"Mark"\n`, mark: '"Mark"' }));
const report: fc.Arbitrary<Report> = fc
  .array(sample, { minLength: 1, maxLength: 3 })
  .map((samples) => sampleReport(samples.map((one, i) => ({ ...one, file: `${i}${one.file}` }))));

/** Without the colours of our own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const colourless = (text: string) => text.replace(/\u001b\[(?:1|2|22|3[1346]|39)m/g, '');

function expectXml(written: string): void {
  if (/[\ufffe\uffff]/.test(written) || !written.isWellFormed()) throw new Error('A character that XML does not take.');
  const open: string[] = [];
  const rest = written.replace(
    /<\?xml[^>]*\?>|<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(\/?)>/g,
    (tag, closing, name, _attributes, empty) => {
      if (tag.startsWith('<?')) return '';
      if (closing) {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing.`);
      } else if (!empty) open.push(name);
      return '';
    },
  );
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed.`);
  if (/<|&(?!(?:amp|lt|gt|quot|apos);)/.test(rest)) throw new Error(`Not well-formed: ${rest}`);
}

/** Each line is one command, and there are as many as findings. */
function expectGithub(written: string, count: number): void {
  const lines = written.split('\n');
  if (lines.pop() !== '' || lines.length !== count)
    throw new Error(`${lines.length} lines for ${count} findings:\n${written}`);
  for (const line of lines) {
    const command = /^::(?:error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)+)::(.*)$/.exec(line);
    if (!command) throw new Error(`No command: ${line}`);
    for (const part of [command[1], command[2]])
      if (/%(?!25|0D|0A|3A|2C)/.test(part ?? '')) throw new Error(`A bare % in ${line}`);
  }
}

/** A line without what stands in backquotes, by the rules of CommonMark: a run of them is closed by the next run of the same length. */
function withoutCode(line: string): string {
  let rest = '';
  for (let at = 0; at < line.length; ) {
    if (line[at] === '\\') {
      rest += line.slice(at, at + 2);
      at += 2;
      continue;
    }
    const run = /^`*/.exec(line.slice(at))?.[0] ?? '';
    const behind = at + run.length;
    const close = run === '' ? -1 : line.slice(behind).search(new RegExp(`(?<!\`)${run}(?!\`)`));
    rest += close < 0 ? run || line[at] : '`code`';
    at = close < 0 ? behind + (run === '' ? 1 : 0) : behind + close + run.length;
  }
  return rest;
}

/** Mark-up of ours only: the fold of a file, its table, the link to a rule. */
function expectMarkdown(written: string): void {
  const shown = written.split('\n').map(withoutCode);
  const tags = (shown.join('\n').match(/<[^>]*>?/g) ?? []).filter(
    (tag) => !/^<(?:\/?details|details open|\/?summary)>$/.test(tag),
  );
  if (tags.length > 0) throw new Error(`Mark-up that is not ours: ${tags[0]}`);
  if ((written.match(/<details/g) ?? []).length !== (written.match(/<\/details>/g) ?? []).length)
    throw new Error('A fold is not closed.');
  for (const line of shown) {
    if (!line.startsWith('| ') || line.startsWith('| line ')) continue;
    if ((line.match(/(?<!\\)(?:\\\\)*\|/g) ?? []).length !== 5) throw new Error(`Not four columns: ${line}`);
    const links = line.match(/(?<!\\)\]\(/g) ?? [];
    if (links.length !== 1 || !/\[`code`\]\(https:\/\/[^)\s]*\) \|$/.test(line))
      throw new Error(`A link that is not ours: ${line}`);
    if (/[@#](?!\u200b)/.test(line.replace(/\[`code`\]\([^)]*\) \|$/, '')))
      throw new Error(`It calls somebody: ${line}`);
  }
}

export const reports: Suite = {
  name: 'reports',
  holds: 'no title, name or path steers a terminal, a pipeline or the page of a pull request',
  shortRuns: 200,
  property: () =>
    fc.property(report, (written) => {
      const count = written.findings.length;
      for (const columns of [null, 40, 200]) {
        expectCalm('pretty', oneText(prettyPieces(written, { paint: plain, columns })));
        expectCalm('pretty in colour', colourless(oneText(prettyPieces(written, { paint: inColor, columns }))));
      }
      const compact = oneText(compactPieces(written));
      expectCalm('compact', compact);
      if (lineStartsOf(compact).length !== count + 1) throw new Error(`compact: not a line a finding:\n${compact}`);
      const github = oneText(githubPieces(written, null));
      expectCalm('github', github);
      expectGithub(github, count);
      const junit = oneText(junitPieces(written, () => true));
      expectCalm('junit', junit);
      expectXml(junit);
      const markdown = oneText(markdownPieces(written));
      expectCalm('markdown', markdown);
      expectMarkdown(markdown);
      for (const [format, json] of [
        ['json', oneText(jsonPieces(written))],
        ['sarif', oneText(sarifPieces(written, written.roots))],
      ] as const) {
        expectCalm(format, json);
        if (!json.isWellFormed()) throw new Error(`${format} holds half a character.`);
        JSON.parse(json);
      }
      const sarif = JSON.parse(oneText(sarifPieces(written, written.roots))) as {
        runs: { results: { message: { text: string } }[] }[];
      };
      for (const { message } of sarif.runs[0]?.results ?? []) {
        if (/(?<!\\)\[[^\]]*\]\(/.test(message.text)) throw new Error(`A link of somebody else's: ${message.text}`);
      }
      const told = (JSON.parse(oneText(jsonPieces(written))) as { findings: { what: string }[] }).findings.map(
        ({ what }) => what,
      );
      if (told.join('\n') !== Array.from(written.findings, ({ finding }) => finding.message.what).join('\n'))
        throw new Error('JSON says something else than was found.');
    }),
};
