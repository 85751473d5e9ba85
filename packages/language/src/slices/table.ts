/** Which files stand under a key, and who looked at it: files, and questions about the project. */
import { Column } from './column.ts';
import { KeyNumbers, unknownKey } from './keyNumbers.ts';
import { Lists, noList } from './lists.ts';
import { Names } from './names.ts';

/** Files and questions by their numbers. There are a hundred such for each file, so a lone one stands without a list. */
class Few {
  readonly #lists: Lists;
  /** By key: 0 for nobody, one more than the number of a lone one, or a list, with its sign changed. */
  readonly #few = new Column();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  isEmpty(key: number): boolean {
    return key === unknownKey || this.#few.get(key) === 0;
  }

  /** Whether nobody is there but perhaps one. */
  isAtMost(key: number, one: number): boolean {
    return this.isEmpty(key) || this.#few.get(key) === one + 1;
  }

  add(key: number, one: number): void {
    const few = this.#few.get(key);
    if (few === 0) this.#few.set(key, one + 1);
    else if (few > 0) this.#few.set(key, -this.#lists.make(Int32Array.of(few - 1, one)));
    else this.#few.set(key, -this.#lists.add(-few, one));
  }

  remove(key: number, one: number): void {
    const few = this.#few.get(key);
    if (few === one + 1) this.#few.set(key, 0);
    if (few >= 0) return;
    this.#lists.remove(-few, one);
    if (this.#lists.lengthOf(-few) > 1) return;
    this.#few.set(key, this.#lists.at(-few, 0) + 1);
    this.#lists.release(-few);
  }

  each(key: number, show: (one: number) => void): void {
    const few = key === unknownKey ? 0 : this.#few.get(key);
    if (few > 0) show(few - 1);
    else for (let index = 0; index < this.#lists.lengthOf(-few); index++) show(this.#lists.at(-few, index));
  }
}

export class Table {
  readonly #names: Names;
  readonly #keys = new KeyNumbers();
  readonly #lists = new Lists();
  readonly #holders = new Few(this.#lists);
  readonly #readers = new Few(this.#lists);
  /** By reader the list of all keys that it looks at, in the order of their numbers. */
  readonly #looked = new Column();

  constructor(names: Names = new Names()) {
    this.#names = names;
  }

  /** Notes that a file stands under a key; once for each. */
  hold(key: string, uri: string): void {
    this.#holders.add(this.#keys.numberOf(key), this.#names.numberOf(uri));
  }

  letGo(key: string, uri: string): void {
    const number = this.#keys.known(key);
    if (number === unknownKey) return;
    this.#holders.remove(number, this.#names.numberOf(uri));
    this.#tidy(number);
  }

  /** Notes what somebody looks at from now on, in place of all that was before. */
  look(reader: string, keys: Iterable<string>): void {
    const numbers: number[] = [];
    for (const key of keys) numbers.push(this.#keys.numberOf(key));
    const inOrder = Int32Array.from(numbers).sort();
    let many = 0;
    for (const number of inOrder) if (many === 0 || number !== inOrder[many - 1]) inOrder[many++] = number;
    this.#lookAt(this.#names.numberOf(reader), inOrder.subarray(0, many));
  }

  /** Whether somebody looks at anything. */
  isLooking(reader: string): boolean {
    return this.#looked.get(this.#names.known(reader)) !== noList;
  }

  #lookAt(reader: number, after: Int32Array): void {
    const list = this.#looked.get(reader);
    const before = this.#lists.all(list);
    let [left, come] = [0, 0];
    let isSame = true;
    while (left < before.length || come < after.length) {
      const old = before[left] ?? Number.POSITIVE_INFINITY;
      const now = after[come] ?? Number.POSITIVE_INFINITY;
      if (old <= now) left++;
      if (now <= old) come++;
      if (now < old) this.#readers.add(now, reader);
      if (old < now) this.#leave(old, reader);
      isSame &&= old === now;
    }
    if (isSame) return;
    this.#lists.release(list);
    this.#looked.set(reader, this.#lists.make(after));
  }

  #leave(key: number, reader: number): void {
    this.#readers.remove(key, reader);
    this.#tidy(key);
  }

  /** Files that stand under a key, in no order. */
  holders(key: string): readonly string[] {
    return this.#named(this.#holders, key);
  }

  /** Shows the files that stand under a key, in no order, each with its number. */
  eachHolder(key: string, show: (uri: string, file: number) => void): void {
    this.#holders.each(this.#keys.known(key), (number) => show(this.#names.nameOf(number), number));
  }

  isHeld(key: string): boolean {
    return !this.#holders.isEmpty(this.#keys.known(key));
  }

  isRead(key: string): boolean {
    return !this.#readers.isEmpty(this.#keys.known(key));
  }

  /** Whether anybody but one reads a key. */
  isReadByOthers(key: string, but: string): boolean {
    return !this.#readers.isAtMost(this.#keys.known(key), this.#names.known(but));
  }

  readers(key: string): readonly string[] {
    return this.#named(this.#readers, key);
  }

  #named(few: Few, key: string): readonly string[] {
    const names: string[] = [];
    few.each(this.#keys.known(key), (number) => names.push(this.#names.nameOf(number)));
    return names;
  }

  /** Of a key that nobody stands under or looks at nothing is kept. */
  #tidy(key: number): void {
    if (this.#holders.isEmpty(key) && this.#readers.isEmpty(key)) this.#keys.release(key);
  }
}
