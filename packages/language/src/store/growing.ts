/** Room that is kept from one use to the next, unless one needed very much. */
const usualRoom = 16_384;

/** Bytes that are written one after the other, in an array that grows. */
export class Growing {
  bytes = new Uint8Array(usualRoom);
  /** How many of them are written. */
  end = 0;

  clear(): void {
    this.end = 0;
    if (this.bytes.length > usualRoom) this.bytes = new Uint8Array(usualRoom);
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.end + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  /** What is written by now; the next use writes over it. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.end);
  }
}
