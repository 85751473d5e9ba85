/**
 * Text to tokens, in one pass and without memory of what came before: which word is a keyword and which a name, where a
 * unit ends and what a brace belongs to is found out later, in `layout.ts`.
 */
import type { FileProblem, Span } from '@okr-language/core';
import { kindRead, NO_KEYWORD, NOTHING_READ, readOn } from './keywords.ts';
import {
  CLOSE,
  COMMA,
  DATE,
  DOT,
  ID,
  JUNK,
  kindOf,
  kindOfWord,
  NUMBER,
  OPEN,
  PERIOD,
  SLASH,
  STRING,
  TAG,
} from './kinds.ts';
import { statementOf } from './places.ts';
import { closersOf, isDoubleQuote, isSingleQuote } from './quotes.ts';
import { Tokens } from './tokens.ts';

export interface Comment extends Span {
  readonly kind: 'line' | 'block' | 'docLine' | 'docBlock';
}

export interface Scanned {
  readonly tokens: Tokens;
  readonly comments: readonly Comment[];
  readonly problems: readonly FileProblem[];
  /** Whether every sign is one that texts hold. */
  readonly isPrintable: boolean;
}

/** Characters that no text holds, U+FFFD among them: it stands for bytes that are no UTF-8. */
export function isUnprintable(code: number): boolean {
  return code < 32 ? code < 9 || code > 13 : code === 127 || code === 0xfffd;
}

const YES = kindOf('yes');
const YES_NO = kindOf('yes/no');
const LETTER = /\p{L}/u;
const REST_OF_NAME = /[\p{L}\p{M}\p{Nd}_-]*/uy;
const SPACE = /[\s\u200b\u200e\u200f\u2060\ufeff]/;
const CURRENCY_SIGN = /\p{Sc}/u;
/** A number that begins with its currency: `USD 10M`, `R$ 5k`. */
const MONEY = /(?:[A-Z]{3}[ \u00a0]{1,2}|[A-Z]{0,3}\p{Sc}[ \u00a0]?)[+\u2212\u2013-]?[\d.]/uy;
const DATE_OR_PERIOD =
  /(\d{4}-\d{1,2}-\d{1,2}|\d{1,4}([./-])\d{1,2}\2\d{2,4}|(\d{4}-(?:[QqHhWw]\d{1,2}|\d{1,2})))(?![\p{L}\d])/uy;
const FIGURE =
  /[+\u2212\u2013-]?\p{Sc}?[+\u2212\u2013-]?(?:\d[\d_]*(?:,\d[\d_]*)*(?:\.\d+)?|\.\d+)(?:[ \u00a0]?[%\u2030\u00d7]|(?:\p{L}{1,8})?(?:\p{Sc}|[ \u00a0]\p{Sc}(?!\d))|\p{L}+%?)?/uy;
const YES_OR_NO = /yes[ \t]*\/[ \t]*no(?![\p{L}\p{Nd}_-])/uy;
const TAG_TEXT = /#[\p{L}\p{M}\p{Nd}_-]+/uy;
/** A line break, then words up to a quotation mark, and what follows it in the line. */
const NEXT_LINE = /((?:\r\n|\n|\r)[ \t]*)([^\s"{}\\/][^"{}\\\r\n]{0,300})"([^\r\n]{0,300})/uy;
/** The brace of a statement whose title lacks its end. */
const BRACE_AT_END = /[ \t]*\{[ \t]*$/;
const LONGEST_BLANK = 40;
const END_OF_LINE = /[\r\n]/g;
const WORD = /[\p{L}\p{M}\p{Nd}]/u;
/** The kinds of marks by their code; 0 where a character is none. */
const marks = new Uint8Array(128);
marks[0x7b] = OPEN;
marks[0x7d] = CLOSE;
marks[0x2c] = COMMA;
marks[0x2e] = DOT;
marks[0x2f] = SLASH;

/** What a quoted text goes on with: all of ASCII but quotation marks, backslashes, ends of lines and what no text holds. */
const ordinary = Uint8Array.from({ length: 128 }, (_, code) =>
  code === 34 || code === 92 || code === 10 || code === 13 || isUnprintable(code) ? 0 : 1,
);

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The character at an offset, of one code unit or two. `codePointAt` is no help: compiled by V8's Maglev (Node 24.21), it looks behind the end of
 * a text that is a part of a longer one, and takes half a character at its end for a whole one.
 */
function characterAt(text: string, at: number): string {
  const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return text.slice(at, at + (isPair ? 2 : 1));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * The end of a figure that plainly is nothing else, which nearly all are: `42`, `4.2`, `8%`, with ASCII behind it that cannot go on with it.
 * -1 where the patterns must tell.
 */
function plainFigureEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === start) return -1;
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  const behind = text.charCodeAt(end);
  if (behind === 37) return isPlainBehind(text.charCodeAt(end + 1)) ? end + 1 : -1;
  if (behind !== 32) return isPlainBehind(behind) ? end : -1;
  const next = text.charCodeAt(end + 1);
  return next < 128 && next !== 37 && next !== 36 ? end : -1;
}

