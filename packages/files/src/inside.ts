import { sep } from 'node:path';
import { type Disk, realDisk } from './disk.ts';

/** Whether links on the way to a path lead out of a folder. What is not there, or leads nowhere, leads nowhere else. */
export async function leadsOutOf(path: string, folder: string, disk: Disk = realDisk): Promise<boolean> {
  try {
    const [real, root] = await Promise.all([disk.realPath(path), disk.realPath(folder)]);
    return !encloses(root, real);
  } catch {
    return false;
  }
}

/** Whether a path is a folder or lies in it, both without links. */
export function encloses(folder: string, inner: string): boolean {
  return inner === folder || inner.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
