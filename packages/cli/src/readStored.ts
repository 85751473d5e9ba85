/** Reads files with the help of worker threads and keeps them as bytes: each is understood and let go. */
import { type IndexedFile, indexFiles, unpacked } from '@okr-language/indexer';
import type { GoalsRead, Into, ReadingOptions } from './reading.ts';
import { filesKept, type Sources } from './sources.ts';

/** `stored` is told how many files there are so far, and how many bytes. */
export async function readStored(
  sources: Sources,
  { onProgress, onInternalError, onFindings }: ReadingOptions,
  { workspace, unreadable }: Into,
  stored: { files: number; bytes: number },
): Promise<GoalsRead> {
  const { compared, cache } = sources;
  const indexed = new Map<string, IndexedFile>();
  const keeps = cache !== null || onFindings !== undefined;
  const take = (file: IndexedFile) => {
    const { path, uri, mark, problem, body } = file;
    if (mark === null && problem) unreadable.set(uri, problem);
    workspace.take(uri, unpacked(body), mark, problem);
    stored.files++;
    stored.bytes += body.bytes.length;
    if (keeps) indexed.set(path, file);
  };
  const left: string[] = [...compared.changed];
  for (const file of await filesKept(sources, left)) take(file);
  const all = compared.same.size + compared.changed.length;
  const onTrouble = (message: string) => onInternalError?.('reading', message);
  for await (const lot of indexFiles(left, { onTrouble })) {
    for (const file of lot) take(file);
    onProgress?.('Reading', stored.files, all);
  }
  const isNews = left.length > 0 || cache?.files.size !== indexed.size;
  return { fileCount: stored.files, toKeep: () => indexed.values(), isNews };
}
