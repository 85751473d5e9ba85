/** What main thread and worker say to each other. */
import { type DiskProblem, uriOf } from '@okr-language/files';
import type { TextMark } from '@okr-language/language';
import type { IndexedFile } from './file.ts';

/** Said once by a worker, when it can be given work. */
export const ready = 'ready';

/** What a worker is started with. */
export interface WorkerTask {
  /** How many files it may have open at once. */
  readonly readsAtOnce: number;
}

/**
 * The files of one batch. Their bytes stand one after the other in one buffer, which changes hands and is not copied, and their keys in another one,
 * which is let go when all are taken.
 */
export interface BatchAnswer {
  readonly keys: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly files: readonly {
    readonly path: string;
    readonly mark: TextMark | null;
    readonly problem: DiskProblem | null;
    /** How long keys and bytes are. */
    readonly keys: number;
    readonly bytes: number;
  }[];
}

export function answerOf(files: readonly IndexedFile[]): BatchAnswer {
  return {
    keys: joined(files.map(({ body }) => body.keys)),
    bytes: joined(files.map(({ body }) => body.bytes)),
    files: files.map(({ path, mark, problem, body: { keys, bytes } }) => ({
      path,
      mark,
      problem,
      keys: keys.length,
      bytes: bytes.length,
    })),
  };
}

export function filesIn({ keys, bytes, files }: BatchAnswer): IndexedFile[] {
  let [atKeys, atBytes] = [0, 0];
  return files.map((file) => {
    const body = {
      keys: keys.subarray(atKeys, atKeys + file.keys),
      bytes: bytes.subarray(atBytes, atBytes + file.bytes),
    };
    atKeys += file.keys;
    atBytes += file.bytes;
    return { path: file.path, uri: uriOf(file.path), mark: file.mark, problem: file.problem, body };
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
