/** Growing selections: word, path or text, statement, block, … whole file. Each contains the position: editors drop the answer otherwise. */
import type { Span } from '@okr-language/core';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { type FeatureContext, offsetAt, toRange, touches } from '../context.ts';
import { type Block, type Item, outlineOf } from '../outline/outline.ts';

const MAX_DEPTH = 60;

export function selectionRanges({ text, file }: FeatureContext, positions: readonly Position[]): SelectionRange[] {
  const outline = outlineOf(text);
  return positions.map((position) => {
    const offset = offsetAt(text, file.lineStarts, position);
    const spans = [
      { start: 0, end: text.length },
      ...spansAround(text, outline.file, offset).filter((span) => touches(span, offset)),
    ];
    let range: SelectionRange = { range: toRange(file.lineStarts, spans[0] as Span) };
    let last = spans[0] as Span;
    // the innermost ones: the answer must not be nested without bound
    for (const span of spans.slice(1).slice(-MAX_DEPTH)) {
      const grows =
        span.start >= last.start && span.end <= last.end && (span.start > last.start || span.end < last.end);
      if (!grows) continue;
      range = { range: toRange(file.lineStarts, span), parent: range };
      last = span;
    }
    return range;
  });
}

/** Stretches around an offset, widest first. */
function spansAround(text: string, file: Block, offset: number): Span[] {
  const spans: Span[] = [];
  let block: Block | null = file;
  while (block) {
    const item: Item | undefined = block.items.find((candidate) => touches(spanOf(candidate, text.length), offset));
    if (!item) return spans;
    const whole = spanOf(item, text.length);
    spans.push(whole);
    const inner: Block | null = item.block;
    if (inner?.open && offset > inner.open.start) {
      const end = inner.close ? inner.close.start : whole.end;
      spans.push(
        { start: inner.open.start, end: inner.close ? inner.close.end : whole.end },
        { start: inner.open.end, end },
      );
      block = inner;
      continue;
    }
    const lexemes = item.lexemes;
    spans.push({ start: (lexemes[0] as Item['lexemes'][0]).start, end: (lexemes.at(-1) as Item['lexemes'][0]).end });
    const lexeme = lexemes.find((candidate) => touches(candidate, offset));
    if (!lexeme) return spans;
    spans.push(lexeme);
    if (lexeme.kind === 'text')
      spans.push({ start: lexeme.start + 1, end: lexeme.closed ? lexeme.end - 1 : lexeme.end });
    spans.push(wordAround(text, lexeme, offset));
    return spans;
  }
  return spans;
}

function spanOf(item: Item, length: number): Span {
  const start = item.lexemes[0]?.start ?? 0;
  if (!item.block) return { start, end: item.lexemes.at(-1)?.end ?? start };
  return { start, end: item.block.close?.end ?? length };
}

function wordAround(text: string, within: Span, offset: number): Span {
  const isWord = (at: number) => /[\p{L}\p{M}\p{Nd}_-]/u.test(text[at] ?? '') || /[\ud800-\udfff]/.test(text[at] ?? '');
  let [start, end] = [offset, offset];
  while (start > within.start && isWord(start - 1)) start--;
  while (end < within.end && isWord(end)) end++;
  return start === end ? within : { start, end };
}
