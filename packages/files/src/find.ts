import { dirname, join, relative, sep } from 'node:path';
import { nearest } from '@okr-language/core';
import { type Disk, type DiskEntry, realDisk } from './disk.ts';
import { encloses, leadsOutOf } from './inside.ts';
import { configFileName } from './names.ts';
import { inParallel } from './pool.ts';
import { codeOf, type DiskProblem, leadsOut, problemOf } from './problem.ts';
import { folderNamedLikeAFile, readTextFile, whatIs } from './read.ts';

export interface FindOptions {
  readonly disk?: Disk;
  /** Whether the folders in it are looked into as well; they are unless this is false. */
  readonly deep?: boolean;
  /**
   * Reads a configuration and says which paths below its folder (relative, with `/`) are left out. Folders left out are not
   * looked into, files left out are not found.
   */
  readonly ignoredBy?: (configText: string) => (path: string) => boolean;
  /** What a configuration says that is not read from the disk: one that is open in an editor. Null for all others. */
  readonly configText?: (path: string) => string | null;
}

/** What stands in a folder and all folders below it. Paths are as they are reached from the root that was asked for. */
export interface FoundFiles {
  /** Every `*.okr` and `okr.config.json`, by path. */
  readonly paths: readonly string[];
  /** Folders, links and the like that should have been read and cannot be. */
  readonly problems: readonly { readonly path: string; readonly problem: DiskProblem }[];
  /** Every folder that was looked into. */
  readonly folders: ReadonlySet<string>;
  /** What was left out with good reason, as plain sentences: links that lead out, or back to a folder that encloses them. */
  readonly notes: readonly string[];
}

interface Folder {
  /** As reached from the root. */
  readonly path: string;
  /** Without links. */
  readonly real: string;
  readonly ignored: readonly IgnoreList[];
}

interface IgnoreList {
  readonly root: string;
  readonly ignored: (path: string) => boolean;
}

interface Link {
  readonly path: string;
  readonly from: Folder;
}

/**
 * Finds the files of all projects in a folder. Hidden folders, `node_modules` and what configurations leave out are not looked
 * into. Links are followed once all else is known, as far as they stay inside the folder, and nothing is found twice: a link to what
 * lies in the folder anyway adds nothing. Never throws for what is on the disk.
 *
 * A folder may be anybody's, and what is read may be shown to anybody, in the log of a pipeline for example: so a link never leads out.
 */
export async function findFiles(root: string, options: FindOptions = {}): Promise<FoundFiles> {
  const search = new Search(options);
  await search.run(root);
  return search.found();
}

class Search {
  readonly #disk: Disk;
  readonly #isDeep: boolean;
  readonly #ignoredBy: FindOptions['ignoredBy'];
  readonly #configText: FindOptions['configText'];
  readonly #files = new Set<string>();
  readonly #realFiles = new Set<string>();
  readonly #realFolders = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #problems = new Map<string, DiskProblem>();
  readonly #notes: string[] = [];
  /** Without links. */
  #root = '';

  constructor(options: FindOptions) {
    this.#disk = options.disk ?? realDisk;
    this.#isDeep = options.deep ?? true;
    this.#ignoredBy = options.ignoredBy;
    this.#configText = options.configText;
  }

  found(): FoundFiles {
    const problems = [...this.#problems].map(([path, problem]) => ({ path, problem }));
    return {
      paths: [...this.#files].sort(),
      problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)),
      folders: this.#folders,
      notes: this.#notes,
    };
  }

  async run(root: string): Promise<void> {
    let real: string;
    try {
      real = await this.#disk.realPath(root);
    } catch (error) {
      this.#problems.set(root, problemOf(error, 'folder', root));
      return;
    }
    this.#root = real;
    let links = await this.#walk({ path: root, real, ignored: [] });
    while (links.length > 0) links = await this.#follow(links);
  }

  /** Everything below a folder that is reached without a link, level by level; gives back the links it met. */
  async #walk(start: Folder): Promise<Link[]> {
    const links: Link[] = [];
    let level = [start];
    while (level.length > 0) {
      const fresh = level.filter((folder) => !this.#realFolders.has(folder.real));
      for (const folder of fresh) this.#realFolders.add(folder.real);
      const below = await inParallel(fresh, (folder) => this.#look(folder, links));
      level = this.#isDeep ? below.flat() : [];
    }
    return links.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Takes the files of one folder; gives back the folders in it. */
  async #look(folder: Folder, links: Link[]): Promise<Folder[]> {
    let entries: readonly DiskEntry[];
    try {
      entries = await this.#disk.list(folder.path);
      this.#folders.add(folder.path);
    } catch (error) {
      this.#problems.set(folder.path, problemOf(error, 'folder', folder.path));
      return [];
    }
    this.#noteMisspeltConfig(folder, entries);
    const within = await this.#withOwnIgnoreList(folder, entries);
    const below: Folder[] = [];
    for (const entry of entries) {
      const wanted = isWanted(entry.name);
      const leadsOn = entry.kind === 'folder' || entry.kind === 'link';
      if (leadsOn ? isSkipped(entry.name) : !wanted) continue;
      const path = join(folder.path, entry.name);
      if (isIgnored(path, within.ignored)) continue;
      if (entry.kind === 'link') {
        links.push({ path, from: within });
      } else if (entry.kind === 'folder') {
        if (wanted) this.#problems.set(path, folderNamedLikeAFile);
        below.push({ path, real: join(folder.real, entry.name), ignored: within.ignored });
      } else {
        this.#take(path, join(folder.real, entry.name)); // also a pipe or a device: reading it says so, and does not wait
      }
    }
    return below;
  }

  /** Somebody who writes `okr.conifg.json` wonders why nothing comes of it. */
  #noteMisspeltConfig({ path }: Folder, entries: readonly DiskEntry[]): void {
    if (entries.some(({ name }) => name === configFileName)) return;
    const misspelt = entries.find(({ name, kind }) => kind === 'file' && isLikeConfig(name));
    if (!misspelt) return;
    this.#notes.push(`${join(path, misspelt.name)} was not read: a configuration is called ${configFileName}.`);
  }

