/** What `npm run bench:editor` measured last, as a section of the page of benchmarks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../measure/machine.ts';
import { bench } from '../paths.ts';

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
file is open, to which a tenth of all others link. What VS Code itself takes is in all lines alike: compare them with the smallest folder.
Before each folder was opened other programs took ${(machine.neighbours * 100).toFixed(0)}% of the ${machine.cores} cores, which VS Code, server and page then shared.

| files | beside the text | | keys | median | 95 of 100 within | longest |
|---|---|---|---|---|---|---|
${phases.map(rowOf).join('\n')}
`;
}

function rowOf({ files, cascade, phase, keys, median, p95, longest }: Phase): string {
  const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
  const cells = [
    files.toLocaleString('en'),
    cascade ? 'the cascade' : 'nothing',
    phase === 'read' ? 'all files read' : 'files are being read',
    String(keys),
    ms(median),
    ms(p95),
    ms(longest),
  ];
  return `| ${cells.join(' | ')} |`;
}
