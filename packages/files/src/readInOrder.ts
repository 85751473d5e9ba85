import { inParallel } from './pool.ts';
import { type ReadFile, readTextFile } from './read.ts';
import { readTextFileNow } from './readNow.ts';

/** Files that are read before anything else has its turn: few, in case that the disk is far away. */
const together = 16;

/** Where a file takes longer than this to be read, in milliseconds, the disk is far away. */
const farAway = 1;

/**
 * Reads files one after the other and yields them in lots. Where the disk makes us wait, as one over a network does, many are asked for at a time
 * instead: that takes more CPU and far less time. Never throws for what is on the disk.
 */
export async function* readInOrder(paths: readonly string[]): AsyncGenerator<readonly ReadFile[]> {
  let isFar = false;
  for (let at = 0; at < paths.length; at += together) {
    const some = paths.slice(at, at + together);
    const begun = performance.now();
    const files = isFar ? await inParallel(some, (path) => readTextFile(path)) : await oneByOne(some);
    isFar ||= performance.now() - begun > some.length * farAway;
    yield files;
  }
}

async function oneByOne(paths: readonly string[]): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = [];
  for (const path of paths) files.push(readTextFileNow(path) ?? (await readTextFile(path)));
  return files;
}
