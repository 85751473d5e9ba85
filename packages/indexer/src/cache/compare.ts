import { readInOrder } from '@okr-language/files';
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
export async function compare(paths: readonly string[], kept: (path: string) => KeptMark | null): Promise<Compared> {
  const same = new Map<string, KeptMark>();
  const turns = new Turns();
  for await (const lot of readInOrder(paths.filter((path) => kept(path) !== null))) {
    for (const { path, text, problem } of lot) {
      const before = kept(path);
      if (before === null || text === null || problem?.message !== before.problem?.message) continue;
      if (isSame(markOf(text), before.mark)) same.set(path, before);
    }
    await turns.next();
  }
  return { same, changed: paths.filter((path) => !same.has(path)) };
}
