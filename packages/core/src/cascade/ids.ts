/** Long titles are cut in ids: an id only has to tell goals apart. */
const longestTitle = 120;

/** Hands out ids that no two nodes share. What comes later in the project gets a number: `~2`, `~3` … */
export class Ids {
  /** How often an id was asked for, where that was more than once. */
  readonly #repeats = new Map<string, number>();

  /** `SCOPE/NAME`, or `SCOPE/~TITLE` where there is no name. `taken` holds all nodes that have got theirs. */
  give(scope: string, name: string | null, title: string, taken: ReadonlyMap<string, unknown>): string {
    const wanted = `${scope}/${name ?? `~${title.slice(0, longestTitle)}`}`;
    if (!taken.has(wanted)) return wanted;
    let number = (this.#repeats.get(wanted) ?? 1) + 1;
    while (taken.has(`${wanted}~${number}`)) number++;
    this.#repeats.set(wanted, number);
    return `${wanted}~${number}`;
  }
}
