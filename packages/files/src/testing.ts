/** Folders for tests: some on the real disk, some that only pretend. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Disk, realDisk } from './disk.ts';
import { type FindOptions, findFiles } from './find.ts';
import { inParallel } from './pool.ts';
import { type ReadFile, readTextFile } from './read.ts';
import { uriOf } from './uri.ts';

/** A temporary folder with these files (text by path); `remove` takes it away again. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  root: string;
  remove: () => void;
} {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'okr-files-')));
  for (const [path, content] of Object.entries(files)) {
    const whole = join(root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The real disk, but that some paths fail with an error of the system. Whoever runs the tests may be allowed to read anything. */
export function failingDisk(errors: Readonly<Record<string, string>>): Disk {
  const guard = (path: string) => {
    const code = errors[path];
    if (code !== undefined) throw Object.assign(new Error(`${code}: ${path}`), { code });
  };
  return {
    async list(folder) {
      guard(folder);
      return realDisk.list(folder);
    },
    kindOf: (path) => realDisk.kindOf(path),
    realPath: (path) => realDisk.realPath(path),
    async read(path, limit) {
      guard(path);
      return realDisk.read(path, limit);
    },
  };
}

/** All files of all projects in a folder, by path, with their texts; what cannot be read is among them, with its problem. */
export async function loadFolder(root: string, options: FindOptions = {}): Promise<{ files: readonly ReadFile[] }> {
  const found = await findFiles(root, options);
  const read = await inParallel(found.paths, (path) => readTextFile(path, options.disk));
  const unreachable = found.problems.map(({ path, problem }) => ({ path, uri: uriOf(path), text: null, problem }));
  return { files: [...read, ...unreachable].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
