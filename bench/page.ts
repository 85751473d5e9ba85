/** Writes docs/benchmarks.md and its plots from a result: `node bench/page.ts` does it again from results/latest.json. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptCramped, withCramped } from './cramped.ts';
import { editorSection } from './editor/page.ts';
import { inTheWaySection } from './inTheWaySection.ts';
import type { Machine } from './measure/machine.ts';
import { spreadOf } from './measure/statistics.ts';
import { bench, root } from './paths.ts';
import { type Line, svgOf } from './plot.ts';
import { type Figure, type Row, rowsOf, type Sizes, type Verdict, verdictOn } from './rows.ts';
import { files, whole, written } from './written.ts';

export interface Result {
  readonly date: string;
  readonly machine: Machine;
  readonly command: string;
  readonly rounds: number;
  /** Beyond 1,000 files, where each takes minutes. */
  readonly largeRounds: number;
  readonly sizes: Sizes;
  readonly workspaces: readonly { readonly files: number; readonly keyResults: number; readonly bytes: number }[];
  readonly figures: Readonly<Record<string, readonly number[]>>;
  readonly remarks: Readonly<Record<string, string>>;
}

export function writePage(result: Result): void {
  const images = join(root, 'docs/images');
  mkdirSync(images, { recursive: true });
  writeFileSync(
    join(images, 'bench-check.svg'),
    svgOf({
      title: 'Reading and checking a whole company',
      xName: 'files',
      yName: 'processor time, milliseconds',
      lines: [
        lineOf(result, 'okr check', 'check', 'cpu'),
        lineOf(result, 'ajv + yaml', 'ajv', 'cpu'),
        lineOf(result, 'stock Langium', 'langium', 'cpu'),
        lineOf(result, 'yaml-language-server', 'yaml-server', 'ready-cpu'),
        lineOf(result, 'bare lexer', 'lexer', 'cpu'),
      ],
    }),
  );
  writeFileSync(
    join(images, 'bench-edit.svg'),
    svgOf({
      title: 'From a keystroke to its findings',
      xName: 'files in the workspace',
      yName: 'milliseconds, median',
      lines: [
        lineOf(result, 'OKR, a file nobody links to', 'server', 'edit-p50'),
        lineOf(result, 'OKR, the hot file', 'server', 'edit-hot-p50'),
        lineOf(result, 'yaml-language-server', 'yaml-server', 'edit-p50'),
      ],
    }),
  );
  writeFileSync(join(root, 'docs/benchmarks.md'), pageOf(result));
}

function lineOf({ figures }: Result, name: string, subject: string, what: string): Line {
  const points = Object.entries(figures).flatMap(([key, values]) => {
    const [owner, size, figure] = key.split('/');
    const all = spreadOf(values);
    if (owner !== subject || figure !== what || !all) return [];
    return [{ x: Number(size), y: all.median, low: all.lowest, high: all.highest }];
  });
  return { name, points: points.sort((a, b) => a.x - b.x) };
}

