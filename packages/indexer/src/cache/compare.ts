import { type Disk, inParallel, readTextFile } from '@okr-language/files';
import { isSame, markOf } from '@okr-language/language';
import { Turns } from '../turns.ts';
import type { KeptMark } from './keptFiles.ts';

export interface Compared {
  /** By path, what is still as it was kept. */
  readonly same: ReadonlyMap<string, KeptMark>;
  /** All others, in their order. */
  readonly changed: readonly string[];
}

/** Tells which files hold what they held last time, by reading them: a date or a size would not tell for sure. */
export async function compare(
  paths: readonly string[],
  kept: (path: string) => KeptMark | null,
  disk?: Disk,
): Promise<Compared> {
  const same = new Map<string, KeptMark>();
  const turns = new Turns();
  const changed = await inParallel(paths, async (path) => {
    const before = kept(path);
    if (!before) return path;
    const { text, problem } = await readTextFile(path, disk);
    await turns.next();
    const isAsBefore =
      text !== null && isSame(markOf(text), before.mark) && problem?.message === before.problem?.message;
    if (!isAsBefore) return path;
    same.set(path, before);
    return null;
  });
  return { same, changed: changed.filter((path) => path !== null) };
}
