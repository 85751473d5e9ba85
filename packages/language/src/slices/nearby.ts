/** Names of the whole project for suggestions in a slice. Each list that is looked at is noted down as a key. */
import {
  firstOf,
  type NamedBlock,
  NameList,
  namedBlock,
  type Objective,
  type OkrSet,
  type Surroundings,
} from '@okr-language/core';
import { type Around, inOrder } from './around.ts';
import { cycleOf, unitOf } from './contents.ts';
import { allCycles, allKpis, allUnits, anyUnitKey, blocksKey, cycleKey, namesKey, usedCycles } from './keys.ts';

/** Lists that hold for the whole project, kept until something in them changes. */
export class CommonLists {
  readonly #lists = new Map<string, NameList>();

  get(key: string, make: () => NameList): NameList {
    let list = this.#lists.get(key);
    if (!list) {
      list = make();
      this.#lists.set(key, list);
    }
    return list;
  }

  has(key: string): boolean {
    return this.#lists.has(key);
  }

  forget(key: string): void {
    this.#lists.delete(key);
  }
}

export function namesAround(around: Around, lists: CommonLists, looked: Set<string>): Omit<Surroundings, 'everywhere'> {
  /** By unit: what is wrong in a file is often wrong many times. */
  const blocks = new Map<string, readonly NamedBlock[]>();
  const declared = (key: string): NameList => {
    looked.add(key);
    return lists.get(key, () => {
      const names = new Set<string>();
      for (const { statement } of inOrder(around, key)) {
        if ('name' in statement && statement.name) names.add(statement.name.text);
      }
      return new NameList(names);
    });
  };
  return {
    unitNames: () => declared(allUnits),
    kpiNames: () => declared(allKpis),
    cycleNames() {
      looked.add(allCycles);
      looked.add(usedCycles);
      return around.usedCycles();
    },
    blocksOf(unit, most) {
      let named = blocks.get(unit);
      if (!named) {
        const first = firstOf(inOrder(around, blocksKey(unit)), most).map(({ statement }) => statement as OkrSet);
        named = first.map((block) => namedBlock(cycleOf(block), block));
        blocks.set(unit, named);
      }
      looked.add(namesKey(unit));
      for (const { cycle } of named) looked.add(cycleKey(cycle));
      return named;
    },
    *setsWith(name) {
      const key = anyUnitKey(name);
      looked.add(key);
      const seen = new Set<string>();
      for (const { statement, part } of inOrder(around, key)) {
        const block = statement as OkrSet;
        const set = { unit: unitOf(block), cycle: cycleOf(block) };
        const id = `${set.unit}/${set.cycle}`;
        if (seen.has(id) || !(part as Objective).name?.text) continue;
        seen.add(id);
        looked.add(cycleKey(set.cycle));
        yield set;
      }
    },
  };
}
