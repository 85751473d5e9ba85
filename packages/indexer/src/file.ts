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
  readonly stored: StoredFile;
}

/** Understands what was read; the text is let go. Never throws. */
export function indexed({ path, uri, text, problem }: ReadFile): IndexedFile {
  const mark = text === null ? null : markOf(text);
  return { path, uri, mark, problem, stored: storedOf(understood(uri, text, problem)) };
}

/** What stands for a file that cannot be read at all. */
export function unreadable(path: string, problem: DiskProblem): IndexedFile {
  return indexed({ path, uri: uriOf(path), text: null, problem });
}
