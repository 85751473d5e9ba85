import type { KeyResultNode } from '../cascade/cascade.ts';
import type { Fix, TextEdit } from '../findings/finding.ts';
import { indentAt, insert, isFirstOfLine, lineEndAt, lineEndingOf } from './edits.ts';

/**
 * Says with `edit` that the starting value of a key result is not known, and adds a key result below that is reached as soon as it is.
 * Empty where the key result shares its lines with others.
 */
export function findBaseline({ node, uri, title }: KeyResultNode, edit: TextEdit, text: string): readonly Fix[] {
  const { start, end } = node.span;
  const lineEnd = lineEndAt(text, end);
  const isAlone = isFirstOfLine(text, start) && /^\s*(?:\/\/.*)?$/.test(text.slice(end, lineEnd));
  if (!isAlone || /[\\"]/.test(title)) return [];
  const line = `${lineEndingOf(text)}${indentAt(text, start)}kr "We know where we start: ${title}" yes/no`;
  return [
    {
      title: 'Say that it is not known yet, and add a key result that finds it out',
      kind: 'unsafe',
      preferred: false,
      edits: edit.span.start === lineEnd ? [{ ...edit, text: edit.text + line }] : [edit, insert(uri, lineEnd, line)],
    },
  ];
}
