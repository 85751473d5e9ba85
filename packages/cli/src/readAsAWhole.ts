/** Reads everything and keeps it as it is, on this thread: nothing is handed over, written as bytes or looked up in tables. */
import { type DiskProblem, readInOrder } from '@okr-language/files';
import { fileIn, type IndexedFile, packed } from '@okr-language/indexer';
import { isConfigFile } from '@okr-language/language';
import type { GoalsRead, Into, ReadingOptions } from './reading.ts';
import { filesKept, type Sources } from './sources.ts';

export async function readAsAWhole(
  sources: Sources,
  { onProgress }: ReadingOptions,
  { workspace, unreadable }: Into,
): Promise<GoalsRead> {
  const { choice, compared, cache } = sources;
  const all = compared.same.size + compared.changed.length;
  let fileCount = 0;
  const kept = new Map<string, IndexedFile>();
  const problems = new Map<string, DiskProblem>();
  const left: string[] = [...compared.changed];
  for (const file of await filesKept(sources, left)) {
    workspace.hold(fileIn(file), file.mark, file.problem);
    kept.set(file.uri, file);
    onProgress?.('Reading', ++fileCount, all);
  }
  for await (const lot of readInOrder(left)) {
    for (const { uri, text, problem } of lot) {
      if (problem) problems.set(uri, problem);
      if (text === null && problem) unreadable.set(uri, problem);
      workspace.set(uri, text, problem);
      fileCount++;
    }
    onProgress?.('Reading', fileCount, all);
  }
  function* toKeep(): Generator<IndexedFile> {
    for (const [uri, path] of choice.files) {
      if (isConfigFile(uri)) continue;
      const file = workspace.file(uri);
      const before = kept.get(uri);
      if (before) yield before;
      else if (file) {
        const problem = problems.get(uri) ?? null;
        yield { path, uri, mark: workspace.markOf(uri), problem, body: packed(file) };
      }
    }
  }
  return { fileCount, toKeep, isNews: left.length > 0 || cache?.files.size !== kept.size };
}
