/** Names that are declared: units, persons, cycles, and the tags in use. */
import {
  byFirstDay,
  type Cascade,
  type CycleNode,
  calendarCycle,
  type Day,
  encloses,
  formatIsoDay,
  partsOf,
  type UnitNode,
} from '@okr-language/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Proposal } from './proposal.ts';

/** Units; those that `first` accepts come before the others, and among them those `near`, and what is directly in these. */
export function* unitProposals(
  cascade: Cascade,
  first: (unit: UnitNode) => boolean,
  near: readonly string[] = [],
): Generator<Proposal> {
  const nearest = near.flatMap((name) => cascade.units.get(name) ?? []);
  const inOrder = [...nearest.flatMap((unit) => [unit, ...unit.children]), ...cascade.units.values()];
  for (const wanted of [true, false]) {
    for (const unit of new Set(inOrder)) {
      if (first(unit) !== wanted) continue;
      const within = unit.parent ? ` in ${unit.parent.title || unit.parent.name}` : '';
      yield {
        label: unit.name,
        kind: unit.level === 'person' ? CompletionItemKind.Variable : CompletionItemKind.Module,
        rank: wanted ? 0 : 1,
        detail: `${unit.title || unit.name} · ${unit.level}${within}`,
        alias: unit.title,
      };
    }
  }
}

export function isPerson(unit: UnitNode): boolean {
  return unit.level === 'person';
}

/** This quarter and the next, then declared cycles, those of today first, then what else is in use, then half, month and year. */
export function* cycleProposals(
  cascade: Cascade,
  around: string | null = null,
  used: Iterable<string> = [],
): Generator<Proposal> {
  const { today } = cascade;
  const current = calendarNames(today);
  if (around !== null) {
    const own = cascade.cycles.get(around);
    if (own) {
      yield cycleProposal(own.name, own, 0, today);
      for (const cycle of cascade.cycles.values())
        if (encloses(cycle, own)) yield cycleProposal(cycle.name, cycle, 0, today);
    }
  }
  yield cycleProposal(current.quarter, null, 1, today);
  yield cycleProposal(current.nextQuarter, null, 1, today);
  const known = [...cascade.cycles.values()].sort(byFirstDay);
  const isNow = (cycle: CycleNode) => cycle.range !== null && cycle.range.first <= today && today <= cycle.range.last;
  for (const cycle of known) if (cycle.declaration) yield cycleProposal(cycle.name, cycle, isNow(cycle) ? 2 : 3, today);
  for (const cycle of known) if (!cycle.declaration) yield cycleProposal(cycle.name, cycle, 4, today);
  for (const name of [...used].sort()) if (calendarCycle(name)) yield cycleProposal(name, null, 4, today);
  for (const name of [current.year, current.half, current.month]) yield cycleProposal(name, null, 5, today);
}

function cycleProposal(name: string, cycle: CycleNode | null, rank: number, today: Day): Proposal {
  const range = cycle ? cycle.range : calendarCycle(name);
  const days = range ? `${formatIsoDay(range.first)} to ${formatIsoDay(range.last)}` : 'dates unknown';
  const title = cycle?.title ? `${cycle.title} · ` : '';
  const now = range && range.first <= today && today <= range.last ? ' · now' : '';
  return {
    label: name,
    kind: CompletionItemKind.Event,
    rank,
    detail: `${title}${days}${now}`,
    ...(cycle?.title ? { alias: cycle.title } : {}),
  };
}

/** Names of the calendar cycles around a day. */
export function calendarNames(day: Day) {
  const { year, month } = partsOf(day);
  const quarter = Math.ceil(month / 3);
  return {
    year: String(year),
    half: `${year}-H${Math.ceil(month / 6)}`,
    quarter: `${year}-Q${quarter}`,
    nextQuarter: quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`,
    month: `${year}-${String(month).padStart(2, '0')}`,
  };
}

/** Tags in use anywhere in the project, most used first. `files` says how many files have each, where that is known. */
export function tagProposals(cascade: Cascade, files: ReadonlyMap<string, number> | null = null): Proposal[] {
  if (files) return tagsByUse(files, (count) => (count === 1 ? 'in one file' : `in ${count} files`));
  const uses = new Map<string, number>();
  const count = (tags: readonly { readonly text: string }[]) => {
    for (const { text } of tags) uses.set(text, (uses.get(text) ?? 0) + 1);
  };
  for (const set of cascade.sets.values()) for (const block of set.blocks) count(block.node.tags);
  for (const objective of cascade.objectives) count(objective.node.tags);
  for (const keyResult of cascade.keyResults) count(keyResult.node.tags);
  return tagsByUse(uses, (count) => (count === 1 ? 'used once' : `used ${count} times`));
}

function tagsByUse(uses: ReadonlyMap<string, number>, inWords: (count: number) => string): Proposal[] {
  const byUse = [...uses].sort((a, b) => b[1] - a[1]);
  return byUse.map(([tag, count]) => ({
    label: tag.startsWith('#') ? tag : `#${tag}`,
    kind: CompletionItemKind.Constant,
    rank: 0,
    detail: inWords(count),
  }));
}
