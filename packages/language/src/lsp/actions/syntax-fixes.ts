/** Edits for what is wrong with the text itself, where it is plain what was meant: quotation marks and hidden signs, mostly pasted from slides. */
import type { Finding, TextEdit } from '@okr-language/core';
import { withoutDirections } from '../../hidden.ts';

export interface SyntaxFix {
  readonly title: string;
  readonly edit: TextEdit;
}

const OPENING = '“„”«';
const CLOSING = '”“»"';

export function syntaxFix(text: string, finding: Finding): SyntaxFix | null {
  const { uri, span } = finding;
  if (finding.rule === 'hidden-direction') {
    const shown = withoutDirections(text.slice(span.start, span.end));
    return { title: 'Take the hidden signs away', edit: { uri, span, text: shown } };
  }
  if (finding.rule !== 'syntax-error') return null;
  const written = text.slice(span.start, span.end);
  const first = written[0] ?? '';
  if (OPENING.includes(first) && written.length > 1) {
    const inner = CLOSING.includes(written.at(-1) as string) ? written.slice(1, -1) : written.slice(1).trimEnd();
    const straight = `"${inner.replace(/(?<!\\)"/g, '\\"')}"`;
    return { title: 'Write straight quotation marks', edit: { uri, span, text: straight } };
  }
  if (first === '"' && !/[^\\]"$/.test(written.slice(1)) && !/[\r\n]/.test(written)) {
    const end = span.start + written.trimEnd().length;
    return { title: 'Close the quotation at the end of the line', edit: { uri, span: { start: end, end }, text: '"' } };
  }
  return null;
}
