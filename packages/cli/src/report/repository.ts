import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathOf, uriOf } from '@okr-language/files';

/**
 * Addresses, ending in `/`, of the folders that files of these projects are named from for services that know nothing but a repository: its root,
 * that is the nearest folder upwards that holds `.git`; where there is none, the folder one is in.
 */
export function repositoriesOf(roots: readonly string[], cwd: string): readonly string[] {
  const folders = roots.map((root) => repositoryAround(pathOf(root) ?? cwd) ?? cwd);
  return [...new Set(folders)].map((folder) => uriOf(join(folder, '/')));
}

/** In a further checkout of a repository and in one inside another, `.git` is a file. */
function repositoryAround(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return join(folder, '.');
  const parent = dirname(folder);
  return parent === folder ? null : repositoryAround(parent);
}
