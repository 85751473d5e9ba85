import { readFileSync, statSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  decodeText,
  largestFile,
  loadFolder,
  nearestProjectFolder,
  pathOf,
  type ReadFile,
  readTextInside,
  sameUri,
  uriOf,
} from '@okr-language/files';
import type { Disk, DiskFile } from './disk.ts';

/** The disk of the machine that the server runs on. */
export const nodeDisk: Disk = {
  sameUri,

  async readFolder(uri) {
    const path = pathOf(uri);
    return path === null ? [] : (await loadFolder(path)).files.map(asDiskFile);
  },

  async readFile(uri, folder) {
    const path = pathOf(uri);
    const around = pathOf(folder);
    if (path === null || around === null) return null;
    try {
      await lstat(path); // a link that leads nowhere is there too, and is worth a word
    } catch {
      return null;
    }
    return asDiskFile(await readTextInside(path, around));
  },

  readNow(uri) {
    const path = pathOf(uri);
    if (path === null) return null;
    try {
      // Neither a pipe nor a device, which would keep us waiting.
      const found = statSync(path);
      if (!found.isFile() || found.size > largestFile) return null;
      return decodeText(readFileSync(path)).text;
    } catch {
      return null;
    }
  },

  async configuredFolder(uri) {
    const path = pathOf(uri);
    if (path === null) return null;
    const folder = (await nearestProjectFolder(path)) ?? (await nearestProjectFolder(dirname(path)));
    return folder === null ? null : uriOf(folder);
  },
};

function asDiskFile({ uri, text, problem }: ReadFile): DiskFile {
  return { uri, text, problem };
}
