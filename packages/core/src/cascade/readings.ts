import type { Amount } from '../amounts/amount.ts';
import type { CycleDays, Day, DayRange } from '../dates/day.ts';
import type { Reference, WrittenDate, WrittenReading } from '../model/file.ts';
import type { Place, Span } from '../model/span.ts';
import { none } from './building.ts';
import type { Declared, Reading, ResolvedReference } from './cascade.ts';
import type { Days } from './days.ts';
import { comparePlaces } from './places.ts';
import { wayTo } from './references.ts';

/** The day of a written date; null where there is none or the calendar lacks it. */
export function dayOfDate(date: WrittenDate | null, cycle: CycleDays | null, days: Days): Day | null {
  return date && days.of(date.text, cycle);
}

/** A reading as written, once its day is known; null where day or value cannot be read. */
function readingOf(node: WrittenReading, day: Day | null, uri: string): Reading | null {
  return day === null || !hasValue(node) ? null : new DatedReading(day, uri, node);
}

export type WithValue = WrittenReading & { readonly value: NonNullable<WrittenReading['value']> };
type NamedInBlock = WithValue & { readonly target: Reference };

export function hasValue(node: WrittenReading): node is WithValue {
  return node.value !== null;
}

export function namesTarget(node: WithValue): node is NamedInBlock {
  return node.target !== null;
}

/** There is one for nearly every key result and check-in: it keeps only what is not written in its node. */
class DatedReading implements Reading {
  readonly day: Day;
  readonly uri: string;
  readonly node: WithValue;

  constructor(day: Day, uri: string, node: WithValue) {
    this.day = day;
    this.uri = uri;
    this.node = node;
  }

  get value(): Amount | boolean {
    return this.node.value;
  }

  get confidence(): number | null {
    return this.node.confidence?.value ?? null;
  }

  get note(): string | null {
    return this.node.note?.text ?? null;
  }

  get place(): Place {
    return { uri: this.uri, span: this.node.span };
  }
}

/**
 * A reading in a check-in block, together with the path that says what was read. Both stand in one line and there are more of these than of
 * anything else, so one object is both.
 */
export class NamedReading extends DatedReading implements ResolvedReference {
  // Hidden, so that whoever compares readings or writes them down does not come to the goals that they are of.
  readonly #target: Declared;
  readonly #holder: ResolvedReference['holder'];

  constructor(day: Day, uri: string, node: NamedInBlock, target: Declared, holder: ResolvedReference['holder']) {
    super(day, uri, node);
    this.#target = target;
    this.#holder = holder;
  }

  get target(): Declared {
    return this.#target;
  }

  get holder(): ResolvedReference['holder'] {
    return this.#holder;
  }

  get role(): 'reading' {
    return 'reading';
  }

  get path(): Reference {
    return (this.node as NamedInBlock).target;
  }

  get failure(): null {
    return null;
  }

  get segmentTargets(): readonly (Declared | null)[] {
    return wayTo(this.#target, this.path.segments.length);
  }

  get span(): Span {
    return this.path.span;
  }
}

/** Readings that stand in the thing itself, each with its own date, in order. */
export function ownReadings(
  nodes: readonly WrittenReading[],
  uri: string,
  cycle: DayRange | null,
  days: Days,
): Reading[] {
  if (nodes.length === 0) return none();
  return inOrder(nodes.flatMap((node) => readingOf(node, dayOfDate(node.date, cycle, days), uri) ?? []));
}

/** By day, then place, so that of two readings on one day the later place comes last and counts. */
export function inOrder(readings: Reading[]): Reading[] {
  return readings.length < 2 ? readings : readings.sort(compareReadings);
}

/** Whether the last of the readings comes before the one before it. */
export function isLastAstray(readings: readonly Reading[]): boolean {
  const last = readings[readings.length - 1];
  const before = readings[readings.length - 2];
  return last !== undefined && before !== undefined && compareReadings(before, last) > 0;
}

function compareReadings(a: Reading, b: Reading): number {
  return a.day - b.day || comparePlaces(a.place, b.place);
}

/** The last reading on or before a day, from readings in order; null where there is none. */
export function lastReadingBy(readings: readonly Reading[], day: Day): Reading | null {
  for (let i = readings.length - 1; i >= 0; i--) {
    const reading = readings[i];
    if (reading && reading.day <= day) return reading;
  }
  return null;
}
