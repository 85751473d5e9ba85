/**
 * What `npm run bench -- --only 14` measured last: a check of very many files with little of everything. It takes many minutes, so it is no part of
 * a usual run; its figures are kept, and stand on the page beside those of the last one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './measure/machine.ts';
import { bench } from './paths.ts';
import type { Measured } from './rows.ts';

export interface CrampedResult extends Measured {
  readonly date: string;
  readonly machine: Machine;
  readonly command: string;
}

const file = join(bench, 'results/cramped.json');

export function keepCramped(result: CrampedResult): void {
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

/** Null where it was never measured. */
export function keptCramped(): CrampedResult | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CrampedResult) : null;
}

/** Figures and remarks of row 14 have keys that begin so. */
const crampedKeys = 'check-cramped/';

/** A result with these figures in place of any that it has of the same row. */
export function withCramped<R extends Measured>(result: R): R {
  const cramped = keptCramped();
  if (!cramped) return result;
  return {
    ...result,
    figures: { ...crampedIn(result.figures, false), ...cramped.figures },
    remarks: { ...crampedIn(result.remarks, false), ...cramped.remarks },
  };
}

/** What belongs to row 14, or all else. */
export function crampedIn<T>(all: Readonly<Record<string, T>>, isMine = true): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(crampedKeys) === isMine));
}
