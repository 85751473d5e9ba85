/** A number for each name, counted from 0: tables of what is known of ten thousand files are arrays then, and not maps of their addresses. */
export class Names {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a name, which has it from now on. */
  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** −1 where it never had one. */
  known(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  /** Of a number that was given. */
  nameOf(number: number): string {
    return this.#names[number] as string;
  }
}
