/** What stands in the way where we are not where we want to be, as a section of the page of benchmarks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './measure/profile.ts';
import { spreadOf } from './measure/statistics.ts';
import { bench } from './paths.ts';
import { type Measured, type Row, type Sizes, verdictOn } from './rows.ts';

/** What `bench/inTheWay.ts` measured last. */
export interface InTheWay {
  readonly date: string;
  readonly command: string;
  /** Milliseconds of CPU until all findings are told, by what the threads are for. */
  readonly threads: { readonly answering: number; readonly reading: number; readonly engine: number };
  /** Of a build that does all in one thread. */
  readonly parts: Readonly<Partial<Record<Part, number>>>;
  /** Bytes of closed files as they are kept, a key result. */
  readonly storedBytes: number;
}

export const inTheWayResults = join(bench, 'results/inTheWay.json');

/** Empty where it was never measured. */
export function inTheWaySection(result: Measured, rows: readonly Row[], { small, middle, large }: Sizes): string {
  if (!existsSync(inTheWayResults)) return '';
  const {
    date,
    command,
    threads,
    parts,
    storedBytes: stored,
  } = JSON.parse(readFileSync(inTheWayResults, 'utf8')) as InTheWay;
  const median = (key: string) => spreadOf(result.figures[key] ?? [])?.median ?? Number.NaN;
  const isShort = (number: number) => rows.some((row) => row.number === number && row.figures.some(isBehind));
  const megabytes = (key: string) => `${Math.round(median(key) / 1_048_576)} MB`;
  const milliseconds = (key: string) => `${median(key).toFixed(1)} ms`;
  const roundsOf = (key: string) => {
    const spread = spreadOf(result.figures[key] ?? []);
    return spread ? `${spread.lowest.toFixed(1)} and ${spread.highest.toFixed(1)} ms` : '–';
  };
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
  const share = (part: string) => median(`shares/${middle}/${part}`);
  const reads = share('syntax') + share('lowering');
  const times = (over: string, under: string) => `1/${((median(under) / median(over)) * (1 / reads)).toFixed(1)}`;
  const check = `check/${large}/cpu`;
  const all = threads.answering + threads.reading + threads.engine;
  const part = (...names: readonly Part[]) => percent(names.reduce((sum, name) => sum + (parts[name] ?? 0), 0));
  const must = median(`yaml-server/${large}/ready-cpu`) / 8;
  const again = (median(`check-again/${large}/cpu`) - median(`check/${small}/cpu`)) / large;
  const lines: readonly (readonly [readonly number[], string])[] = [
    [
      [1, 2],
      `To read the syntax and to put it down as plain data is ${percent(reads)} of a cold check (row 15). Were all else free, the words of titles, the
  cascade and the rules, row 1 would stand at ${times(check, `ajv/${large}/cpu`)} and row 2 at ${times(check, `langium/${large}/cpu`)}. The peers of row 1 check no meaning at all.`,
    ],
    [
      [3],
      `The server takes ${seconds(median(`server/${large}/ready-cpu`))} where an eighth would be ${seconds(must)}. Of a start by thread (${seconds(all)}): ${percent(threads.answering / all)} is
  the thread that answers, ${percent(threads.reading / all)} the one that reads files, and ${percent(threads.engine / all)} V8's own, which compile and collect garbage. By part, all in one
  thread: ${part('text')} the words of titles, ${part('rules')} all other rules, ${part('cascade')} the cascade, ${part('slices')} choosing what each file depends on, ${part('store')} files as bytes and
  back, ${part('syntax', 'lowering')} reading them, ${part('command')} telling what is found, ${part('engine')} keeping it, ${part('node')} Node and the protocol. No part alone is what is too much. Of ${megabytes(`server/${large}/ready-peak`)} at the peak,
  ${megabytes(`server/${large}/ready-memory`)} are still there once all is told.`,
    ],
    [
      [4, 12],
      `A check of which nothing changed takes ${median(`check-again/${large}/cpu`).toFixed(0)} ms for ${large.toLocaleString('en')} files and a cold one of ${small} files ${median(`check/${small}/cpu`).toFixed(0)} ms, of
  which most is starting; what is between them, ${(again * 1_000).toFixed(0)} µs a file, is to open, read and compare each.`,
    ],
    [
      [6],
      `An edit takes ${milliseconds(`server/${large}/edit-p50`)} with ${large.toLocaleString('en')} files and ${milliseconds(`server/${small}/edit-p50`)} with ${small}, in the median; of ${small} files alone, the rounds lie between
  ${roundsOf(`server/${small}/edit-p50`)}.`,
    ],
    [
      [8],
      `An edit takes ${milliseconds(`server/${large}/edit-during`)} while files are read and ${milliseconds(`server/${large}/edit-p50`)} afterwards: what is read is taken in and checked in turns of 8 ms, and an edit waits
  for the end of one.`,
    ],
    [
      [9],
      `A server that answers nothing but one finding takes ${median('trivial/first').toFixed(0)} ms to start, ours ${median(`server/${small}/first`).toFixed(0)} ms.`,
    ],
    [
      [10],
      `Of ${median(`server/${large}/memory-a-key-result`).toFixed(0)} bytes a key result ${stored.toFixed(0)} are the files as bytes; all else is the tables of who stands under a key and who asked for it, and what V8
  holds besides.`,
    ],
  ];
  const told = lines.filter(([numbers]) => numbers.some(isShort));
  return `
## What stands in the way

Where we are not as far as we reach for. Times and shares of the server are from \`${command}\` (${date}, one start as it ships, by thread, and one of a readable
build under the profiler, by part); all others are from the table.

${told.map(([numbers, text]) => `- **Row${numbers.length > 1 ? 's' : ''} ${numbers.join(' and ')}.** ${text}`).join('\n')}
`;
}

function isBehind(figure: Row['figures'][number]): boolean {
  return figure.reach !== null && ['met', 'missed'].includes(verdictOn(figure));
}
