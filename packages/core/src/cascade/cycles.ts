import { calendarCycle } from '../dates/calendar.ts';
import type { CycleDays, Day, DayRange } from '../dates/day.ts';
import { resolveDate } from '../dates/resolve.ts';
import type { CycleDeclaration } from '../model/file.ts';
import type { CycleNode, Duplicate } from './cascade.ts';
import { isOf, type Placed } from './places.ts';
import { NameList } from './suggestions.ts';

/** The cycles of a project: those that are declared, and each calendar cycle as soon as it is asked for. */
export class Cycles {
  readonly byName = new Map<string, CycleNode>();
  readonly #declared: readonly string[];
  #names = new NameList([]);
  /** How many cycles were known when the names were put together. */
  #namesOf = -1;

  constructor(statements: readonly Placed[], duplicates: Duplicate[]) {
    for (const placed of statements) if (isOf(placed, 'cycle')) this.#declare(placed, duplicates);
    this.#declared = [...this.byName.keys()];
  }

  /**
   * Names that a misspelt one may have meant: the declared cycles in the order of their places, then those of the calendar by name which are used
   * here or, where this is a part of a project, anywhere in it; that is the same for all who ask.
   */
  names(used: Iterable<string> = this.byName.keys()): NameList {
    if (this.#namesOf !== this.byName.size) {
      const declared = new Set(this.#declared);
      const calendar = [...used].filter((name) => !declared.has(name) && calendarCycle(name));
      this.#names = new NameList([...declared, ...calendar.sort()]);
      this.#namesOf = this.byName.size;
    }
    return this.#names;
  }

  /** The cycle of that name; null where none is declared and the calendar has none. */
  get(name: string): CycleNode | null {
    const known = this.byName.get(name);
    if (known) return known;
    const range = calendarCycle(name);
    if (!range) return null;
    const cycle: CycleNode = { kind: 'cycle', name, title: null, range, checkins: null, declaration: null };
    this.byName.set(name, cycle);
    return cycle;
  }

  #declare({ uri, node }: Placed<CycleDeclaration>, duplicates: Duplicate[]): void {
    if (!node.name) return;
    const name = node.name.text;
    const first = this.byName.get(name)?.declaration;
    if (first) {
      duplicates.push({ name: node.name, uri, kind: 'cycle', first: { uri: first.uri, span: first.span } });
      return;
    }
    this.byName.set(name, {
      kind: 'cycle',
      name,
      title: node.title?.text ?? null,
      range: this.#daysOf(node, name),
      checkins: node.checkins,
      declaration: { uri, span: node.name.span, node },
    });
  }

  #daysOf(node: CycleDeclaration, name: string): CycleDays | null {
    const days = daysOfCycle(node, name);
    return days && calendarCycle(name) === null ? new DeclaredDays(days, this.byName) : days;
  }
}

/** The days of a declared cycle. Which cycles lie around it is worked out where a date in words asks for it. */
class DeclaredDays implements CycleDays {
  readonly first: Day;
  readonly last: Day;
  readonly #all: ReadonlyMap<string, CycleNode>;
  #around: readonly DayRange[] | null = null;

  constructor({ first, last }: DayRange, all: ReadonlyMap<string, CycleNode>) {
    this.first = first;
    this.last = last;
    this.#all = all;
  }

  get around(): readonly DayRange[] {
    this.#around ??= [...this.#all.values()].flatMap(({ range, declaration }) =>
      range && range !== this && declaration && holds(range, this) ? [{ first: range.first, last: range.last }] : [],
    );
    return this.#around;
  }
}

/** The days that a declared cycle has under a name: one of the calendar always means the calendar, so that a file means the same everywhere. */
export function daysOfCycle(node: CycleDeclaration, name: string): DayRange | null {
  return calendarCycle(name) ?? declaredRange(node);
}

function declaredRange(node: CycleDeclaration): DayRange | null {
  // where a part of the calendar begins: `from 2026-04` means its first day, and `to 2027-03` its last
  const first = node.from && (calendarCycle(node.from.text)?.first ?? resolveDate(node.from.text, null));
  const last = node.to && resolveDate(node.to.text, null);
  return first === null || last === null || last < first ? null : { first, last };
}

/** Whether the days of `inner` all belong to `outer`, another cycle. Two cycles of the same days lie inside each other. */
export function encloses(outer: CycleNode, inner: CycleNode): boolean {
  if (outer === inner || !outer.range || !inner.range) return false;
  return holds(outer.range, inner.range);
}

function holds(outer: DayRange, inner: DayRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Shortest first, which is nearest for cycles around one and the same; then by name. */
export function byLength(a: CycleNode, b: CycleNode): number {
  return lengthOf(a) - lengthOf(b) || compareNames(a.name, b.name);
}

/** By first day, then longest first, then by name; cycles without dates come last. */
export function byFirstDay(a: CycleNode, b: CycleNode): number {
  const firstA = a.range?.first ?? Number.MAX_SAFE_INTEGER;
  const firstB = b.range?.first ?? Number.MAX_SAFE_INTEGER;
  return firstA - firstB || lengthOf(b) - lengthOf(a) || compareNames(a.name, b.name);
}

function lengthOf(cycle: CycleNode): number {
  return cycle.range ? cycle.range.last - cycle.range.first : Number.MAX_SAFE_INTEGER;
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
