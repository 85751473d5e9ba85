/**
 * Which goals may say the same, told by the first letters of their titles: that rules out nearly all, and to read every title to its end for each
 * rule that compares them took more than any of these rules.
 */
import type { GoalNode, KeyResultNode, ObjectiveNode, SetNode } from '../cascade/cascade.ts';
import { beginningOf, textNumber } from './texts.ts';

/** Numbers, each with the place at which it came first. 0 is none. */
class Places {
  #numbers = new Int32Array(64);
  #places = new Int32Array(64);
  #mask = 63;

  /** Forgets all, and makes room for so many. */
  clear(most: number): void {
    let size = 64;
    while (size < 2 * most) size *= 2;
    if (size <= this.#numbers.length) this.#numbers.fill(0, 0, size);
    else {
      this.#numbers = new Int32Array(size);
      this.#places = new Int32Array(size);
    }
    this.#mask = size - 1;
  }

  /** The place at which the number came before; this one where it did not, or is none. */
  add(number: number, place: number): number {
    if (number === 0) return place;
    const at = this.#slotOf(number);
    if (this.#numbers[at] === number) return this.#places[at] as number;
    this.#numbers[at] = number;
    this.#places[at] = place;
    return place;
  }

  has(number: number): boolean {
    return number !== 0 && this.#numbers[this.#slotOf(number)] === number;
  }

  /** Where the number stands, or would stand. */
  #slotOf(number: number): number {
    let at = Math.imul(number, 0x9e3779b1) >>> 8;
    for (;;) {
      at &= this.#mask;
      const there = this.#numbers[at];
      if (there === number || there === 0) return at;
      at++;
    }
  }
}

/** Used for one set after the other: by how titles begin, and where that is not enough, by all their words. */
const beginnings = new Places();
const words = new Places();

/** The goals of a set with the words of another goal of it, as far as their numbers tell, in order. */
export function alikeIn(set: SetNode): readonly GoalNode[] {
  const goals = goalsOf(set);
  beginnings.clear(goals.length);
  let alike: Set<number> | null = null;
  let isBegun = false;
  for (let i = 0; i < goals.length; i++) {
    const { title } = goals[i] as GoalNode;
    const beginning = beginningOf(title);
    const first = beginnings.add(beginning, i);
    if (first === i) continue;
    if (!isBegun) words.clear(goals.length);
    isBegun = true;
    words.add(textNumber((goals[first] as GoalNode).title), first);
    const same = words.add(textNumber(title), i);
    if (same === i) continue;
    alike ??= new Set();
    alike.add(same).add(i);
  }
  return alike === null ? [] : goals.filter((_, i) => alike.has(i));
}

/** Whether some goal of a set has the words of one of another set, as far as their numbers tell. */
export function mayRepeat(set: SetNode, before: SetNode): boolean {
  const old = goalsOf(before);
  beginnings.clear(old.length);
  for (let i = 0; i < old.length; i++) {
    beginnings.add(beginningOf((old[i] as GoalNode).title), i);
  }
  const known = goalsBegunLike(set);
  if (known.length === 0) return false;
  words.clear(old.length);
  for (let i = 0; i < old.length; i++) words.add(textNumber((old[i] as GoalNode).title), i);
  return known.some(({ title }) => words.has(textNumber(title)));
}

/** The goals of a set that begin as one of `beginnings`: mostly none. */
function goalsBegunLike({ objectives }: SetNode): readonly GoalNode[] {
  const found: GoalNode[] = [];
  for (let i = 0; i < objectives.length; i++) {
    const objective = objectives[i] as ObjectiveNode;
    const { keyResults } = objective;
    if (beginnings.has(beginningOf(objective.title))) found.push(objective);
    for (let j = 0; j < keyResults.length; j++) {
      const keyResult = keyResults[j] as KeyResultNode;
      if (beginnings.has(beginningOf(keyResult.title))) found.push(keyResult);
    }
  }
  return found;
}

/** Each objective, and behind it its key results. */
function goalsOf({ objectives }: SetNode): readonly GoalNode[] {
  let count = objectives.length;
  for (let i = 0; i < objectives.length; i++) count += (objectives[i] as ObjectiveNode).keyResults.length;
  // Made as long as it will be: a list that grows takes room for many more.
  const goals = new Array<GoalNode>(count);
  let at = 0;
  for (let i = 0; i < objectives.length; i++) {
    const objective = objectives[i] as ObjectiveNode;
    const { keyResults } = objective;
    goals[at++] = objective;
    for (let j = 0; j < keyResults.length; j++) goals[at++] = keyResults[j] as KeyResultNode;
  }
  return goals;
}
