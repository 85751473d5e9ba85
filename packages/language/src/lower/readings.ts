import type { Amount, Quoted, Span, WrittenNumber, WrittenReading } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import type { Read, ReadEach } from '../syntax/node.ts';
import { references } from './references.ts';
import type { Source } from './source.ts';

type Valued = Pick<Read<ast.Reading>, 'value' | 'details'>;

/** A line of a `checkin` block; its date is the block's. Null where it names nothing. */
export function blockReading(source: Source, node: Read<ast.Reading>, date: WrittenReading['date']): WrittenReading {
  const target = references(source, [node.target])[0] ?? null;
  return { target, date, ...readValue(source, node), span: source.spanOf(node) };
}

/** `checkin 2026-08-14 4.1 of 5 confidence 70% "note"` within a key result. */
export function inlineReading(source: Source, node: Read<ast.InlineReading>): WrittenReading {
  return { target: null, date: source.date(node.date), ...readValue(source, node), span: source.spanOf(node) };
}

interface ReadValue {
  readonly value: Amount | boolean | null;
  readonly valueSpan: Span | null;
  readonly confidence: WrittenNumber | null;
  readonly note: Quoted | null;
}

function readValue(source: Source, { value, details }: Valued): ReadValue {
  const rest = [...(details ?? [])];
  const unit = unitAmong(value, rest);
  if (unit) rest.shift();
  const confidence = once(
    source,
    rest.filter((detail) => detail.$type === 'Confidence'),
    'confidence',
  );
  const note = once(
    source,
    rest.filter((detail) => detail.$type === 'Note'),
    'note',
  );
  const extent = value && { $first: value.$first, $last: unit?.$last ?? value.$last };
  return {
    value: value?.$type === 'Answer' ? source.word(value.$first) === 'yes' : source.amount(extent),
    valueSpan: extent ? source.spanOf(extent) : null,
    confidence: source.share(confidence?.value),
    note: source.quoted(note?.text),
  };
}

/** `12 "story-free sprints" "we skipped two"`: of two texts the one right behind the number is its unit; a single one is the note. */
function unitAmong(value: Valued['value'], details: readonly ReadEach<ast.ReadingDetail>[]): Read<ast.Note> | null {
  const [first, ...others] = details;
  const isUnit =
    value?.$type === 'Figure' && first?.$type === 'Note' && others.some((detail) => detail.$type === 'Note');
  return isUnit ? first : null;
}

function once<T extends { readonly $first: number; readonly $last: number }>(
  source: Source,
  found: readonly T[],
  what: string,
): T | undefined {
  for (const extra of found.slice(1)) source.repeated(extra, what);
  return found[0];
}
