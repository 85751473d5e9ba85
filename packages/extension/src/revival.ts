/** Whether a checker that ended by itself is to be started again: yes, unless it ends again and again. */

/** So many ends within this time are taken for a fault that starting again does not mend. */
export const tooManyEnds = 5;
const withinMs = 3 * 60_000;

export class Revival {
  #ends: number[] = [];

  /** Called at each end, with the time in milliseconds. */
  isWorthwhile(now: number): boolean {
    this.#ends = [...this.#ends.filter((end) => now - end < withinMs), now];
    return this.#ends.length < tooManyEnds;
  }

  /** A person wants it to be tried again. */
  forget(): void {
    this.#ends = [];
  }
}
