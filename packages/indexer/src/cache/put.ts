/** Puts files in their place in one step, so that nobody ever sees half of one, and two who write at once do no harm. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** How names begin of files that are being written. */
export const temporary = '.okr-writing-';

/**
 * Writes a file beside its place, for nobody but the person, and then puts it there; or leaves everything as it was. Each step writes a part, and the
 * last one says whether all went well. Never throws.
 */
export function* putInPlace(path: string, parts: Iterable<Uint8Array>): Generator<void, boolean> {
  const beside = join(dirname(path), `${temporary}${process.pid}-${randomBytes(6).toString('hex')}`);
  let handle: number | null = null;
  try {
    makeFolder(dirname(path));
    handle = openSync(beside, 'wx', 0o600);
    for (const part of parts) {
      writeWhole(handle, part);
      yield;
    }
    closeSync(handle);
    handle = null;
    renameSync(beside, path);
    return true;
  } catch {
    if (handle !== null) closeQuietly(handle);
    quietly(() => rmSync(beside, { force: true }));
    return false;
  }
}

/** Makes a folder that nobody else may look into. Not `recursive`: that tries for ever where the system has no folder made, as in `/proc`. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}

/** Whether files may be put into a folder, which is made where it is not there. */
export function mayPutInto(folder: string): boolean {
  const isFolder = quietly(() => {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  });
  return isFolder === true;
}

export function closeQuietly(handle: number): void {
  quietly(() => closeSync(handle));
}

/** What an action gives; null where it fails, which is of no matter. */
export function quietly<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(handle, bytes, written, bytes.length - written);
  }
}
