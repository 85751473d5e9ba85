/** The comment that keeps one rule quiet at one place. */
import type { Finding, TextEdit } from '@okr-language/core';
import { lineEndOf } from '../format/format.ts';
import { lexemesOf } from '../outline/lexemes.ts';

/**
 * Puts `// okr-ignore RULE: …` on a line of its own above the line of the finding, and above its `///` comment. Where that line begins in a comment it
 * stands at its end; null where it cannot.
 */
export function ignoreEdit(uri: string, text: string, finding: Finding): TextEdit | null {
  let start = lineStart(text, finding.span.start);
  if (isInComment(text, start)) return atLineEnd(uri, text, finding);
  const indent = /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  while (start > 0) {
    const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    if (!text.slice(above, start).trimStart().startsWith('///')) break;
    start = above;
  }
  const comment = `${indent}// okr-ignore ${finding.rule}: say why${lineEndOf(text)}`;
  return { uri, span: { start, end: start }, text: comment };
}

function atLineEnd(uri: string, text: string, { rule, span }: Finding): TextEdit | null {
  const end = span.start + (/^[^\r\n]*/.exec(text.slice(span.start))?.[0].trimEnd().length ?? 0);
  const last = lexemesOf(text).findLast((lexeme) => lexeme.start < end);
  if (last?.kind === 'lineComment' || isInComment(text, end)) return null;
  return { uri, span: { start: end, end }, text: ` // okr-ignore ${rule}: say why` };
}

/** Whether a place lies within a comment of several lines. */
function isInComment(text: string, offset: number): boolean {
  return lexemesOf(text).some(({ kind, start, end }) => kind === 'blockComment' && start < offset && offset < end);
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
