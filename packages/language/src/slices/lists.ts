/**
 * Lists of whole numbers of 32 bits, all in one array. There are tens of thousands of them, and an array of its own takes a hundred bytes before
 * anything stands in it.
 *
 * A list is known by the place where it begins: a cell that tells how many numbers it has and how many it has room for, and these numbers. Rooms are
 * of few sizes, so that one that is given back is soon used again.
 */
import { grown } from './column.ts';

/** What stands for a list that is not there; no list begins there. */
export const noList = 0;

/** Places for 2, 3, 4, 6, 8, 12, 16, 24 ... numbers. */
const roomOf = (size: number): number => (size % 2 === 0 ? 2 : 3) << (size >> 1);
/** The lowest bits of the first cell tell the size of the room, all others the length. */
const bitsOfSize = 6;
const maskOfSize = (1 << bitsOfSize) - 1;

export class Lists {
  #cells = new Int32Array(256);
  #end = 1;
  /** By size the first room that was given back; its second cell names the next. */
  readonly #left: number[] = [];

  lengthOf(list: number): number {
    return list === noList ? 0 : (this.#cells[list] as number) >>> bitsOfSize;
  }

  /** The number at a place in a list, counted from 0. */
  at(list: number, index: number): number {
    return this.#cells[list + 1 + index] as number;
  }

  /** All numbers as they stand now; what is shown does not outlive the next change. */
  all(list: number): Int32Array {
    return this.#cells.subarray(list + 1, list + 1 + this.lengthOf(list));
  }

  /** A list of some numbers; none where there are none. */
  make(numbers: Int32Array): number {
    if (numbers.length === 0) return noList;
    const list = this.#take(sizeFor(numbers.length));
    this.#cells.set(numbers, list + 1);
    this.#setLength(list, numbers.length);
    return list;
  }

  /** Adds a number at the end, and says where the list is from now on. */
  add(list: number, number: number): number {
    const length = this.lengthOf(list);
    let at = list;
    if (list === noList || length === roomOf(this.#sizeOf(list))) {
      at = this.#take(sizeFor(length + 1));
      this.#cells.copyWithin(at + 1, list + 1, list + 1 + length);
      this.release(list);
    }
    this.#cells[at + 1 + length] = number;
    this.#setLength(at, length + 1);
    return at;
  }

  /** Takes a number out, once; the last one takes its place. */
  remove(list: number, number: number): void {
    const last = this.lengthOf(list) - 1;
    for (let index = 0; index <= last; index++) {
      if (this.at(list, index) !== number) continue;
      this.#cells[list + 1 + index] = this.at(list, last);
      this.#setLength(list, last);
      return;
    }
  }

  /** The list is not used any more. */
  release(list: number): void {
    if (list === noList) return;
    const size = this.#sizeOf(list);
    this.#cells[list + 1] = this.#left[size] ?? noList;
    this.#left[size] = list;
  }

  #sizeOf(list: number): number {
    return (this.#cells[list] as number) & maskOfSize;
  }

  #setLength(list: number, length: number): void {
    this.#cells[list] = (length << bitsOfSize) | this.#sizeOf(list);
  }

  #take(size: number): number {
    let list = this.#left[size] ?? noList;
    if (list !== noList) this.#left[size] = this.#cells[list + 1] as number;
    else {
      list = this.#end;
      this.#end += 1 + roomOf(size);
      if (this.#end > this.#cells.length) this.#cells = grown(this.#cells, this.#end);
    }
    this.#cells[list] = size;
    return list;
  }
}

/** The smallest room that is large enough. */
function sizeFor(length: number): number {
  const half = Math.max(0, 30 - Math.clz32(length)) * 2;
  for (let size = half; ; size++) if (roomOf(size) >= length) return size;
}
