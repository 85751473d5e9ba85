/** The findings of all files: those that are kept where nothing has changed since, else worked out and kept. */
import { type Cascade, lineStartsOf } from '@okr-language/core';
import { readTextNow } from '@okr-language/files';
import { type CheckedFile, placedFinding, RunWriter } from '@okr-language/indexer';
import { isSame, markOf, type OkrWorkspace } from '@okr-language/language';
import type { Choice } from './choosing.ts';
import { type Reading, type ReadingOptions, readProjects } from './reading.ts';
import { digestOfRun, pathIn, type Sources } from './sources.ts';

export interface Checked {
  readonly choice: Choice;
  /** Project by project, in the order of addresses. Worked out when they are gone through first; what was found is then kept outside of the heap. */
  readonly files: Iterable<CheckedFile>;
  /** Whether a file is there and could not be read at all. */
  isUnreadable(uri: string): boolean;
  /** Null where the project is not there, or was not read because nothing in it has changed. */
  cascadeOf(root: string): Cascade | null;
  /** The texts, for a look at the lines in question. */
  readonly texts: Pick<OkrWorkspace, 'text' | 'lineStarts'>;
  /** Keeps for the next time what is not kept yet. Takes its time: the person has the report by then. */
  keep(): Promise<void>;
}

export interface CheckingOptions extends ReadingOptions {
  /** Whether cascades will be asked for: then everything is read in any case. */
  readonly needsCascades: boolean;
}

export async function checkSources(sources: Sources, options: CheckingOptions): Promise<Checked> {
  const { cache, compared } = sources;
  if (cache && !options.needsCascades && compared.changed.length === 0) {
    const files = cache.run(digestOfRun(sources, compared.same, options));
    if (files) return asBefore(sources, files);
  }
  return anew(sources, await readProjects(sources, options), options);
}

function asBefore({ choice, configs, compared, cache }: Sources, files: Iterable<CheckedFile>): Checked {
  cache?.files.close();
  const unreadable = new Set(choice.unreachable.keys());
  for (const { uri, text } of configs) if (text === null) unreadable.add(uri);
  const configTexts = new Map(configs.map(({ uri, text }) => [uri, text]));
  const textOf = (uri: string): string | null => {
    const config = configTexts.get(uri);
    if (config !== undefined) return config;
    const path = pathIn(choice, uri);
    const text = path === null ? null : readTextNow(path);
    return path !== null && text !== null && isSame(markOf(text), compared.same.get(path)?.mark ?? null) ? text : null;
  };
  let last: { readonly uri: string; readonly text: string | null } | null = null;
  const text = (uri: string) => {
    if (last?.uri !== uri) last = { uri, text: textOf(uri) };
    return last.text;
  };
  return {
    choice,
    files,
    isUnreadable: (uri) => unreadable.has(uri),
    cascadeOf: () => null,
    texts: { text, lineStarts: (uri) => lineStartsOf(text(uri) ?? '') },
    async keep() {},
  };
}

function anew(sources: Sources, reading: Reading, options: CheckingOptions): Checked {
  const { workspace, isNews } = reading;
  const { cache } = sources;
  const found = reading.isWhole ? ([] as CheckedFile[]) : new RunWriter();
  const lineStarts = (uri: string) => workspace.lineStarts(uri);
  let isDone = false;
  function* find(): Generator<CheckedFile> {
    let done = 0;
    for (const { root, uri, findings } of workspace.check()) {
      options.onProgress?.('Checking', ++done, reading.fileCount);
      const file = { root, uri, findings: findings.map((finding) => placedFinding(finding, lineStarts)) };
      found.push(file);
      yield file;
    }
    isDone = true;
  }
  return {
    choice: sources.choice,
    files: { [Symbol.iterator]: () => (isDone ? found[Symbol.iterator]() : find()) },
    isUnreadable: (uri) => reading.unreadable.has(uri),
    cascadeOf: (root) => workspace.project(root)?.cascade ?? null,
    texts: workspace,
    async keep() {
      if (!cache) return;
      const files = [...reading.toKeep()];
      if (isNews) await cache.keepFiles(files);
      const digest = digestOfRun(
        sources,
        files.map((file) => [file.path, file]),
        options,
      );
      await cache.keepRun(digest, found);
    },
  };
}
