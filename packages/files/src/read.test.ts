import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { largestFile, type ReadFile, readTextFile } from './read.ts';
import { Distance, readInOrder } from './readInOrder.ts';
import { readTextFileNow } from './readNow.ts';
import { failingDisk, temporaryFolder } from './testing.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function folder(files: Record<string, string | Uint8Array> = {}): string {
  const { root, remove } = temporaryFolder(files);
  cleanups.push(remove);
  return root;
}

describe.each([
  ['in its turn', (path: string) => readTextFile(path)],
  ['at once', async (path: string) => readTextFileNow(path) as ReadFile],
])('reading one file %s', (_, readTextFile) => {
  it('gives its text and its address', async () => {
    const root = folder({ 'a #1 100%.okr': 'team x "X"\n' });
    const file = await readTextFile(join(root, 'a #1 100%.okr'));
    expect(file).toMatchObject({ text: 'team x "X"\n', problem: null });
    expect(file.uri).toMatch(/^file:\/\/\/.*\/a%20%231%20100%25\.okr$/);
  });

  it('reads files of every size up to the limit whole', async () => {
    const text = 'äöü'.repeat(100_000);
    const root = folder({ 'long.okr': text });
    expect((await readTextFile(join(root, 'long.okr'))).text).toBe(text);
  });

  it('says that a file is too large without reading it', async () => {
    const path = join(folder({ 'huge.okr': '' }), 'huge.okr');
    truncateSync(path, largestFile);
    expect((await readTextFile(path)).problem?.code).toBe('not-text'); // nothing but NUL characters, but read
    truncateSync(path, largestFile + 1);
    const { text, problem } = await readTextFile(path);
    expect(text).toBeNull();
    expect(problem).toEqual({
      code: 'file-too-large',
      message: 'This file has 9 MB, more than the 8 MB that are read. Split it into several files.',
    });
  });

  it('says of a configuration what can be done about one', async () => {
    const path = join(folder({ 'okr.config.json': '' }), 'okr.config.json');
    truncateSync(path, largestFile + 1);
    expect((await readTextFile(path)).problem?.message).toBe(
      'This configuration has 9 MB, more than the 8 MB that are read. Leave only settings in it.',
    );
  });

  it('says that a name is not written in UTF-8, by which nothing can be opened', async () => {
    const { problem } = await readTextFile(join(folder(), 'a\uFFFD.okr'));
    expect(problem?.message).toContain('is not written in UTF-8. Give it another name.');
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe, a socket or a device', async () => {
    const root = folder();
    const pipe = join(root, 'pipe.okr');
    execFileSync('mkfifo', [pipe]);
    const socket = join(root, 'socket.okr');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    const link = join(root, 'endless.okr');
    symlinkSync('/dev/zero', link);
    for (const path of [pipe, socket, link]) {
      const { text, problem } = await readTextFile(path);
      expect(text).toBeNull();
      expect(problem?.code).toBe('unreadable-file');
      expect(problem?.message).toContain('not a file with text');
    }
    await new Promise((resolve) => server.close(resolve));
  });

  it('says what is wrong with a folder, a link that leads nowhere or in a circle, and a file that went away', async () => {
    const root = folder();
    mkdirSync(join(root, 'folder.okr'));
    symlinkSync('nowhere', join(root, 'dangling.okr'));
    symlinkSync('circle.okr', join(root, 'circle.okr'));
    const message = async (name: string) => (await readTextFile(join(root, name))).problem?.message;
    expect(await message('folder.okr')).toContain('This is a folder');
    expect(await message('dangling.okr')).toContain('is not there');
    expect(await message('gone.okr')).toContain('is not there');
    expect(await message('circle.okr')).toContain('leads back to itself');
  });

  it('never throws, whatever the path', async () => {
    expect((await readTextFile('/nul\0character.okr')).problem?.code).toBe('unreadable-file');
    expect((await readTextFile(`/${'x'.repeat(5000)}.okr`)).problem?.message).toContain('too long');
  });
});

describe('a disk', () => {
  it('says that a file may not be read, or cannot for whatever other reason', async () => {
    const root = folder({ 'secret.okr': '', 'broken.okr': '' });
    const secret = join(root, 'secret.okr');
    const broken = join(root, 'broken.okr');
    const disk = failingDisk({ [secret]: 'EACCES', [broken]: 'EIO' });
    expect((await readTextFile(secret, disk)).problem?.message).toContain('not allowed to read this file');
    expect((await readTextFile(broken, disk)).problem?.message).toContain('the system says EIO');
  });

  it('reads no file beyond the limit that it is given', async () => {
    const path = join(folder({}), 'log.okr');
    const disk = failingDisk({});
    writeFileSync(path, 'abc');
    expect(await disk.read(path, 2)).toEqual({ kind: 'too-large', size: 3 });
  });
});

describe('reading many files', () => {
  it('gives each as it is read alone, in their order, also where the disk takes its time', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `${index}.okr`);
    const root = folder(Object.fromEntries(names.map((name) => [name, `// ${name}\n`])));
    const paths = [...names, 'missing.okr'].map((name) => join(root, name));
    const alone = paths.map(readTextFileNow);
    const clock = vi.spyOn(performance, 'now');
    for (const stepMs of [0, 1_000]) {
      let now = 0;
      clock.mockImplementation(() => {
        now += stepMs;
        return now;
      });
      const read: ReadFile[] = [];
      for await (const lot of readInOrder(paths)) read.push(...lot);
      expect(read).toEqual(alone);
    }
    clock.mockRestore();
  });
});

describe('how far away the disk is', () => {
  const after = (...milliseconds: readonly number[]) => {
    const distance = new Distance();
    for (const one of milliseconds) distance.note(16, one);
    return distance.isFar;
  };

  it('is told by two lots in succession that took long, and not by a single one, which may have waited for a core', () => {
    expect(after(200)).toBe(false);
    expect(after(200, 3, 200)).toBe(false);
    expect(after(200, 200)).toBe(true);
  });

  it('follows from the time for each file', () => {
    expect(after(15, 15, 15)).toBe(false);
    expect(after(17, 17)).toBe(true);
  });
});
