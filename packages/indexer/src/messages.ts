/** What main thread and worker say to each other. */
import { type DiskProblem, uriOf } from '@okr-language/files';
import type { StoredFile, TextMark } from '@okr-language/language';
import type { IndexedFile } from './file.ts';

/** Said once by a worker, when it can be given work. */
export const ready = 'ready';

/** What a worker is started with. */
export interface WorkerTask {
  /** How many files it may have open at once. */
  readonly readsAtOnce: number;
}

/** The files of one batch. Their bytes stand one after the other in one buffer, which changes hands and is not copied. */
export interface BatchAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly files: readonly {
    readonly path: string;
    readonly mark: TextMark | null;
    readonly problem: DiskProblem | null;
    readonly length: number;
    /** JSON: one text is cheaper to hand over than many. */
    readonly keys: string;
  }[];
}

export function answerOf(files: readonly IndexedFile[]): BatchAnswer {
  const bytes = new Uint8Array(files.reduce((sum, { stored }) => sum + stored.bytes.length, 0));
  let at = 0;
  for (const { stored } of files) {
    bytes.set(stored.bytes, at);
    at += stored.bytes.length;
  }
  return {
    bytes,
    files: files.map(({ path, mark, problem, stored }) => ({
      path,
      mark,
      problem,
      length: stored.bytes.length,
      keys: JSON.stringify(stored.keys),
    })),
  };
}

export function filesIn({ bytes, files }: BatchAnswer): IndexedFile[] {
  let at = 0;
  return files.map(({ path, mark, problem, length, keys }) => {
    const stored: StoredFile = { bytes: bytes.subarray(at, at + length), keys: JSON.parse(keys) };
    at += length;
    return { path, uri: uriOf(path), mark, problem, stored };
  });
}
