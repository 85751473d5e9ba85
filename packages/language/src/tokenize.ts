import type { Span } from '@okr-language/core';
import { settled } from './conflicts.ts';
import { DATE, ID, isKeyword, JUNK, type Kind, NUMBER, PERIOD, STRING, TAG, UNIT } from './syntax/kinds.ts';
import { lay } from './syntax/layout.ts';
import { read } from './syntax/read.ts';
import { type Comment, scan } from './syntax/scan.ts';
import { AS_NAME, type Tokens, VIRTUAL } from './syntax/tokens.ts';

/**
 * - `keyword`: a word that the grammar takes as a keyword where it stands
 * - `name`: a name, also one that is spelled like a keyword (`owner owner`: a keyword, then a name)
 * - `string`: a text with its quotation marks; the closing one may be missing
 * - `number`: a figure with its sign, currency, factor and `%` (`$10M`, `-12%`, `2026`)
 * - `unit`: a bare word behind a number
 * - `date`: a date or a calendar cycle (`2026-08-31`, `31 August 2026`, `2026-Q3`)
 * - `tag`, `punctuation`, `comment`, `docComment`; what is not read of a merge that is not finished is a comment
 * - `unknown`: characters that can stand nowhere
 */
export type TokenKind =
  | 'keyword'
  | 'name'
  | 'string'
  | 'number'
  | 'unit'
  | 'date'
  | 'tag'
  | 'punctuation'
  | 'comment'
  | 'docComment'
  | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

/**
 * Cuts a text into tokens, comments included. For any text at all, it holds that
 * - it does not throw, and takes time in proportion to the text;
 * - the tokens stand in the order of the text and do not overlap;
 * - between them there is nothing but blanks and line breaks;
 * - a keyword is one exactly where `parseOkr` takes it as one.
 */
export function tokenize(written: string): readonly Token[] {
  const { text, blank } = settled(written);
  const { tokens: raw, comments: own } = scan(text);
  const comments = withBlank(own, blank);
  const { tokens: laid } = lay(raw, text);
  read(laid, text); // marks the keywords that it takes as names
  const found: Token[] = [];
  let comment = 0;
  let behind = 0; // index in `laid` of the first real token that begins at the raw token or later
  let end = 0;
  const addComments = (before: number): void => {
    for (; comment < comments.length && (comments[comment] as Comment).start < before; comment++) {
      const { start, end: commentEnd, kind } = comments[comment] as Comment;
      if (start < end) continue;
      found.push({ kind: kind.startsWith('doc') ? 'docComment' : 'comment', span: { start, end: commentEnd } });
    }
  };
  for (let i = 0; i < raw.count; i++) {
    const start = raw.starts[i] as number;
    if (start < end) continue; // the rest of a date in words
    addComments(start);
    while (behind < laid.count && !isAt(laid, behind, start)) behind++;
    const known = behind < laid.count && laid.starts[behind] === start;
    end = (known ? laid.ends[behind] : raw.ends[i]) as number;
    const asName = known && ((laid.flags[behind] as number) & AS_NAME) !== 0;
    found.push({
      kind: asName ? 'name' : kindName((known ? laid.kinds[behind] : raw.kinds[i]) as Kind),
      span: { start, end },
    });
  }
  addComments(text.length + 1);
  return found;
}

/** In the order of the text. */
function withBlank(comments: readonly Comment[], blank: readonly Span[]): readonly Comment[] {
  if (blank.length === 0) return comments;
  const all = [...comments, ...blank.map(({ start, end }): Comment => ({ kind: 'line', start, end }))];
  return all.sort((a, b) => a.start - b.start);
}

/** Whether the laid token is in the text and does not end before `start`. */
function isAt(laid: Tokens, i: number, start: number): boolean {
  return (laid.starts[i] as number) >= start && ((laid.flags[i] as number) & VIRTUAL) === 0;
}

const names: ReadonlyMap<Kind, TokenKind> = new Map<Kind, TokenKind>([
  [ID, 'name'],
  [STRING, 'string'],
  [NUMBER, 'number'],
  [UNIT, 'unit'],
  [DATE, 'date'],
  [PERIOD, 'date'],
  [TAG, 'tag'],
  [JUNK, 'unknown'],
]);

function kindName(kind: Kind): TokenKind {
  return names.get(kind) ?? (isKeyword(kind) ? 'keyword' : 'punctuation');
}
