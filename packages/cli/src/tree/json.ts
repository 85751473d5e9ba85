import type { CascadeTree, RowPlace } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import { shownPath } from '../paths.ts';
import { jsonInPieces } from '../pieces.ts';

export interface ProjectTree {
  /** Path of the project's folder. */
  readonly root: string;
  readonly tree: CascadeTree;
}

/**
 * What `okr tree --format json` writes: `{ version: 1, today, projects: [{ root, … }] }`, each project a `CascadeTree` in which
 * every row and reading names its `file` (as `okr check` does) and its `line` and `column`, both from 1, in place of `place`.
 */
export function* treeJsonPieces(projects: readonly ProjectTree[], today: string, cwd: string): Generator<string> {
  const whole = {
    version: 1,
    today,
    projects: projects.map(({ root, tree: { today: _, ...rest } }) => ({ root: shownPath(root, cwd), ...rest })),
  };
  const files = new Map<string, string>();
  const fileOf = (uri: string) => {
    let file = files.get(uri);
    if (file === undefined) {
      const path = pathOf(uri);
      file = path === null ? uri : shownPath(path, cwd);
      files.set(uri, file);
    }
    return file;
  };
  const shown = (value: unknown) => {
    if (!hasPlace(value)) return value;
    const { place, ...rest } = value;
    return { ...rest, file: fileOf(place.uri), line: place.line + 1, column: place.character + 1 };
  };
  yield* jsonInPieces(whole, { lists: ['projects', 'roots', 'units', 'sets', 'unaligned', 'homeless'], shown });
}

function hasPlace(value: unknown): value is { readonly place: RowPlace } {
  return typeof value === 'object' && value !== null && 'place' in value && typeof value.place === 'object';
}
