/**
 * The text cut into what the outline and the formatter look at: braces, commas, quoted texts, comments and chunks, a chunk being
 * whatever stands together without a gap (`trust.csat`, `31%`, `2026-Q3`, `USD 10M`). Where each begins and ends is the
 * scanner's word.
 */
import { settled } from '../../conflicts.ts';
import { CLOSE, COMMA, OPEN, STRING } from '../../syntax/kinds.ts';
import { type Comment, scan } from '../../syntax/scan.ts';

export type LexemeKind = 'open' | 'close' | 'comma' | 'text' | 'lineComment' | 'blockComment' | 'chunk';

export interface Lexeme {
  readonly kind: LexemeKind;
  readonly start: number;
  readonly end: number;
  /** False for a quoted text or comment that lacks its end, or has the wrong quotation marks. */
  readonly closed: boolean;
  /** Line breaks between the lexeme before it (or the start of the text) and this one. */
  readonly breaks: number;
}

/** The lexemes of a text in its order. Never fails; takes time in proportion to the text. */
export function lexemesOf(text: string): readonly Lexeme[] {
  const { tokens, comments, problems } = scan(settled(text).text);
  const unclosed = new Set(problems.map((problem) => problem.span.start));
  const lexemes: Lexeme[] = [];
  let last = 0;
  let comment = 0;
  const push = (kind: LexemeKind, start: number, end: number) => {
    lexemes.push({ kind, start, end, closed: !unclosed.has(start), breaks: lineBreaks(text, last, start) });
    last = end;
  };
  const pushComment = ({ kind, start, end }: Comment) =>
    push(kind === 'line' || kind === 'docLine' ? 'lineComment' : 'blockComment', start, end);
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] as number;
    while (comment < comments.length && (comments[comment] as Comment).start < start) {
      pushComment(comments[comment++] as Comment);
    }
    const kind = marks.get(tokens.kinds[i] as number) ?? 'chunk';
    let end = tokens.ends[i] as number;
    while (kind === 'chunk' && tokens.starts[i + 1] === end && !marks.has(tokens.kinds[i + 1] as number)) {
      end = tokens.ends[++i] as number;
    }
    push(kind, start, end);
  }
  while (comment < comments.length) pushComment(comments[comment++] as Comment);
  return lexemes;
}

const marks: ReadonlyMap<number, LexemeKind> = new Map<number, LexemeKind>([
  [OPEN, 'open'],
  [CLOSE, 'close'],
  [COMMA, 'comma'],
  [STRING, 'text'],
]);

/** Line breaks in a gap: LF, CRLF or a lone CR. */
function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
  }
  return breaks;
}
