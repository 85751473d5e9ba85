/** What a command is about to read: the files, which of them are still as they were read last time, and what is kept of that. */
import { type Config, type Day, formatIsoDay } from '@okr-language/core';
import { pathOf, type ReadFile, readTextFile } from '@okr-language/files';
import { Cache, type Compared, compare, digestOf, type IndexedFile, type KeptFiles } from '@okr-language/indexer';
import { isConfigFile } from '@okr-language/language';
import { type Choice, chooseFiles } from './choosing.ts';

export interface SourceOptions {
  readonly cwd: string;
  readonly today: Day;
  /** What holds where a project's configuration says nothing, and its name. */
  readonly base?: Config;
  readonly profile?: string;
  /** The folder for what is kept; null where nothing is to be. */
  readonly cache: string | null;
}

export interface Sources {
  readonly choice: Choice;
  readonly configs: readonly ReadFile[];
  readonly compared: Compared;
  readonly cache: Cache | null;
}

/** Never throws for what is on the disk. */
export async function findSources(paths: readonly string[], options: SourceOptions): Promise<Sources> {
  const choice = await chooseFiles(paths, options.cwd);
  const configs: ReadFile[] = [];
  const goals: string[] = [];
  for (const [uri, path] of choice.files) {
    if (isConfigFile(uri)) configs.push(await readTextFile(path));
    else goals.push(path);
  }
  const flat = choice.flat.map((folder) => `${folder}/*`);
  const about = [...choice.folders, ...flat, ...configs.map(({ uri }) => uri)].sort();
  const cache = options.cache === null ? null : Cache.open({ folder: options.cache, about });
  const compared = await compare(goals, (path) => cache?.files.mark(path) ?? null);
  return { choice, configs, compared, cache };
}

/** Different as soon as anything is different that findings depend on. `marks` are all files, by path. */
export function digestOfRun(
  { choice, configs }: Sources,
  marks: Iterable<readonly [path: string, Pick<IndexedFile, 'mark' | 'problem'>]>,
  { today, profile = '' }: SourceOptions,
): string {
  const files = [...marks].sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf([
    [formatIsoDay(today), profile, [...choice.folders].sort()],
    ...configs.map(({ path, text, problem }) => [path, text, problem]),
    ...[...choice.unreachable.values()].map(({ path, problem }) => [path, problem]),
    ...files.map(([path, { mark, problem }]) => [path, mark?.length, mark?.hash, problem]),
  ]);
}

/** The path that belongs to an address; a file that was chosen is reached as it was found. */
export function pathIn({ files }: Choice, uri: string): string | null {
  return files.get(uri) ?? pathOf(uri);
}

/** What was kept of the files that are still the same; those of which it is damaged are put to `left`. */
export async function filesKept({ choice, compared, cache }: Sources, left: string[]): Promise<Iterable<IndexedFile>> {
  if (!cache) return [];
  await cache.files.load();
  const uris = new Map([...choice.files].map(([uri, path]) => [path, uri]));
  function* each(files: KeptFiles): Generator<IndexedFile> {
    for (const [path, { mark, problem }] of compared.same) {
      const body = files.body(path);
      const uri = uris.get(path);
      if (body && uri !== undefined) yield { path, uri, mark, problem, body };
      else left.push(path);
    }
  }
  return each(cache.files);
}
