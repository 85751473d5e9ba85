/** Where only few files may be open: what cannot be opened now is opened a little later, and what never can be is told in the end. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Disk, realDisk } from './disk.ts';
import { patient } from './patient.ts';
import { readTextFile } from './read.ts';
import { readInOrder } from './readInOrder.ts';
import { failingDisk, loadFolder, temporaryFolder } from './testing.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

const names = Array.from({ length: 200 }, (_, index) => `team-${index % 20}/${index}.okr`);

function folder(): string {
  const { root, remove } = temporaryFolder(Object.fromEntries(names.map((name) => [name, `// ${name}\n`])));
  cleanups.push(remove);
  return root;
}

/** A disk that lets so many be open, each for a moment; it counts how often it refused. */
function crampedDisk(most: number): Disk & { readonly refused: number } {
  let open = 0;
  let refused = 0;
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    if (open >= most) {
      refused++;
      throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
    }
    open++;
    try {
      await setTimeout(1);
      return await work();
    } finally {
      open--;
    }
  };
  return {
    ...realDisk,
    list: (path) => within(() => realDisk.list(path)),
    read: (path, limit) => within(() => realDisk.read(path, limit)),
    get refused() {
      return refused;
    },
  };
}

const patience = { giveUpMs: 1_000, pauseMs: 2 };

describe('where few files may be open', () => {
  it.each([1, 3, 20])('reads everything with %i, and asks for fewer at once', async (most) => {
    const root = folder();
    const disk = crampedDisk(most);
    const { files } = await loadFolder(root, { disk: patient(disk, patience) });
    expect(files.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(files).toHaveLength(names.length);
    expect(disk.refused).toBeGreaterThan(0);
    // Sixty-four that ask again and again are refused for nearly every file.
    expect(disk.refused).toBeLessThan(names.length);
  });

  it('tells in the end, once for all files, where somebody else has them open for good', async () => {
    const root = folder();
    const paths = names.map((name) => join(root, name));
    const disk = patient(failingDisk(Object.fromEntries(paths.map((path) => [path, 'ENFILE']))), patience);
    const begun = performance.now();
    const { files } = await loadFolder(root, { disk });
    for (const { problem } of files) expect(problem?.message).toContain('too many files are open');
    expect(performance.now() - begun).toBeGreaterThan(patience.giveUpMs);
    expect(performance.now() - begun).toBeLessThan(5 * patience.giveUpMs);
  });

  it('waits for nothing else', async () => {
    const path = join(folder(), 'team-0/0.okr');
    const disk = patient(failingDisk({ [path]: 'EACCES' }), { giveUpMs: 60_000, pauseMs: 60_000 });
    expect((await readTextFile(path, disk)).problem?.message).toContain('not allowed');
  });

  it('reads one after the other too what could not be opened at once', async () => {
    const root = folder();
    const refusing = vi.spyOn(fs, 'openSync').mockImplementation(() => {
      throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
    });
    cleanups.push(() => {
      refusing.mockRestore();
      syncBuiltinESMExports();
    });
    syncBuiltinESMExports();
    const read: (string | null)[] = [];
    for await (const lot of readInOrder(names.map((name) => join(root, name))))
      read.push(...lot.map(({ text }) => text));
    expect(refusing).toHaveBeenCalled();
    expect(read).toEqual(names.map((name) => `// ${name}\n`));
  });
});
