/**
 * Bytes that are written once and read back in the same order: small numbers take one byte, each text stands once. Most that is said of a goal is that
 * it has no tag, no weight, no deadline: yes and no take a bit, and these stand behind all else, the first ones last.
 */
import type { Span, Unit } from '@okr-language/core';
import { Growing } from './growing.ts';
import { LettersWriter, lettersIn } from './letters.ts';

/** Longer texts are joined from pieces, because a function takes only so many arguments. */
const mostLettersAtOnce = 4096;

const tooEarly = 'The bytes of a file end too early.';

/** Where a number becomes its eight bytes and back. */
const double = new DataView(new ArrayBuffer(8));

/** Numbers with so many places behind the point are written as whole ones. */
const mostPlaces = 4;

export class Writer {
  readonly #body = new Growing();
  readonly #flags = new Growing();
  /** The flags that do not fill a byte yet, below a bit that says how many they are. */
  #open = 1;
  readonly letters = new LettersWriter();
  /** What amounts counted in so far. */
  readonly units: Unit[] = [];
  #place = 0;

  /** Begins anew. The room is kept: one writer serves for one file after the other. */
  clear(): void {
    this.#body.clear();
    this.#flags.clear();
    this.letters.clear();
    this.units.length = 0;
    this.#open = 1;
    this.#place = 0;
  }

  /** What was written, in an array of its own: behind the length of it all what goes `before`, the letters of all texts, and then all else. */
  done(before: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    if (this.#open > 1) this.#pushFlags(this.#open << (Math.clz32(this.#open) - 23));
    const pieces = [...before, this.letters.narrow, this.letters.wide];
    const body = this.#body.written;
    const flags = this.#flags.written.reverse();
    let length = body.length + flags.length;
    for (const piece of pieces) length += widthOf(piece.length) + piece.length;
    const bytes = new Uint8Array(widthOf(length) + length);
    let at = putCount(bytes, 0, length);
    for (const piece of pieces) {
      at = putCount(bytes, at, piece.length);
      bytes.set(piece, at);
      at += piece.length;
    }
    bytes.set(body, at);
    bytes.set(flags, at + body.length);
    return bytes;
  }

  byte(value: number): void {
    this.#body.reserve(1);
    this.#body.bytes[this.#body.end++] = value;
  }

  /** A whole number from 0 to 2^53. */
  count(value: number): void {
    const body = this.#body;
    body.reserve(8);
    if (value < 128) body.bytes[body.end++] = value;
    else body.end = putCount(body.bytes, body.end, value);
  }

  /** A whole number with a sign. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Any number, also a broken one: its eight bytes unless it is small, and whole or with a few decimals. */
  number(value: number): void {
    const isWhole = isSmall(value);
    this.flag(isWhole);
    if (isWhole) this.count(value);
    else this.#fraction(value);
  }

  #fraction(value: number): void {
    for (let places = 1, scale = 10; places <= mostPlaces; places++, scale *= 10) {
      const whole = Math.round(value * scale);
      if (whole / scale !== value || !isSmall(whole)) continue;
      this.byte(places);
      this.count(whole);
      return;
    }
    this.byte(0);
    double.setFloat64(0, value);
    for (let i = 0; i < 8; i++) this.byte(double.getUint8(i));
  }

  flag(value: boolean): void {
    this.#open = (this.#open << 1) | (value ? 1 : 0);
    if (this.#open < 256) return;
    this.#pushFlags(this.#open & 255);
    this.#open = 1;
  }

  #pushFlags(byte: number): void {
    this.#flags.reserve(1);
    this.#flags.bytes[this.#flags.end++] = byte;
  }

  /** A text that was written before is only pointed at. `use` says what for it is looked for, see `letters.ts`. */
  text(value: string, use = 0): void {
    const { letters } = this;
    const next = letters.count;
    const number = letters.numberOf(value, use);
    this.flag(number === next);
    if (number !== next) {
      this.count(number);
      return;
    }
    this.flag(letters.isNarrow(number));
    this.count(value.length);
  }