function pageOf(result: Result): string {
  const { date, machine, command, rounds, largeRounds, workspaces } = result;
  const rows = rowsOf(withCramped(result), result.sizes);
  const tally = { reached: 0, met: 0, missed: 0, open: 0 };
  for (const figure of rows.flatMap((row) => row.figures)) if (asks(figure)) tally[verdictOn(figure)]++;
  const sizes = workspaces.map(
    (workspace) =>
      `${files(workspace.files)} with ${whole(workspace.keyResults)} key results (${whole(workspace.bytes / 1_000)} KB)`,
  );
  return `<!-- Written by bench/page.ts from bench/results/latest.json. Do not edit: run \`npm run bench\`. -->

# Benchmarks

Measured on ${date}. Of ${tally.reached + tally.met + tally.missed + tally.open} targets, ${tally.reached + tally.met} are met (${tally.reached} of them as far as
we reach for), ${tally.missed} are missed and ${tally.open} could not be measured yet.

![Processor time over the number of files](images/bench-check.svg)

![Time from a keystroke to its findings over the number of files](images/bench-edit.svg)

## The targets

A ratio below 1 means that less is used than by what stands behind "against". *Must* is what we hold ourselves to, *reach for* is where
we want to be. In brackets: the lowest and the highest of the rounds.

| # | what | | must | reach for | measured (median, lowest … highest) | |
|---|---|---|---|---|---|---|
${rows.flatMap((row) => row.figures.map((figure, index) => lineOfTable(row, figure, index === 0))).join('\n')}
${editorSection()}${inTheWaySection(result, rows, result.sizes)}
## How it was measured

\`\`\`sh
npm ci && npm run build
${command}
\`\`\`

- Machine: ${machine.processor}, ${machine.cores} cores, ${(machine.memory / 2 ** 30).toFixed(0)} GB of memory, ${machine.system}, Node ${machine.node.slice(1)}.
  Between the measurements other programs took ${written(machine.neighbours, 'share')} of the cores.
- Every figure is the median of up to ${rounds} rounds (${largeRounds} beyond 1,000 files). In each round everything is measured once,
  in turn, so that a disturbance meets all; a ratio is taken within its round.
- CPU is user and system time of the whole process with all its threads. Times between client and server are wall time.
- The workspaces are made up by \`bench/generate.ts\`, the same each time: ${sizes.join(', ')}. A file holds
  about 5 objectives, 20 key results, 20 readings and 5 to 6 links; a tenth of the files link to one hot file; there are two to
  four findings a file, of most kinds. The peers read the same facts as YAML with a JSON schema, or as LikeC4.
- Peers, pinned in \`bench/peers\`: ajv + yaml check the shape only, as does yaml-language-server. Stock Langium reads our grammar with its
  own lexer (two changes to terminals, told in \`bench/peers/langium.mjs\`) and checks no rule. \`likec4 validate\` takes part up to 100 files.
${crampedLine()}- Row 15 is from profiles of a readable build in one thread. To the text analysis counts all that runs in the sentence reader or below a rule
  that reads English, from its beginning to its end; collecting garbage counts for whatever ran before it.
- Row 9 is a start on a machine where the server was started before, so that it runs from what V8 made of it then (it keeps that, the trivial server
  does not); the last line of the row is the very first start.
- An edit changes one digit, which brings or removes a finding; the clock stops when that finding is published.
`;
}

/** How row 14 was measured, by itself; empty where it never was. */
function crampedLine(): string {
  const cramped = keptCramped();
  if (!cramped) return '';
  return `- Row 14 takes many minutes and is measured by itself: \`${cramped.command}\`, ${cramped.date}, one round, while other programs took
  ${written(cramped.machine.neighbours, 'share')} of the cores. Memory is what is resident at the peak: the heap of 1 GB, and outside of it the files as bytes and two threads that read.
`;
}

function lineOfTable(row: Row, figure: Figure, isFirst: boolean): string {
  const { label, must, reach, measured, remark } = figure;
  const shown = (value: number) => written(value, figure.unit);
  const found = [
    measured === null ? '' : `**${shown(measured.median)}**`,
    measured === null
      ? ''
      : measured.rounds === 1
        ? '(one round)'
        : `(${shown(measured.lowest)} … ${shown(measured.highest)})`,
    remark ?? '',
  ];
  const cells = [
    isFirst ? String(row.number) : '',
    isFirst ? row.what : '',
    label,
    must === null ? '' : figure.unit === 'works' ? shown(must) : `≤ ${shown(must)}`,
    reach === null ? '' : `≤ ${shown(reach)}`,
    found.filter(Boolean).join(' '),
    asks(figure) ? words[verdictOn(figure)] : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

function asks({ must }: Figure): boolean {
  return must !== null;
}

const words: Readonly<Record<Verdict, string>> = {
  reached: '✓ reached',
  met: '✓ met',
  missed: '✗ missed',
  open: 'open',
};

/** Of the last run of all rows. */
export function writeLatestPage(): void {
  writePage(JSON.parse(readFileSync(join(bench, 'results/latest.json'), 'utf8')) as Result);
}

if (import.meta.main) writeLatestPage();
