/**
 * A number for each key that some file stands under or somebody looks at. There are hundreds of thousands of them in a large company, so nothing is
 * kept of the text but 53 bits. Two keys that share these are taken for one: that happens in one of a million companies of 10,000 files, and
 * then somebody looks where there is nothing to see.
 */
import { hashOf } from '../store/hash.ts';
import { grown } from './column.ts';

/** What is said of a key without a number. */
export const unknownKey = -1;

export class KeyNumbers {
  /** By number. */
  #hashes = new Float64Array(64);
  /** One more than the number of a key, at the place that its bits say or at the first free one behind it; 0 where there is none. */
  #places = new Int32Array(128);
  #end = 0;
  readonly #left: number[] = [];

  known(key: string): number {
    const hash = hashOf(key);
    for (let place = this.#first(hash); ; place = this.#next(place)) {
      const number = (this.#places[place] as number) - 1;
      if (number < 0) return unknownKey;
      if (this.#hashes[number] === hash) return number;
    }
  }

  /** The number of a key, which has it from now on. */
  numberOf(key: string): number {
    const hash = hashOf(key);
    let place = this.#first(hash);
    for (; this.#places[place] !== 0; place = this.#next(place)) {
      const number = (this.#places[place] as number) - 1;
      if (this.#hashes[number] === hash) return number;
    }
    const number = this.#left.pop() ?? this.#end++;
    if (number >= this.#hashes.length) this.#hashes = grown(this.#hashes, number + 1);
    this.#hashes[number] = hash;
    this.#places[place] = number + 1;
    if ((this.#end - this.#left.length) * 4 > this.#places.length * 3) this.#spread();
    return number;
  }

  /** The number stands for no key any more and may be given to another one. */
  release(number: number): void {
    let free = this.#first(this.#hashes[number] as number);
    while (this.#places[free] !== number + 1) free = this.#next(free);
    // Those behind it that would not be found over the gap move up.
    for (let place = this.#next(free); this.#places[place] !== 0; place = this.#next(place)) {
      const first = this.#first(this.#hashes[(this.#places[place] as number) - 1] as number);
      if (this.#isBetween(free, first, place)) continue;
      this.#places[free] = this.#places[place] as number;
      free = place;
    }
    this.#places[free] = 0;
    this.#left.push(number);
  }

  #first(hash: number): number {
    return (hash >>> 0) & (this.#places.length - 1);
  }

  #next(place: number): number {
    return (place + 1) & (this.#places.length - 1);
  }

  /** Whether `place` comes after `from` and not after `to`, in a circle. */
  #isBetween(from: number, place: number, to: number): boolean {
    return from < to ? from < place && place <= to : from < place || place <= to;
  }

  /** More places: a table that is nearly full is searched for long. */
  #spread(): void {
    const before = this.#places;
    this.#places = new Int32Array(before.length * 2);
    for (const taken of before) {
      if (taken === 0) continue;
      let place = this.#first(this.#hashes[taken - 1] as number);
      while (this.#places[place] !== 0) place = this.#next(place);
      this.#places[place] = taken;
    }
  }
}
