/** What rules ask about the whole project, answered by looking into those files only that an answer follows from. */
import { companyOf, type Everywhere, type OkrSet } from '@okr-language/core';
import type { Answers, Work } from './answers.ts';
import { type Around, inOrder } from './around.ts';
import { cycleOf, unitOf } from './contents.ts';
import { anyClosing, anyReading, blocksKey, blocksOfCycleKey, questionMark, setKey, watchedKey } from './keys.ts';
import { Reach } from './reach.ts';
import { Selection } from './selection.ts';

/** Every question that is asked goes into `asked`, under the key by which its answer is read. */
export function everywhereAround(around: Around, answers: Answers, asked: Set<string>): Everywhere {
  const ask = <T>(question: string, work: Work<T>): T => {
    const key = questionMark + question;
    asked.add(key);
    return answers.ask(key, work);
  };
  const isHeld = (key: string) =>
    ask(key, (look) => {
      look(key);
      return around.table.isHeld(key);
    });
  const busyUnits = function* (key: string, look: (key: string) => void) {
    look(key);
    for (const { statement } of inOrder(around, key)) {
      const block = statement as OkrSet;
      if (block.objectives.length > 0) yield unitOf(block);
    }
  };
  return {
    hasReadings: () => isHeld(anyReading),
    hasClosings: () => isHeld(anyClosing),
    isWatched: (unit) => isHeld(watchedKey(unit)),
    isShared: (cycle) =>
      ask(`shared ${cycle}`, (look) => {
        const units = new Set<string>();
        for (const unit of busyUnits(blocksOfCycleKey(cycle), look)) if (units.add(unit).size > 1) return true;
        return false;
      }),
    hasObjectives: (unit, cycle) =>
      ask(`objectives ${unit}/${cycle}`, (look) => !busyUnits(setKey(unit, cycle), look).next().done),
    cyclesOf: (unit) =>
      ask(`cycles ${unit}`, (look) => {
        look(blocksKey(unit));
        const cycles = new Set<string>();
        for (const { statement } of inOrder(around, blocksKey(unit))) {
          if ((statement as OkrSet).objectives.length > 0) cycles.add(cycleOf(statement as OkrSet));
        }
        return [...cycles];
      }),
    firstUnder: (company, cycle) =>
      ask(`first ${company}/${cycle}`, (look) => {
        look(blocksOfCycleKey(cycle));
        return firstUnder(company, cycle, around, look);
      }),
    isLinkedBeside: (unit, cycle) =>
      ask(`beside ${unit}/${cycle}`, (look) => {
        const selection = new Selection(around.fileOf);
        const reach = new Reach(around, selection);
        reach.partners(unit, cycle);
        for (const key of reach.keys) look(key);
        return around.cascadeOf(selection.files()).everywhere.isLinkedBeside(unit, cycle);
      }),
  };
}

/** A set stands where its first block does, also where that has no objectives; most often the very first set is the one. */
function firstUnder(company: string, cycle: string, around: Around, look: (key: string) => void): string | null {
  const units = new Map<string, boolean>();
  for (const { statement } of inOrder(around, blocksOfCycleKey(cycle))) {
    const unit = unitOf(statement as OkrSet);
    units.set(unit, units.get(unit) || (statement as OkrSet).objectives.length > 0);
  }
  const busy = [...units].flatMap(([unit, isBusy]) => (isBusy ? [unit] : []));
  for (let at = 0, many = 1; at < busy.length; at += many, many *= 4) {
    const some = busy.slice(at, at + many);
    const selection = new Selection(around.fileOf);
    const reach = new Reach(around, selection);
    for (const unit of some) reach.unit(unit);
    for (const key of reach.keys) look(key);
    const known = around.cascadeOf(selection.files()).units;
    const first = some.find((unit) => companyOf(known.get(unit) ?? null)?.name === company);
    if (first !== undefined) return first;
  }
  return null;
}
