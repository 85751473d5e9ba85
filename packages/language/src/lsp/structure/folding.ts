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
  for (const item of allItems(outlineOf(text, lexemes).file)) {
    const { block } = item;
    if (!block?.open) continue;
    // The line of the closing brace stays in sight.
    const end = block.close ? lineOf(block.close.start) - 1 : lineOf(endOf(item));
    add(lineOf(block.open.start), end);
  }
  for (const run of commentRuns(lexemes)) {
    const [first, last] = [run[0] as Lexeme, run[run.length - 1] as Lexeme];
    add(lineOf(first.start), lineOf(last.end), FoldingRangeKind.Comment);
  }
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Where a statement without a closing brace ends as far as can be told. */
function endOf(item: Item): number {
  let last: Item = item;
  for (;;) {
    const child = last.block?.items.at(-1);
    if (!child) break;
    last = child;
  }
  return Math.max(last.lexemes.at(-1)?.end ?? 0, last.block?.close?.end ?? 0);
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
