/** Formatting as changes to white space only, so that cursors and folds of the editor stay where they are. */
import { lineStartsOf, positionAt } from '@okr-language/core';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { offsetAt } from '../context.ts';
import { type Lexeme, lexemesOf } from '../outline/lexemes.ts';
import { formatText } from './format.ts';

export function formattingEdits(text: string): TextEdit[] {
  return editsBetween(text, formatText(text)).map((edit) => edit.edit);
}

/** Formatting of the lines that a range touches. */
export function rangeFormattingEdits(text: string, range: Range): TextEdit[] {
  const lineStarts = lineStartsOf(text);
  const from = offsetAt(text, lineStarts, { line: range.start.line, character: 0 });
  const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
  const to = offsetAt(text, lineStarts, { line: last, character: Number.MAX_SAFE_INTEGER });
  const inRange = editsBetween(text, formatText(text)).filter(({ start, end }) => end >= from && start <= to);
  return inRange.map((edit) => edit.edit);
}

interface PlacedEdit {
  readonly start: number;
  readonly end: number;
  readonly edit: TextEdit;
}

/** The edits that turn one text into another one with the same lexemes. */
function editsBetween(before: string, after: string): PlacedEdit[] {
  if (before === after) return [];
  const lineStarts = lineStartsOf(before);
  const edits: PlacedEdit[] = [];
  const replace = (start: number, end: number, newText: string) => {
    if (before.slice(start, end) === newText) return;
    const range = { start: positionAt(lineStarts, start), end: positionAt(lineStarts, end) };
    edits.push({ start, end, edit: { range, newText } });
  };
  const [old, now] = [lexemesOf(before), lexemesOf(after)];
  if (old.length !== now.length) {
    replace(0, before.length, after);
    return edits;
  }
  let [oldEnd, nowEnd] = [0, 0];
  for (let i = 0; i < old.length; i++) {
    const [a, b] = [old[i] as Lexeme, now[i] as Lexeme];
    replace(oldEnd, a.start, after.slice(nowEnd, b.start));
    replace(a.start, a.end, after.slice(b.start, b.end));
    [oldEnd, nowEnd] = [a.end, b.end];
  }
  replace(oldEnd, before.length, after.slice(nowEnd));
  return edits;
}
