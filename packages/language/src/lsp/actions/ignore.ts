/** The comment that keeps one rule quiet at one place. */
import type { Finding, TextEdit } from '@okr-language/core';
import { lineEndOf } from '../format/format.ts';

/** Puts `// okr-ignore RULE: …` on a line of its own above the line of the finding, and above its `///` comment. */
export function ignoreEdit(uri: string, text: string, finding: Finding): TextEdit {
  let start = lineStart(text, finding.span.start);
  const indent = /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  while (start > 0) {
    const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    if (!text.slice(above, start).trimStart().startsWith('///')) break;
    start = above;
  }
  const comment = `${indent}// okr-ignore ${finding.rule}: say why${lineEndOf(text)}`;
  return { uri, span: { start, end: start }, text: comment };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
