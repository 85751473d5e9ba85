/** Edits for what is wrong with the text itself, where it is plain what was meant: quotation marks and hidden signs, mostly pasted from slides. */
import type { Finding, TextEdit } from '@okr-language/core';
import { withoutDirections } from '../../hidden.ts';
import { isDate } from '../../lower/dates.ts';
import { insideBraces } from '../../syntax/messages.ts';
import { closersOf, isQuote } from '../../syntax/quotes.ts';

export interface SyntaxFix {
  readonly title: string;
  readonly edit: TextEdit;
}

export function syntaxFix(text: string, finding: Finding): SyntaxFix | null {
  const { uri, span } = finding;
  if (finding.rule === 'hidden-direction') {
    const shown = withoutDirections(text.slice(span.start, span.end));
    return { title: 'Take the hidden signs away', edit: { uri, span, text: shown } };
  }
  if (finding.rule === 'invalid-amount') return withCommas(text, finding);
  if (finding.rule !== 'syntax-error') return null;
  const written = text.slice(span.start, span.end);
  if (finding.message.what === insideBraces(written)) return movedInside(text, finding);
  const first = written[0] ?? '';
  if (isQuote(first) && written.length > 1) {
    const inner = closersOf(first).includes(written.at(-1) as string)
      ? written.slice(1, -1)
      : written.slice(1).trimEnd();
    const straight = `"${inner.replace(/(?<!\\)"/g, '\\"')}"`;
    return { title: 'Write straight quotation marks', edit: { uri, span, text: straight } };
  }
  if (/^"[^"]*[\r\n][^"]*"$/.test(written)) {
    return { title: 'Write the text on one line', edit: { uri, span, text: written.replace(/\s*[\r\n]\s*/, ' ') } };
  }
  if (first === '"' && !/[^\\]"$/.test(written.slice(1)) && !/[\r\n]/.test(written)) {
    const end = span.start + written.trimEnd().length;
    return { title: 'Close the quotation at the end of the line', edit: { uri, span: { start: end, end }, text: '"' } };
  }
  return quotedDate(text, finding);
}

/** `committed {`: on a line of its own where the block has lines, else right behind the brace. */
function movedInside(text: string, { uri, span }: Finding): SyntaxFix | null {
  const behind = /^\s*\{([ \t]*((?:\r\n|\n|\r)[ \t]*))?/.exec(text.slice(span.end, span.end + 500));
  if (!behind) return null;
  const clause = text.slice(span.start, span.end);
  const [taken, lineBreak] = behind;
  const moved = lineBreak === undefined ? `{ ${clause}` : `{${lineBreak}${clause}${lineBreak}`;
  return {
    title: 'Move it inside the braces',
    edit: { uri, span: { start: span.start, end: span.end + taken.length }, text: moved },
  };
}

/** `1 250 000`: thousands are told apart by commas. */
function withCommas(text: string, { uri, span }: Finding): SyntaxFix | null {
  const written = text.slice(span.start, span.end);
  if (!/^\D{0,4}\d{1,3}(?:(?:\s\d{3})+|(?:\.\d{3}){2,})(?!\d)/.test(written)) return null;
  const mended = written.replace(/(?<=\d)[\s.](?=\d{3}(?!\d))/g, ',');
  return { title: `Write \`${mended}\``, edit: { uri, span, text: mended } };
}

/** More words than these tell no date. */
const MOST_WORDS = 6;

/** `by end of August`: a date in words stands in quotation marks. */
function quotedDate(text: string, { uri, span }: Finding): SyntaxFix | null {
  if (!/\bby[ \t]+$/.test(text.slice(Math.max(0, span.start - 20), span.start))) return null;
  const rest = /^[^\r\n{}"/]*/.exec(text.slice(span.start, span.start + 200))?.[0] ?? '';
  const ends = [...rest.matchAll(/\S+/g)].slice(0, MOST_WORDS).map(({ index, 0: word }) => index + word.length);
  const end = ends.reverse().find((at) => isDate(rest.slice(0, at)));
  if (end === undefined) return null;
  const date = `"${rest.slice(0, end)}"`;
  return {
    title: `Put the date in quotation marks: \`by ${date}\``,
    edit: { uri, span: { start: span.start, end: span.start + end }, text: date },
  };
}
