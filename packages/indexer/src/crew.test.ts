/** Worker threads that read, and what becomes of the files when one dies. */
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { temporaryFolder } from '@okr-language/files/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrewOptions, readWithCrew } from './crew.ts';
import type { IndexedFile } from './file.ts';
import { greedyReader } from './testing/greedy.ts';
import { bundledReader } from './testing/reader.ts';
import { onThisThread } from './thisThread.ts';

const count = 60;
let folder: ReturnType<typeof temporaryFolder>;
let paths: readonly string[];
let script: string;

beforeAll(async () => {
  const texts = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `team-${i}.okr`,
      `team team-${i} "Team ${i}"\nokrs team-${i} in 2026-Q3 {\n  objective grow "Grow" {\n    kr one "Guests" from 1 to ${i + 2}\n  }\n}\n`,
    ]),
  );
  folder = temporaryFolder({ ...texts, 'odd.okr': new Uint8Array([0x6f, 0xff, 0xfe, 0x0a]), 'none.okr': 'a\0b' });
  script = await bundledReader(folder.root);
  paths = [...Object.keys(texts), 'odd.okr', 'none.okr', 'missing.okr'].map((name) => join(folder.root, name));
});

afterAll(() => folder.remove());

async function read(options: Partial<CrewOptions> = {}, some = paths): Promise<IndexedFile[]> {
  const files: IndexedFile[] = [];
  for await (const lot of readWithCrew(some, { workers: 2, batch: 8, script, ...options })) files.push(...lot);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is the same however it was read. */
function plain(files: readonly IndexedFile[]) {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ body: { keys, bytes }, ...rest }) => ({
      ...rest,
      keys: Buffer.from(keys).toString(),
      bytes: Buffer.from(bytes).toString('hex'),
    }));
}

describe('a crew', { timeout: 60_000 }, () => {
  it('reads each file once and exactly as it is read without workers', async () => {
    const files = await read();
    expect(files.map(({ path }) => path)).toEqual([...paths].sort());
    expect(plain(files)).toEqual(plain(await onThisThread(paths)));
    expect(files.find(({ path }) => path.endsWith('missing.okr'))?.problem?.code).toBe('unreadable-file');
  });

  it('reads no file twice and loses none when workers are ended in the middle', async () => {
    const troubles: string[] = [];
    let started = 0;
    const files = await read({
      onTrouble: (message) => troubles.push(message),
      onWorker(worker: Worker) {
        started++;
        if (started <= 2) worker.once('message', () => setTimeout(() => void worker.terminate(), started * 3));
      },
    });
    expect(plain(files)).toEqual(plain(await onThisThread(paths)));
    expect(troubles.length).toBeGreaterThan(0);
    expect(started).toBeGreaterThan(2);
  });

  it('leaves out the one file that takes more memory than a worker has, and serves all others', async () => {
    const big = paths[7] as string;
    const greedy = greedyReader(folder.root, script, big);
    const troubles: string[] = [];
    const some = paths.slice(0, 20);
    const files = await read({ script: greedy, memory: 64, onTrouble: (message) => troubles.push(message) }, some);
    const [left, rest] = [files.filter(({ path }) => path === big), files.filter(({ path }) => path !== big)];
    expect(left.map(({ problem }) => problem?.message)).toEqual([expect.stringMatching(/failed twice/)]);
    expect(plain(rest)).toEqual(plain(await onThisThread(some.filter((path) => path !== big))));
    expect(troubles.join('\n')).toMatch(/memory/i);
  });

  it('does without workers where none can be started', async () => {
    const troubles: string[] = [];
    const files = await read({
      script: join(folder.root, 'nothing-here.js'),
      onTrouble: (message) => troubles.push(message),
    });
    expect(plain(files)).toEqual(plain(await onThisThread(paths)));
    expect(troubles.length).toBeGreaterThan(0);
  });

  it('ends its workers when nobody wants the rest', async () => {
    const exits: Promise<unknown>[] = [];
    const onWorker = (worker: Worker) => exits.push(new Promise((resolve) => worker.once('exit', resolve)));
    for await (const lot of readWithCrew(paths, { workers: 2, batch: 4, script, onWorker })) {
      expect(lot.length).toBeGreaterThan(0);
      break;
    }
    expect(exits.length).toBeGreaterThan(0);
    await Promise.all(exits);
  });
});
