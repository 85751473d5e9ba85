/** Programs that read all files and end: ours, and those it is compared with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BatchOptions, runBatch } from '../measure/batch.ts';
import { ampleHeap } from '../measure/machine.ts';
import type { Notebook } from '../measure/notebook.ts';
import { grammar, lexer, likec4, okrBundle, peers, rollUp } from '../paths.ts';
import { prepareWorkspace } from '../prepare.ts';
import { today } from '../workspace/invent.ts';

/** Exit codes with which a program has done its work, findings or not. */
const sound = [0, 1];

async function run(book: Notebook, key: string, program: string, args: readonly string[], options: BatchOptions) {
  const result = await runBatch(program, args, options);
  if (result.exitCode === null || !sound.includes(result.exitCode) || result.cpu === null) {
    const memory = /heap out of memory|allocation failed/i.test(result.errors) ? 'out of memory' : null;
    book.remark(key, memory ?? `ended with ${result.exitCode}: ${result.errors.trim().split('\n').at(-1) ?? ''}`);
    return result;
  }
  book.note(`${key}/cpu`, result.cpu);
  book.note(`${key}/wall`, result.wall);
  book.note(`${key}/peak`, result.peak);
  return result;
}

/** `okr check` without anything kept from before. */
export async function check(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  await run(book, `check/${size}`, okrBundle, ['check', '--today', today, '--no-cache', '.'], { cwd: folder });
}

/** `okr check` twice with one cache, which is empty the first time. */
export async function checkAgain(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  const cache = mkdtempSync(join(tmpdir(), 'okr-bench-cache-'));
  const args = ['check', '--today', today, '--cache', cache, '.'];
  await run(book, `check-first/${size}`, okrBundle, args, { cwd: folder });
  await run(book, `check-again/${size}`, okrBundle, args, { cwd: folder });
  rmSync(cache, { recursive: true, force: true });
}

/** `okr check` with few open files and little memory. */
export async function checkCramped(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  await run(book, `check-cramped/${size}`, okrBundle, ['check', '--today', today, '--no-cache', '.'], {
    cwd: folder,
    nodeOptions: ['--max-old-space-size=1024'],
    openFiles: 256,
  });
}

export async function lexerAlone(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  await run(book, `lexer/${size}`, lexer, [folder], { cwd: folder });
}

export async function stockLangium(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  const options = { cwd: folder, nodeOptions: [ampleHeap] };
  await run(book, `langium/${size}`, join(peers, 'langium.mjs'), [folder, grammar], options);
}

export async function ajv(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'yaml');
  await run(book, `ajv/${size}`, join(peers, 'ajv.mjs'), [folder], { cwd: folder });
}

export async function likec4Validate(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'c4');
  await run(book, `likec4/${size}`, likec4, ['validate', '--no-layout', '.'], { cwd: folder });
}

/** The figures of all goals, over a cascade that stands. */
export async function rollUpAll(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  const options = { cwd: folder, nodeOptions: [ampleHeap] };
  const { output, errors } = await runBatch(rollUp, [folder, '5'], options);
  if (output === '') {
    book.remark(`roll-up/${size}`, errors.trim().split('\n').at(-1) ?? 'no answer');
    return;
  }
  const times = JSON.parse(output) as Readonly<Record<'all' | 'rollUp' | 'one', readonly number[]>>;
  // The first times are those of code that the engine of Node has not yet compiled.
  book.note(`roll-up/${size}/cpu`, Math.min(...times.rollUp));
  book.note(`roll-up/${size}/with-readings`, Math.min(...times.all));
  book.note(`roll-up/${size}/one`, Math.min(...times.one));
}
