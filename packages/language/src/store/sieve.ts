/**
 * A sieve stands before the bytes of each file and tells, without reading these, that a name or a piece of a title is not in it. It errs on
 * one side only: where it says that something may be there, somebody has to look. It takes some 20 bytes a key result.
 */
import type { OkrFile } from '@okr-language/core';
import type { Reader, Writer } from './bytes.ts';
import { wordsOf } from './words.ts';

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

export function writeSieve(to: Writer, file: OkrFile): void {
  const { names, texts } = wordsOf(file);
  const ofNames = new Uint8Array(Math.ceil((names.size * bitsPerName) / 8));
  for (const name of names) for (const mark of marksOf(name)) setBit(ofNames, mark % (ofNames.length * 8));
  writeBits(to, ofNames);
  writeBits(to, bitsOfTriples(texts));
}

/** How many differ is known when all are marked: they are marked in a table with much room, which is folded then as often as its bits are enough. */
function bitsOfTriples(texts: Iterable<string>): Uint8Array {
  const small = [...texts].map((text) => text.toLowerCase());
  const letters = small.reduce((sum, text) => sum + text.length, 0);
  let bytes = new Uint8Array(powerOfTwo(letters));
  const mask = bytes.length * 8 - 1;
  let count = 0;
  for (const text of small) {
    for (let i = 0; i + 2 < text.length; i++) if (setBit(bytes, tripleAt(text, i) & mask)) count++;
  }
  if (count === 0) return bytes.subarray(0, 0);
  while (bytes.length > 1 && bytes.length * 8 >= count * bitsPerTriple * 2) bytes = folded(bytes);
  return bytes;
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

/** Says whether it is news. */
function setBit(bytes: Uint8Array, bit: number): boolean {
  const before = bytes[bit >> 3] as number;
  const after = before | (1 << (bit & 7));
  bytes[bit >> 3] = after;
  return after !== before;
}

export function skipSieve(from: Reader): void {
  from.skip(from.count());
  from.skip(from.count());
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

function writeBits(to: Writer, bits: Uint8Array): void {
  to.count(bits.length);
  to.raw(bits);
}

function marksOf(name: string): readonly number[] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  const marks: number[] = [];
  for (let i = 0; i < marksPerName; i++) {
    hash = mixed(hash + i);
    marks.push(hash >>> 0);
  }
  return marks;
}

/** Three letters in a row as a mark. */
function tripleAt(text: string, at: number): number {
  return mixed((text.charCodeAt(at) << 20) ^ (text.charCodeAt(at + 1) << 10) ^ text.charCodeAt(at + 2)) >>> 0;
}

/** Spreads what differs in a few bits over all of them. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
