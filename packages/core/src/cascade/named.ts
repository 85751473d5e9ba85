import { Beside } from '../model/beside.ts';
import type { BuildingGoal } from './nodes.ts';

/** Lists of up to this many goals are searched one by one, which is faster than keeping a table. */
const small = 16;

interface Table {
  readonly first: Map<string, BuildingGoal>;
  /** How many of the list are in it: lists grow at their ends. */
  filled: number;
}

/** For each long list that was searched. */
const tables = new Beside<readonly BuildingGoal[], Table>();

/** The first goal of a name in a list that only grows; null where none has it. */
export function firstNamed<G extends BuildingGoal>(goals: readonly G[], name: string): G | null {
  if (goals.length > small) return (tableOf(goals).get(name) as G | undefined) ?? null;
  // Asked more often than anything else: without an iterator, which costs more than to compare a few names.
  for (let i = 0; i < goals.length; i++) {
    const goal = goals[i] as G;
    if (goal.name === name) return goal;
  }
  return null;
}

function tableOf(goals: readonly BuildingGoal[]): ReadonlyMap<string, BuildingGoal> {
  let table = tables.get(goals);
  if (!table) {
    table = { first: new Map(), filled: 0 };
    tables.set(goals, table);
  }
  for (; table.filled < goals.length; table.filled++) {
    const goal = goals[table.filled] as BuildingGoal;
    if (goal.name !== null && !table.first.has(goal.name)) table.first.set(goal.name, goal);
  }
  return table.first;
}
