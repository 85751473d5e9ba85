import {
  type Cadence,
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
import type { Read, ReadEach } from '../syntax/node.ts';
import { cadence } from './cadence.ts';
import { kpi, okrSet } from './goals.ts';
import { blockReading } from './readings.ts';
import { reference } from './references.ts';
import type { Source } from './source.ts';

/** One statement of a file as plain data. */
export function statement(source: Source, node: ReadEach<ast.Statement>): Statement {
  switch (node.$type) {
    case 'Cycle':
      return cycle(source, node);
    case 'Unit':
      return unit(source, node);
    case 'OkrSet':
      return okrSet(source, node);
    case 'Kpi':
      return kpi(source, node);
    case 'CheckinBlock':
      return checkinBlock(source, node);
    case 'Closing':
      return closing(source, node);
  }
}

function cycle(source: Source, node: Read<ast.Cycle>): CycleDeclaration {
  const cadenceOf = (type: 'Checkins' | 'Reviews'): Cadence | null => {
    const [first, second] = (node.clauses ?? []).filter((clause) => clause.$type === type);
    if (second) source.repeated(second, type.toLowerCase());
    return cadence(source, first?.cadence);
  };
  const name = source.name(node.name);
  const from = source.date(node.first);
  const to = source.date(node.last);
  complainOfDays(source, node, name, from, to);
  return {
    kind: 'cycle',
    name,
    title: source.quoted(node.title),
    from,
    to,
    checkins: cadenceOf('Checkins'),
    reviews: cadenceOf('Reviews'),
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

/**
 * A name of the calendar always means the calendar: other days that are written for it do not count. A cycle of one's own
 * begins before it ends.
 */
function complainOfDays(
  source: Source,
  node: Read<ast.Cycle>,
  name: Name | null,
  from: WrittenDate | null,
  to: WrittenDate | null,
): void {
  const first = from && (calendarCycle(from.text)?.first ?? resolveDate(from.text, null));
  const last = to && resolveDate(to.text, null);
  const range = name && calendarCycle(name.text);
  if (range) {
    if ((!from || first === range.first) && (!to || last === range.last)) return;
    const begin = node.first ?? node.last ?? node.$last;
    // with their keywords, so that what a fix takes away is all of them
    const dates = { $first: begin - 1, $last: node.last ?? begin };
    source.complain(
      'repeated-clause',
      `\`${name.text}\` always means the days from ${formatIsoDay(range.first)} to ${formatIsoDay(range.last)} of the calendar, so these dates do not count. Remove them, or choose a name of your own, such as \`FY26-Q3\`.`,
      source.spanOf(dates),
    );
  } else if (to && first !== null && last !== null && last < first) {
    source.complain(
      'invalid-date',
      'This cycle would end before it begins. Write the earlier day behind `from`.',
      to.span,
    );
  }
}

function unit(source: Source, node: Read<ast.Unit>): UnitDeclaration {
  const [lead, second] = node.clauses ?? [];
  if (second) source.repeated(second, 'lead');
  return {
    kind: 'unit',
    level: source.word(node.level ?? node.$first) as UnitLevel,
    name: source.name(node.name),
    title: source.quoted(node.title),
    parent: source.name(node.parent),
    lead: source.name(lead?.name),
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function checkinBlock(source: Source, node: Read<ast.CheckinBlock>): CheckinBlock {
  const date = source.date(node.date);
  return {
    kind: 'checkin',
    date,
    unit: source.name(node.unit),
    cycle: source.name(node.cycle),
    readings: (node.readings ?? []).map((reading) => blockReading(source, reading, date)),
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function closing(source: Source, node: Read<ast.Closing>): Closing {
  return {
    kind: 'closing',
    unit: source.name(node.unit),
    cycle: source.name(node.cycle),
    on: source.date(node.date),
    entries: (node.entries ?? []).flatMap((entry) => closingEntry(source, entry)),
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function closingEntry(source: Source, node: Read<ast.ClosingEntry>): readonly ClosingEntry[] {
  const target = reference(source, node.target);
  if (!target) return [];
  const part = <T extends ast.ClosingPart['$type']>(
    type: T,
  ): (ReadEach<ast.ClosingPart> & { readonly $type: T }) | undefined => {
    const [first, second] = (node.parts ?? []).filter((each) => each.$type === type);
    if (second) source.repeated(second, type.toLowerCase());
    return first as (ReadEach<ast.ClosingPart> & { readonly $type: T }) | undefined;
  };
  const decision = part('Decision');
  return [
    {
      target,
      score: source.score(part('Score')?.value),
      decision: decision ? { value: source.word(decision.$first) as Decision, span: source.spanOf(decision) } : null,
      learned: source.quoted(part('Learned')?.text),
      span: source.spanOf(node),
    },
  ];
}
