/**
 * Which project a file belongs to. A project is the nearest folder upwards that holds `okr.config.json`; where there is none,
 * the nearest opened folder; where there is none either, the folder that the file is in.
 *
 * Folders are addresses that end in `/`, so that one lies inside another exactly when it begins with it.
 */
export const configFileName = 'okr.config.json';

export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

export function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${configFileName}`);
}

/** The nearest of `folders` that holds `uri`, upwards; null where none does. */
export function nearestFolder(uri: string, folders: ReadonlySet<string>): string | null {
  let folder = folderOf(uri);
  while (folder.length > 0) {
    if (folders.has(folder)) return folder;
    const parent = folderOf(folder.slice(0, -1));
    if (parent.length >= folder.length) return null;
    folder = parent;
  }
  return null;
}
