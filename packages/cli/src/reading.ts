/** Reads the files of some projects into an engine, as a whole where that fits into memory, else so that memory does not follow the texts. */
import type { Finding } from '@okr-language/core';
import { type DiskProblem, readTextNow } from '@okr-language/files';
import type { IndexedFile } from '@okr-language/indexer';
import { OkrWorkspace } from '@okr-language/language';
import type { Choice } from './choosing.ts';
import { prepareEngine } from './engine.ts';
import { bytesAtOnce, fitsAsAWhole, memoryHere } from './memory.ts';
import { readAsAWhole } from './readAsAWhole.ts';
import { readStored } from './readStored.ts';
import { pathIn, type SourceOptions, type Sources } from './sources.ts';

export interface Reading extends Choice {
  readonly workspace: OkrWorkspace;
  /** By address, what is there and could not be read at all. */
  readonly unreadable: ReadonlyMap<string, DiskProblem>;
  /** How many `.okr` files were read. */
  readonly fileCount: number;
  /** Whether everything is in memory as it is. */
  readonly isWhole: boolean;
  /** Whether something is different from what was kept the last time. */
  readonly isNews: boolean;
  /** What may be kept of all files for the next time, made one by one; none where it is known beforehand that nothing is kept. */
  toKeep(): Iterable<IndexedFile>;
}

export interface ReadingOptions extends SourceOptions {
  readonly onInternalError?: (where: string, error: unknown) => void;
  /** Told how many of all files have been read, or checked: `what` says which. */
  readonly onProgress?: (what: 'Reading' | 'Checking', done: number, all: number) => void;
  /** Bytes of heap that there are, unless those of this process. */
  readonly memory?: number;
  /** Told what is found in a file each time that is worked out, where the files are kept up with. */
  readonly onFindings?: (uri: string, findings: readonly Finding[]) => void;
}

/** What came of reading the files of goals. */
export interface GoalsRead {
  readonly fileCount: number;
  readonly isNews: boolean;
  toKeep(): Iterable<IndexedFile>;
}

/** Where files are read into. */
export interface Into {
  readonly workspace: OkrWorkspace;
  readonly unreadable: Map<string, DiskProblem>;
}

/** Never throws for what is on the disk. */
export async function readProjects(sources: Sources, options: ReadingOptions): Promise<Reading> {
  const { choice, configs, compared } = sources;
  const memory = options.memory ?? memoryHere();
  const paths = [...compared.same.keys(), ...compared.changed];
  const isWhole = !options.onFindings && fitsAsAWhole(paths, memory);
  if (isWhole) prepareEngine(paths.length);
  const stored = { files: 0, bytes: 0 };
  const workspace = new OkrWorkspace({
    today: options.today,
    ...(options.base ? { base: options.base } : {}),
    folders: choice.folders,
    get bytesAtOnce() {
      return isWhole ? Number.POSITIVE_INFINITY : bytesAtOnce(stored, memory);
    },
    readText(uri) {
      const path = pathIn(choice, uri);
      return path === null ? null : readTextNow(path);
    },
    ...(options.onFindings ? { onFindings: options.onFindings } : {}),
    ...(options.onInternalError ? { onInternalError: options.onInternalError } : {}),
  });
  const unreadable = new Map<string, DiskProblem>();
  const withoutText = [
    ...configs,
    ...[...choice.unreachable].map(([uri, { problem }]) => ({ uri, text: null, problem })),
  ];
  // Configurations first: each new one makes the engine sort the files it knows into projects anew.
  for (const { uri, text, problem } of withoutText) {
    if (text === null && problem) unreadable.set(uri, problem);
    workspace.set(uri, text, problem, false);
  }
  const into = { workspace, unreadable };
  const goals = isWhole ? await readAsAWhole(sources, options, into) : await readStored(sources, options, into, stored);
  return { ...choice, workspace, unreadable, isWhole, ...goals };
}
