/** Objectives and key results as they are referred to, those that are most likely meant first. */
import {
  byFirstDay,
  type Cascade,
  type GoalNode,
  isSmaller,
  type ObjectiveNode,
  type SetNode,
  type UnitNode,
} from '@okr-language/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { cyclesSearched, type PathScope, pathsTo, setOf } from '../paths.ts';
import { comesInOrder } from '../search.ts';
import type { Proposal } from './proposal.ts';

export type GoalRole = 'supports' | 'depends on' | 'carried from' | 'for';

/**
 * Goals that a reference at a place may name. Made one by one and in order of likelihood, so that whoever asks can stop
 * early: a company may have a quarter of a million of them.
 */
export function* goalProposals(cascade: Cascade, scope: PathScope, role: GoalRole, typed: string): Generator<Proposal> {
  const searched = cyclesSearched(cascade, scope.cycle);
  const letters = typed.toLowerCase();
  const seen = new Set<SetNode>();
  let rank = 0;
  for (const sets of likelySets(cascade, scope, role, searched)) {
    for (const set of sets) {
      if (seen.has(set)) continue;
      seen.add(set);
      if (setMayFit(set, letters, scope)) yield* proposalsOf(cascade, set, scope, searched, rank, typed, role, letters);
    }
    rank++;
  }
}

/** The sets in groups, the likeliest first. Each may come several times. */
function* likelySets(
  cascade: Cascade,
  scope: PathScope,
  role: GoalRole,
  searched: readonly string[],
): Generator<Iterable<SetNode>> {
  const own = setOf(cascade, scope.unit, scope.cycle);
  const ofUnit = (unit: string) => searched.flatMap((cycle) => setOf(cascade, unit, cycle) ?? []);
  if (role === 'for') yield own ? [own] : [];
  if (role === 'carried from') yield earlierSets(cascade, scope);
  const parents = parentsOf(cascade.units.get(scope.unit) ?? null);
  if (role === 'supports') for (const parent of parents) yield ofUnit(parent.name);
  const isParent = new Set(parents.map((unit) => unit.name));
  const others = (inSearched: boolean) => {
    const wanted = new Set(searched);
    return function* () {
      for (const set of cascade.sets.values()) {
        if (set === own || wanted.has(set.cycleName) !== inSearched) continue;
        if (role === 'depends on' && isParent.has(set.unitName)) continue;
        if (role === 'supports' && isOfSmaller(cascade, set, scope)) continue;
        yield set;
      }
    };
  };
  if (role !== 'carried from') yield others(true)();
  if (role !== 'for' && own) yield [own];
  yield others(false)();
  yield cascade.sets.values();
}

/** Whether a set belongs to a unit that stands below the one that is written for: nothing is supported there, but who insists may look. */
function isOfSmaller({ units }: Cascade, { unit }: SetNode, scope: PathScope): boolean {
  const own = units.get(scope.unit);
  return own !== undefined && unit !== null && isSmaller(unit, own);
}

/** The units that a unit is in, nearest first. */
function parentsOf(unit: UnitNode | null): UnitNode[] {
  const parents: UnitNode[] = [];
  const seen = new Set([unit]);
  for (let parent = unit?.parent ?? null; parent && !seen.has(parent); parent = parent.parent) {
    seen.add(parent);
    parents.push(parent);
  }
  return parents;
}

/** The same unit's sets of cycles that begin before, the latest first. */
function earlierSets(cascade: Cascade, scope: PathScope): SetNode[] {
  const begin = cascade.cycles.get(scope.cycle)?.range?.first ?? Number.MAX_SAFE_INTEGER;
  const earlier: SetNode[] = [];
  for (const cycle of [...cascade.cycles.values()].sort(byFirstDay).reverse()) {
    const set = setOf(cascade, scope.unit, cycle.name);
    if (set && cycle.range && cycle.range.first < begin) earlier.push(set);
  }
  return earlier;
}

/** A cheap look before paths are made: whoever began with a unit goes on with its goals. */
function setMayFit(set: SetNode, letters: string, scope: PathScope): boolean {
  const dot = letters.indexOf('.');
  return dot < 0 || set.unitName === scope.unit || set.unitName.toLowerCase() === letters.slice(0, dot);
}

/** Whether a goal says itself that it supports an objective, or a part of it. */
function supports(goal: GoalNode, objective: ObjectiveNode | null): boolean {
  const edges = goal.kind === 'objective' ? goal.supports : [...goal.supports, ...goal.objective.supports];
  return edges.some(({ to }) => (to.kind === 'objective' ? to : to.objective) === objective);
}

function goalMayFit(goal: GoalNode, set: SetNode, letters: string): boolean {
  if (letters === '') return true;
  const path = goal.kind === 'objective' ? goal.name : `${goal.objective.name}.${goal.name}`;
  return comesInOrder(letters, `${set.unitName}.${path}`.toLowerCase()) || goal.title.toLowerCase().includes(letters);
}

function* proposalsOf(
  cascade: Cascade,
  set: SetNode,
  scope: PathScope,
  searched: readonly string[],
  rank: number,
  typed: string,
  role: GoalRole,
  letters: string,
): Generator<Proposal> {
  const isBelow = role === 'supports' && isOfSmaller(cascade, set, scope);
  const propose = function* (goal: GoalNode): Generator<Proposal> {
    if (!goalMayFit(goal, set, letters)) return;
    // With what supports this goal already it would be a circle.
    if (role === 'supports' && supports(goal, scope.objective)) return;
    const paths = pathsTo(cascade, scope, searched, goal);
    // Someone who began with the long form goes on with it.
    const head = typed.slice(0, typed.lastIndexOf('.') + 1);
    const path = paths.find((candidate) => candidate.startsWith(head));
    if (path === undefined) return;
    yield {
      label: path,
      kind: goal.kind === 'objective' ? CompletionItemKind.Interface : CompletionItemKind.Value,
      rank,
      detail: isBelow ? `of a unit below · ${goal.title}` : goal.title,
      alias: goal.title,
      goal: goal.id,
    };
  };
  for (const objective of set.objectives) {
    // An objective does not support itself, nor do its key results.
    if (objective === scope.objective && role !== 'for') continue;
    if (role !== 'for') yield* propose(objective);
    for (const keyResult of objective.keyResults) yield* propose(keyResult);
  }
}