  /** Spans lie near each other: each is written as its distance from the one before. */
  span({ start, end }: Span): void {
    this.signed(start - this.#place);
    this.signed(end - start);
    this.#place = start;
  }

  /** The same where it is most often as long as something else is. */
  spanAsLong({ start, end }: Span, length: number): void {
    this.signed(start - this.#place);
    this.#place = start;
    const isAsLong = end - start === length;
    this.flag(isAsLong);
    if (!isAsLong) this.signed(end - start);
  }
}

export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Where the flags begin that were read, and how many of the last byte are left, from its lowest bit. */
  #end: number;
  #flags = 0;
  #flagsLeft = 0;
  readonly #texts: string[] = [];
  /** The letters of all texts, and how many of them were taken; those of wide ones from here to there. */
  readonly #letters: string;
  #taken = 0;
  #wide: number;
  readonly #wideEnd: number;
  /** What amounts counted in so far. */
  readonly units: Unit[] = [];
  #place = 0;

  /** Reads what stands behind so many pieces that were put `before`. */
  constructor(bytes: Uint8Array, before: number) {
    this.#bytes = bytes;
    this.#end = bytes.length;
    if (this.count() !== bytes.length - this.#at) throw new RangeError(tooEarly);
    for (let i = 0; i < before; i++) this.#skip();
    const letters = this.#skip();
    this.#letters = lettersIn(bytes.subarray(letters, this.#at));
    this.#wide = this.#skip();
    this.#wideEnd = this.#at;
  }

  /** Leaves out as many bytes as the next number says, and says where they begin. */
  #skip(): number {
    const length = this.count();
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError(tooEarly);
    return from;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new RangeError(tooEarly);
    return value;
  }

  count(): number {
    let value = this.byte();
    if (value < 128) return value;
    value -= 128;
    for (let scale = 128; ; scale *= 128) {
      const next = this.byte();
      if (next < 128) return value + next * scale;
      value += (next - 128) * scale;
    }
  }

  signed(): number {
    const value = this.count();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  number(): number {
    if (this.flag()) return this.count();
    const places = this.byte();
    if (places > 0) return this.count() / 10 ** places;
    for (let i = 0; i < 8; i++) double.setUint8(i, this.byte());
    return double.getFloat64(0);
  }

  flag(): boolean {
    if (this.#flagsLeft === 0) {
      if (--this.#end < this.#at) throw new RangeError(tooEarly);
      this.#flags = this.#bytes[this.#end] as number;
      this.#flagsLeft = 8;
    }
    this.#flagsLeft--;
    return ((this.#flags >> this.#flagsLeft) & 1) === 1;
  }

  text(): string {
    if (!this.flag()) {
      const known = this.#texts[this.count()];
      if (known === undefined) throw new RangeError('The bytes of a file name a text that is not there.');
      return known;
    }
    const isNarrow = this.flag();
    const length = this.count();
    const text = isNarrow ? this.#nextLetters(length) : this.#wideLetters(length);
    this.#texts.push(text);
    return text;
  }

  span(): Span {
    const start = this.#place + this.signed();
    this.#place = start;
    return { start, end: start + this.signed() };
  }

  spanAsLong(length: number): Span {
    const start = this.#place + this.signed();
    this.#place = start;
    return { start, end: start + (this.flag() ? length : this.signed()) };
  }

  #nextLetters(length: number): string {
    const from = this.#taken;
    this.#taken += length;
    if (this.#taken > this.#letters.length) throw new RangeError(tooEarly);
    return this.#letters.substring(from, this.#taken);
  }

  #wideLetters(length: number): string {
    const from = this.#wide;
    const end = from + length * 2;
    if (end > this.#wideEnd) throw new RangeError(tooEarly);
    this.#wide = end;
    let text = '';
    for (let at = from; at < end; at += mostLettersAtOnce * 2) {
      const piece = pairs(this.#bytes.subarray(at, Math.min(end, at + mostLettersAtOnce * 2)));
      text += String.fromCharCode.apply(null, piece as unknown as number[]);
    }
    return text;
  }
}

/** Writes a whole number from 0 to 2^53, seven bits a byte, and says where it ends. */
function putCount(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = value;
  while (rest >= 128) {
    bytes[end++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[end++] = rest;
  return end;
}

/** How many bytes that takes. */
function widthOf(value: number): number {
  let width = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) width++;
  return width;
}

function isSmall(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1e12 && !Object.is(value, -0);
}

function pairs(bytes: Uint8Array): Uint16Array {
  const codes = new Uint16Array(bytes.length / 2);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = (bytes[2 * i] as number) | ((bytes[2 * i + 1] as number) << 8);
  }
  return codes;
}
