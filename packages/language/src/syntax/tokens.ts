import { JUNK, type Kind } from './kinds.ts';

/**
 * Tokens as columns: the token `i` has a kind, a first and an end offset and flags. A file has hundreds of tokens and a
 * project millions, so that one object for each would cost more than reading them.
 */
export class Tokens {
  readonly kinds: Kind[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Bits of `NEW_LINE`, `SOFT` and `VIRTUAL`. */
  readonly flags: number[] = [];

  get count(): number {
    return this.kinds.length;
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

  /** The same tokens without the holes; itself where there is none. */
  withoutHoles(): Tokens {
    if (!this.kinds.includes(HOLE)) return this;
    const kept = new Tokens();
    this.kinds.forEach((kind, i) => {
      if (kind !== HOLE) kept.push(kind, this.starts[i] as number, this.ends[i] as number, this.flags[i] as number);
    });
    return kept;
  }

  push(kind: Kind, start: number, end: number, flags: number): void {
    this.kinds.push(kind);
    this.starts.push(start);
    this.ends.push(end);
    this.flags.push(flags);
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
