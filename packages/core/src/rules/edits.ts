/** Small edits of the text that fixes are made of. All offsets speak of the text as it stands. */
import type { TextEdit } from '../findings/finding.ts';
import type { Span } from '../model/span.ts';

/** The line ending that the file uses. */
export function lineEndingOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  return /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
}

function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

export function lineEndAt(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

export function insert(uri: string, offset: number, text: string): TextEdit {
  return { uri, span: { start: offset, end: offset }, text };
}

export function replace(uri: string, span: Span, text: string): TextEdit {
  return { uri, span, text };
}

/**
 * Takes a stretch of text away: with its whole line where nothing else stands on it, else with the blanks before it, so that
 * neither an empty line nor a double blank is left.
 */
export function remove(uri: string, text: string, span: Span): TextEdit {
  const lineStart = lineStartAt(text, span.start);
  const lineEnd = lineEndAt(text, span.end);
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  if (alone) {
    const next = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(text.length, lineEnd + 1);
    return { uri, span: { start: lineStart, end: next }, text: '' };
  }
  let start = span.start;
  while (start > lineStart && /[ \t]/.test(text[start - 1] as string)) start--;
  return { uri, span: { start: start === lineStart ? span.start : start, end: span.end }, text: '' };
}

/** The text of `span` after edits that lie in it. */
export function applied(text: string, edits: readonly TextEdit[], { start, end }: Span): string {
  let result = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at, end);
}

/** A statement with the comments on the lines right above it, which speak of it. */
export function withComments(text: string, { start, end }: Span): Span {
  let from = start;
  while (isFirstOfLine(text, from)) {
    const line = lineStartAt(text, from);
    if (line === 0) break;
    const first = commentEndingAt(text, text.startsWith('\r\n', line - 2) ? line - 2 : line - 1);
    if (first === null) break;
    from = first;
  }
  return { start: from, end };
}

/** A statement with the `///` lines that document it. Empty lines may lie between. */
export function withDocs(text: string, { start, end }: Span): Span {
  let from = start;
  for (;;) {
    let before = from;
    while (before > 0 && /\s/.test(text[before - 1] as string)) before--;
    const line = lineStartAt(text, before);
    const found = /^[ \t]*(?=\/\/\/(?!\/))/.exec(text.slice(line, before));
    if (!found) return { start: from, end };
    from = line + found[0].length;
  }
}

/** Where the comment begins that fills the line which ends at `end`; null where something else stands on it. */
function commentEndingAt(text: string, end: number): number | null {
  const start = lineStartAt(text, end);
  const line = text.slice(start, end).trim();
  if (line.startsWith('//')) return start + text.slice(start, end).indexOf('//');
  const open = line.endsWith('*/') ? text.lastIndexOf('/*', end) : -1;
  return open >= 0 && isFirstOfLine(text, open) ? open : null;
}

export function isFirstOfLine(text: string, offset: number): boolean {
  return text.slice(lineStartAt(text, offset), offset).trim() === '';
}

/** The braces of a statement's block, or null where it has none. The search begins at `from`, behind the statement's title. */
export function blockOf(
  text: string,
  from: number,
  end: number,
): { readonly open: number; readonly close: number } | null {
  if (text[end - 1] !== '}') return null;
  const skipped = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|[^"/{]+|[/"]|\{/y;
  skipped.lastIndex = from;
  while (skipped.lastIndex < end) {
    const match = skipped.exec(text);
    if (!match) return null;
    if (match[0] === '{') return { open: match.index, close: end - 1 };
  }
  return null;
}

/**
 * Adds lines to the block of the statement at `span`, as its first or last ones; a statement without a block gets one.
 * `from` is an offset behind the statement's title. A block on one line stays on one line where one line is added.
 */
export function addToBlock(
  uri: string,
  text: string,
  at: { readonly span: Span; readonly from: number },
  lines: readonly string[],
  where: 'first' | 'last',
): TextEdit {
  const { span } = at;
  const eol = lineEndingOf(text);
  const outer = indentAt(text, span.start);
  const block = blockOf(text, at.from, span.end);
  if (!block) {
    const inner = outer + indentStepOf(text);
    const added =
      lines.length === 1 ? ` { ${lines[0]} }` : ` {${lines.map((line) => eol + inner + line).join('')}${eol}${outer}}`;
    return insert(uri, span.end, added);
  }
  const inside = text.slice(block.open + 1, block.close);
  if (!/[\r\n]/.test(inside) && lines.length === 1) {
    const line = lines[0] as string;
    if (inside.trim() === '') return replace(uri, { start: block.open + 1, end: block.close }, ` ${line} `);
    if (where === 'first')
      return insert(uri, block.open + 1, ` ${line} `.slice(0, /^\s/.test(inside) ? -1 : undefined));
    const last = block.open + 1 + inside.trimEnd().length;
    return replace(uri, { start: last, end: block.close }, `  ${line} `);
  }
  const inner = innerIndent(text, block.open, block.close) ?? outer + indentStepOf(text);
  if (where === 'first') return insert(uri, block.open + 1, lines.map((line) => eol + inner + line).join(''));
  // A comment at the end of the last line ends with the line, so what is added begins on a line of its own.
  const last = block.open + 1 + inside.trimEnd().length;
  const added = lines.map((line) => eol + inner + line).join('');
  const endsItsLine = /[\r\n]/.test(text.slice(last, block.close));
  return endsItsLine
    ? insert(uri, last, added)
    : replace(uri, { start: last, end: block.close }, `${added}${eol}${outer}`);
}

/** The indentation of the first line inside a block that begins a new line. */
function innerIndent(text: string, open: number, close: number): string | null {
  return /[\r\n]([ \t]+)[^\s]/.exec(text.slice(open + 1, close))?.[1] ?? null;
}

/** One step of indentation as this file does it: four blanks unless it shows another habit. */
function indentStepOf(text: string): string {
  return /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? '    ';
}
