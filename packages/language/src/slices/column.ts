/** A whole number of 32 bits for each of many, by their own numbers; 0 until it is set. */
export class Column {
  #cells = new Int32Array(64);

  get(at: number): number {
    return this.#cells[at] ?? 0;
  }

  set(at: number, value: number): void {
    if (at >= this.#cells.length) this.#cells = grown(this.#cells, at + 1);
    this.#cells[at] = value;
  }
}

/** The same cells with room for more: a quarter more than there was, or what is needed. */
export function grown<Cells extends Int32Array | Float64Array>(cells: Cells, needed: number): Cells {
  const larger = new (cells.constructor as new (length: number) => Cells)(
    Math.max(needed, Math.ceil(cells.length * 1.25)),
  );
  larger.set(cells);
  return larger;
}
