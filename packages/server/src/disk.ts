import type { FileProblem } from '@okr-language/core';
import type { IndexedFile } from '@okr-language/indexer';

/** A file as it stands on the disk: its text, or what is wrong with it, or both where a part could not be read. */
export interface DiskFile {
  readonly uri: string;
  readonly text: string | null;
  readonly problem: Pick<FileProblem, 'code' | 'message'> | null;
}

/** Files that were found together. */
export interface Lot {
  /** Configurations, and what could not be read at all. */
  readonly plain: readonly DiskFile[];
  /** Goals, understood already. */
  readonly indexed: readonly IndexedFile[];
}

export interface FolderOptions {
  /** What a configuration says that is open in the editor; null for all others. */
  readonly configText: (uri: string) => string | null;
  /** Where to keep what was read for the next start; null for nowhere. */
  readonly storage: string | null;
  /** Whether the folders in it are looked into as well. */
  readonly deep: boolean;
}

/** What the server asks of a disk. Nothing here rejects: trouble with a file is said on that file. */
export interface Disk {
  /** One spelling for each file, however an editor percent-encodes its address. */
  sameUri(uri: string): string;
  /** Every `.okr` file and every `okr.config.json` below a folder, but for what configurations leave out; configurations come first. */
  readFolder(uri: string, options: FolderOptions): AsyncIterable<Lot>;
  /**
   * What tells each file of a folder that would be read from the same one after a change, without reading any: dates and sizes, by address.
   */
  states(uri: string, options: Omit<FolderOptions, 'storage'>): Promise<ReadonlyMap<string, string>>;
  /**
   * Some files as they stand now, each in the folder that was read; those that are not there, and those that a search in the folder would not
   * come to, are left out. No link leads out of the folder.
   */
  readFiles(files: readonly { readonly uri: string; readonly folder: string }[]): AsyncIterable<Lot>;
  /** The text of one file, at once; null where it is not there or cannot be read. */
  readNow(uri: string): string | null;
  /** Whether there is a folder in another one that a search in that one would look into, or that one itself; no link leads out of it. */
  isFolder(uri: string, around: string): Promise<boolean>;
  /** The folder of the project that a file or folder belongs to by a configuration at or above it; null where there is none. */
  configuredFolder(uri: string): Promise<string | null>;
}
