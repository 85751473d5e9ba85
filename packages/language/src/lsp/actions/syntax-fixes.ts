/** Edits for what is wrong with the text itself, where it is plain what was meant: quotation marks and hidden signs, mostly pasted from slides. */
import type { Finding, Span, TextEdit } from '@okr-language/core';
import { undecidedAt } from '../../conflicts.ts';
import { withoutDirections } from '../../hidden.ts';
import { isDate } from '../../lower/dates.ts';
import { parseOkr } from '../../parse.ts';
import { insideBraces } from '../../syntax/messages.ts';
import { closersOf, isQuote } from '../../syntax/quotes.ts';

export interface SyntaxFix {
  readonly title: string;
  readonly edit: TextEdit;
}

/** Where there is one, it is what to do; of several the author chooses. */
export function syntaxFixes(text: string, finding: Finding): readonly SyntaxFix[] {
  if (finding.rule === 'merge-conflict') return keptVersions(text, finding);
  const fix = syntaxFix(text, finding);
  return fix ? [fix] : [];
}

function syntaxFix(text: string, finding: Finding): SyntaxFix | null {
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
    return closedQuotation(text, finding);
  }
  return asMeant(text, finding) ?? quotedDate(text, finding);
}

/** What the reader says that was meant: a keyword, a part of a year, the second word of a keyword. */
function asMeant(text: string, { uri, span, message }: Finding): SyntaxFix | null {
  const [, word] =
    / Did you mean `([a-z/-]+)`\?$|: `(\d{4}-[QH]\d)` instead of `/.exec(message.what)?.filter(Boolean) ?? [];
  if (word) return { title: `Change to \`${word}\``, edit: { uri, span, text: word } };
  const [, first, second] = /^`([a-z]+)` wants `([a-z]+)` behind it, as in /.exec(message.what) ?? [];
  if (!first || !second) return null;
  const isBehind = text.slice(span.start, span.end) === first;
  const at = isBehind ? span.end : span.start;
  const written = isBehind ? ` ${second}` : `${second} `;
  return {
    title: `Write \`${second}\` behind \`${first}\``,
    edit: { uri, span: { start: at, end: at }, text: written },
  };
}

/** Closes a quotation before the code behind it, and where there is none at the end of its line: a title must not swallow owner or unit. */
function closedQuotation(text: string, { uri, span }: Finding): SyntaxFix {
  const written = text.slice(span.start, span.end);
  const code = codeBehind(text, span.start, written);
  const end = span.start + written.slice(0, code ?? undefined).trimEnd().length;
  const where = code === null ? 'at the end of the line' : `before \`${/\S+/.exec(written.slice(code))?.[0] ?? ''}\``;
  return { title: `Close the quotation ${where}`, edit: { uri, span: { start: end, end }, text: '"' } };
}

/** Where code may begin behind a title: at braces, a comment, or a word that goes on with the statement. */
const mayBeCode =
  /[{}]|(?<=\s)\/[/*]|(?<=\s)(?:from|to|up|down|at|between|baseline|yes\/no|by|in|of|for|weight|because)(?=\s)/g;
/** A key result says its measure in the words of its title as well: `Raise it to 3`. */
const inSentences = new Set(['to', 'up', 'down']);
/** Each place is tried by reading the text, which must not be long. */
const mostPlaces = 12;
const longestRead = 100_000;

/** Where in a quotation that lacks its end the first code stands that reads as such; null where there is none. */
function codeBehind(text: string, start: number, written: string): number | null {
  if (text.length > longestRead) return null;
  const isKeyResult = /\bkr\s+(?:[^\s"{}]+\s+)?$/.test(text.slice(Math.max(0, start - 200), start));
  const problems = (at: number) =>
    parseOkr('', `${text.slice(0, start + at)}" ${text.slice(start + at)}`).problems.length;
  const asTitle = problems(written.length);
  for (const { index, 0: word } of [...written.matchAll(mayBeCode)].slice(0, mostPlaces)) {
    if (written.slice(1, index).trim() === '' || (isKeyResult && inSentences.has(word))) continue;
    if (problems(index) <= asTitle) return index;
  }
  return null;
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

/** One version of what git has merged, or the other, or both; a line of git's that is left over goes. */
function keptVersions(text: string, { uri, span }: Finding): readonly SyntaxFix[] {
  const undecided = undecidedAt(text, span.start);
  if (!undecided) return [];
  const keep = (title: string, kept: string): SyntaxFix => ({ title, edit: { uri, span: undecided.span, text: kept } });
  if (!('ours' in undecided)) return [keep('Remove this line', '')];
  const ours = text.slice(undecided.ours.start, undecided.ours.end);
  const theirs = text.slice(undecided.theirs.start, undecided.theirs.end);
  const [first, second] = undecided.names;
  return [
    keep(`Keep the first version${first && ` (${first})`}`, ours),
    keep(`Keep the second version${second && ` (${second})`}`, theirs),
    keep('Keep both', both(text, undecided.span, ours, theirs)),
  ];
}

/** One behind the other. Where two blocks were added, git takes the brace that ends both for one that they share: then each gets its own. */
function both(text: string, { start, end }: Span, ours: string, theirs: string): string {
  if (text.length > longestRead) return ours + theirs;
  const problems = (kept: string) => parseOkr('', text.slice(0, start) + kept + text.slice(end)).problems.length;
  const indent = /^[ \t]*/.exec(text.slice(end, end + 100))?.[0] ?? '';
  const lineBreak = /\r\n|\n|\r/.exec(ours)?.[0] ?? '\n';
  const closed = `${ours}${indent}}${lineBreak}${theirs}`;
  return problems(closed) < problems(ours + theirs) ? closed : ours + theirs;
}
