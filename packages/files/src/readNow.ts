/**
 * Reading at once, without a thread in between. For a small file on a disk at hand that takes a fraction of the CPU: 10,000 files of 4 KB take
 * 0.25 s so and 1.1 s with callbacks.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { openFlags, type ReadResult, resultOfOpening, resultOfStats } from './disk.ts';
import { isTooManyOpen } from './patient.ts';
import { failedFile, fileOf, largestFile, type ReadFile } from './read.ts';

/** As `readTextFile`, at once. Null where too many files are open: only who lets others go on meanwhile can wait for that. */
export function readTextFileNow(path: string): ReadFile | null {
  try {
    return fileOf(path, readNow(path, largestFile));
  } catch (error) {
    return isTooManyOpen(error) ? null : failedFile(path, error);
  }
}

/** The text of one file, for a look at a few lines of it; null where it is not there or cannot be read. Never throws. */
export function readTextNow(path: string): string | null {
  return readTextFileNow(path)?.text ?? null;
}

function readNow(path: string, limit: number): ReadResult {
  let handle: number;
  try {
    handle = openSync(path, openFlags);
  } catch (error) {
    const result = resultOfOpening(error as NodeJS.ErrnoException);
    if (result) return result;
    throw error;
  }
  try {
    const stats = fstatSync(handle);
    return resultOfStats(stats, limit) ?? readAll(handle, stats.size, limit);
  } finally {
    closeSync(handle);
  }
}

/** Most files fit into it, and what was read is made a text before the next one is. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/** Reads to the end of the file, which may have grown or shrunk since its size was asked for, but never beyond the limit. */
function readAll(handle: number, size: number, limit: number): ReadResult {
  let buffer = size < shared.length ? shared : Buffer.allocUnsafeSlow(size + 1);
  for (let filled = 0; ; ) {
    const count = readSync(handle, buffer, filled, buffer.length - filled, null);
    filled += count;
    if (filled > limit) return { kind: 'too-large', size: filled };
    if (count === 0 || (filled < buffer.length && filled >= size)) {
      return { kind: 'bytes', bytes: buffer.subarray(0, filled) };
    }
    if (filled < buffer.length) continue;
    const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, limit + 1));
    buffer.copy(larger, 0, 0, filled);
    buffer = larger;
  }
}
