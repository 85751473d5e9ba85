/** What rules ask about the whole project, answered by looking into those files only that an answer follows from. */
import { Beside, type DayRange, type Everywhere, type OkrSet, Stretches } from '@okr-language/core';
import type { Answers, Work } from './answers.ts';
import { type Around, inOrder } from './around.ts';
import { cycleOf, unitOf } from './contents.ts';
import { firstUnder } from './firsts.ts';
import { anyClosing, anyReading, blocksKey, blocksOfCycleKey, cycleKey, setKey, watchedKey } from './keys.ts';
import { Reach } from './reach.ts';
import { Selection } from './selection.ts';

/** Every question that is asked goes into `asked`, under the key by which its answer is read. */
export function everywhereAround(around: Around, answers: Answers, asked: Set<string>): Everywhere {
  const ask = <T>(question: string, work: Work<T>): T => answers.ask(question, (key) => asked.add(key), work);
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
    hasGoalsDuring: (unit, days) =>
      ask(`goals of ${unit} ${days.first}-${days.last}`, (look) => {
        const busy = answers.ask(`cycles ${unit}`, look, (also) => busyDays(unit, around, also));
        return stretchesOf(busy).touch(days);
      }),
    firstUnder: (company, cycle) =>
      ask(`first ${company}/${cycle}`, (look) => firstUnder(company, cycle, { around, answers, look })),
    isLinkedBeside: (unit, cycle) =>
      ask(`beside ${unit}/${cycle}`, (look) => {
        const selection = new Selection(around.unitFiles.headOf);
        const reach = new Reach(around, selection);
        reach.partners(unit, cycle);
        for (const key of reach.keys) look(key);
        return around.cascadeOf(selection.files()).everywhere.isLinkedBeside(unit, cycle);
      }),
  };
}

/** The days of the cycles in which a unit has objectives. */
function busyDays(unit: string, around: Around, look: (key: string) => void): readonly DayRange[] {
  look(blocksKey(unit));
  const cycles = new Set<string>();
  for (const { statement } of inOrder(around, blocksKey(unit))) {
    if ((statement as OkrSet).objectives.length > 0) cycles.add(cycleOf(statement as OkrSet));
  }
  return [...cycles].flatMap((cycle) => {
    look(cycleKey(cycle));
    return around.rangeOf(cycle) ?? [];
  });
}

/** Made once for an answer, of which many may ask. */
const stretches = new Beside<readonly DayRange[], Stretches>();

function stretchesOf(days: readonly DayRange[]): Stretches {
  let known = stretches.get(days);
  if (!known) {
    known = new Stretches(days);
    stretches.set(days, known);
  }
  return known;
}
