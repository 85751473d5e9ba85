/** What `npm run bench:editor` measured last, as a section of the page of benchmarks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../measure/machine.ts';
import { bench } from '../paths.ts';
import { whole, written } from '../written.ts';
import type { Share } from './inServer.ts';

/** What was typed in one phase of one window; times in milliseconds. */
export interface Phase {
  readonly files: number;
  readonly cascade: boolean;
  readonly phase: 'reading' | 'read';
  readonly keys: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  readonly paintedMedian: number;
  /** What of it passed in the language server; null where it noted nothing. */
  readonly server: { readonly median: number; readonly p95: number; readonly longest: number } | null;
  /** Of the longest, what passed where. */
  readonly ofLongest: Share | null;
}

export interface EditorResult {
  readonly date: string;
  readonly machine: Machine;
  readonly command: string;
  readonly phases: readonly Phase[];
}

export const editorResults = join(bench, 'results/editor.json');

/** Empty where the editor has not been measured. */
export function editorSection(): string {
  if (!existsSync(editorResults)) return '';
  const { date, machine, command, phases } = JSON.parse(readFileSync(editorResults, 'utf8')) as EditorResult;
  return `
## In the editor

From a key that is pressed in a real VS Code to the squiggle that it brings or removes, measured inside the page (\`${command}\`, ${date}). The hot
file is open, to which a tenth of all others link. *In the server* is from the edit that reached the language server to the findings that left it; all else is VS
Code's own: the key until it is sent, the findings until they are drawn.
Before each folder was opened other programs took ${written(machine.neighbours, 'share')} of the ${machine.cores} cores, which VS Code, server and page then shared.

| files | beside the text | | keys | median | 95 of 100 within | longest | of that: to, in and from the server | in the server: median | 95 of 100 | longest |
|---|---|---|---|---|---|---|---|---|---|---|
${phases.map(rowOf).join('\n')}
`;
}

function rowOf({ files, cascade, phase, keys, median, p95, longest, server, ofLongest }: Phase): string {
  const ms = (value: number) => `${whole(value)} ms`;
  const cells = [
    whole(files),
    cascade ? 'the cascade' : 'nothing',
    phase === 'read' ? 'all files read' : 'files are being read',
    String(keys),
    ms(median),
    ms(p95),
    ms(longest),
    ofLongest ? [ofLongest.before, ofLongest.server, ofLongest.after].map(ms).join(' + ') : '',
    ...(server ? [server.median, server.p95, server.longest].map(ms) : ['', '', '']),
  ];
  return `| ${cells.join(' | ')} |`;
}
