/**
 * A sieve stands before the bytes of each file and tells, without reading these, that a name or a piece of a title is not in it. It errs on
 * one side only: where it says that something may be there, somebody has to look. It takes some 20 bytes a key result.
 */
import { type LettersWriter, sumOf } from './letters.ts';

/** What is looked for, made once for all files. */
export interface Probe {
  readonly names: readonly (readonly number[])[];
  readonly letters: readonly number[];
}

const bitsPerName = 16;
const marksPerName = 3;
/** Three letters in a row are one mark; a text has about as many as letters, and a search asks for several. */
/** At least so many bits for each that differs, and less than twice as many. */
const bitsPerTriple = 3;

/** A file passes where it may hold each of these names, and a text with each of these pieces in it, in small letters or not. */
export function probeFor(names: readonly string[], pieces: readonly string[] = []): Probe {
  const letters = new Set<number>();
  for (const piece of pieces.map((one) => one.toLowerCase())) {
    for (let i = 0; i + 2 < piece.length; i++) letters.add(tripleAt(piece, i));
  }
  return { names: names.map(marksOf), letters: [...letters] };
}

/** How many pieces a sieve has, each behind its length. */
export const piecesOfSieve = 2;

/** The sieve for a file whose texts were all written, in its pieces. */
export function sieveOf(letters: LettersWriter): readonly Uint8Array[] {
  const sums = letters.names();
  const ofNames = new Uint8Array(Math.ceil((sums.length * bitsPerName) / 8));
  const bits = ofNames.length * 8;
  for (const sum of sums) {
    let mark = sum;
    for (let i = 0; i < marksPerName; i++) {
      mark = mixed(mark + i);
      setBit(ofNames, (mark >>> 0) % bits);
    }
  }
  return [ofNames, bitsOfTriples(letters)];
}

/** Where triples are marked, file after file; longer ones get a table of their own. */
const usualTable = new Uint8Array(16_384);

/** How many differ is known when all are marked: they are marked in a table with much room, which is folded then as often as its bits are enough. */
function bitsOfTriples(letters: LettersWriter): Uint8Array {
  const room = powerOfTwo(letters.narrow.length + letters.wide.length);
  let bytes = room > usualTable.length ? new Uint8Array(room) : usualTable.subarray(0, room).fill(0);
  const mask = room * 8 - 1;
  let count = 0;
  const showOther = (text: string) => {
    const small = text.toLowerCase();
    for (let i = 0; i + 2 < small.length; i++) count += setBit(bytes, tripleAt(small, i) & mask);
  };
  letters.eachSearched((codes, from, to) => {
    if (to - from < 3) return;
    let [first, second] = [small(codes[from] as number), small(codes[from + 1] as number)];
    for (let at = from + 2; at < to; at++) {
      const third = small(codes[at] as number);
      count += setBit(bytes, triple(first, second, third) & mask);
      first = second;
      second = third;
    }
  }, showOther);
  if (count === 0) return bytes.subarray(0, 0);
  while (bytes.length > 1 && bytes.length * 8 >= count * bitsPerTriple * 2) bytes = folded(bytes);
  return bytes;
}

/** The small letter, of one that has one byte. */
function small(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** The second half laid upon the first: a mark finds its bit by a remainder of half the size. */
function folded(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const half = bytes.length / 2;
  for (let i = 0; i < half; i++) bytes[i] = (bytes[i] as number) | (bytes[half + i] as number);
  return bytes.subarray(0, half);
}

function powerOfTwo(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}

/** Says how many bits are set by it that were not: one or none. Whether it is news is as good as chance, so nothing branches on it. */
function setBit(bytes: Uint8Array, bit: number): number {
  const before = bytes[bit >> 3] as number;
  bytes[bit >> 3] = before | (1 << (bit & 7));
  return ((before >> (bit & 7)) & 1) ^ 1;
}

/** Whether what is looked for may be in the file of these bytes. */
export function passes(bytes: Uint8Array, { names, letters }: Probe): boolean {
  const first = bitsAt(bytes, bitsAt(bytes, 0).start); // behind the length of all bytes
  for (const marks of names) if (!hasAll(bytes, first, marks)) return false;
  return letters.length === 0 || hasAll(bytes, bitsAt(bytes, first.end), letters);
}

interface Bits {
  readonly start: number;
  readonly end: number;
}

function bitsAt(bytes: Uint8Array, at: number): Bits {
  let length = 0;
  let start = at;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[start++] ?? 0;
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return { start, end: start + length };
}

function hasAll(bytes: Uint8Array, { start, end }: Bits, marks: readonly number[]): boolean {
  const bits = (end - start) * 8;
  if (bits === 0) return false;
  for (const mark of marks) {
    const bit = mark % bits;
    if (((bytes[start + (bit >> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

function marksOf(name: string): readonly number[] {
  let mark = sumOf(name);
  const marks: number[] = [];
  for (let i = 0; i < marksPerName; i++) {
    mark = mixed(mark + i);
    marks.push(mark >>> 0);
  }
  return marks;
}

/** Three letters in a row as a mark. */
function tripleAt(text: string, at: number): number {
  return triple(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)) >>> 0;
}

function triple(first: number, second: number, third: number): number {
  return mixed((first << 20) ^ (second << 10) ^ third);
}

/** Spreads what differs in a few bits over all of them. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
