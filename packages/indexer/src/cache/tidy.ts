/** Keeps a folder of kept files small: the ones that nobody used for long go, and the oldest while there are too many bytes. */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { quietly, temporary } from './put.ts';

/** How names end of what is kept; nothing else in the folder is touched. */
export const endings = { files: '.okr-files', run: '.okr-run', code: '.okr-code' } as const;

export interface TidyLimits {
  /** Bytes of all together. */
  readonly bytes: number;
  /** Days since the last use. */
  readonly days: number;
}

const usual: TidyLimits = { bytes: 1_500_000_000, days: 30 };
const dayMs = 24 * 60 * 60 * 1000;

/** Never throws: what cannot be removed stays. */
export function tidy(folder: string, now: number = Date.now(), { bytes, days }: TidyLimits = usual): void {
  const kept = filesIn(folder).sort((a, b) => b.used - a.used);
  let sum = 0;
  for (const { path, size, used, isHalf } of kept) {
    sum += isHalf ? 0 : size;
    // Somebody may be writing it right now.
    const isOver = isHalf ? now - used > dayMs : sum > bytes || now - used > days * dayMs;
    if (isOver) quietly(() => rmSync(path, { force: true }));
  }
}

/** Notes that a kept file was of use. */
export function used(path: string, now: number = Date.now()): void {
  quietly(() => {
    if (now - statSync(path).mtimeMs > dayMs) utimesSync(path, new Date(now), new Date(now));
  });
}

function filesIn(folder: string) {
  return (quietly(() => readdirSync(folder)) ?? []).flatMap((name) => {
    const isHalf = name.startsWith(temporary);
    if (!isHalf && !Object.values(endings).some((ending) => name.endsWith(ending))) return [];
    const path = join(folder, name);
    const found = quietly(() => statSync(path));
    return found?.isFile() ? [{ path, size: found.size, used: found.mtimeMs, isHalf }] : [];
  });
}
