/** Which cycles a view of the tree offers, and which sets a choice shows. */
import type { CascadeTree, CycleChoice } from './tree.ts';

type Cycles = Pick<CascadeTree, 'cycles' | 'today'>;

/** Stands for all cycles; no cycle can have this name. */
export const ALL_CYCLES = '*';

/** The cycle that a reader most likely wants first, then the others, latest first. */
export function offeredCycles(tree: Cycles): readonly CycleChoice[] {
  const latestFirst = [...tree.cycles].sort(
    (a, b) => (b.first ?? '').localeCompare(a.first ?? '') || b.inside.length - a.inside.length,
  );
  const preferred = latestBegun(latestFirst, tree.today);
  return preferred ? [preferred, ...latestFirst.filter((cycle) => cycle !== preferred)] : latestFirst;
}

/**
 * The one that began last, and of several that began that day the innermost: the quarter we are in, or the last that was written
 * down while the next one is not. Where none has begun, the one that begins first.
 */
function latestBegun(latestFirst: readonly CycleChoice[], today: string): CycleChoice | null {
  const dated = latestFirst.filter((cycle) => cycle.first !== null);
  return dated.find((cycle) => (cycle.first ?? '') <= today) ?? dated.at(-1) ?? null;
}

/** The wanted cycle where it is still there; else the first that is offered. */
export function chosenCycle(tree: Cycles, wanted: string | null): string {
  if (wanted === ALL_CYCLES || (wanted !== null && tree.cycles.some((cycle) => cycle.name === wanted))) return wanted;
  return offeredCycles(tree)[0]?.name ?? ALL_CYCLES;
}

/** The chosen cycle and those that enclose it, for a quarter's goals hang from the year's; null for all. */
export function shownCycles(tree: Cycles, chosen: string): ReadonlySet<string> | null {
  if (chosen === ALL_CYCLES) return null;
  const cycle = tree.cycles.find((one) => one.name === chosen);
  return new Set([chosen, ...(cycle?.inside ?? [])]);
}
