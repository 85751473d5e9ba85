/** What stands at the cursor while somebody types: the unfinished word, and the place in the text before it. */
import { countBefore } from '@okr-language/core';
import { composed } from '../../lower/names.ts';
import { type Lexeme, lexemesOf } from '../outline/lexemes.ts';
import { type Block, type CursorPlace, type Item, outlineOf } from '../outline/outline.ts';
import { Behind } from './behind.ts';

export interface Typing {
  readonly kind: 'code';
  /** The unfinished word up to the cursor, dots included: `acme.loy`. */
  readonly typed: string;
  /** Whether it stands there with marks apart from their letters: the editor compares proposals with what stands there. */
  readonly isApart: boolean;
  /** What of the rest of the line an accepted proposal replaces besides the word. */
  readonly behind: Behind;
  readonly place: CursorPlace;
  readonly block: Block;
  /** Whether the cursor's line holds no code before the unfinished word. */
  readonly startsLine: boolean;
  /** The word before the unfinished one, empty where there is none. */
  readonly before: string;
}

/** The cursor is in a comment: `text` is the comment up to the cursor. */
export interface TypingComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly start: number;
}

/** Null inside a quoted text, where nothing can be proposed. */
export function typingAt(text: string, offset: number): Typing | TypingComment | null {
  const lexemes = lexemesOf(text);
  const index = countBefore(lexemes, ({ start }) => start < offset);
  const last = lexemes[index - 1];
  const isInside = last !== undefined && offset < last.end;
  const touches = last !== undefined && offset <= last.end;
  if (last && (last.kind === 'text' || last.kind === 'blockComment') && (isInside || (touches && !last.closed)))
    return null;
  if (last && last.kind === 'lineComment' && touches) {
    return { kind: 'comment', text: text.slice(last.start, offset), start: last.start };
  }
  const partial = last?.kind === 'chunk' && touches ? last : null;
  const start = partial ? partial.start : offset;
  const before = partial ? lexemes[index - 2] : last;
  const place = outlineOf(text, lexemes.slice(0, partial ? index - 1 : index)).end;
  const span = { start, end: partial ? wordEnd(text, partial, offset) : offset };
  const written = text.slice(start, offset);
  const typed = composed(written);
  const lineBreak = before ? /[\r\n]/.test(text.slice(before.end, start)) : true;
  return {
    kind: 'code',
    typed,
    isApart: typed !== written,
    behind: new Behind(text, span, lexemes.slice(index)),
    place,
    block: place.blocks[place.blocks.length - 1] as Block,
    startsLine: lineBreak,
    before: wordOf(text, before),
  };
}

function wordOf(text: string, lexeme: Lexeme | undefined): string {
  return lexeme ? composed(text.slice(lexeme.start, lexeme.end)) : '';
}

/** The end of the word that the cursor is in: of a path or a figure its own. */
function wordEnd(text: string, { start, end }: Lexeme, offset: number): number {
  if (/^(?:\P{L}*\d|[\p{L}\p{M}\p{Nd}_.-]*$)/u.test(text.slice(start, end))) return end;
  const rest = /[\p{L}\p{M}\p{Nd}_-]*/uy;
  rest.lastIndex = offset;
  return offset + (rest.exec(text)?.[0].length ?? 0);
}

/** The set, check-in or closing around the cursor: whose goals are meant, and in which cycle. */
export interface Scope {
  readonly unit: string;
  readonly cycle: string;
  /** The statement of the objective around the cursor. */
  readonly objective: Item | null;
}

export function scopeOf(place: CursorPlace): Scope | null {
  let scope = null as Scope | null;
  const items = [...place.blocks.map((block) => block.owner), place.item];
  for (const item of items) {
    if (!item) continue;
    if (item.kind === 'okrs' || item.kind === 'checkin' || item.kind === 'closing') {
      scope = { unit: item.clauses.get('for') ?? '', cycle: item.clauses.get('in') ?? '', objective: null };
    } else if (item.kind === 'objective' && scope) scope = { ...scope, objective: item };
  }
  return scope;
}
