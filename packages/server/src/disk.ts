import type { FileProblem } from '@okr-language/core';

/** A file as it stands on the disk: its text, or what is wrong with it, or both where a part could not be read. */
export interface DiskFile {
  readonly uri: string;
  readonly text: string | null;
  readonly problem: Pick<FileProblem, 'code' | 'message'> | null;
}

/** What the server asks of a disk. Nothing here rejects: trouble with a file is said on that file. */
export interface Disk {
  /** One spelling for each file, however an editor percent-encodes its address. */
  sameUri(uri: string): string;
  /** Every `.okr` file and every `okr.config.json` below a folder. */
  readFolder(uri: string): Promise<readonly DiskFile[]>;
  /** The text of one file, at once; null where it is not there or cannot be read. */
  readNow(uri: string): string | null;
  /** One file of a folder; null where it is not there. No link leads out of the folder. */
  readFile(uri: string, folder: string): Promise<DiskFile | null>;
  /** The folder of the project that a file or folder belongs to by a configuration at or above it; null where there is none. */
  configuredFolder(uri: string): Promise<string | null>;
}
