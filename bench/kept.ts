/**
 * What the engine keeps of closed files once all are read and checked, in bytes for each key result: `bench/kept.ts 1000`, with `keptFlags`. One line of
 * JSON; `npm test` holds the sum.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultConfig, parseIsoDay } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import { SlicedProject } from '../packages/language/src/slices/project.ts';
import { encodeFile } from '../packages/language/src/store/codec.ts';
import { FileStore } from '../packages/language/src/store/files.ts';
import { generate } from './generate.ts';
import { today } from './workspace/invent.ts';

/** Code that is compiled and forgotten meanwhile is a tenth of the sum, and another tenth each time: nothing is compiled further, nor forgotten. */
export const keptFlags = ['--expose-gc', '--no-opt', '--no-maglev', '--no-sparkplug', '--no-flush-bytecode'] as const;

export interface Kept {
  readonly files: number;
  readonly keyResults: number;
  /** What was read, as bytes outside of the heap. */
  readonly stored: number;
  /** The table of keys, and what is known of each file. */
  readonly table: number;
  /** What each file looked at, so that it is checked again when that changes. */
  readonly looked: number;
  /** All three. */
  readonly sum: number;
}

/** Counted in a process of its own, which alone is started so that it can be. */
export function countKept(files: number): Kept {
  const args = [...keptFlags, import.meta.filename, String(files)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Kept;
}

/** Code is compiled, and lists are made, for the first of them. */
const first = 300;

/** What is let go is swept aside by other threads, and counts until they are done: asked until it no longer falls. */
async function used(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (;;) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    if (heapUsed + arrayBuffers > least - 10_000) return Math.min(least, heapUsed + arrayBuffers);
    least = heapUsed + arrayBuffers;
  }
}

async function keptOf(files: number): Promise<Kept> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-kept-')));
  try {
    const { paths, keyResults } = generate(files, 'okr', folder);
    const store = new FileStore((_, error) => {
      throw error;
    });
    const project = new SlicedProject({
      fileOf: (uri) => store.get(uri),
      config: defaultConfig,
      today: parseIsoDay(today) as number,
      counts: { slices: 0, checked: 0, whole: 0 },
    });
    const uris: string[] = [];
    const take = (some: readonly string[]) => {
      for (const path of some) {
        const uri = pathToFileURL(join(folder, path)).href;
        const file = parseOkr(uri, readFileSync(join(folder, path), 'utf8'));
        uris.push(uri);
        store.keepClosed(uri, encodeFile(file));
        project.put(uri, null, file);
      }
    };
    const settle = () => {
      while (project.waiting.size > 0) project.check([...project.waiting].slice(0, 16));
    };
    /** Files that were last decoded are no part of what is kept. */
    const usedNow = () => {
      for (const uri of uris) store.keepClosed(uri, store.bytes(uri) as Uint8Array);
      return used();
    };
    take(['org.okr', ...paths.slice(0, first)]);
    settle();
    const before = store.size;
    const begin = await usedNow();
    take(paths.slice(first));
    const read = await usedNow();
    settle();
    const checked = await usedNow();
    const stored = store.size - before;
    const each = (bytes: number) => Math.round((bytes / keyResults) * (paths.length / (paths.length - first)));
    return {
      files,
      keyResults,
      stored: each(stored),
      table: each(read - begin - stored),
      looked: each(checked - read),
      sum: each(checked - begin),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  if (!('gc' in globalThis)) throw new Error('Start it with --expose-gc.');
  console.log(JSON.stringify(await keptOf(Number(process.argv[2] ?? 1000))));
}
