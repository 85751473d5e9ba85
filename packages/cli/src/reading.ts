/** Reads the files that were chosen into an engine: each is understood and let go, so that memory does not follow the texts. */
import type { Config, Day } from '@okr-language/core';
import { type DiskProblem, pathOf, readTextFile, readTextNow } from '@okr-language/files';
import { indexFiles } from '@okr-language/indexer';
import { isConfigFile, OkrWorkspace } from '@okr-language/language';
import { type Choice, chooseFiles } from './choosing.ts';

export interface Reading extends Choice {
  readonly workspace: OkrWorkspace;
  /** By address, what is there and could not be read at all. */
  readonly unreadable: ReadonlyMap<string, DiskProblem>;
}

export interface ReadingOptions {
  readonly cwd: string;
  readonly today: Day;
  /** What holds where a project's configuration says nothing. */
  readonly base?: Config;
  readonly onInternalError?: (where: string, error: unknown) => void;
}

/** Reads the projects of all named paths; without paths, of the folder one is in. Never throws for what is on the disk. */
export async function readProjects(paths: readonly string[], options: ReadingOptions): Promise<Reading> {
  const choice = await chooseFiles(paths, options.cwd);
  const workspace = new OkrWorkspace({
    today: options.today,
    ...(options.base ? { base: options.base } : {}),
    folders: choice.folders,
    readText: (uri) => {
      const path = choice.files.get(uri) ?? pathOf(uri);
      return path === null ? null : readTextNow(path);
    },
    ...(options.onInternalError ? { onInternalError: options.onInternalError } : {}),
  });
  const unreadable = new Map<string, DiskProblem>();
  const goals: string[] = [];
  // Configurations first: each new one makes the engine sort the files it knows into projects anew.
  for (const [uri, path] of choice.files) {
    if (!isConfigFile(uri)) {
      goals.push(path);
      continue;
    }
    const { text, problem } = await readTextFile(path);
    if (text === null && problem) unreadable.set(uri, problem);
    workspace.set(uri, text, problem, false);
  }
  for (const [uri, { problem }] of choice.unreachable) {
    unreadable.set(uri, problem);
    workspace.set(uri, null, problem, false);
  }
  const onTrouble = (message: string) => options.onInternalError?.('reading', message);
  for await (const lot of indexFiles(goals, { onTrouble })) {
    for (const { uri, stored, mark, problem } of lot) {
      if (mark === null && problem) unreadable.set(uri, problem);
      workspace.take(uri, stored, mark, problem);
    }
  }
  return { ...choice, workspace, unreadable };
}
