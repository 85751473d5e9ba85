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

/** The files of one batch. Their bodies stand one after the other in one buffer, which changes hands and is not copied. */
export interface BatchAnswer {
  readonly bodies: Uint8Array<ArrayBuffer>;
  readonly files: readonly {
    readonly path: string;
    readonly mark: TextMark | null;
    readonly problem: DiskProblem | null;
    readonly length: number;
  }[];
}

export function answerOf(files: readonly IndexedFile[]): BatchAnswer {
  const bodies = new Uint8Array(files.reduce((sum, { body }) => sum + body.length, 0));
  let at = 0;
  for (const { body } of files) {
    bodies.set(body, at);
    at += body.length;
  }
  return {
    bodies,
    files: files.map(({ path, mark, problem, body }) => ({ path, mark, problem, length: body.length })),
  };
}

export function filesIn({ bodies, files }: BatchAnswer): IndexedFile[] {
  let at = 0;
  return files.map(({ path, mark, problem, length }) => {
    const body = bodies.subarray(at, at + length);
    at += length;
    return { path, uri: uriOf(path), mark, problem, body };
  });
}
