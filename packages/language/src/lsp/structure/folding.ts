/** Folding of blocks and comments. */
import { positionAt } from '@okr-language/core';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { FeatureContext } from '../context.ts';
import { allItems } from '../format/unreadable.ts';
import { type Lexeme, lexemesOf } from '../outline/lexemes.ts';
import { type Item, outlineOf } from '../outline/outline.ts';

export function foldingRanges({ text, file }: Pick<FeatureContext, 'text' | 'file'>): FoldingRange[] {
  const lexemes = lexemesOf(text);
  const lineOf = (offset: number) => positionAt(file.lineStarts, offset).line;
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const items = [...allItems(outlineOf(text, lexemes).file)];
  const ends = endsOf(items);
  for (const item of items) {
    const { block } = item;
    if (!block?.open) continue;
    // The line of the closing brace stays in sight.
    const end = block.close ? lineOf(block.close.start) - 1 : lineOf(ends.get(item) ?? block.open.end);
    add(lineOf(block.open.start), end);
  }
  for (const run of commentRuns(lexemes)) {
    const [first, last] = [run[0] as Lexeme, run[run.length - 1] as Lexeme];
    add(lineOf(first.start), lineOf(last.end), FoldingRangeKind.Comment);
  }
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Where each statement ends as far as can be told. Inner ones first, so that each is looked at once. */
function endsOf(items: readonly Item[]): ReadonlyMap<Item, number> {
  const ends = new Map<Item, number>();
  for (const item of items.toReversed()) {
    const lastChild = item.block?.items.at(-1);
    const inner = lastChild ? (ends.get(lastChild) ?? 0) : (item.block?.open?.end ?? 0);
    ends.set(item, Math.max(item.lexemes.at(-1)?.end ?? 0, inner, item.block?.close?.end ?? 0));
  }
  return ends;
}

/** Comments that follow each other on lines of their own. */
function commentRuns(lexemes: readonly Lexeme[]): Lexeme[][] {
  const runs: Lexeme[][] = [];
  let before: Lexeme | null = null;
  for (const lexeme of lexemes) {
    const isLine = lexeme.kind === 'lineComment';
    const startsLine = lexeme.breaks > 0 || !before;
    if (isLine && lexeme.breaks === 1 && before?.kind === 'lineComment' && runs.length > 0) runs.at(-1)?.push(lexeme);
    else if ((isLine && startsLine) || lexeme.kind === 'blockComment') runs.push([lexeme]);
    before = lexeme;
  }
  return runs;
}
