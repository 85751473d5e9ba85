/**
 * Bytes that are written once and read back in the same order: small numbers take one byte, each text stands once. Most that is said of a goal is that
 * it has no tag, no weight, no deadline: yes and no take a bit, and these stand behind all else, the first ones last.
 */
import type { Span } from '@okr-language/core';

/** Longer texts are joined from pieces, because a function takes only so many arguments. */
const mostLettersAtOnce = 4096;

const tooEarly = 'The bytes of a file end too early.';

/** Where a number becomes its eight bytes and back. */
const double = new DataView(new ArrayBuffer(8));

/** Numbers with so many places behind the point are written as whole ones. */
const mostPlaces = 4;

export class Writer {
  #bytes = new Uint8Array(4096);
  #at = 0;
  readonly #flags: number[] = [];
  /** The flags that do not fill a byte yet, below a bit that says how many they are. */
  #open = 1;
  readonly #texts = new Map<string, number>();
  #place = 0;

  /** What was written, in an array of its own, behind the length of it all. Nothing more can be written then. */
  done(): Uint8Array<ArrayBuffer> {
    const flags = [...this.#flags];
    if (this.#open > 1) flags.push(this.#open << (Math.clz32(this.#open) - 23));
    const length = this.#at + flags.length;
    const written = this.#bytes.subarray(0, this.#at);
    this.#at = 0;
    this.#bytes = new Uint8Array(0);
    this.count(length);
    const head = this.#bytes.subarray(0, this.#at);
    const bytes = new Uint8Array(head.length + length);
    bytes.set(head);
    bytes.set(written, head.length);
    bytes.set(flags.reverse(), head.length + written.length);
    return bytes;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#at++] = value;
  }

  /** A whole number from 0 to 2^53. */
  count(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
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
    this.#flags.push(this.#open & 255);
    this.#open = 1;
  }

  /** A text that was written before is only pointed at. */
  text(value: string): void {
    const known = this.#texts.get(value);
    this.flag(known === undefined);
    if (known !== undefined) {
      this.count(known);
      return;
    }
    this.#texts.set(value, this.#texts.size);
    const narrow = isNarrow(value);
    this.flag(narrow);
    this.count(value.length);
    this.#reserve(value.length * 2);
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      this.#bytes[this.#at++] = code & 255;
      if (!narrow) this.#bytes[this.#at++] = code >> 8;
    }
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

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
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
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#end = bytes.length;
    if (this.count() !== bytes.length - this.#at) throw new RangeError(tooEarly);
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

  /** Leaves out what `raw` wrote. */
  skip(length: number): void {
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError(tooEarly);
  }

  text(): string {
    if (!this.flag()) {
      const known = this.#texts[this.count()];
      if (known === undefined) throw new RangeError('The bytes of a file name a text that is not there.');
      return known;
    }
    const width = this.flag() ? 1 : 2;
    const text = this.#letters(this.count(), width);
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

  #letters(length: number, width: 1 | 2): string {
    const from = this.#at;
    const end = from + length * width;
    if (end > this.#bytes.length) throw new RangeError(tooEarly);
    this.#at = end;
    let text = '';
    for (let at = from; at < end; at += mostLettersAtOnce * width) {
      const piece = this.#bytes.subarray(at, Math.min(end, at + mostLettersAtOnce * width));
      text += String.fromCharCode.apply(null, (width === 1 ? piece : pairs(piece)) as unknown as number[]);
    }
    return text;
  }
}

function isSmall(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1e12 && !Object.is(value, -0);
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}

function pairs(bytes: Uint8Array): Uint16Array {
  const codes = new Uint16Array(bytes.length / 2);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = (bytes[2 * i] as number) | ((bytes[2 * i + 1] as number) << 8);
  }
  return codes;
}
