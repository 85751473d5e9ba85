import { type CycleDays, formatIsoDay } from '../dates/day.ts';
import type { Quoted, WrittenDate } from '../model/file.ts';
import type { SentenceDeadline, SentenceReading } from '../reading/sentence.ts';
import type { CycleNode, Deadline } from './cascade.ts';
import type { Days } from './days.ts';
import { placeInTitle } from './titles.ts';

interface Dated {
  readonly deadline: WrittenDate | null;
  readonly title: Quoted | null;
  readonly reading: SentenceReading | null;
}

/** The deadline that a goal states: by its clause, else in its sentence; else the inherited one. */
export function deadlineOf(
  goal: Dated,
  uri: string,
  cycle: CycleNode | null,
  inherited: Deadline | null,
  days: Days,
): Deadline | null {
  const range = cycle?.range ?? null;
  if (goal.deadline) return stated(goal.deadline, uri, range, days);
  const said = goal.reading?.deadline;
  return said ? statedInTitle(said, goal.title, uri, range, days) : inherited;
}

/** A deadline that only a clause can state, and that nothing inherits: an initiative's. */
export function writtenDeadline(
  written: WrittenDate | null,
  uri: string,
  cycle: CycleNode | null,
  days: Days,
): Deadline | null {
  return written ? stated(written, uri, cycle?.range ?? null, days) : null;
}

/** What goals without a date in a cycle have: its last day. Null where the cycle has no days that can be read. */
export function deadlineOfCycle(cycle: CycleNode | null): Deadline | null {
  if (!cycle?.range) return null;
  const { last } = cycle.range;
  const written = cycle.declaration?.node.to;
  return {
    day: last,
    text: formatIsoDay(last),
    source: 'inherited',
    statedIn: null,
    from: 'cycle',
    place: cycle.declaration && written ? { uri: cycle.declaration.uri, span: written.span } : null,
  };
}

/** An objective's deadline as its key results see it. */
export function passedDown(deadline: Deadline | null): Deadline | null {
  return deadline?.from === 'own' ? { ...deadline, source: 'inherited', from: 'objective' } : deadline;
}

function stated(written: WrittenDate, uri: string, range: CycleDays | null, days: Days): Deadline {
  return {
    day: days.of(written.text, range),
    text: written.text,
    source: 'stated',
    statedIn: 'clause',
    from: 'own',
    place: { uri, span: written.span },
  };
}

function statedInTitle(
  said: SentenceDeadline,
  title: Quoted | null,
  uri: string,
  range: CycleDays | null,
  days: Days,
): Deadline {
  return {
    day: days.of(said.text, range),
    text: said.text,
    source: 'stated',
    statedIn: 'sentence',
    from: 'own',
    place: title && { uri, span: placeInTitle(title, said.span) },
  };
}
