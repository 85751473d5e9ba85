import { isUnaligned } from '../cascade/alignment.ts';
import type { Cascade, CycleNode, SetNode, UnitNode } from '../cascade/cascade.ts';
import { isSetClosed } from '../cascade/closed.ts';
import { byFirstDay, byLength, encloses } from '../cascade/cycles.ts';
import type { SupporterCounts } from '../cascade/supporters.ts';
import { elapsedShare, timeOf } from '../cascade/time.ts';
import { formatIsoDay } from '../dates/day.ts';
import type { FindingsByFile } from '../strength/found.ts';
import { guardrailRow, initiativeRow, objectiveRow, progressFigure } from './goal-rows.ts';
import { rowPlace } from './row-place.ts';
import { type StrengthAt, strengthFigures } from './strength-figure.ts';
import type { CascadeTree, CycleChoice, ObjectiveRow, SetRow, UnitRow } from './tree.ts';

/** Units below this depth stand beside each other under the last one above: JSON that is nested without end breaks its readers. */
const deepestUnit = 64;

/**
 * The cascade as rows, plain JSON throughout. Every objective and key result stands exactly once in its own unit's set (sets of
 * undeclared units are in `homeless`); several parents are links, not copies. An unaligned objective stays in its set with
 * `unaligned: true`, and the same row is listed once more in `unaligned`, so that a view can show it at either place. With the
 * findings of all files handed in, objectives tell their strength.
 */
export function treeOf(cascade: Cascade, findings?: FindingsByFile): CascadeTree {
  const strengthAt = findings && strengthFigures(cascade, findings);
  const unaligned: ObjectiveRow[] = [];
  const setsOfUnit = new Map<UnitNode, SetNode[]>();
  const homeless: SetNode[] = [];
  for (const set of [...cascade.sets.values()].sort(byCycle)) {
    if (!set.unit) homeless.push(set);
    else if (setsOfUnit.has(set.unit)) setsOfUnit.get(set.unit)?.push(set);
    else setsOfUnit.set(set.unit, [set]);
  }
  const rowOf = (set: SetNode) => setRow(set, cascade, unaligned, strengthAt);
  const roots = unitRows(cascade, (unit) => (setsOfUnit.get(unit) ?? []).map(rowOf));
  return {
    today: formatIsoDay(cascade.today),
    cycles: cycleChoices(cascade),
    roots,
    unaligned,
    homeless: homeless.map(rowOf),
  };
}

/** Rows of all units, without recursion: organisations may be nested as deep as their authors like. */
function unitRows(cascade: Cascade, setsOf: (unit: UnitNode) => readonly SetRow[]): readonly UnitRow[] {
  const roots: UnitRow[] = [];
  const waiting = cascade.rootUnits.map((unit) => ({ unit, siblings: roots })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { unit, siblings } = next;
    const { uri, node } = unit.declaration;
    const units: UnitRow[] = [];
    siblings.push({
      kind: 'unit',
      id: `~unit/${unit.name}`,
      name: unit.name,
      title: unit.title,
      level: unit.level,
      place: rowPlace(uri, node, cascade),
      sets: setsOf(unit),
      units,
    });
    const below = unit.depth < deepestUnit ? units : siblings;
    for (let i = unit.children.length - 1; i >= 0; i--) {
      const child = unit.children[i];
      if (child) waiting.push({ unit: child, siblings: below });
    }
  }
  return roots;
}

/**
 * One set as rows, with the strength of its objectives where the findings of its files are handed in. `supporters` where the cascade shows only some of
 * them.
 */
export function rowOfSet(
  set: SetNode,
  cascade: Cascade,
  findings?: FindingsByFile,
  supporters?: SupporterCounts,
): SetRow {
  return setRow(set, cascade, [], findings && strengthFigures(cascade, findings, supporters));
}

/** The row of a set without the rows of what is in it. */
export function rowOfSetAlone(set: SetNode, cascade: Cascade): SetRow {
  const block = set.blocks[0];
  return {
    kind: 'set',
    id: set.id,
    unit: set.unitName,
    cycle: set.cycleName,
    draft: set.draft,
    closed: isSetClosed(set),
    place: rowPlace(block?.uri ?? '', { span: block?.span ?? { start: 0, end: 0 } }, cascade),
    progress: progressFigure(set),
    objectives: [],
    initiatives: [],
    guardrails: [],
  };
}

function setRow(set: SetNode, cascade: Cascade, unaligned: ObjectiveRow[], strengthAt: StrengthAt | undefined): SetRow {
  const objectives = set.objectives.map((objective) => {
    const row = objectiveRow(objective, cascade, strengthAt?.(objective));
    if (isUnaligned(objective)) unaligned.push(row);
    return row;
  });
  return {
    ...rowOfSetAlone(set, cascade),
    objectives,
    initiatives: set.initiatives.map((initiative) => initiativeRow(initiative, cascade)),
    guardrails: set.guardrails.map((guardrail) => guardrailRow(guardrail, cascade)),
  };
}

/** Nobody chooses among more cycles; of more, the latest are offered. */
const mostCycles = 1_000;

/** So many cycles around one are told: a quarter lies in a half, a year and a plan for several. */
const mostAround = 50;

export function cycleChoices(cascade: Cascade): readonly CycleChoice[] {
  const used = new Set<CycleNode>();
  for (const { cycle } of cascade.sets.values()) if (cycle) used.add(cycle);
  const cycles = [...used].sort(byFirstDay).slice(-mostCycles);
  return cycles.map((cycle) => ({
    name: cycle.name,
    title: cycle.title ?? cycle.name,
    first: cycle.range && formatIsoDay(cycle.range.first),
    last: cycle.range && formatIsoDay(cycle.range.last),
    inside: cycles
      .filter((other) => encloses(other, cycle))
      .sort(byLength)
      .slice(0, mostAround)
      .map(({ name }) => name),
    elapsed: cycle.range && elapsedShare(timeOf(cycle, null), cascade.today),
    current: cycle.range !== null && cycle.range.first <= cascade.today && cascade.today <= cycle.range.last,
  }));
}

/** By the cycle's first day; sets in cycles that nobody knows come last. */
function byCycle(a: SetNode, b: SetNode): number {
  if (a.cycle && b.cycle) return byFirstDay(a.cycle, b.cycle);
  return a.cycle ? -1 : b.cycle ? 1 : 0;
}
