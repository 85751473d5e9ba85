/**
 * The first unit that has goals in a cycle and lies in a company. Many may ask, each for a company of its own, so what is found out for one is kept
 * for the next: in questions of their own, which follow from what they look at as every other does.
 */
import { firstUnits, type OkrSet, type Statement } from '@okr-language/core';
import type { Answers } from './answers.ts';
import { type Around, inOrder } from './around.ts';
import { unitOf } from './contents.ts';
import { blocksOfCycleKey, setKey } from './keys.ts';
import { Reach } from './reach.ts';
import { Selection } from './selection.ts';

interface Asking {
  readonly around: Around;
  readonly answers: Answers;
  /** Notes what the answer follows from. */
  readonly look: (key: string) => void;
}

/** Most often the very first unit lies in the company. So it is looked at by itself, and then four times as many at each step. */
export function firstUnder(company: string, cycle: string, asking: Asking): string | null {
  for (let from = 0, many = 1; ; from += many, many *= 4) {
    const { firsts, areAll } = firstsAmong(cycle, from, from + many, asking);
    if (Object.hasOwn(firsts, company)) return firsts[company] ?? null;
    if (areAll) return null;
  }
}

interface Firsts {
  /** By the name of each company the first unit that lies in it. */
  readonly firsts: Readonly<Record<string, string>>;
  /** Whether no further units come. */
  readonly areAll: boolean;
}

/** Among some of the units with goals in a cycle, by their numbers. Files behind them are not looked into: there may be thousands. */
function firstsAmong(cycle: string, from: number, to: number, asking: Asking): Firsts {
  const { around, answers } = asking;
  return answers.ask(`firsts ${from} ${cycle}`, asking.look, (look) => {
    look(blocksOfCycleKey(cycle));
    const some: string[] = [];
    let passed = 0;
    for (const unit of unitsWithGoals(cycle, around)) {
      if (passed === to) break;
      if (passed++ >= from) some.push(unit);
    }
    const selection = new Selection(around.unitFiles.headOf);
    const reach = new Reach(around, selection);
    for (const unit of some) reach.unit(unit);
    for (const key of reach.keys) look(key);
    const { units } = around.cascadeOf(selection.files());
    const firsts = Object.fromEntries(firstUnits(some.map((unit) => units.get(unit) ?? null)));
    return { firsts, areAll: passed < to };
  });
}

/** A set stands where its first block does, also where that has no objectives. */
function* unitsWithGoals(cycle: string, around: Around): Generator<string> {
  const units = new Set<string>();
  for (const { statement } of inOrder(around, blocksOfCycleKey(cycle))) {
    const unit = unitOf(statement as OkrSet);
    if (units.has(unit)) continue;
    units.add(unit);
    if (hasGoals(statement) || hasOthers(setKey(unit, cycle), around)) yield unit;
  }
}

function hasOthers(set: string, around: Around): boolean {
  for (const { statement } of inOrder(around, set)) if (hasGoals(statement)) return true;
  return false;
}

function hasGoals(statement: Statement): boolean {
  return (statement as OkrSet).objectives.length > 0;
}
