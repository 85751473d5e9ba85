/**
 * From the paths on the command line to projects that are read whole.
 *
 * A project is the nearest folder upwards that holds `okr.config.json`; where there is none, the folder that was named, for a file
 * the folder it is in. Of named folders without configuration that lie in one another the outermost counts, so that naming both
 * says the same as naming the outer one.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { type Config, type Day, parseConfig } from '@okr-language/core';
import {
  configFileName,
  type Disk,
  isWanted,
  loadFolder,
  nearestProjectFolder,
  type ReadFile,
  readTextFile,
  realDisk,
  uriOf,
} from '@okr-language/files';
import { ignoreMatcher, isConfigFile, OkrWorkspace } from '@okr-language/language';
import { shownPath } from './paths.ts';

export interface Reading {
  readonly workspace: OkrWorkspace;
  /** Addresses of the files that were asked for and found, configurations included. */
  readonly chosen: ReadonlySet<string>;
  /** By address, the files of all projects that were read, also those with nothing but a problem. */
  readonly files: ReadonlyMap<string, ReadFile>;
  /** What is wrong with the paths themselves; each makes the command end with 2. */
  readonly troubles: readonly string[];
  /** What people may like to know and need not act on. */
  readonly notes: readonly string[];
}

export interface ReadingOptions {
  readonly cwd: string;
  readonly today: Day;
  /** What holds where a project's configuration says nothing. */
  readonly base?: Config;
  readonly disk?: Disk;
  readonly onInternalError?: (where: string, error: unknown) => void;
}

interface Named {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** The folder of the project it belongs to. */
  readonly project: string;
  readonly configured: boolean;
}

/** Reads the projects of all named paths; without paths, of the folder one is in. Never throws for what is on the disk. */
export async function readProjects(paths: readonly string[], options: ReadingOptions): Promise<Reading> {
  const disk = options.disk ?? realDisk;
  const troubles: string[] = [];
  const named: Named[] = [];
  for (const typed of paths.length === 0 ? ['.'] : paths) {
    const path = resolve(options.cwd, typed);
    const kind = await kindOfNamed(typed, path, disk);
    if (kind.trouble !== null) troubles.push(kind.trouble);
    else named.push(await placeNamed(path, kind.kind, disk));
  }

  const files = new Map<string, ReadFile>();
  const folders = new Set<string>();
  const notes = new Set<string>();
  const load = async (folder: string) => {
    if (folders.has(folder)) return;
    const loaded = await loadFolder(folder, { disk, ignoredBy: ignoredByConfig });
    for (const file of loaded.files) files.set(file.uri, file);
    for (const visited of loaded.folders) folders.add(visited);
    for (const note of loaded.notes) notes.add(note);
  };
  const roots = [...new Set(named.map((one) => one.project))].sort((a, b) => a.length - b.length);
  for (const root of roots) await load(root);

  const chosen = new Set<string>();
  const chosenFolders: string[] = [];
  for (const one of named) {
    if (isLeftOut(one, files)) {
      notes.add(`${shownPath(one.path, options.cwd)} was left out: ${configFileName} ignores it.`);
    } else if (one.kind === 'folder') {
      await load(one.path); // hidden folders are not looked into unless they are named
      chosenFolders.push(uriOf(one.path));
    } else {
      chosen.add(await addFile(one.path, files, disk));
    }
  }
  for (const uri of files.keys()) {
    if (chosenFolders.some((folder) => uri === folder || uri.startsWith(asPrefix(folder)))) chosen.add(uri);
  }

  const plainFolders = named.filter((one) => !one.configured).map((one) => one.project);
  const workspace = new OkrWorkspace({
    today: options.today,
    ...(options.base ? { base: options.base } : {}),
    folders: outermost(plainFolders).map(uriOf),
    readText: (uri) => files.get(uri)?.text ?? null,
    ...(options.onInternalError ? { onInternalError: options.onInternalError } : {}),
  });
  // Configurations first: each new one makes the engine sort the files it knows into projects anew.
  const configsFirst = [...files.values()].sort((a, b) => Number(isConfigFile(b.uri)) - Number(isConfigFile(a.uri)));
  for (const file of configsFirst) {
    workspace.set(file.uri, file.text, file.problem, false);
  }
  return { workspace, chosen, files, troubles, notes: [...notes] };
}

type NamedKind = { readonly kind: 'file' | 'folder'; readonly trouble: null } | { readonly trouble: string };

async function kindOfNamed(typed: string, path: string, disk: Disk): Promise<NamedKind> {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  try {
    const kind = await disk.kindOf(path);
    if (kind === 'folder') return { kind, trouble: null };
    if (name.endsWith('.okr') || isWanted(name)) return { kind: 'file', trouble: null };
    return { trouble: `"${typed}" is not an OKR file: name a folder or a file that ends in .okr.` };
  } catch {
    return { trouble: `"${typed}" cannot be found or opened: name a folder or a file that is there.` };
  }
}

async function placeNamed(path: string, kind: 'file' | 'folder', disk: Disk): Promise<Named> {
  const folder = kind === 'folder' ? path : dirname(path);
  const project = await nearestProjectFolder(folder, disk);
  return { path, kind, project: project ?? folder, configured: project !== null };
}

/** A file that was named is read even where a search does not find it; a link to one that was found is that one. */
async function addFile(path: string, files: Map<string, ReadFile>, disk: Disk): Promise<string> {
  const uri = uriOf(path);
  if (files.has(uri)) return uri;
  try {
    const real = uriOf(await disk.realPath(path));
    if (files.has(real)) return real;
  } catch {
    // Reading it says what is wrong.
  }
  files.set(uri, await readTextFile(path, disk));
  return uri;
}

function ignoredByConfig(configText: string): (path: string) => boolean {
  return ignoreMatcher(parseConfig(configText).config.ignore);
}

function isLeftOut(named: Named, files: ReadonlyMap<string, ReadFile>): boolean {
  if (!named.configured || named.path === named.project) return false;
  const config = files.get(uriOf(`${named.project}${sep}${configFileName}`))?.text ?? null;
  return config !== null && ignoredByConfig(config)(relative(named.project, named.path).split(sep).join('/'));
}

/** Of folders that lie in one another, the outer ones. */
function outermost(folders: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const folder of [...new Set(folders)].sort((a, b) => a.length - b.length)) {
    if (!kept.some((outer) => asPrefix(folder, sep).startsWith(asPrefix(outer, sep)))) kept.push(folder);
  }
  return kept;
}

function asPrefix(folder: string, separator = '/'): string {
  return folder.endsWith(separator) ? folder : folder + separator;
}
