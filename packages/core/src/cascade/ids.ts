/** Long titles are cut in ids: an id only has to tell goals apart. */
const longestTitle = 120;

/** Hands out ids that no two nodes share. What comes later in the project gets a number: `~2`, `~3` … */
export class Ids {
  readonly #taken = new Map<string, number>();

  /** `SCOPE/NAME`, or `SCOPE/~TITLE` where there is no name. */
  give(scope: string, name: string | null, title: string): string {
    const wanted = `${scope}/${name ?? `~${title.slice(0, longestTitle)}`}`;
    const used = this.#taken.get(wanted);
    if (used === undefined) {
      this.#taken.set(wanted, 1);
      return wanted;
    }
    let number = used + 1;
    while (this.#taken.has(`${wanted}~${number}`)) number++;
    this.#taken.set(wanted, number);
    const id = `${wanted}~${number}`;
    this.#taken.set(id, 1);
    return id;
  }
}
