/**
 * Which paths were met in which places: a file tells of the same few goals week after week. Asked of every reading, so that no text is put together
 * for it.
 */
import type { Reference } from '@okr-language/core';
import type { Units } from './units.ts';

export class Told {
  readonly #units: Units;
  /** By unit and cycle of the place the names that paths begin with, of those that name a cycle themselves behind that. */
  readonly #places = new Map<string, Map<string, Set<string>>>();

  constructor(units: Units) {
    this.#units = units;
  }

  /**
   * Whether a path is met for the first time in such a place. Where its first name is no unit it is an objective, and then it does not matter which key
   * result of it is meant.
   */
  isNew({ segments, cycle: named }: Reference, unit: string, cycle: string): boolean {
    const [first, second] = segments;
    let name = first?.text ?? '';
    if (first && second && this.#units.isKnown(name)) name += `/${second.text}`;
    if (named) name = `${named.text} ${name}`;
    const names = this.#namesIn(unit, cycle);
    const before = names.size;
    return names.add(name).size > before;
  }

  #namesIn(unit: string, cycle: string): Set<string> {
    let cycles = this.#places.get(unit);
    if (!cycles) {
      cycles = new Map();
      this.#places.set(unit, cycles);
    }
    let names = cycles.get(cycle);
    if (!names) {
      names = new Set();
      cycles.set(cycle, names);
    }
    return names;
  }
}
