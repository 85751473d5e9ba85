/** The goals that paths lead to, and what these lead to in turn, as far as findings depend on it. */
import type { CheckinBlock, Objective, OkrFile, OkrSet, Reference, WrittenReading } from '@okr-language/core';
import type { Standpoint } from './byCycle.ts';
import { contentsOf, cycleOf, type Item, pairsOf, unitOf } from './contents.ts';
import { goalInKey, goalKey, isGoalKey } from './keys.ts';
import type { Look } from './look.ts';
import type { Units } from './units.ts';

/** Which of its own links are followed from an objective of another file; several may be asked for. */
export const none = 0;
/** All of them, one step. */
export const itsLinks = 1;
/** Those that may lead to a goal of the files in question, one step. */
const linksBack = 2;
/** Those to units as deep as its own, and from there likewise. */
const linksAside = 4;
/** All, and from there likewise. */
const allAbove = 8;

/** More than most files need. */
export interface Extent {
  /** All links are followed up to the top: only then is a circle seen in whole. */
  readonly isDeep?: boolean;
  /** Goals of all cycles are looked at: only then is it known whether a path that leads nowhere would lead somewhere in another cycle. */
  readonly isWide?: boolean;
}

export class Paths {
  readonly #look: Look;
  readonly #units: Units;
  readonly #isDeep: boolean;
  readonly #isWide: boolean;
  readonly #forReaders: boolean;
  /** Files that were taken in whole for their own sake: their links are followed where they stand. */
  readonly #own = new Set<string>();
  /** Keys of the goals in these files. */
  readonly #ownGoals = new Set<string>();
  /** What was already asked for of an objective, and of all under a key. */
  readonly #followed = new Map<Objective | string, number>();
  /** By the key of an objective, and from where somebody looks, the cycles that are seen in which there is one. */
  readonly #cycles = new Map<string, ReadonlySet<string>>();
  /** Objectives of other files whose own links are still to be followed. */
  readonly #waiting: { readonly block: OkrSet; readonly objective: Objective; readonly how: number }[] = [];

  constructor(
    look: Look,
    units: Units,
    { isDeep, isWide, forReaders }: Required<Extent> & { readonly forReaders: boolean },
  ) {
    this.#look = look;
    this.#units = units;
    this.#isDeep = isDeep;
    this.#isWide = isWide;
    this.#forReaders = forReaders;
  }

  /** From now on a file is one of those that are looked at for their own sake. */
  own(file: OkrFile): void {
    this.#own.add(file.uri);
    for (const key of contentsOf(file).keys()) if (isGoalKey(key)) this.#ownGoals.add(key);
  }

  isOwn(uri: string): boolean {
    return this.#own.has(uri);
  }

  /**
   * Shows the objectives that a path may mean, of each set one: any number may have the same name. Only of a path that was followed. Says whether
   * there is any.
   */
  meant(
    path: Reference,
    unit: string,
    cycle: string,
    show: (unit: string, name: string, cycle: string) => void,
  ): boolean {
    const from = standpointOf(path, cycle);
    let isAny = false;
    for (const [of, name] of pairsOf(path, unit)) {
      for (const there of this.#cycles.get(askedFrom(goalKey(of, name), from)) ?? []) {
        isAny = true;
        show(of, name, there);
      }
    }
    return isAny;
  }

