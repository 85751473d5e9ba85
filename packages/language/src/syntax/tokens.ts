import { JUNK, type Kind } from './kinds.ts';

/** As many tokens as nearly all files have; more are made room for. */
const USUAL = 4_000;
/** Room for more than this is given back when the tokens are cleared. */
const MOST_KEPT = 1_000_000;
/** Places behind the last token that are surely empty, so that nobody who looks ahead sees what stood there before. */
const AHEAD = 16;

/**
 * Tokens as columns: the token `i` has a kind, a first and an end offset and flags. A file has hundreds of tokens and a
 * project millions, so that one object for each would cost more than reading them. The columns are longer than what is in
 * them; behind the last token the kind is `END`.
 */
export class Tokens {
  kinds: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Bits of `NEW_LINE`, `SOFT` and `VIRTUAL`. */
  flags: Int32Array;
  count = 0;

  /** With room for the tokens of a text of that length, as far as it is like others. */
  constructor(length = 4 * USUAL) {
    const room = Math.min(length >> 2, USUAL) + 2 * AHEAD;
    this.kinds = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.flags = new Int32Array(room);
  }

  /** Takes all tokens out, to be used again for another text. */
  clear(): this {
    const { count } = this;
    this.count = 0;
    if (this.kinds.length > MOST_KEPT) this.resize(USUAL);
    else for (const column of [this.kinds, this.starts, this.ends, this.flags]) column.fill(0, 0, count);
    return this;
  }

  add(kind: Kind, start: number, end: number, newLine: boolean): void {
    this.push(kind, start, end, newLine ? NEW_LINE : 0);
  }

  /** Lengthens the last token where it is a run of junk that ends at `start`. */
  extendJunk(start: number, end: number): boolean {
    const last = this.count - 1;
    if (this.kinds[last] !== JUNK || this.ends[last] !== start) return false;
    this.ends[last] = end;
    return true;
  }

  /** Closes up the holes. */
  removeHoles(): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (this.kinds[i] === HOLE) continue;
      if (kept < i)
        this.put(
          kept,
          this.kinds[i] as number,
          this.starts[i] as number,
          this.ends[i] as number,
          this.flags[i] as number,
        );
      kept++;
    }
    for (let i = kept; i < this.count; i++) this.put(i, 0, 0, 0, 0);
    this.count = kept;
  }

  push(kind: Kind, start: number, end: number, flags: number): void {
    if (this.count + AHEAD >= this.kinds.length) this.resize(2 * this.kinds.length);
    this.put(this.count++, kind, start, end, flags);
  }

  private put(i: number, kind: Kind, start: number, end: number, flags: number): void {
    this.kinds[i] = kind;
    this.starts[i] = start;
    this.ends[i] = end;
    this.flags[i] = flags;
  }

  private resize(room: number): void {
    const kept = Math.min(room, this.count);
    const grown = (column: Int32Array): Int32Array => {
      const longer = new Int32Array(room);
      longer.set(column.subarray(0, kept));
      return longer;
    };
    this.kinds = grown(this.kinds);
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.flags = grown(this.flags);
  }
}

/** A place among the tokens that holds none: a brace that was taken back. */
export const HOLE: Kind = -1;

/** The token is the first of its line. */
export const NEW_LINE = 1;
/** A keyword that may be a name here: the reader decides. */
export const SOFT = 2;
/** Not in the text: a brace or a keyword that was missing. */
export const VIRTUAL = 4;
/** A keyword that the reader took as a name. */
export const AS_NAME = 8;
