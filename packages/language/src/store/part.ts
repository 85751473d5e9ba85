/** How one kind of thing is written as bytes and read back. The two sides of each kind stand next to each other. */
import type { Reader, Writer } from './bytes.ts';

export interface Part<T> {
  write(to: Writer, value: T): void;
  read(from: Reader): T;
}

export const text: Part<string> = {
  write: (to, value) => to.text(value),
  read: (from) => from.text(),
};

export function maybe<T>(part: Part<T>): Part<T | null> {
  return {
    write(to, value) {
      to.flag(value !== null);
      if (value !== null) part.write(to, value);
    },
    read: (from) => (from.flag() ? part.read(from) : null),
  };
}

/** Most lists are empty. */
const none: readonly never[] = [];

export function list<T>(part: Part<T>): Part<readonly T[]> {
  const one = (from: Reader) => part.read(from);
  return {
    write(to, values) {
      to.flag(values.length > 0);
      if (values.length === 0) return;
      to.count(values.length);
      for (const value of values) part.write(to, value);
    },
    read(from) {
      if (!from.flag()) return none;
      const length = from.count();
      // A list that is pushed to makes room for sixteen more, and most stay short.
      if (length === 1) return [one(from)];
      if (length === 2) return [one(from), one(from)];
      if (length === 3) return [one(from), one(from), one(from)];
      const values: T[] = [];
      for (let i = 0; i < length; i++) values.push(one(from));
      return values;
    },
  };
}

/** One of a few words. The order of the words is part of the format. */
export function oneOf<T extends string>(...words: readonly T[]): Part<T> {
  const numbers = new Map(words.map((word, i) => [word, i]));
  return {
    write(to, value) {
      const number = numbers.get(value);
      if (number === undefined) throw new RangeError(`"${value}" cannot be stored.`);
      to.byte(number);
    },
    read(from) {
      const word = words[from.byte()];
      if (word === undefined) throw new RangeError('The bytes of a file hold a word that is not known.');
      return word;
    },
  };
}