  async #withOwnIgnoreList(folder: Folder, entries: readonly DiskEntry[]): Promise<Folder> {
    const entry = this.#ignoredBy && entries.find(({ name }) => name === configFileName);
    if (!this.#ignoredBy || !entry) return folder;
    const path = join(folder.path, configFileName);
    if (entry.kind === 'link' && (await leadsOutOf(path, this.#root, this.#disk))) return folder;
    const text = this.#configText?.(path) ?? (await readTextFile(path, this.#disk)).text;
    if (text === null) return folder;
    const own = { root: folder.path, ignored: this.#ignoredBy(text) };
    return { ...folder, ignored: [...folder.ignored, own] };
  }

  #take(path: string, real: string): void {
    if (this.#realFiles.has(real)) return;
    this.#realFiles.add(real);
    this.#files.add(path);
  }

  async #follow(links: readonly Link[]): Promise<Link[]> {
    const ends = await inParallel(links, (link) => this.#endOf(link));
    const further: Link[] = [];
    for (const [index, link] of links.entries()) {
      const end = ends[index];
      if (!end) continue;
      if (!encloses(this.#root, end.real)) this.#leaveOut(link);
      else if (end.kind === 'folder') further.push(...(await this.#enter(link, end.real)));
      else if (isWanted(nameOf(link.path))) this.#take(link.path, end.real);
    }
    return further;
  }

  async #endOf(link: Link): Promise<{ kind: 'file' | 'folder' | 'other'; real: string } | null> {
    try {
      const kind = await this.#disk.kindOf(link.path);
      return { kind, real: await this.#disk.realPath(link.path) };
    } catch (error) {
      // A dead link matters where an OKR file should be; of the rest only those that go in circles are worth a word.
      if (isWanted(nameOf(link.path))) this.#problems.set(link.path, problemOf(error, whatIs(link.path), link.path));
      else if (codeOf(error) === 'ELOOP')
        this.#notes.push(`The link ${link.path} leads back to itself and was left out.`);
      return null;
    }
  }

  #leaveOut({ path }: Link): void {
    if (isWanted(nameOf(path))) this.#problems.set(path, leadsOut);
    else if (this.#isDeep)
      this.#notes.push(`The link ${path} leads out of the folder, so nothing was read through it.`);
  }

  async #enter(link: Link, real: string): Promise<Link[]> {
    if (isWanted(nameOf(link.path))) this.#problems.set(link.path, folderNamedLikeAFile);
    if (!this.#isDeep) return [];
    if (encloses(real, link.from.real)) {
      this.#notes.push(`The link ${link.path} leads back to a folder that it lies in, so nothing was read through it.`);
      return [];
    }
    return this.#walk({ path: link.path, real, ignored: link.from.ignored });
  }
}

/** Whether a search in a folder would come to a file, by the names on the way to it; both are paths. */
export function isWithinReach(path: string, folder: string): boolean {
  return isWanted(nameOf(path)) && isEntered(dirname(path), folder);
}

/** Whether a search in a folder would look into another one, by the names on the way to it; both are paths. */
export function isEntered(path: string, folder: string): boolean {
  return !relative(folder, path).split(sep).some(isSkipped);
}

/** Whether a file of this name is one of ours. Hidden ones are leavings of editors and systems (`._plan.okr`, `.#plan.okr`). */
export function isWanted(name: string): boolean {
  return (name.endsWith('.okr') && !name.startsWith('.')) || name === configFileName;
}

function isLikeConfig(name: string): boolean {
  const small = name.toLowerCase();
  const isSimilar = small.includes('okr') && Math.abs(small.length - configFileName.length) <= 2;
  return isSimilar && (small === configFileName || nearest(small, [configFileName]) !== null);
}

function isSkipped(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

function isIgnored(path: string, lists: readonly IgnoreList[]): boolean {
  return lists.some((list) => list.ignored(relative(list.root, path).split(sep).join('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}