/** The end of a day that is written `2026-08-31`, with something behind it that cannot go on with it; -1 where the patterns must tell. */
function plainDayEnd(text: string, start: number): number {
  for (let i = start; i < start + 10; i++) {
    const code = text.charCodeAt(i);
    if (i === start + 4 || i === start + 7 ? code !== 45 : !isDigit(code)) return -1;
  }
  return isPlainBehind(text.charCodeAt(start + 10)) ? start + 10 : -1;
}

/** Blanks, line breaks and braces: no figure or date goes on with them. */
function isPlainBehind(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 123 || code === 125;
}

/** `tokens` is where the tokens go, if not to new ones. */
export function scan(text: string, tokens: Tokens = new Tokens(text.length)): Scanned {
  const scanner = new Scanner(text, tokens);
  scanner.scan();
  return scanner;
}

class Scanner implements Scanned {
  readonly tokens: Tokens;
  readonly comments: Comment[] = [];
  readonly problems: FileProblem[] = [];
  isPrintable = true;
  private readonly text: string;
  private at = 0;
  private newLine = true;
  // Each remembered, so that no text makes the scanner look over the same stretch again and again.
  private knownLineEnd = -1;
  private knownClose = -1;
  private knownSingleClose = -1;

  constructor(text: string, tokens: Tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  scan(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (code === 10 || code === 13) {
        this.newLine = true;
        this.at++;
      } else if (code === 32 || code === 9) {
        this.at++;
      } else if (isAsciiLetter(code) || code === 95) {
        this.scanWord();
      } else if (code === 34) {
        this.scanString();
      } else if (isDigit(code)) {
        this.scanFigure();
      } else if (code === 47 && (text.charCodeAt(this.at + 1) === 47 || text.charCodeAt(this.at + 1) === 42)) {
        this.scanComment();
      } else if (code === 46 && isDigit(text.charCodeAt(this.at + 1)) && this.startsFigure()) {
        this.scanFigure();
      } else if ((marks[code] ?? 0) !== 0) {
        this.add(marks[code] as number, this.at + 1);
      } else {
        this.scanOther(code);
      }
    }
  }

  private add(kind: number, end: number): void {
    this.tokens.add(kind, this.at, end, this.newLine);
    this.newLine = false;
    this.at = end;
  }

  private complain(message: string, start: number, end: number): void {
    this.problems.push({ code: 'syntax-error', message, span: { start, end } });
  }

  /** Looks at signs that are taken unseen. */
  private look(start: number, end: number): void {
    for (let i = start; i < end; i++) if (isUnprintable(this.text.charCodeAt(i))) this.isPrintable = false;
  }

  /** The end of the line that `at` stands in. */
  private lineEnd(): number {
    if (this.at > this.knownLineEnd) {
      END_OF_LINE.lastIndex = this.at;
      this.knownLineEnd = END_OF_LINE.test(this.text) ? END_OF_LINE.lastIndex - 1 : this.text.length;
    }
    return this.knownLineEnd;
  }

  /** Where the next `*\/` begins, or the text's length. */
  private nextClose(): number {
    if (this.at + 2 > this.knownClose) {
      const close = this.text.indexOf('*/', this.at + 2);
      this.knownClose = close < 0 ? this.text.length : close;
    }
    return this.knownClose;
  }

