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
  /** The file itself, in the form in which it is handed over and kept, outside of the heap. */
  readonly body: Body;
}

/** Apart from each other: who has taken a file needs its keys no more, but its bytes as long as it is there. */
export interface Body {
  /** The keys under which others find something in it, as JSON. */
  readonly keys: Uint8Array;
  readonly bytes: Uint8Array;
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

/** What `unpacked` and `fileIn` give back. */
export function packed(file: OkrFile): Body {
  const { bytes, keys } = storedOf(file);
  return { keys: Buffer.from(JSON.stringify(keys)), bytes };
}

/** The file in a body, as `OkrWorkspace.take` takes it. */
export function unpacked({ keys, bytes }: Body): StoredFile {
  const text = Buffer.from(keys.buffer, keys.byteOffset, keys.length).toString();
  return { keys: JSON.parse(text) as string[], bytes };
}

/** The same as a file of the model. Throws a `RangeError` where the bytes are damaged. */
export function fileIn({ uri, body }: Pick<IndexedFile, 'uri' | 'body'>): OkrFile {
  return decodeFile(uri, body.bytes);
}
