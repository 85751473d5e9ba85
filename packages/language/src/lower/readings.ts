import type { WrittenReading } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf, type NodeOfEach } from '../syntax/tree.ts';
import { reference } from './references.ts';
import type { Source } from './source.ts';

const READING = cellsOf<ast.Reading>('Reading');
const INLINE_READING = cellsOf<ast.InlineReading>('InlineReading');
const CONFIDENCE = cellsOf<ast.Confidence>('Confidence');
const NOTE = cellsOf<ast.Note>('Note');

type Value = NodeOfEach<ast.Value>;
type Detail = NodeOfEach<ast.ReadingDetail>;

/** A line of a `checkin` block; its date is the block's. Its target is null where it names nothing. */
export function blockReading(source: Source, node: NodeOf<ast.Reading>, date: WrittenReading['date']): WrittenReading {
  const { tree } = source;
  const target = reference(source, tree.at(node, READING.target));
  return reading(source, node, target, date, tree.at(node, READING.value), tree.at(node, READING.details));
}

/** `checkin 2026-08-14 4.1 of 5 confidence 70% "note"` within a key result. */
export function inlineReading(source: Source, node: NodeOf<ast.InlineReading>): WrittenReading {
  const { tree } = source;
  const date = source.date(tree.at(node, INLINE_READING.date));
  return reading(source, node, null, date, tree.at(node, INLINE_READING.value), tree.at(node, INLINE_READING.details));
}

function reading(
  source: Source,
  node: number,
  target: WrittenReading['target'],
  date: WrittenReading['date'],
  value: Value,
  details: Detail,
): WrittenReading {
  const { tree } = source;
  const unit = unitAmong(source, value, details);
  let confidence = NONE;
  let note = NONE;
  for (let detail = unit === NONE ? details : tree.next(details); detail !== NONE; detail = tree.next(detail)) {
    if (tree.typeOf(detail) === 'Confidence') {
      if (confidence === NONE) confidence = detail;
      else source.repeated(source.spanOf(detail), 'confidence');
    } else if (note === NONE) note = detail;
    else source.repeated(source.spanOf(detail), 'note');
  }
  const isAnswer = value !== NONE && tree.typeOf(value) === 'Answer';
  const amount = value === NONE || isAnswer ? null : source.amountFrom(value, unit === NONE ? value : unit);
  return {
    target,
    date,
    value: isAnswer ? source.word(tree.first(value)) === 'yes' : amount,
    valueSpan: valueSpan(source, amount, value, unit),
    confidence:
      confidence === NONE ? null : source.share(tree.at(confidence as NodeOf<ast.Confidence>, CONFIDENCE.value)),
    note: note === NONE ? null : source.quoted(tree.at(note as NodeOf<ast.Note>, NOTE.text)),
    span: source.spanOf(node),
  };
}

/** Of an amount that could be read it is the amount's own. */
function valueSpan(
  source: Source,
  amount: WrittenReading['value'],
  value: Value,
  unit: number,
): WrittenReading['valueSpan'] {
  if (amount !== null && typeof amount === 'object') return amount.span;
  return value === NONE ? null : source.spanFrom(value, unit === NONE ? value : unit);
}

/** `12 "story-free sprints" "we skipped two"`: of two texts the one right behind the number is its unit; a single one is the note. */
function unitAmong(source: Source, value: Value, details: Detail): number {
  const { tree } = source;
  if (details === NONE || value === NONE) return NONE;
  if (tree.typeOf(value) !== 'Figure' || tree.typeOf(details) !== 'Note') return NONE;
  for (let detail = tree.next(details); detail !== NONE; detail = tree.next(detail))
    if (tree.typeOf(detail) === 'Note') return details;
  return NONE;
}
