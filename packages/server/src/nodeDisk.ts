import { lstat, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseConfig } from '@okr-language/core';
import {
  configFileName,
  findFiles,
  inParallel,
  isEntered,
  isWithinReach,
  leadsOut,
  leadsOutOf,
  nearestProjectFolder,
  pathOf,
  type ReadFile,
  readTextInside,
  readTextNow,
  realDisk,
  sameUri,
  uriOf,
} from '@okr-language/files';
import { Cache, compare, type IndexedFile, indexFiles } from '@okr-language/indexer';
import { ignoreMatcher } from '@okr-language/language';
import type { Disk, DiskFile, FolderOptions, Lot } from './disk.ts';
import type { Log } from './guard.ts';

/** Files that were kept are handed on in lots of so many. */
const together = 50;

/** What was read is kept for the next start when everything else is done. */
const keepAfterMs = 3_000;

/** The disk of the machine that the server runs on. */
export function nodeDisk(log: Log): Disk {
  const onTrouble = (message: string) => log(`reading: ${message}`);
  return {
    sameUri,

    async *readFolder(uri, options) {
      const path = pathOf(uri);
      if (path !== null) yield* readFolder(path, options, onTrouble);
    },

    async states(uri, { configText, deep }) {
      const path = pathOf(uri);
      if (path === null) return new Map();
      const { found } = await search(path, configText, deep);
      return new Map(await inParallel(found.paths, async (one) => [uriOf(one), await stateOf(one)] as const));
    },

    async *readFiles(files) {
      const found = await inParallel(files, lookAt);
      const plain = found.filter((file) => file !== null && typeof file !== 'string') as readonly ReadFile[];
      if (plain.length > 0) yield { plain: plain.map(asDiskFile), indexed: [] };
      const goals = found.filter((file) => typeof file === 'string') as readonly string[];
      for await (const indexed of indexFiles(goals, { aside: true, onTrouble })) yield { plain: [], indexed };
    },

    readNow(uri) {
      const path = pathOf(uri);
      return path === null ? null : readTextNow(path);
    },

    async isFolder(uri, around) {
      const [path, outer] = [pathOf(uri), pathOf(around)];
      if (path === null || outer === null || !isEntered(path, outer) || (await leadsOutOf(path, outer))) return false;
      return (await realDisk.kindOf(path).catch(() => null)) === 'folder';
    },

    async configuredFolder(uri) {
      const path = pathOf(uri);
      if (path === null) return null;
      const folder = (await nearestProjectFolder(path)) ?? (await nearestProjectFolder(dirname(path)));
      return folder === null ? null : uriOf(folder);
    },
  };
}

async function* readFolder(
  folder: string,
  { configText, storage, deep }: FolderOptions,
  onTrouble: (message: string) => void,
): AsyncGenerator<Lot> {
  const { found, configs } = await lookThrough(folder, configText, deep);
  // One that went in the meantime is no folder with a problem.
  if (found.folders.size === 0 && (await lstat(folder).catch(() => null)) === null) return;
  const unreachable = found.problems.map(({ path, problem }) => ({ uri: uriOf(path), text: null, problem }));
  yield { plain: [...configs.map(asDiskFile), ...unreachable], indexed: [] };

  const goals = found.paths.filter((path) => !isConfig(path));
  const cache = storage === null ? null : Cache.open({ folder: storage, about: [uriOf(folder)] });
  const { same, changed } = await compare(goals, (path) => cache?.files.mark(path) ?? null);
  const read: IndexedFile[] = [];
  const left = [...changed];
  if (same.size > 0) await cache?.files.load();
  for (const [path, { mark, problem }] of same) {
    const body = cache?.files.body(path);
    if (body) read.push({ path, uri: uriOf(path), mark, problem, body });
    else left.push(path);
  }
  for (let at = 0; at < read.length; at += together) yield { plain: [], indexed: read.slice(at, at + together) };
  for await (const indexed of indexFiles(left, { aside: true, onTrouble })) {
    if (cache) for (const file of indexed) read.push(file);
    yield { plain: [], indexed };
  }
  cache?.files.close();
  const isNews = left.length > 0 || cache?.files.size !== read.length;
  if (cache && isNews) setTimeout(() => void cache.keepFiles(read), keepAfterMs);
}

/** So often a search is begun again because a configuration changed meanwhile. */
const mostSearches = 5;

/** What is found by configurations as they are handed over: one that changes during the search would leave out what it does not name. */
async function lookThrough(folder: string, configText: FolderOptions['configText'], deep: boolean) {
  for (let searches = 1; ; searches++) {
    const { found, used } = await search(folder, configText, deep);
    const configs = await inParallel(found.paths.filter(isConfig), (path) => readTextInside(path, folder));
    const isSettled = configs.every(({ uri, text }) => text === null || used.has(text) || configText(uri) !== null);
    if (isSettled || searches === mostSearches) return { found, configs };
  }
}

/** What is found, and the configurations that told what to leave out. */
async function search(folder: string, configText: FolderOptions['configText'], deep: boolean) {
  const used = new Set<string>();
  const found = await findFiles(folder, {
    ignoredBy: (text) => {
      used.add(text);
      return ignoreMatcher(parseConfig(text).config.ignore);
    },
    configText: (path) => configText(uriOf(path)),
    deep,
  });
  return { found, used };
}

/** A copy may bring its date of change along, but not the one of its entry. */
async function stateOf(path: string): Promise<string> {
  try {
    const { mtimeNs, ctimeNs, size, ino } = await stat(path, { bigint: true });
    return [mtimeNs, ctimeNs, size, ino].join(' ');
  } catch {
    return '';
  }
}

/** A configuration or what is wrong with a file; of goals the path; null for what is not there, or is none of ours. */
async function lookAt({ uri, folder }: { uri: string; folder: string }): Promise<ReadFile | string | null> {
  const path = pathOf(uri);
  const around = pathOf(folder);
  if (path === null || around === null || !isWithinReach(path, around)) return null;
  try {
    await lstat(path); // a link that leads nowhere is there too, and is worth a word
  } catch {
    return null;
  }
  if (isConfig(path)) return readTextInside(path, around);
  return (await leadsOutOf(path, around)) ? { path, uri: uriOf(path), text: null, problem: leadsOut } : path;
}

function isConfig(path: string): boolean {
  return basename(path) === configFileName;
}

function asDiskFile({ uri, text, problem }: ReadFile): DiskFile {
  return { uri, text, problem };
}
