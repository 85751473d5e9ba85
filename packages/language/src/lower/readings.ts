import type { Amount, Quoted, Span, WrittenNumber, WrittenReading } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import type { Read, ReadEach } from '../syntax/node.ts';
import { reference } from './references.ts';
import type { Source } from './source.ts';

type Valued = Pick<Read<ast.Reading>, 'value' | 'details'>;

/** A line of a `checkin` block; its date is the block's. Null where it names nothing. */
export function blockReading(source: Source, node: Read<ast.Reading>, date: WrittenReading['date']): WrittenReading {
  const target = reference(source, node.target);
  const { value, valueSpan, confidence, note } = readValue(source, node);
  return { target, date, value, valueSpan, confidence, note, span: source.spanOf(node) };
}

/** `checkin 2026-08-14 4.1 of 5 confidence 70% "note"` within a key result. */
export function inlineReading(source: Source, node: Read<ast.InlineReading>): WrittenReading {
  const date = source.date(node.date);
  const { value, valueSpan, confidence, note } = readValue(source, node);
  return { target: null, date, value, valueSpan, confidence, note, span: source.spanOf(node) };
}

interface ReadValue {
  readonly value: Amount | boolean | null;
  readonly valueSpan: Span | null;
  readonly confidence: WrittenNumber | null;
  readonly note: Quoted | null;
}

function readValue(source: Source, { value, details }: Valued): ReadValue {
  const unit = details ? unitAmong(value, details) : null;
  let confidence: Read<ast.Confidence> | undefined;
  let note: Read<ast.Note> | undefined;
  for (let i = unit ? 1 : 0; i < (details?.length ?? 0); i++) {
    const detail = details?.[i];
    if (detail?.$type === 'Confidence') {
      if (confidence) source.repeated(detail, 'confidence');
      else confidence = detail;
    } else if (detail) {
      if (note) source.repeated(detail, 'note');
      else note = detail;
    }
  }
  const extent = unit && value ? { $first: value.$first, $last: unit.$last } : value;
  return {
    value: value?.$type === 'Answer' ? source.word(value.$first) === 'yes' : source.amount(extent),
    valueSpan: extent ? source.spanOf(extent) : null,
    confidence: source.share(confidence?.value),
    note: source.quoted(note?.text),
  };
}

/** `12 "story-free sprints" "we skipped two"`: of two texts the one right behind the number is its unit; a single one is the note. */
function unitAmong(value: Valued['value'], details: readonly ReadEach<ast.ReadingDetail>[]): Read<ast.Note> | null {
  const first = details[0];
  if (value?.$type !== 'Figure' || first?.$type !== 'Note') return null;
  return details.some((detail, i) => i > 0 && detail.$type === 'Note') ? first : null;
}
