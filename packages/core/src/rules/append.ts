import type { TextEdit } from '../findings/finding.ts';
import { insert, lineEndingOf } from './edits.ts';

/** Adds a statement at the end of a file, with an empty line before it. */
export function appendLines(uri: string, text: string, lines: readonly string[]): TextEdit {
  const eol = lineEndingOf(text);
  const gap = text === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  return insert(uri, text.length, gap + lines.join(eol) + eol);
}
