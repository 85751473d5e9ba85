/**
 * Files that are kept between starts. Whatever is wrong with one, that it is damaged, cut off, of another version or another project, it is as if
 * it were not there. Titles of goals may be in them: they are nobody else's business.
 */
import { createHash } from 'node:crypto';
import { fstatSync, openSync, readSync } from 'node:fs';
import { Turns } from '../turns.ts';
import { closeQuietly, putInPlace } from './put.ts';

/** Said in front of the file: whose it is, and how to tell whether it is whole. */
interface Label {
  /** See `keepingVersion`. */
  readonly version: string;
  /** What the file is about. */
  readonly about: string;
  /** Length and SHA-256 of the head. */
  readonly length: number;
  readonly sum: string;
  /** Length of what follows the head; parts of that have sums of their own, in the head. */
  readonly rest: number;
}

const magic = Buffer.from('OKRKEPT1');
const longestLabel = 64 * 1024;

export interface Sealed {
  readonly head: Buffer;
  /** Reads what follows the head, or null where that fails. The file stays the same one, also when another is put in its place. */
  rest(): Promise<Buffer | null>;
  close(): void;
}

/** Never throws: null for whatever is not exactly what was asked for. */
export function openSealed(path: string, version: string, about: string): Sealed | null {
  let handle: number | null = null;
  try {
    handle = openSync(path, 'r');
    const sealed = unseal(handle, version, about);
    if (sealed) return sealed;
  } catch {
    // As if it were not there.
  }
  if (handle !== null) closeQuietly(handle);
  return null;
}

function unseal(handle: number, version: string, about: string): Sealed | null {
  const found = fstatSync(handle);
  if (!found.isFile()) return null;
  const start = readExactly(handle, 0, magic.length + 4);
  if (!start?.subarray(0, magic.length).equals(magic)) return null;
  const labelLength = start.readUInt32LE(magic.length);
  if (labelLength > longestLabel) return null;
  const label = JSON.parse(readExactly(handle, start.length, labelLength)?.toString('utf8') ?? 'null') as Label | null;
  if (label?.version !== version || label.about !== about) return null;
  const headAt = start.length + labelLength;
  if (found.size !== headAt + label.length + label.rest) return null;
  const head = readExactly(handle, headAt, label.length);
  if (!head || sumOf(head) !== label.sum) return null;
  let isOpen = true;
  return {
    head,
    rest: async () => (isOpen ? readSlowly(handle, headAt + label.length, label.rest) : null),
    close() {
      if (isOpen) closeQuietly(handle);
      isOpen = false;
    },
  };
}

/**
 * Puts a file in its place, or leaves everything as it was; says which. Works in short turns: parts may be many and are not copied. Never throws.
 */
export async function writeSealed(
  path: string,
  version: string,
  about: string,
  head: readonly Uint8Array[],
  rest: readonly Uint8Array[] = [],
): Promise<boolean> {
  const turns = new Turns();
  const hash = createHash('sha256');
  for (const part of head) {
    hash.update(part);
    await turns.next();
  }
  const label = Buffer.from(
    JSON.stringify({
      version,
      about,
      length: lengthOf(head),
      sum: hash.digest('base64'),
      rest: lengthOf(rest),
    } satisfies Label),
  );
  const start = Buffer.alloc(magic.length + 4);
  start.set(magic);
  start.writeUInt32LE(label.length, magic.length);
  const putting = putInPlace(path, inLots([start, label], head, rest));
  for (let step = putting.next(); ; step = putting.next()) {
    if (step.done) return step.value;
    await turns.next();
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

export function sumOf(...pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('base64');
}

const lotSize = 1024 * 1024;

/** Small parts are written together. */
function* inLots(...lists: readonly (readonly Uint8Array[])[]): Generator<Uint8Array> {
  let lot: Uint8Array[] = [];
  let size = 0;
  for (const parts of lists) {
    for (const part of parts) {
      lot.push(part);
      size += part.length;
      if (size < lotSize) continue;
      yield Buffer.concat(lot);
      lot = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(lot);
}

function readExactly(handle: number, at: number, length: number): Buffer | null {
  const buffer = Buffer.allocUnsafeSlow(length);
  for (let filled = 0; filled < length; ) {
    const count = readSync(handle, buffer, filled, Math.min(length - filled, 1 << 30), at + filled);
    if (count === 0) return null;
    filled += count;
  }
  return buffer;
}

/** In short turns. */
async function readSlowly(handle: number, at: number, length: number): Promise<Buffer | null> {
  const turns = new Turns();
  try {
    const buffer = Buffer.allocUnsafeSlow(length);
    for (let filled = 0; filled < length; ) {
      const count = readSync(handle, buffer, filled, Math.min(length - filled, lotSize), at + filled);
      if (count === 0) return null;
      filled += count;
      await turns.next();
    }
    return buffer;
  } catch {
    return null;
  }
}
