/** Reads files into an engine: each is understood and let go, so that memory does not follow the texts. */
import { getHeapStatistics } from 'node:v8';
import type { Finding } from '@okr-language/core';
import { type DiskProblem, readTextNow } from '@okr-language/files';
import { type IndexedFile, indexFiles, unpacked } from '@okr-language/indexer';
import { OkrWorkspace } from '@okr-language/language';
import type { Choice } from './choosing.ts';
import { pathIn, type SourceOptions, type Sources } from './sources.ts';

export interface Reading extends Choice {
  readonly workspace: OkrWorkspace;
  /** By address, what is there and could not be read at all. */
  readonly unreadable: ReadonlyMap<string, DiskProblem>;
  /** How many `.okr` files were read. */
  readonly fileCount: number;
  /** By path, all of them where they are to be kept for the next time, else none. */
  readonly indexed: ReadonlyMap<string, IndexedFile>;
  /** Whether something is different from what was kept the last time. */
  readonly isNews: boolean;
}

export interface ReadingOptions extends SourceOptions {
  readonly onInternalError?: (where: string, error: unknown) => void;
  /** Told how many of all files have been read, or checked: `what` says which. */
  readonly onProgress?: (what: 'Reading' | 'Checking', done: number, all: number) => void;
  /** Told what is found in a file each time that is worked out, where the files are kept up with. */
  readonly onFindings?: (uri: string, findings: readonly Finding[]) => void;
}

/** What the engine keeps of each file in the heap, whatever stands in it. */
const heapAFile = 4_000;
/** What the objects of a whole project take for each byte of its stored files. */
const heapAByte = 24;
/** Where that is too much it is looked at in parts, which take more for each byte: what lies around them comes on top. */
const shareOfPart = 1 / 200;
const leastAtOnce = 1_000_000;

/** How many bytes of stored files are looked at together: all of them where that takes less than half of the memory that there is. */
function bytesAtOnce(files: number, bytes: number): number {
  const left = getHeapStatistics().heap_size_limit - files * heapAFile;
  return bytes * heapAByte < left / 2 ? Number.POSITIVE_INFINITY : Math.max(leastAtOnce, left * shareOfPart);
}

/** Never throws for what is on the disk. */
export async function readProjects(sources: Sources, options: ReadingOptions): Promise<Reading> {
  const { choice, configs, compared, cache } = sources;
  let fileCount = 0;
  let bytes = 0;
  const workspace = new OkrWorkspace({
    today: options.today,
    ...(options.base ? { base: options.base } : {}),
    folders: choice.folders,
    get bytesAtOnce() {
      return bytesAtOnce(fileCount, bytes);
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
  const indexed = new Map<string, IndexedFile>();
  const keeps = cache !== null || options.onFindings !== undefined;
  const take = (file: IndexedFile) => {
    const { path, uri, mark, problem, body } = file;
    if (mark === null && problem) unreadable.set(uri, problem);
    workspace.take(uri, unpacked(body), mark, problem);
    fileCount++;
    bytes += body.length;
    if (keeps) indexed.set(path, file);
  };
  const left: string[] = [...compared.changed];
  await cache?.files.load();
  for (const file of filesKept(sources, left)) take(file);
  const all = compared.same.size + compared.changed.length;
  const onTrouble = (message: string) => options.onInternalError?.('reading', message);
  for await (const lot of indexFiles(left, { onTrouble })) {
    for (const file of lot) take(file);
    options.onProgress?.('Reading', fileCount, all);
  }
  const isNews = left.length > 0 || cache?.files.size !== indexed.size;
  return { ...choice, workspace, unreadable, fileCount, indexed, isNews };
}

/** What was kept of the files that are still the same; those of which it is damaged are put to `left`. */
function* filesKept({ choice, compared, cache }: Sources, left: string[]): Generator<IndexedFile> {
  if (!cache) return;
  const uris = new Map([...choice.files].map(([uri, path]) => [path, uri]));
  for (const [path, { mark, problem }] of compared.same) {
    const body = cache.files.body(path);
    const uri = uris.get(path);
    if (body && uri !== undefined) yield { path, uri, mark, problem, body };
    else left.push(path);
  }
}
