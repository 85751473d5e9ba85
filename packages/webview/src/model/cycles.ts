/** Which cycles the view offers, and which sets a choice shows. */
import type { CascadeTree, CycleChoice } from '@okr-language/core';

/** Stands for all cycles; no cycle can have this name. */
export const ALL_CYCLES = '*';

/** Current cycles first, the shortest of them before the longer; then the others, latest first; those without dates last. */
export function offeredCycles(tree: CascadeTree): readonly CycleChoice[] {
  return [...tree.cycles].sort(
    (a, b) =>
      Number(b.current) - Number(a.current) ||
      (a.current ? b.inside.length - a.inside.length : 0) ||
      (b.first ?? '').localeCompare(a.first ?? '') ||
      b.inside.length - a.inside.length,
  );
}

/** The wanted cycle where it is still there; else the first that is offered. */
export function chosenCycle(tree: CascadeTree, wanted: string | null): string {
  if (wanted === ALL_CYCLES || (wanted !== null && tree.cycles.some((cycle) => cycle.name === wanted))) return wanted;
  return offeredCycles(tree)[0]?.name ?? ALL_CYCLES;
}

/** The chosen cycle and those that enclose it, for a quarter's goals hang from the year's; null for all. */
export function shownCycles(tree: CascadeTree, chosen: string): ReadonlySet<string> | null {
  if (chosen === ALL_CYCLES) return null;
  const cycle = tree.cycles.find((one) => one.name === chosen);
  return new Set([chosen, ...(cycle?.inside ?? [])]);
}
