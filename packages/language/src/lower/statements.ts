import {
  type CheckinBlock,
  type Closing,
  type ClosingEntry,
  type CycleDeclaration,
  calendarCycle,
  type Decision,
  formatIsoDay,
  type Name,
  resolveDate,
  type Statement,
  type UnitDeclaration,
  type UnitLevel,
  type WrittenDate,
} from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf, type NodeOfEach } from '../syntax/tree.ts';
import { cadence } from './cadence.ts';
import { kpi, okrSet } from './goals.ts';
import { listOf } from './lists.ts';
import { blockReading } from './readings.ts';
import { reference } from './references.ts';
import type { Source } from './source.ts';

const CYCLE = cellsOf<ast.Cycle>('Cycle');
const CHECKINS = cellsOf<ast.Checkins>('Checkins');
const REVIEWS = cellsOf<ast.Reviews>('Reviews');
const UNIT = cellsOf<ast.Unit>('Unit');
const LEAD = cellsOf<ast.Lead>('Lead');
const CHECKIN_BLOCK = cellsOf<ast.CheckinBlock>('CheckinBlock');
const CLOSING = cellsOf<ast.Closing>('Closing');
const ENTRY = cellsOf<ast.ClosingEntry>('ClosingEntry');
const SCORE = cellsOf<ast.Score>('Score');
const LEARNED = cellsOf<ast.Learned>('Learned');

/** One statement of a file as plain data. */
export function statement(source: Source, node: NodeOfEach<ast.Statement>): Statement {
  switch (source.tree.typeOf(node)) {
    case 'Cycle':
      return cycle(source, node as NodeOf<ast.Cycle>);
    case 'Unit':
      return unit(source, node as NodeOf<ast.Unit>);
    case 'OkrSet':
      return okrSet(source, node as NodeOf<ast.OkrSet>);
    case 'Kpi':
      return kpi(source, node as NodeOf<ast.Kpi>);
    case 'CheckinBlock':
      return checkinBlock(source, node as NodeOf<ast.CheckinBlock>);
    case 'Closing':
      return closing(source, node as NodeOf<ast.Closing>);
  }
}

function cycle(source: Source, node: NodeOf<ast.Cycle>): CycleDeclaration {
  const { tree } = source;
  const clauses = tree.at(node, CYCLE.clauses);
  const name = source.name(tree.at(node, CYCLE.name));
  const from = source.date(tree.at(node, CYCLE.first));
  const to = source.date(tree.at(node, CYCLE.last));
  complainOfDays(source, node, name, from, to);
  const title = source.quoted(tree.at(node, CYCLE.title));
  const checkins = only<ast.Checkins>(source, clauses, 'Checkins');
  const checkinCadence = checkins === NONE ? null : cadence(source, tree.at(checkins, CHECKINS.cadence));
  const reviews = only<ast.Reviews>(source, clauses, 'Reviews');
  return {
    kind: 'cycle',
    span: source.spanOf(node),
    doc: source.doc(node),
    name,
    title,
    from,
    to,
    checkins: checkinCadence,
    reviews: reviews === NONE ? null : cadence(source, tree.at(reviews, REVIEWS.cadence)),
  };
}

/** The part of that type in a list, or `NONE`; every further one is reported. */
function only<T extends { readonly $type: string }>(
  source: Source,
  parts: NodeOf<{ readonly $type: string }>,
  type: T['$type'],
): NodeOf<T> {
  let found = NONE;
  for (let part = parts; part !== NONE; part = source.tree.next(part)) {
    if (source.tree.typeOf(part) !== type) continue;
    if (found === NONE) found = part;
    else source.repeated(source.spanOf(part), type.toLowerCase());
  }
  return found as NodeOf<T>;
}

/**
 * A name of the calendar always means the calendar: other days that are written for it do not count. A cycle of one's own
 * begins before it ends.
 */
