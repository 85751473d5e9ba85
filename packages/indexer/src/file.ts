/** One file from the disk as the engine takes it. */
import { type DiskProblem, type ReadFile, uriOf } from '@okr-language/files';
import { markOf, type StoredFile, storedOf, type TextMark, understood } from '@okr-language/language';

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
  return { path, uri, mark, problem, body: packed(storedOf(understood(uri, text, problem))) };
}

/** What stands for a file that cannot be read at all. */
export function unreadable(path: string, problem: DiskProblem): IndexedFile {
  return indexed({ path, uri: uriOf(path), text: null, problem });
}

/** Four bytes for the length of the keys, the keys as JSON, the bytes of the file. */
function packed({ bytes, keys }: StoredFile): Uint8Array {
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
