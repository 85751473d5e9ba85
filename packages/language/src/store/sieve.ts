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
const bitsPerTriple = 4;

/** A file passes where it may hold each of these names, and a text with each of these pieces in it, in small letters or not. */
export function probeFor(names: readonly string[], pieces: readonly string[] = []): Probe {
  const letters = new Set<number>();
  for (const piece of pieces) addTriples(piece, letters);
  return { names: names.map(marksOf), letters: [...letters] };
}

export function writeSieve(to: Writer, file: OkrFile): void {
  const { names, texts } = wordsOf(file);
  const nameMarks: number[] = [];
  for (const name of names) nameMarks.push(...marksOf(name));
  const triples = new Set<number>();
  for (const text of texts) addTriples(text, triples);
  writeBits(to, nameMarks, names.size * bitsPerName);
  writeBits(to, triples, triples.size * bitsPerTriple);
}

export function skipSieve(from: Reader): void {
  from.skip(from.count());
  from.skip(from.count());
}

/** Whether what is looked for may be in the file of these bytes. */
export function passes(bytes: Uint8Array, { names, letters }: Probe): boolean {
  const first = bitsAt(bytes, 0);
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

function writeBits(to: Writer, marks: Iterable<number>, wanted: number): void {
  const bytes = new Uint8Array(Math.ceil(wanted / 8));
  const bits = bytes.length * 8;
  if (bits > 0) {
    for (const mark of marks) {
      const bit = mark % bits;
      bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7));
    }
  }
  to.count(bytes.length);
  to.raw(bytes);
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

function addTriples(text: string, triples: Set<number>): void {
  const small = text.toLowerCase();
  for (let i = 0; i + 2 < small.length; i++) {
    const triple = (small.charCodeAt(i) << 20) ^ (small.charCodeAt(i + 1) << 10) ^ small.charCodeAt(i + 2);
    triples.add(mixed(triple) >>> 0);
  }
}

/** Spreads what differs in a few bits over all of them. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
