import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Disk } from '@okr-language/files';
import { readWithCrew } from './crew.ts';
import type { IndexedFile } from './file.ts';
import { onThisThread } from './thisThread.ts';

export interface IndexOptions {
  /** Another disk than the real one; workers know none but the real one. */
  readonly disk?: Disk;
  /**
   * True where this thread has better things to do: then a worker is worth it for fewer files, and one alone too. One core is left to it, for whoever
   * types meanwhile.
   */
  readonly aside?: boolean;
  /** At most so many worker threads; as many as the machine has cores unless given. */
  readonly mostWorkers?: number;
  readonly onWorker?: (worker: Worker) => void;
  /** Told of workers that died; the text is for a log. */
  readonly onTrouble?: (message: string) => void;
}

/**
 * So many files make it worth to start one more worker thread: each takes some 300 ms of CPU until it is loaded and warm, as much as reading some
 * 200 files takes afterwards (`node bench/workers.ts 100 300 1000`).
 */
const filesAWorker = 500;

/** So many are read aside. */
const filesAside = 200;

/** Files that are handed on together where there are no workers. */
const together = 50;

/**
 * Reads `.okr` files and understands them, on as many threads as that is worth. Yields them in lots as they are done, in no order, and each
 * once: also those that cannot be read. Never throws for what is on the disk.
 */
export async function* indexFiles(
  paths: readonly string[],
  options: IndexOptions = {},
): AsyncGenerator<readonly IndexedFile[]> {
  const workers = options.disk ? 0 : worthwhile(paths.length, options);
  if (workers > 0) {
    yield* readWithCrew(paths, { ...options, workers });
    return;
  }
  for (let at = 0; at < paths.length; at += together) {
    yield await onThisThread(paths.slice(at, at + together), options.disk);
  }
}

function worthwhile(files: number, { aside = false, mostWorkers = availableParallelism() }: IndexOptions): number {
  const workers = Math.min(aside ? mostWorkers - 1 : mostWorkers, Math.floor(files / filesAWorker));
  // One alone would only keep this thread waiting.
  if (!aside) return workers > 1 ? workers : 0;
  return files < filesAside ? 0 : Math.max(1, workers);
}