  /** `.5` is a figure only behind a space: in `acme.5` the dot parts two names. */
  private startsFigure(): boolean {
    return this.at === 0 || SPACE.test(this.text[this.at - 1] as string);
  }

  private scanWord(): void {
    const { text, at } = this;
    let end = at;
    let read = NOTHING_READ;
    let next = text.charCodeAt(end);
    while (isAsciiLetter(next) || isDigit(next) || next === 95 || next === 45) {
      read = readOn(read, next);
      next = text.charCodeAt(++end);
    }
    if (next > 127) {
      REST_OF_NAME.lastIndex = end;
      REST_OF_NAME.test(text);
      if (REST_OF_NAME.lastIndex > end) read = NO_KEYWORD;
      end = REST_OF_NAME.lastIndex;
      next = text.charCodeAt(end);
    }
    const mayBeMoney = end - at <= 3 && isCapital(text.charCodeAt(at)) && !this.newLine;
    if (mayBeMoney && (next === 32 || next > 127 || next === 36) && matchEnd(MONEY, text, at) > 0) {
      this.scanMoney();
      return;
    }
    const kind = kindRead(read);
    if (kind === YES) {
      const yesNo = matchEnd(YES_OR_NO, text, at);
      if (yesNo > 0) {
        this.add(YES_NO, yesNo);
        return;
      }
    }
    this.add(kind, end);
  }

  private scanMoney(): void {
    const figure = matchEnd(MONEY, this.text, this.at) - 1;
    const signed = /[+\u2212\u2013-]/.test(this.text[figure - 1] as string) ? figure - 1 : figure;
    const end = matchEnd(FIGURE, this.text, signed);
    this.add(NUMBER, end > 0 ? end : figure + 1);
  }

  private scanFigure(): void {
    const { text, at } = this;
    const plain = plainFigureEnd(text, at);
    if (plain > 0) {
      this.add(NUMBER, plain);
      return;
    }
    const day = plainDayEnd(text, at);
    if (day > 0) {
      this.add(DATE, day);
      return;
    }
    const date = isDigit(text.charCodeAt(at)) ? DATE_OR_PERIOD : null;
    if (date) {
      date.lastIndex = at;
      const match = date.exec(text);
      if (match) {
        this.add(match[3] === undefined ? DATE : PERIOD, date.lastIndex);
        return;
      }
    }
    const end = matchEnd(FIGURE, text, at);
    this.add(NUMBER, end > 0 ? end : at + 1);
  }

