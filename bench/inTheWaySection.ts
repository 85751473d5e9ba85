/** What stands in the way where we are not where we want to be, as a section of the page of benchmarks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept } from './kept.ts';
import type { Part } from './measure/profile.ts';
import { spreadOf } from './measure/statistics.ts';
import { bench } from './paths.ts';
import { type Measured, type Row, type Sizes, verdictOn } from './rows.ts';
import { files, whole, written } from './written.ts';

/** What `bench/inTheWay.ts` measured last. */
export interface InTheWay {
  readonly date: string;
  readonly command: string;
  /** Milliseconds of CPU until all findings are told, by what the threads are for. */
  readonly threads: { readonly answering: number; readonly reading: number; readonly engine: number };
  /** Of a build that does all in one thread. */
  readonly parts: Readonly<Partial<Record<Part, number>>>;
  readonly kept: Kept;
}

export const inTheWayResults = join(bench, 'results/inTheWay.json');

/** Empty where it was never measured. */
export function inTheWaySection(result: Measured, rows: readonly Row[], { small, middle, large }: Sizes): string {
  if (!existsSync(inTheWayResults)) return '';
  const { date, command, threads, parts, kept } = JSON.parse(readFileSync(inTheWayResults, 'utf8')) as InTheWay;
  const median = (key: string) => spreadOf(result.figures[key] ?? [])?.median ?? Number.NaN;
  const bytes = (key: string) => written(median(key), 'bytes');
  const ms = (key: string) => written(median(key), 'ms');
  const isShort = (number: number) => rows.some((row) => row.number === number && row.figures.some(isBehind));
  const roundsOf = (key: string) => {
    const spread = spreadOf(result.figures[key] ?? []);
    return spread ? `${written(spread.lowest, 'ms')} and ${written(spread.highest, 'ms')}` : '–';
  };
  const share = (part: string) => median(`shares/${middle}/${part}`);
  const reads = share('syntax') + share('lowering');
  const readingAlone = (over: string, under: string) => written((median(over) / median(under)) * reads, 'ratio');
  const check = `check/${large}/cpu`;
  const all = threads.answering + threads.reading + threads.engine;
  const ofThreads = (time: number) => written(time / all, 'share');
  const part = (...names: readonly Part[]) =>
    written(
      names.reduce((sum, name) => sum + (parts[name] ?? 0), 0),
      'share',
    );
  const taken = median(`server/${large}/ready-cpu`);
  const must = median(`yaml-server/${large}/ready-cpu`) / 8;
  const largestPart = Math.max(...Object.values(parts));
  const toGo =
    taken > must
      ? ` For an eighth, ${written(1 - must / taken, 'share')} would have to go, and no part is more than ${written(largestPart, 'share')}.`
      : '';
  const memory = median(`server/${large}/memory-a-key-result`);
  const again = (median(`check-again/${large}/cpu`) - median(`check/${small}/cpu`)) / large;
  const lines: readonly (readonly [readonly number[], string])[] = [
    [
      [1, 2],
      `To read the syntax and to put it down as plain data is ${written(reads, 'share')} of a cold check (row 15). Were all else free, the words of titles, the
  cascade and the rules, row 1 would stand at ${readingAlone(check, `ajv/${large}/cpu`)} and row 2 at ${readingAlone(check, `langium/${large}/cpu`)}. The peers of row 1 check no meaning at all.`,
    ],
    [
      [3],
      `The server takes ${written(taken, 'ms')} where an eighth would be ${written(must, 'ms')}. Of a start by thread (${written(all, 'ms')}): ${ofThreads(threads.answering)} is
  the thread that answers, ${ofThreads(threads.reading)} the one that reads files, and ${ofThreads(threads.engine)} V8's own, which compile and collect garbage. By part, all in one
  thread: ${part('text')} the words of titles, ${part('rules')} all other rules, ${part('cascade')} the cascade, ${part('slices')} choosing what each file depends on, ${part('store')} files as bytes and
  back, ${part('syntax', 'lowering')} reading them, ${part('command')} telling what is found, ${part('engine')} keeping it, ${part('node')} Node and the protocol.${toGo} Of ${bytes(`server/${large}/ready-peak`)} at the peak,
  ${bytes(`server/${large}/ready-memory`)} are still there once all is told.`,
    ],
    [
      [4, 12],
      `A check of which nothing changed takes ${ms(`check-again/${large}/cpu`)} for ${files(large)} and a cold one of ${files(small)} ${ms(`check/${small}/cpu`)}, of
  which most is starting; what is between them, ${written(again, 'ms')} a file, is to open, read and compare each.`,
    ],
    [
      [6],
      `An edit takes ${ms(`server/${large}/edit-p50`)} with ${files(large)} and ${ms(`server/${small}/edit-p50`)} with ${whole(small)}, in the median; of ${files(small)} alone, the rounds lie between
  ${roundsOf(`server/${small}/edit-p50`)}.`,
    ],
    [
      [8],
      `An edit takes ${ms(`server/${large}/edit-during`)} while files are read and ${ms(`server/${large}/edit-p50`)} afterwards: what is read is taken in and checked in turns of 8 ms, and an edit waits
  for the end of one.`,
    ],
    [
      [9],
      `A server that answers nothing but one finding takes ${ms('trivial/first')} to start, ours ${ms(`server/${small}/first`)}.`,
    ],
    [
      [10],
      `Of ${written(memory, 'bytes')} a key result ${written(kept.stored, 'bytes')} are the files as bytes, ${written(kept.table, 'bytes')} the tables of who stands under a key and what is known of each file, and
  ${written(kept.looked, 'bytes')} what each file looked at (counted over ${files(kept.files)}, \`bench/kept.ts\`). The other ${written(memory - kept.sum, 'bytes')} were not counted by what they are for.`,
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
