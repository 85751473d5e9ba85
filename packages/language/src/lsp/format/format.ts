/**
 * The one owner of how an `.okr` file is laid out: the editor and `okr fmt` both call `formatText`.
 *
 * Promises, each held by a test: the result is the same when formatted again; the file means the same; line endings stay; no
 * character but white space is lost or added, except that `check-in` becomes `checkin`; what cannot be read stays as it is, and what
 * stands on a line that an `okr-ignore` is about stays together, where other findings would be accepted otherwise.
 */
import { type FileProblemCode, mayHide, type OkrFile, type Span } from '@okr-language/core';
import { parseOkr } from '../../parse.ts';
import { type Block, outlineOf } from '../outline/outline.ts';
import { type Care, layOut } from './layout.ts';
import { writeLines } from './lines.ts';
import { sameMeaning } from './meaning.ts';
import { tornApart } from './torn.ts';

/** One step of indentation. There is one layout, so that no two people's editors undo each other's work. */
const INDENT = '    ';

/** Problems after which too little is known of the text, so that it is left alone as a whole. */
const hopeless: ReadonlySet<FileProblemCode> = new Set<FileProblemCode>([
  'nesting-too-deep',
  'file-too-large',
  'unreadable-file',
  'not-text',
  'merge-conflict',
]);

/** Blocks in blocks beyond this are no file of goals; laying them out would need a stack of that depth. */
const MAX_DEPTH = 100;

/** Passes after which a text that still changes is given up: it stays as its author wrote it. */
const MAX_PASSES = 5;

/** The text as it should stand. Never fails; a text that cannot be laid out safely comes back unchanged. */
export function formatText(text: string): string {
  return formatted(text).text;
}

export interface Formatted {
  readonly text: string;
  /** Whether something in it cannot be read, so that at least this stays as it was. */
  readonly isPartial: boolean;
}

/** The same, and how much of it. */
export function formatted(text: string): Formatted {
  const file = parseOkr('', text);
  return { text: laidOutAsFarAsRead(text, file), isPartial: file.problems.some(({ code }) => mayHide(code)) };
}

function laidOutAsFarAsRead(text: string, first: OkrFile): string {
  let current = text;
  let file = first;
  if (file.problems.some((problem) => hopeless.has(problem.code))) return text;
  // One pass does for a text that is right. Where braces are missing, how far a block reaches is told from the indentation,
  // so that a neater text may be understood better and can be laid out further.
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = onePass(current, file);
    if (!next) return current;
    const wasRight = file.problems.length === 0;
    [current, file] = next;
    if (wasRight) return current;
  }
  return text;
}

/** A better layout that means the same, and its reading; null where there is none. */
function onePass(text: string, file: OkrFile): [string, OkrFile] | null {
  const outline = outlineOf(text);
  if (outline.depth > MAX_DEPTH) return null;
  const spans = file.problems.filter(({ code }) => code === 'syntax-error').map(({ span }) => span);
  for (const care of spans.length > 0 ? [spans, wholeStatements(outline.file, spans)] : [spans]) {
    const next = laidOut(text, file, outline.file, { problems: care, kept: [] });
    if (next === 'as it is') return null;
    const torn = next === null ? [] : tornApart([text, file], next);
    const again = torn.length > 0 ? laidOut(text, file, outline.file, { problems: care, kept: torn }) : next;
    if (again === 'as it is') return null;
    if (again !== null && tornApart([text, file], again).length === 0) return again;
  }
  return null;
}

/** The text laid out, and its reading; null where it would mean something else. */
function laidOut(text: string, file: OkrFile, outline: Block, care: Care): [string, OkrFile] | 'as it is' | null {
  const written = write(text, writeLines(layOut(text, outline, care, INDENT.length), INDENT));
  if (written === text) return 'as it is';
  if (content(written) !== content(text)) return null;
  const after = parseOkr('', written);
  return saysNothingNew(after, file) && sameMeaning(file, after) ? [written, after] : null;
}

/**
 * Whether nothing is wrong with a text that was not wrong before. Where a brace is missing the layout tells which block was left open: a layout by
 * which it would be another one hides the mistake.
 */
function saysNothingNew(after: OkrFile, before: OkrFile): boolean {
  const known = before.problems.map(({ message }) => message);
  return after.problems.every(({ message }) => {
    const at = known.indexOf(message);
    if (at >= 0) known.splice(at, 1);
    return at >= 0;
  });
}

/** The statements outside all blocks in which something cannot be read. */
function wholeStatements(file: Block, problems: readonly Span[]): readonly Span[] {
  const spans = file.items.map((item, i) => ({
    start: item.lexemes[0]?.start ?? 0,
    end: file.items[i + 1]?.lexemes[0]?.start ?? Number.MAX_SAFE_INTEGER,
  }));
  const broken = spans.filter(({ start, end }) =>
    problems.some((problem) => problem.start <= end && problem.end >= start),
  );
  return [...problems, ...broken];
}

/** What must not change: everything but white space, with the spellings that are unified. */
function content(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('check-in', 'checkin');
}

function write(text: string, lines: readonly string[]): string {
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
