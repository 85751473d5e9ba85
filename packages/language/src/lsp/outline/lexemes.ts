/**
 * The text cut into what the outline and the formatter look at: braces, commas, quoted texts, comments and chunks, a chunk being
 * whatever stands together without a gap (`trust.csat`, `31%`, `2026-Q3`, `$10M`). Between two lexemes stands white space or nothing.
 */
export type LexemeKind = 'open' | 'close' | 'comma' | 'text' | 'lineComment' | 'blockComment' | 'chunk';

export interface Lexeme {
  readonly kind: LexemeKind;
  readonly start: number;
  readonly end: number;
  /** False for a quoted text or block comment without its end. */
  readonly closed: boolean;
  /** Line breaks between the lexeme before it (or the start of the text) and this one. */
  readonly breaks: number;
}

/** The lexemes of a text, or of its beginning up to `end`. Never fails; takes time in proportion to the text. */
export function lexemesOf(text: string, end = text.length): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  let breaks = 0;
  const push = (kind: LexemeKind, to: number, closed = true) => {
    lexemes.push({ kind, start: at, end: to, closed, breaks });
    at = to;
    breaks = 0;
  };
  while (at < end) {
    const char = text[at] as string;
    if (isSpace(char)) {
      if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) breaks++;
      at++;
    } else if (char === '{') push('open', at + 1);
    else if (char === '}') push('close', at + 1);
    else if (char === ',') push('comma', at + 1);
    else if (char === '"') {
      const to = endOfText(text, at, end);
      push('text', to.end, to.closed);
    } else if (text.startsWith('//', at)) push('lineComment', endOfLine(text, at, end));
    else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      const closed = close !== -1 && close + 2 <= end;
      push('blockComment', closed ? close + 2 : end, closed);
    } else push('chunk', endOfChunk(text, at, end));
  }
  return lexemes;
}

function isSpace(char: string): boolean {
  return char <= ' ' || char === '\u00a0' || char === '\ufeff' || char === '\u2028' || char === '\u2029';
}

function endOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** A quoted text ends at its quote; one that is not closed ends with its line. */
function endOfText(text: string, from: number, end: number): { readonly end: number; readonly closed: boolean } {
  let at = from + 1;
  while (at < end) {
    const char = text[at];
    if (char === '"') return { end: at + 1, closed: true };
    if (char === '\n' || char === '\r') break;
    at += char === '\\' && at + 1 < end && text[at + 1] !== '\n' && text[at + 1] !== '\r' ? 2 : 1;
  }
  return { end: at, closed: false };
}

function endOfChunk(text: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end) {
    const char = text[at] as string;
    if (isSpace(char) || char === '{' || char === '}' || char === '"') break;
    if (char === ',' && !(isDigit(text[at - 1]) && isDigit(text[at + 1]))) break;
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) break;
    at++;
  }
  return at;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}