function complainOfDays(
  source: Source,
  node: NodeOf<ast.Cycle>,
  name: Name | null,
  from: WrittenDate | null,
  to: WrittenDate | null,
): void {
  const first = from && (calendarCycle(from.text)?.first ?? resolveDate(from.text, null));
  const last = to && resolveDate(to.text, null);
  const range = name && calendarCycle(name.text);
  if (range) {
    if ((!from || first === range.first) && (!to || last === range.last)) return;
    const dates = [source.tree.at(node, CYCLE.first), source.tree.at(node, CYCLE.last)].filter((date) => date !== NONE);
    const begin = dates[0] ?? source.tree.last(node);
    source.complain(
      'repeated-clause',
      `\`${name.text}\` always means the days from ${formatIsoDay(range.first)} to ${formatIsoDay(range.last)} of the calendar, so these dates do not count. Remove them, or choose a name of your own, such as \`FY26-Q3\`.`,
      source.tokenSpan(begin - 1, dates.at(-1) ?? begin), // with their keywords, so that what a fix takes away is all of them
    );
  } else if (to && first !== null && last !== null && last < first) {
    source.complain(
      'invalid-date',
      'This cycle would end before it begins. Write the earlier day behind `from`.',
      to.span,
    );
  }
}

function unit(source: Source, node: NodeOf<ast.Unit>): UnitDeclaration {
  const { tree } = source;
  const lead = tree.at(node, UNIT.clauses);
  for (let more = lead === NONE ? NONE : tree.next(lead); more !== NONE; more = tree.next(more))
    source.repeated(source.spanOf(more), 'lead');
  const level = tree.at(node, UNIT.level);
  return {
    kind: 'unit',
    span: source.spanOf(node),
    doc: source.doc(node),
    level: source.word(level === NONE ? tree.first(node) : level) as UnitLevel,
    name: source.name(tree.at(node, UNIT.name)),
    title: source.quoted(tree.at(node, UNIT.title)),
    parent: source.name(tree.at(node, UNIT.parent)),
    lead: lead === NONE ? null : source.name(tree.at(lead, LEAD.name)),
  };
}

function checkinBlock(source: Source, node: NodeOf<ast.CheckinBlock>): CheckinBlock {
  const { tree } = source;
  const date = source.date(tree.at(node, CHECKIN_BLOCK.date));
  return {
    kind: 'checkin',
    span: source.spanOf(node),
    doc: source.doc(node),
    date,
    unit: source.name(tree.at(node, CHECKIN_BLOCK.unit)),
    cycle: source.name(tree.at(node, CHECKIN_BLOCK.cycle)),
    readings: listOf(tree, tree.at(node, CHECKIN_BLOCK.readings), (reading) => blockReading(source, reading, date)),
  };
}

function closing(source: Source, node: NodeOf<ast.Closing>): Closing {
  const { tree } = source;
  return {
    kind: 'closing',
    span: source.spanOf(node),
    doc: source.doc(node),
    unit: source.name(tree.at(node, CLOSING.unit)),
    cycle: source.name(tree.at(node, CLOSING.cycle)),
    on: source.date(tree.at(node, CLOSING.date)),
    entries: listOf(tree, tree.at(node, CLOSING.entries), (entry) => closingEntry(source, entry)),
  };
}

/** Null where the entry names nothing. */
function closingEntry(source: Source, node: NodeOf<ast.ClosingEntry>): ClosingEntry | null {
  const { tree } = source;
  const target = reference(source, tree.at(node, ENTRY.target));
  if (!target) return null;
  const parts = tree.at(node, ENTRY.parts);
  const decision = only<ast.Decision>(source, parts, 'Decision');
  const score = only<ast.Score>(source, parts, 'Score');
  const scored = score === NONE ? null : source.score(tree.at(score, SCORE.value));
  const learned = only<ast.Learned>(source, parts, 'Learned');
  return {
    target,
    score: scored,
    decision:
      decision === NONE
        ? null
        : { value: source.word(tree.first(decision)) as Decision, span: source.spanOf(decision) },
    learned: learned === NONE ? null : source.quoted(tree.at(learned, LEARNED.text)),
    span: source.spanOf(node),
  };
}
