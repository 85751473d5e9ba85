/**
 * The one owner of how an `.okr` file is laid out: the editor and `okr fmt` both call `formatText`.
 *
 * Promises, each held by a test: the result is the same when formatted again; the file means the same; line endings stay; no
 * character but white space is lost or added, except that `check-in` becomes `checkin`; what cannot be read stays as it is.
 */
import type { FileProblemCode, OkrFile, Span } from '@okr-language/core';
import { parseOkr } from '../../parse.ts';
import { outlineOf } from '../outline/outline.ts';
import { layOut } from './layout.ts';
import { writeLines } from './lines.ts';
import { sameMeaning } from './meaning.ts';

export interface FormatOptions {
  /** White space of one step of indentation; four spaces unless given. */
  readonly indent?: string;
}

/** Problems after which nothing is known of the text, so that it is left alone as a whole. */
const hopeless: ReadonlySet<FileProblemCode> = new Set<FileProblemCode>([
  'nesting-too-deep',
  'file-too-large',
  'unreadable-file',
  'not-text',
]);

/** The text as it should stand. Never fails; a text that cannot be laid out safely comes back unchanged. */
export function formatText(text: string, options: FormatOptions = {}): string {
  const file = parseOkr('', text);
  if (file.problems.some((problem) => hopeless.has(problem.code))) return text;
  const formatted = layText(text, file, options.indent ?? '    ');
  if (formatted === text) return text;
  return sameMeaning(file, parseOkr('', formatted)) ? formatted : text;
}

function layText(text: string, file: OkrFile, indent: string): string {
  const spans: Span[] = [];
  for (const problem of file.problems) if (problem.code === 'syntax-error') spans.push(problem.span);
  const outline = outlineOf(text);
  const lines = writeLines(layOut(text, outline.file, spans, indent.length), indent);
  const lineEnd = lineEndOf(text);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return lines.length === 0 ? mark : mark + lines.join(lineEnd) + lineEnd;
}

/** The line ending that most lines have. */
export function lineEndOf(text: string): string {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  if (all === 0) return text.includes('\r') ? '\r' : '\n';
  return windows * 2 > all ? '\r\n' : '\n';
}