  /** Whether a path may mean a goal of a cycle: where it names none, of the cycle that it stands in or one around it. */
  isSeen(cycle: string, from: Standpoint): boolean {
    if (this.#forReaders || cycle === from.cycle) return true;
    if (from.isNamed) return false;
    const [outer, inner] = [this.#look.around.rangeOf(cycle), this.#look.around.rangeOf(from.cycle)];
    return outer !== null && inner !== null && outer.first <= inner.first && inner.last <= outer.last;
  }

  /**
   * Whether a file may hold a reading or a closing that speaks of goals of a cycle, by its number: most units have files for each cycle, and those of
   * the others need not be looked into. Who reads wants to see all.
   */
  mayTellOf(cycle: string): ((file: number) => boolean) | null {
    if (cycle === '' || this.#forReaders) return null;
    const isSeenFrom = (from: string) => {
      this.#look.cycle(from);
      return this.isSeen(cycle, { cycle: from, isNamed: false });
    };
    return (file) => this.#isAny(this.#look.around.namedCyclesOf(file), isSeenFrom);
  }

  /**
   * How a link of these files is followed. A circle is reported at the link in it that leads furthest down. So a link that leads up needs no more
   * than what leads straight back; one that stays on its level can only be that link where all others stay there too.
   */
  above(path: Reference, unit: string): number {
    if (this.#isDeep) return allAbove;
    let how = linksBack;
    const from = this.#units.depthOf(unit);
    for (const [of, name] of pairsOf(path, unit)) {
      const to = this.#units.depthOf(of);
      const isUp = from !== null && to !== null && to < from;
      if (isUp || !this.#look.table.isHeld(goalKey(of, name))) continue;
      if (from === null || to === null || to > from) return allAbove;
      if (to === from) how = linksBack | linksAside;
    }
    return how;
  }

  path(path: Reference, unit: string, cycle: string, how = none): void {
    const [first, second] = path.segments;
    if (!first) return;
    const from = standpointOf(path, cycle);
    this.#look.cycle(from.cycle);
    this.#units.take(first.text);
    this.goal(unit, first.text, from, how);
    // Where no unit of that name is known, the path can only lead through the own one. It is noted that none was known.
    if (second && this.#units.isKnown(first.text)) this.goal(first.text, second.text, from, how);
  }

  /** Objectives of a unit by that name that can be meant, and what they are for. */
  goal(unit: string, name: string, from: Standpoint, how = none): void {
    const key = goalKey(unit, name);
    const asked = askedFrom(key, from);
    if (this.isFollowed(asked, how)) return;
    this.#look.keys.add(key);
    this.#units.take(unit);
    // Most units have goals of the same names in each cycle.
    const isWanted = (cycle: string) => {
      this.#look.cycle(cycle);
      return this.#isWide || this.isSeen(cycle, from);
    };
    const cycles = new Set<string>();
    const isAll = this.#isWide && !this.isFollowed(`${key} in any cycle`, how);
    this.#look.each(
      key,
      (statement, part, uri) => {
        const block = statement as OkrSet;
        const cycle = cycleOf(block);
        if (!isWanted(cycle)) return;
        if (this.isSeen(cycle, from)) cycles.add(cycle);
        if (!this.#look.isWhole(unit, cycle)) this.#look.keys.add(goalInKey(unit, cycle, name));
        this.objective(uri, block, part as Objective, how);
      },
      {
        isWanted: (file) => this.#isAny(this.#look.around.cyclesOf(file), isWanted),
        seen: {
          standpointsOf: standpointsOfGoal,
          among: (goals) => (isAll ? goals.all : goals.around(from.cycle)),
        },
      },
    );
    this.#cycles.set(asked, cycles);
  }

  /** Whether a file with these cycles is to be looked into. */
  #isAny(cycles: readonly string[], isWanted: (cycle: string) => boolean): boolean {
    return cycles.length > this.#look.around.few || cycles.some(isWanted);
  }

  objective(uri: string, block: OkrSet, objective: Objective, how = none): void {
    if (this.#own.has(uri) || this.isFollowed(objective, how)) return;
    this.#look.selection.takeObjective(uri, block, objective);
    this.#units.take(unitOf(block));
    this.#look.cycle(cycleOf(block));
    if (how !== none) this.#waiting.push({ block, objective, how });
  }

  /** Notes how something is followed, and says whether that is nothing new. */
  isFollowed(what: Objective | string, how: number): boolean {
    const before = this.#followed.get(what);
    this.#followed.set(what, (before ?? none) | how);
    return before !== undefined && (before | how) === before;
  }

  /** Goals lead from one to the next, and so do circles: one after the other, without recursion. */
  followLinks(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const unit = unitOf(next.block);
      for (const goal of [next.objective, ...next.objective.keyResults]) {
        for (const { reference } of goal.supports) {
          const how = this.#further(next.how, pairsOf(reference, unit), unit);
          if (how !== null) this.path(reference, unit, cycleOf(next.block), how);
        }
      }
    }
  }

  /** How it goes on behind a link of another file; null where the link is left alone. */
  #further(how: number, pairs: ReturnType<typeof pairsOf>, unit: string): number | null {
    if (how & allAbove) return allAbove;
    const isAside = how & linksAside && pairs.some(([of]) => this.#units.depthOf(of) === this.#units.depthOf(unit));
    if (isAside) return linksAside;
    const isWanted = how & itsLinks || pairs.some(([of, name]) => this.#ownGoals.has(goalKey(of, name)));
    return isWanted ? none : null;
  }
}

function askedFrom(key: string, { cycle, isNamed }: Standpoint): string {
  return `${key}/${cycle}${isNamed ? '!' : ''}`;
}

function* standpointsOfGoal({ statement }: Item): Generator<Standpoint> {
  yield { cycle: cycleOf(statement as OkrSet), isNamed: false };
}

function standpointOf({ cycle }: Reference, from: string): Standpoint {
  return cycle ? { cycle: cycle.text, isNamed: true } : { cycle: from, isNamed: false };
}

export function standpointOfReading({ target }: WrittenReading, block: CheckinBlock): Standpoint {
  return target ? standpointOf(target, cycleOf(block)) : { cycle: cycleOf(block), isNamed: false };
}