  private scanString(): void {
    const { text, at } = this;
    let end = at + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code < 128 ? ordinary[code] === 1 : code !== 0xfffd) continue;
      if (code === 34) {
        this.add(STRING, end + 1);
        return;
      }
      if (code === 10 || code === 13) {
        const close = this.closeInNextLine(end);
        if (close < 0) break;
        this.complain('A text stands on one line. Join the two lines.', at, close + 1);
        this.look(at, close);
        this.add(STRING, close + 1);
        return;
      }
      if (code !== 92) this.isPrintable = false;
      else if (end + 1 < text.length && text.charCodeAt(end + 1) !== 10 && text.charCodeAt(end + 1) !== 13)
        this.look(++end, end + 1);
    }
    const tail = text.slice(Math.max(at + 1, end - LONGEST_BLANK), end);
    end -= BRACE_AT_END.exec(tail)?.[0].length ?? 0;
    this.complain(
      'The closing quotation mark is missing, so the text was read to the end of its line. Add " where the text ends.',
      at,
      end,
    );
    this.add(STRING, end);
  }

  /** Where a text that goes on in the next line ends: at the only quotation mark of a line that begins no statement. Else -1. */
  private closeInNextLine(lineEnd: number): number {
    NEXT_LINE.lastIndex = lineEnd;
    const [, blank = '', rest = '', behind = ''] = NEXT_LINE.exec(this.text) ?? [];
    const first = kindOfWord(/^[\p{L}-]*/u.exec(rest)?.[0] ?? '');
    if (rest === '' || behind.includes('"') || WORD.test(behind.charAt(0)) || statementOf[first]) return -1;
    return lineEnd + blank.length + rest.length;
  }

  private scanComment(): void {
    const start = this.at;
    if (this.text.charCodeAt(this.at + 1) === 47) {
      this.at = this.lineEnd();
      this.look(start, this.at);
      const doc = this.text.charCodeAt(start + 2) === 47 && this.text.charCodeAt(start + 3) !== 47;
      this.comments.push({ kind: doc ? 'docLine' : 'line', start, end: this.at });
      return;
    }
    const close = this.nextClose();
    const nextOpen = this.text.indexOf('/*', this.at + 2);
    // an unclosed comment must not hide the rest of the file, nor the part of it before the next comment
    const closed = close < this.text.length && !(nextOpen >= 0 && nextOpen < close && nextOpen > this.lineEnd());
    this.at = closed ? close + 2 : this.lineEnd();
    this.look(start, this.at);
    if (!closed)
      this.complain(
        'This comment is never closed, so only its first line was left out. Add */ where the comment ends.',
        start,
        start + 2,
      );
    const doc = this.text.charCodeAt(start + 2) === 42 && this.text.charCodeAt(start + 3) !== 47;
    this.comments.push({ kind: doc ? 'docBlock' : 'block', start, end: this.at });
    if (/[\r\n]/.test(this.text.slice(start, this.at))) this.newLine = true;
  }

  private scanOther(code: number): void {
    if (isUnprintable(code)) this.isPrintable = false;
    const character = characterAt(this.text, this.at);
    if (SPACE.test(character) || code === 0xfeff) {
      if (code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c || code === 0x85) this.newLine = true;
      this.at += character.length;
      return;
    }
    if (LETTER.test(character)) {
      REST_OF_NAME.lastIndex = this.at;
      REST_OF_NAME.test(this.text);
      this.add(ID, REST_OF_NAME.lastIndex);
      return;
    }
    if (code === 35) {
      const end = matchEnd(TAG_TEXT, this.text, this.at);
      if (end > 0) {
        this.add(TAG, end);
        return;
      }
    }
    if (code === 43 || code === 45 || code === 0x2212 || code === 0x2013 || CURRENCY_SIGN.test(character)) {
      const end = Math.max(matchEnd(FIGURE, this.text, this.at), matchEnd(MONEY, this.text, this.at));
      if (end > 0) {
        const full = CURRENCY_SIGN.test(character) ? this.at : -1;
        if (full >= 0) this.scanMoney();
        else this.add(NUMBER, end);
        return;
      }
    }
    if (isDoubleQuote(character)) {
      const closing = closersOf(character);
      const stop = this.lineEnd();
      let end = this.at + 1;
      while (end < stop && !closing.includes(this.text[end] as string)) end++;
      this.addForeignString(Math.min(end + 1, stop));
      return;
    }
    if (isSingleQuote(character) && this.beginsSingle()) {
      this.addForeignString(this.singleClose() + 1);
      return;
    }
    if (!this.newLine && this.tokens.extendJunk(this.at, this.at + character.length)) this.at += character.length;
    else this.add(JUNK, this.at + character.length);
  }

  /** Text pasted from a slide often comes in other quotation marks: it is read, and the marks are reported. */
  private addForeignString(end: number): void {
    this.look(this.at, end);
    this.complain('Texts stand in straight double quotation marks: write " in place of these.', this.at, end);
    this.add(STRING, end);
  }

  /** Whether a text begins with the single mark at hand, and ends in its line. */
  private beginsSingle(): boolean {
    const { text, at } = this;
    const next = text[at + 1];
    if (next === undefined || SPACE.test(next) || (at > 0 && WORD.test(text[at - 1] as string))) return false;
    return this.singleClose() < this.lineEnd();
  }

  /** The next single mark in the line that is no apostrophe, or the end of the line. */
  private singleClose(): number {
    const { text } = this;
    if (this.at < this.knownSingleClose) return this.knownSingleClose;
    const stop = this.lineEnd();
    let end = this.at + 1;
    while (
      end < stop &&
      !(isSingleQuote(text[end] as string) && (end + 1 === stop || !WORD.test(text[end + 1] as string)))
    )
      end++;
    this.knownSingleClose = end;
    return end;
  }
}
