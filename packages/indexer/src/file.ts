/** One file from the disk as the engine takes it. */

import type { OkrFile } from '@okr-language/core';
import { type DiskProblem, type ReadFile, uriOf } from '@okr-language/files';
import { decodeFile, markOf, type StoredFile, storedOf, type TextMark, understood } from '@okr-language/language';

export interface IndexedFile {
  readonly path: string;
  /** `uriOf(path)` */
  readonly uri: string;
  /** Tells the text that was read from any other; null where there was none to read. */
  readonly mark: TextMark | null;
  /** Why the file could not be read, or what of it could not. */
  readonly problem: DiskProblem | null;
  /** The file itself, see `unpacked`: in this form it is handed over and kept, outside of the heap. */
  readonly body: Uint8Array;
}

/** Understands what was read; the text is let go. Never throws. */
export function indexed({ path, uri, text, problem }: ReadFile): IndexedFile {
  const mark = text === null ? null : markOf(text);
  return { path, uri, mark, problem, body: packed(understood(uri, text, problem)) };
}

/** What stands for a file that cannot be read at all. */
export function unreadable(path: string, problem: DiskProblem): IndexedFile {
  return indexed({ path, uri: uriOf(path), text: null, problem });
}

/** What `unpacked` and `fileIn` give back: four bytes for the length of the keys, the keys as JSON, the bytes of the file. */
export function packed(file: OkrFile): Uint8Array {
  const { bytes, keys } = storedOf(file);
  const names = Buffer.from(JSON.stringify(keys));
  const body = Buffer.allocUnsafeSlow(4 + names.length + bytes.length);
  body.writeUInt32LE(names.length);
  body.set(names, 4);
  body.set(bytes, 4 + names.length);
  return body;
}

/** The file in a body, as `OkrWorkspace.take` takes it. */
export function unpacked(body: Uint8Array): StoredFile {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  const end = 4 + buffer.readUInt32LE();
  return { keys: JSON.parse(buffer.toString('utf8', 4, end)) as string[], bytes: body.subarray(end) };
}

/** The same as a file of the model. Throws a `RangeError` where the bytes are damaged. */
export function fileIn({ uri, body }: Pick<IndexedFile, 'uri' | 'body'>): OkrFile {
  const names = Buffer.from(body.buffer, body.byteOffset, body.length).readUInt32LE();
  return decodeFile(uri, body.subarray(4 + names));
}
