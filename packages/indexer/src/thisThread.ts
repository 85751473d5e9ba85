import { type Disk, inParallel, readTextFile } from '@okr-language/files';
import { type IndexedFile, indexed } from './file.ts';
import { Turns } from './turns.ts';

/** Reads and understands files without any worker, in short turns: for few files, and where there are no worker threads. */
export async function onThisThread(paths: readonly string[], disk?: Disk): Promise<readonly IndexedFile[]> {
  const turns = new Turns();
  return inParallel(paths, async (path) => {
    const file = await readTextFile(path, disk);
    await turns.next();
    return indexed(file);
  });
}
