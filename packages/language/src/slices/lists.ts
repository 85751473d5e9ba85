/**
 * Lists of whole numbers of 32 bits, many in one array. There are tens of thousands of them, and an array of its own takes a hundred bytes before
 * anything stands in it. The arrays are pieces that never grow: to copy megabytes takes both, and what was freed does not go back to the system.
 *
 * A list is known by the place where it begins: a cell that tells how many numbers it has and how many it has room for, and these numbers. Rooms are
 * of few sizes, so that one that is given back is soon used again.
 */
/** What stands for a list that is not there; no list begins there. */
export const noList = 0;

/** Places for 2, 3, 4, 6, 8, 12, 16, 24 ... numbers. */
const roomOf = (size: number): number => (size % 2 === 0 ? 2 : 3) << (size >> 1);
/** The lowest bits of the first cell tell the size of the room, all others the length. */
const bitsOfSize = 6;
const maskOfSize = (1 << bitsOfSize) - 1;

/** A list is in the piece that the higher bits of its place tell, at what the lower ones tell. */
const bitsOfOffset = 16;
const cellsOfPiece = 1 << bitsOfOffset;
const maskOfOffset = cellsOfPiece - 1;
/** Small projects need little. */
const cellsOfFirst = 1024;

export class Lists {
  readonly #pieces = [new Int32Array(cellsOfFirst)];
  /** The piece that is filled, and what of it is taken. */
  #filled = 0;
  #end = 1;
  /** By size the first room that was given back; its second cell names the next. */
  readonly #left: number[] = [];

  lengthOf(list: number): number {
    return list === noList ? 0 : this.#cell(list, 0) >>> bitsOfSize;
  }

  /** The number at a place in a list, counted from 0. */
  at(list: number, index: number): number {
    return this.#cell(list, 1 + index);
  }

  /** All numbers as they stand now; what is shown does not outlive the next change. */
  all(list: number): Int32Array {
    const first = (list & maskOfOffset) + 1;
    return this.#pieceOf(list).subarray(first, first + this.lengthOf(list));
  }

  /** A list of some numbers; none where there are none. */
  make(numbers: Int32Array): number {
    if (numbers.length === 0) return noList;
    const list = this.#take(sizeFor(numbers.length));
    this.#pieceOf(list).set(numbers, (list & maskOfOffset) + 1);
    this.#setLength(list, numbers.length);
    return list;
  }

  /** Adds a number at the end, and says where the list is from now on. */
  add(list: number, number: number): number {
    const length = this.lengthOf(list);
    let at = list;
    if (list === noList || length === roomOf(this.#sizeOf(list))) {
      at = this.#take(sizeFor(length + 1));
      this.#pieceOf(at).set(this.all(list), (at & maskOfOffset) + 1);
      this.release(list);
    }
    this.#setCell(at, 1 + length, number);
    this.#setLength(at, length + 1);
    return at;
  }

  /** Takes a number out, once; the last one takes its place. */
  remove(list: number, number: number): void {
    const last = this.lengthOf(list) - 1;
    for (let index = 0; index <= last; index++) {
      if (this.at(list, index) !== number) continue;
      this.#setCell(list, 1 + index, this.at(list, last));
      this.#setLength(list, last);
      return;
    }
  }

  /** The list is not used any more. */
  release(list: number): void {
    if (list === noList) return;
    const size = this.#sizeOf(list);
    this.#setCell(list, 1, this.#left[size] ?? noList);
    this.#left[size] = list;
  }

  #pieceOf(list: number): Int32Array {
    return this.#pieces[list >>> bitsOfOffset] as Int32Array;
  }

  #cell(list: number, index: number): number {
    return this.#pieceOf(list)[(list & maskOfOffset) + index] as number;
  }

  #setCell(list: number, index: number, value: number): void {
    this.#pieceOf(list)[(list & maskOfOffset) + index] = value;
  }

  #sizeOf(list: number): number {
    return this.#cell(list, 0) & maskOfSize;
  }

  #setLength(list: number, length: number): void {
    this.#setCell(list, 0, (length << bitsOfSize) | this.#sizeOf(list));
  }

  #take(size: number): number {
    let list = this.#left[size] ?? noList;
    if (list !== noList) this.#left[size] = this.#cell(list, 1);
    else list = this.#newRoom(1 + roomOf(size));
    this.#setCell(list, 0, size);
    return list;
  }

  #newRoom(cells: number): number {
    // A list that is larger than a piece has one of its own, and begins it.
    if (cells > cellsOfPiece) return (this.#pieces.push(new Int32Array(cells)) - 1) << bitsOfOffset;
    if (this.#end + cells > (this.#pieces[this.#filled]?.length ?? 0)) {
      this.#filled = this.#pieces.push(new Int32Array(cellsOfPiece)) - 1;
      this.#end = 0;
    }
    const list = (this.#filled << bitsOfOffset) | this.#end;
    this.#end += cells;
    return list;
  }
}

/** The smallest room that is large enough. */
function sizeFor(length: number): number {
  const half = Math.max(0, 30 - Math.clz32(length)) * 2;
  for (let size = half; ; size++) if (roomOf(size) >= length) return size;
}
