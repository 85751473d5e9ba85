/**
 * The few things that are asked of a disk. Everything in this package goes through this port, so that tests can hand in a disk
 * that refuses, loses or delays files. Each call rejects with an error that carries the system's `code` (`EACCES`, `ENOENT`, …).
 */
import * as fs from 'node:fs';
import { patient } from './patient.ts';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface DiskEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface Disk {
  /** What stands in a folder; links are not followed. */
  list(folder: string): Promise<readonly DiskEntry[]>;
  /** What a path is once links are followed. */
  kindOf(path: string): Promise<Exclude<EntryKind, 'link'>>;
  /** The path without links. */
  realPath(path: string): Promise<string>;
  /** The bytes of a plain file; says so instead where it is none or is larger than `limit` bytes, without reading it. Never waits. */
  read(path: string, limit: number): Promise<ReadResult>;
}

export type ReadResult =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'folder' | 'other' };

/** The disk of this machine. Waits where too many files are open. */
export const realDisk: Disk = patient({
  list: (folder) =>
    new Promise((resolve, reject) => {
      fs.readdir(folder, { withFileTypes: true }, (error, entries) => {
        if (error) reject(error);
        else resolve(entries.map((entry) => ({ name: entry.name, kind: kindOfStats(entry) })));
      });
    }),
  kindOf: (path) =>
    new Promise((resolve, reject) => {
      fs.stat(path, (error, stats) => (error ? reject(error) : resolve(kindFollowed(stats))));
    }),
  realPath: (path) =>
    new Promise((resolve, reject) => {
      fs.realpath.native(path, (error, real) => (error ? reject(error) : resolve(real)));
    }),
  read: readPlainFile,
});

type KindOfEntry = Pick<fs.Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

function kindFollowed(stats: KindOfEntry): Exclude<EntryKind, 'link'> {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

function kindOfStats(stats: KindOfEntry): EntryKind {
  return stats.isSymbolicLink() ? 'link' : kindFollowed(stats);
}

/** Opening a pipe for reading waits for a writer unless it is opened without blocking; Windows knows neither. */
export const openFlags = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** Callbacks throughout: with many small files, promises of file handles cost more than the reading. */
function readPlainFile(path: string, limit: number): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    fs.open(path, openFlags, (openError, handle) => {
      if (openError) {
        const result = resultOfOpening(openError);
        if (result) resolve(result);
        else reject(openError);
        return;
      }
      const finish = (error: Error | null, result: ReadResult | null) => {
        fs.close(handle, () => (error || !result ? reject(error) : resolve(result)));
      };
      fs.fstat(handle, (statError, stats) => {
        const result = statError ? null : resultOfStats(stats, limit);
        if (statError || result) finish(statError, result);
        else readAll(handle, stats.size, limit, finish);
      });
    });
  });
}

/** What it says of a path that it cannot be opened; null where that is a failure. A folder cannot be opened on Windows, a socket nowhere. */
export function resultOfOpening({ code }: NodeJS.ErrnoException): ReadResult | null {
  if (code === 'EISDIR') return { kind: 'folder' };
  return code === 'ENXIO' || code === 'EOPNOTSUPP' ? { kind: 'other' } : null;
}

/** Why something that is open is not read; null where it is. */
export function resultOfStats(stats: fs.Stats, limit: number): ReadResult | null {
  if (stats.isDirectory()) return { kind: 'folder' };
  if (!stats.isFile()) return { kind: 'other' };
  return stats.size > limit ? { kind: 'too-large', size: stats.size } : null;
}

/** Reads to the end of the file, which may have grown or shrunk since its size was asked for, but never beyond the limit. */
function readAll(
  handle: number,
  size: number,
  limit: number,
  finish: (error: Error | null, result: ReadResult | null) => void,
): void {
  // One byte more than expected: a read that does not fill the buffer is known to be the last.
  let buffer = Buffer.allocUnsafe(Math.min(size, limit) + 1);
  let filled = 0;
  const next = () => {
    fs.read(handle, buffer, filled, buffer.length - filled, null, (error, count) => {
      if (error) return finish(error, null);
      filled += count;
      if (count === 0 || (filled < buffer.length && filled >= size)) {
        return finish(null, { kind: 'bytes', bytes: buffer.subarray(0, filled) });
      }
      if (filled > limit) return finish(null, { kind: 'too-large', size: filled });
      if (filled === buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(buffer.length * 2, limit + 1));
        buffer.copy(larger, 0, 0, filled);
        buffer = larger;
      }
      next();
    });
  };
  next();
}
