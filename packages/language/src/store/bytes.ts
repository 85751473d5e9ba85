/** Bytes that are written once and read back in the same order: small numbers take one byte, each text stands once. */
import type { Span } from '@okr-language/core';

/** Longer texts are joined from pieces, because a function takes only so many arguments. */
const mostLettersAtOnce = 4096;

/** Where a number becomes its eight bytes and back. */
const double = new DataView(new ArrayBuffer(8));

export class Writer {
  #bytes = new Uint8Array(4096);
  #at = 0;
  readonly #texts = new Map<string, number>();
  #place = 0;

  /** What was written, in an array of its own. */
  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
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

  /** Any number, also a broken one: its eight bytes unless it is small and whole. */
  number(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value < 1e12 && !Object.is(value, -0)) {
      this.byte(1);
      this.count(value);
      return;
    }
    this.byte(0);
    double.setFloat64(0, value);
    for (let i = 0; i < 8; i++) this.byte(double.getUint8(i));
  }

  flag(value: boolean): void {
    this.byte(value ? 1 : 0);
  }

  /** A text that was written before is only pointed at. */
  text(value: string): void {
    const known = this.#texts.get(value);
    if (known !== undefined) {
      this.count(known + 2);
      return;
    }
    this.#texts.set(value, this.#texts.size);
    const narrow = isNarrow(value);
    this.byte(narrow ? 0 : 1);
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
  readonly #texts: string[] = [];
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new RangeError('The bytes of a file end too early.');
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
    if (this.byte() === 1) return this.count();
    for (let i = 0; i < 8; i++) double.setUint8(i, this.byte());
    return double.getFloat64(0);
  }

  flag(): boolean {
    return this.byte() === 1;
  }

  /** Leaves out what `raw` wrote. */
  skip(length: number): void {
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError('The bytes of a file end too early.');
  }

  text(): string {
    const first = this.count();
    if (first > 1) {
      const known = this.#texts[first - 2];
      if (known === undefined) throw new RangeError('The bytes of a file name a text that is not there.');
      return known;
    }
    const text = this.#letters(this.count(), first === 0 ? 1 : 2);
    this.#texts.push(text);
    return text;
  }

  span(): Span {
    const start = this.#place + this.signed();
    this.#place = start;
    return { start, end: start + this.signed() };
  }

  #letters(length: number, width: 1 | 2): string {
    const from = this.#at;
    const end = from + length * width;
    if (end > this.#bytes.length) throw new RangeError('The bytes of a file end too early.');
    this.#at = end;
    let text = '';
    for (let at = from; at < end; at += mostLettersAtOnce * width) {
      const piece = this.#bytes.subarray(at, Math.min(end, at + mostLettersAtOnce * width));
      text += String.fromCharCode.apply(null, (width === 1 ? piece : pairs(piece)) as unknown as number[]);
    }
    return text;
  }
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
