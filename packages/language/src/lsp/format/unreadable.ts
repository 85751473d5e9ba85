/**
 * Which lines the formatter leaves alone: those with something that could not be read, and every line of a statement of which a
 * part stands on such a line.
 */
import { lineStartsOf, positionAt, type Span } from '@okr-language/core';
import type { Lexeme } from '../outline/lexemes.ts';
import type { Block, Item } from '../outline/outline.ts';

interface LineRange {
  readonly first: number;
  readonly last: number;
}

export function unreadableLines(text: string, file: Block, problems: readonly Span[]): ReadonlySet<number> {
  const lineStarts = lineStartsOf(text);
  const rangeOf = (start: number, end: number): LineRange => ({
    first: positionAt(lineStarts, start).line,
    last: positionAt(lineStarts, Math.max(start, end)).line,
  });
  const lines = new Set<number>();
  const add = (range: LineRange) => {
    for (let line = range.first; line <= range.last; line++) lines.add(line);
  };
  for (const problem of problems) add(rangeOf(problem.start, problem.end));
  const ranges: LineRange[] = [];
  const unclosed = (lexeme: Lexeme) => !lexeme.closed;
  for (const item of allItems(file)) {
    const first = item.lexemes[0] as Lexeme;
    const last = item.block?.open ?? (item.lexemes[item.lexemes.length - 1] as Lexeme);
    const range = rangeOf(first.start, last.end);
    const broken = item.kind === 'stray' || item.block?.kind === 'other' || (item.block && !item.block.close);
    if (broken || item.lexemes.some(unclosed)) add(range);
    ranges.push(range);
  }
  // A statement may share its first or last line with another one, so what is left alone can spread in both directions.
  const spread = (range: LineRange) => {
    if (range.first === range.last) return;
    for (let line = range.first; line <= range.last; line++) if (lines.has(line)) return add(range);
  };
  for (const range of ranges) spread(range);
  for (const range of ranges.reverse()) spread(range);
  return lines;
}

/** All items, outer before inner, in text order. A stack and no recursion: braces may be nested without end. */
export function* allItems(file: Block): Generator<Item> {
  const open = [file.items.values()];
  while (open.length > 0) {
    const next = (open[open.length - 1] as IterableIterator<Item>).next();
    if (next.done) {
      open.pop();
      continue;
    }
    yield next.value;
    if (next.value.block) open.push(next.value.block.items.values());
  }
}
