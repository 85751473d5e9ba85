/**
 * From the paths on the command line to the files of projects, which are always read whole.
 *
 * A project is the nearest folder upwards that holds `okr.config.json`; where there is none, the folder that was named, for a file the
 * files beside it. What lies deeper is not read for a file: in a home folder that would be all of it. Of named folders without configuration
 * that lie in one another the outermost counts, so that naming both says the same as naming the outer one.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { parseConfig } from '@okr-language/core';
import {
  configFileName,
  type DiskProblem,
  findFiles,
  isWanted,
  leadsOut,
  leadsOutOf,
  nearestProjectFolder,
  readTextInside,
  realDisk,
  uriOf,
} from '@okr-language/files';
import { ignoreMatcher } from '@okr-language/language';
import { shownPath } from './paths.ts';

export interface Choice {
  /** By address, the path of every file of all projects, configurations included. */
  readonly files: ReadonlyMap<string, string>;
  /** By address, folders and the like that should have been read and cannot be. */
  readonly unreachable: ReadonlyMap<string, { readonly path: string; readonly problem: DiskProblem }>;
  /** Paths of all folders that were looked into. */
  readonly visited: ReadonlySet<string>;
  /** Addresses of those that were asked for. */
  readonly chosen: ReadonlySet<string>;
  /** Addresses of folders that are projects without a configuration. */
  readonly folders: readonly string[];
  /** Addresses of those folders of which only the files were looked at and not the folders in them. */
  readonly flat: readonly string[];
  /** What is wrong with the paths themselves; each makes the command end with 2. */
  readonly troubles: readonly string[];
  /** What people may like to know and need not act on. */
  readonly notes: readonly string[];
}

interface Named {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** The folder of the project it belongs to. */
  readonly project: string;
  readonly configured: boolean;
}

/** Finds the files of the projects of all named paths; without paths, of the folder one is in. Never throws for what is on the disk. */
export async function chooseFiles(paths: readonly string[], cwd: string): Promise<Choice> {
  const troubles: string[] = [];
  const placed: Named[] = [];
  for (const typed of paths.length === 0 ? ['.'] : paths) {
    const path = resolve(cwd, typed);
    const kind = await kindOfNamed(typed, path);
    if (kind.trouble !== null) troubles.push(kind.trouble);
    else placed.push(await placeNamed(path, kind.kind));
  }
  const named = inOuterFolders(placed);

  const files = new Map<string, string>();
  const unreachable = new Map<string, { readonly path: string; readonly problem: DiskProblem }>();
  const visited = new Set<string>();
  const notes = new Set<string>();
  const find = async (folder: string, deep = true) => {
    if (visited.has(folder)) return;
    const found = await findFiles(folder, { ignoredBy: ignoredByConfig, deep });
    for (const path of found.paths) files.set(uriOf(path), path);
    for (const problem of found.problems) unreachable.set(uriOf(problem.path), problem);
    for (const one of found.folders) visited.add(one);
    for (const note of found.notes) notes.add(note);
  };
  const roots = [...new Set(named.map((one) => one.project))].sort((a, b) => a.length - b.length);
  const deep = new Set(named.filter((one) => one.configured || one.kind === 'folder').map((one) => one.project));
  const flat = roots.filter((root) => !deep.has(root));
  for (const root of roots) await find(root, deep.has(root));

  const chosen = new Set<string>();
  const chosenFolders: string[] = [];
  for (const one of named) {
    if (await isLeftOut(one)) {
      notes.add(`${shownPath(one.path, cwd)} was left out: ${configFileName} ignores it.`);
    } else if (await leadsOutOf(one.path, one.project)) {
      chosen.add(uriOf(one.path));
      unreachable.set(uriOf(one.path), { path: one.path, problem: leadsOut });
    } else if (one.kind === 'folder') {
      await find(one.path); // hidden folders are not looked into unless they are named
      chosenFolders.push(uriOf(one.path));
    } else {
      chosen.add(await addFile(one.path, files, unreachable));
    }
  }
  for (const uri of [...files.keys(), ...unreachable.keys()]) {
    if (chosenFolders.some((folder) => uri === folder || uri.startsWith(asPrefix(folder)))) chosen.add(uri);
  }

  // It decides about every file of its project, so what is wrong with it is told with any of them.
  for (const one of named) {
    const config = uriOf(`${one.project}${sep}${configFileName}`);
    if (files.has(config) || unreachable.has(config)) chosen.add(config);
  }

  const plainFolders = named.filter((one) => !one.configured).map((one) => one.project);
  return {
    files,
    unreachable,
    visited,
    chosen,
    folders: outermost(plainFolders).map(uriOf),
    flat: flat.map(uriOf),
    troubles,
    notes: [...notes],
  };
}

type NamedKind = { readonly kind: 'file' | 'folder'; readonly trouble: null } | { readonly trouble: string };

async function kindOfNamed(typed: string, path: string): Promise<NamedKind> {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  try {
    const kind = await realDisk.kindOf(path);
    if (kind === 'folder') return { kind, trouble: null };
    if (name.endsWith('.okr') || isWanted(name)) return { kind: 'file', trouble: null };
    return { trouble: `"${typed}" is not an OKR file: name a folder or a file that ends in .okr.` };
  } catch {
    return { trouble: `"${typed}" cannot be found or opened: name a folder or a file that is there.` };
  }
}

async function placeNamed(path: string, kind: 'file' | 'folder'): Promise<Named> {
  const folder = kind === 'folder' ? path : dirname(path);
  const project = await nearestProjectFolder(folder);
  return { path, kind, project: project ?? folder, configured: project !== null };
}

/** What lies in a named folder without a configuration belongs to that folder's project. */
function inOuterFolders(named: readonly Named[]): readonly Named[] {
  const folders = outermost(named.filter((one) => one.kind === 'folder' && !one.configured).map((one) => one.path));
  return named.map((one) => {
    const outer = one.configured ? undefined : folders.find((folder) => liesIn(one.project, folder));
    return outer === undefined ? one : { ...one, project: outer };
  });
}

/** A file that was named is read even where a search does not find it; a link to one that was found is that one. */
async function addFile(path: string, files: Map<string, string>, unreachable: Choice['unreachable']): Promise<string> {
  const uri = uriOf(path);
  if (files.has(uri) || unreachable.has(uri)) return uri;
  try {
    const real = uriOf(await realDisk.realPath(path));
    if (files.has(real)) return real;
  } catch {
    // Reading it says what is wrong.
  }
  files.set(uri, path);
  return uri;
}

function ignoredByConfig(configText: string): (path: string) => boolean {
  return ignoreMatcher(parseConfig(configText).config.ignore);
}

async function isLeftOut(named: Named): Promise<boolean> {
  if (!named.configured || named.path === named.project) return false;
  const { text } = await readTextInside(`${named.project}${sep}${configFileName}`, named.project);
  return text !== null && ignoredByConfig(text)(relative(named.project, named.path).split(sep).join('/'));
}

/** Of folders that lie in one another, the outer ones. */
function outermost(folders: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const folder of [...new Set(folders)].sort((a, b) => a.length - b.length)) {
    if (!kept.some((outer) => liesIn(folder, outer))) kept.push(folder);
  }
  return kept;
}

/** Whether a folder is another one or lies in it. */
function liesIn(folder: string, outer: string): boolean {
  return asPrefix(folder, sep).startsWith(asPrefix(outer, sep));
}

function asPrefix(folder: string, separator = '/'): string {
  return folder.endsWith(separator) ? folder : folder + separator;
}
