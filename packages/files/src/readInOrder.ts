import { inParallel, readsAtOnce } from './pool.ts';
import { type ReadFile, readTextFile } from './read.ts';
import { readTextFileNow } from './readNow.ts';

/** Files that are read before anything else has its turn: few, in case that the disk is far away. */
const together = 16;

/** Where a file takes longer than this to be read, in milliseconds, the disk is far away. */
const farAway = 1;
/** So many lots in succession take that long: a single one may only have waited for a core. */
const lotsUntilFar = 2;

/** How far away the disk is, for who reads from it time and again. */
export class Distance {
  #slowLots = 0;

  get isFar(): boolean {
    return this.#slowLots >= lotsUntilFar;
  }

  /** How long so many files took that were read one after the other. */
  note(files: number, milliseconds: number): void {
    this.#slowLots = milliseconds > files * farAway ? this.#slowLots + 1 : 0;
  }
}

export interface InOrderOptions {
  /** What was learnt of the disk before. */
  readonly distance?: Distance;
  /** How many are asked for at a time where it is far away. */
  readonly atOnce?: number;
}

/**
 * Reads files one after the other and yields them in lots. Where the disk makes us wait, as one over a network does, many are asked for at a time
 * instead: that takes more CPU and far less time. Never throws for what is on the disk.
 */
export async function* readInOrder(
  paths: readonly string[],
  { distance = new Distance(), atOnce = readsAtOnce }: InOrderOptions = {},
): AsyncGenerator<readonly ReadFile[]> {
  for (let at = 0; at < paths.length; ) {
    const some = paths.slice(at, at + (distance.isFar ? atOnce : together));
    at += some.length;
    yield distance.isFar
      ? await inParallel(some, (path) => readTextFile(path), atOnce)
      : await oneByOne(some, distance);
  }
}

async function oneByOne(paths: readonly string[], distance: Distance): Promise<readonly ReadFile[]> {
  const begun = performance.now();
  const files: ReadFile[] = [];
  for (const path of paths) files.push(readTextFileNow(path) ?? (await readTextFile(path)));
  distance.note(paths.length, performance.now() - begun);
  return files;
}
