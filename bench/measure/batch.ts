/** Runs a Node program to its end and tells what it took. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface BatchRun {
  /** User and system time of all threads, in milliseconds; null where the process did not live to tell. */
  readonly cpu: number | null;
  readonly wall: number;
  /** Most resident memory, in bytes. */
  readonly peak: number | null;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface BatchOptions {
  readonly cwd: string;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  /** Most files that the process may have open at once. */
  readonly openFiles?: number;
}

const hook = join(import.meta.dirname, 'report-usage.cjs');

export function runBatch(program: string, args: readonly string[], options: BatchOptions): Promise<BatchRun> {
  const command = [process.execPath, ...(options.nodeOptions ?? []), '--require', hook, program, ...args];
  const limit = options.openFiles === undefined ? '' : `ulimit -n ${options.openFiles}; `;
  const begun = performance.now();
  // The shell only sets the limit and then becomes the program.
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = ['', '', '', ''];
  for (const [index, stream] of child.stdio.entries()) {
    // Only the end is kept: a report of many findings has many megabytes.
    stream?.on('data', (data) => {
      texts[index] = ((texts[index] as string) + String(data)).slice(-4_000);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const wall = performance.now() - begun;
      const told =
        texts[3] === '' ? { cpu: null, peak: null } : (JSON.parse(texts[3] as string) as { cpu: number; peak: number });
      resolve({ ...told, wall, exitCode, output: texts[1] as string, errors: texts[2] as string });
    });
  });
}
