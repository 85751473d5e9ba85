import { join } from 'node:path';

/** In a bundle, the file beside it that workers run; the build writes it in. */
declare const __READER__: string | undefined;

/** What a worker thread runs: a bundle beside the one that is running, or the source as it is. */
export function workerScript(): string | URL {
  return typeof __READER__ === 'string' ? join(__dirname, __READER__) : new URL('./worker.ts', import.meta.url);
}
