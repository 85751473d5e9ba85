import { dirname, join } from 'node:path';
import { type Disk, realDisk } from './disk.ts';
import { configFileName } from './names.ts';

/** The nearest folder, from `folder` upwards, that holds `okr.config.json`; null where none does. */
export async function nearestProjectFolder(folder: string, disk: Disk = realDisk): Promise<string | null> {
  let current = folder;
  while (true) {
    if (await isThere(join(current, configFileName), disk)) return current;
    const parent = dirname(current);
    if (parent === current) return null;
    current = parent;
  }
}

/** A configuration that may not be read is there all the same; a folder of that name is none. */
async function isThere(path: string, disk: Disk): Promise<boolean> {
  try {
    return (await disk.kindOf(path)) !== 'folder';
  } catch {
    return false;
  }
}
