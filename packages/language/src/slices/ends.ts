/** When the sets of units end: which of them were the last before a cycle begins. It is asked for every set of a file, and these may be any number. */
import { countBefore, type Day, type OkrSet } from '@okr-language/core';
import { cycleOf } from './contents.ts';
import { blocksKey, setKey } from './keys.ts';
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
    const end = ends[countBefore(ends, ({ last }) => last < begin) - 1];
    if (!end || end.isTold) return [];
    end.isTold = true;
    return end.cycles;
  }

  #endsOf(unit: string): readonly End[] {
    const known = this.#ends.get(unit);
    if (known) return known;
    const byDay = new Map<Day, End>();
    for (const cycle of this.#cyclesOf(unit)) {
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

  /** The cycles in which a unit has a block. Most files have to do with few, and then none has to be decoded. */
  #cyclesOf(unit: string): ReadonlySet<string> {
    const { keys, table, around } = this.#look;
    keys.add(blocksKey(unit));
    const cycles = new Set<string>();
    const hasMany = (file: number) => around.cyclesOf(file).length > around.few;
    this.#look.each(blocksKey(unit), (statement) => cycles.add(cycleOf(statement as OkrSet)), { isWanted: hasMany });
    table.eachHolder(blocksKey(unit), (_, file) => {
      if (hasMany(file)) return;
      for (const cycle of around.cyclesOf(file)) if (table.isHeld(setKey(unit, cycle))) cycles.add(cycle);
    });
    return cycles;
  }
}
