/** Which cycles each file has to do with; files with the same ones, which is most of them, share one list. */
import { Column } from './column.ts';

export class CycleLists {
  /** By file the number of its list. */
  readonly #listOf = new Column();
  readonly #lists: (readonly string[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** By the number of a file. */
  of(file: number): readonly string[] {
    return this.#lists[this.#listOf.get(file)] ?? [];
  }

  set(file: number, cycles: readonly string[]): void {
    // A set may name no cycle yet, which is another thing than no set.
    const name = cycles.map((cycle) => `/${cycle}`).join('');
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#lists.push(cycles) - 1;
      this.#numbers.set(name, number);
    }
    this.#listOf.set(file, number);
  }
}
