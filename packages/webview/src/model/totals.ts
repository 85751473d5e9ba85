/** The line of totals: what the chosen cycles hold, before its own buttons narrow it. */
import type { HealthState } from '@okr-language/core';
import { type Findings, foundAt, isApart, type Kept } from './filter.ts';
import type { Outline } from './outline.ts';

export interface Totals {
  readonly objectives: number;
  readonly health: Readonly<Record<HealthState, number>>;
  readonly unaligned: number;
  /** Rows with findings. */
  readonly findings: number;
}

/** Counts the objectives among the rows that answer text, unit and owner; all with null. */
export function totalsOf(kept: Kept | null, outline: Outline, findings: Findings): Totals {
  const health: Record<HealthState, number> = { onTrack: 0, atRisk: 0, offTrack: 0, noNews: 0, done: 0 };
  let objectives = 0;
  let unaligned = 0;
  let withFindings = 0;
  for (const node of outline.nodes) {
    if (kept && kept.stays[node.index] !== 1) continue;
    if (foundAt(node, findings)) withFindings++;
    if (node.kind !== 'objective') continue;
    objectives++;
    health[node.row.progress.health]++;
    if (isApart(node)) unaligned++;
  }
  return { objectives, health, unaligned, findings: withFindings };
}
