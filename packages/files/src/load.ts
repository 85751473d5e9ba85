import { type FindOptions, findFiles } from './find.ts';
import { inParallel } from './pool.ts';
import { type ReadFile, readTextFile } from './read.ts';
import { uriOf } from './uri.ts';

/** All files of all projects in a folder, with their texts. */
export interface LoadedFolder {
  /** By path. A folder that cannot be read, or is named like a file, is among them, with its problem. */
  readonly files: readonly ReadFile[];
  /** Every folder that was looked into. */
  readonly folders: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/** Finds and reads; see `findFiles` and `readTextFile`. Never throws for what is on the disk. */
export async function loadFolder(root: string, options: FindOptions = {}): Promise<LoadedFolder> {
  const found = await findFiles(root, options);
  const read = await inParallel(found.paths, (path) => readTextFile(path, options.disk));
  const unreachable = found.problems.map(({ path, problem }) => ({ path, uri: uriOf(path), text: null, problem }));
  const files = [...read, ...unreachable].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, folders: found.folders, notes: found.notes };
}
