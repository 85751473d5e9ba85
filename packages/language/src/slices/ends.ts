/** When the sets of units end: which of them were the last before a cycle begins. It is asked for every set of a file, and these may be any number. */
import type { Day, OkrSet } from '@okr-language/core';
import { cycleOf } from './contents.ts';
import { blocksKey } from './keys.ts';
import type { Look } from './look.ts';

/** Cycles that end on the same day. */
interface End {
  readonly last: Day;
  readonly cycles: string[];
  isTold: boolean;
}

export class Ends {
  readonly #look: Look;
  /** By unit, the first day first. */
  readonly #ends = new Map<string, readonly End[]>();

  constructor(look: Look) {
    this.#look = look;
  }

  /** The cycles of a unit that end last of all that end before a day. Those that were told before are not told again. */
  lastBefore(begin: Day, unit: string): readonly string[] {
    const ends = this.#endsOf(unit);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as End).last < begin) low = middle + 1;
      else high = middle;
    }
    const end = ends[low - 1];
    if (!end || end.isTold) return [];
    end.isTold = true;
    return end.cycles;
  }

  #endsOf(unit: string): readonly End[] {
    const known = this.#ends.get(unit);
    if (known) return known;
    this.#look.keys.add(blocksKey(unit));
    const cycles = new Set<string>();
    this.#look.each(blocksKey(unit), (statement) => cycles.add(cycleOf(statement as OkrSet)));
    const byDay = new Map<Day, End>();
    for (const cycle of cycles) {
      this.#look.cycle(cycle);
      const last = this.#look.around.rangeOf(cycle)?.last;
      if (last === undefined) continue;
      const end = byDay.get(last);
      if (end) end.cycles.push(cycle);
      else byDay.set(last, { last, cycles: [cycle], isTold: false });
    }
    const ends = [...byDay.values()].sort((a, b) => a.last - b.last);
    this.#ends.set(unit, ends);
    return ends;
  }
}
