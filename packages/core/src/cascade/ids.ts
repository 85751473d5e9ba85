/** Ids that no two nodes share. What comes later in the project gets a number: `~2`, `~3` … */
import { firstNamed } from './named.ts';
import type { BuildingGoal } from './nodes.ts';

/** Long titles are cut in ids: an id only has to tell goals apart. */
const longestTitle = 120;

export class Ids {
  /** How often an id was asked for, where that was more than once. */
  readonly #repeats = new Map<string, number>();

  /** `SCOPE/NAME`, or `SCOPE/~TITLE` where there is no name. `taken` holds all nodes that have got theirs. */
  give(scope: string, name: string | null, title: string, taken: ReadonlyMap<string, unknown>): string {
    const wanted = `${scope}/${name ?? `~${title.slice(0, longestTitle)}`}`;
    return taken.has(wanted) ? this.next(wanted, taken) : wanted;
  }

  /** An id for one more node that would have an id which another one has. */
  next(wanted: string, taken: ReadonlyMap<string, unknown>): string {
    let number = (this.#repeats.get(wanted) ?? 1) + 1;
    while (taken.has(`${wanted}~${number}`)) number++;
    this.#repeats.set(wanted, number);
    return `${wanted}~${number}`;
  }
}

interface Scope {
  readonly id: string;
  /** Whether it has names all the way up. */
  readonly isNamed: boolean;
}

/**
 * Ids of goals. Nearly all goals have names and stand in what has names, where nothing but another of that name beside them can have
 * the same id: names hold neither `/` nor `~`. Their ids are put together when somebody asks. Only the others are kept here.
 */
export class GoalIds {
  readonly #ids = new Ids();
  readonly #taken = new Map<string, BuildingGoal>();

  /**
   * Gives a goal its id, in the order of places, and finds the first with its name in the same scope where it is not the first itself.
   * `siblings` are those that were there before, and perhaps itself and those behind it.
   */
  give(goal: BuildingGoal, scope: Scope, siblings: readonly BuildingGoal[]): BuildingGoal | null {
    const { name, title } = goal;
    if (name && scope.isNamed) {
      const first = firstNamed(siblings, name);
      if (first === goal) return null;
      if (first) goal.ownId = this.#ids.next(`${scope.id}/${name}`, this.#taken);
      return first;
    }
    goal.ownId = this.#ids.give(scope.id, name, title, this.#taken);
    this.#taken.set(goal.ownId, goal);
    const first = name === null ? null : this.#taken.get(`${scope.id}/${name}`);
    return first && first !== goal ? first : null;
  }
}
