/**
 * The first unit that has goals in a cycle and lies in a company. Many may ask, each for a company of its own, so what is found out for one is kept
 * for the next: in questions of their own, which follow from what they look at as every other does.
 */
import { firstUnits, type OkrSet } from '@okr-language/core';
import type { Answers, Work } from './answers.ts';
import { type Around, inOrder } from './around.ts';
import { unitOf } from './contents.ts';
import { blocksOfCycleKey, questionMark } from './keys.ts';
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
  const busy = unitsWithGoals(cycle, asking);
  for (let from = 0, many = 1; from < busy.length; from += many, many *= 4) {
    const firsts = firstsAmong(cycle, from, from + many, asking);
    if (Object.hasOwn(firsts, company)) return firsts[company] ?? null;
  }
  return null;
}

/** By the name of each company the first unit that lies in it, among some of the units with goals in a cycle. */
function firstsAmong(cycle: string, from: number, to: number, asking: Asking): Readonly<Record<string, string>> {
  const { around } = asking;
  return askFor(`firsts ${from} ${cycle}`, asking, (look) => {
    const some = unitsWithGoals(cycle, { ...asking, look }).slice(from, to);
    const selection = new Selection(around.fileOf);
    const reach = new Reach(around, selection);
    for (const unit of some) reach.unit(unit);
    for (const key of reach.keys) look(key);
    const { units } = around.cascadeOf(selection.files());
    return Object.fromEntries(firstUnits(some.map((unit) => units.get(unit) ?? null)));
  });
}

/** A set stands where its first block does, also where that has no objectives. */
function unitsWithGoals(cycle: string, asking: Asking): readonly string[] {
  return askFor(`busy ${cycle}`, asking, (look) => {
    const key = blocksOfCycleKey(cycle);
    look(key);
    const units = new Map<string, boolean>();
    for (const { statement } of inOrder(asking.around, key)) {
      const unit = unitOf(statement as OkrSet);
      units.set(unit, units.get(unit) || (statement as OkrSet).objectives.length > 0);
    }
    return [...units].flatMap(([unit, isBusy]) => (isBusy ? [unit] : []));
  });
}

function askFor<T>(question: string, { answers, look }: Asking, work: Work<T>): T {
  const key = questionMark + question;
  look(key);
  return answers.ask(key, work);
}
