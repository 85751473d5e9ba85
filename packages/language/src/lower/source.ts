import {
  type Amount,
  type FileProblem,
  type FileProblemCode,
  type Name,
  parseAmount,
  plainFigure,
  type Quoted,
  type Span,
  type UnitKind,
  type WrittenDate,
  type WrittenNumber,
} from '@okr-language/core';
import { CLOSE, DOT, END, NUMBER, OPEN, STRING } from '../syntax/kinds.ts';
import { closersOf } from '../syntax/quotes.ts';
import type { Comment } from '../syntax/scan.ts';
import { NEW_LINE, type Tokens } from '../syntax/tokens.ts';
import { NONE, type NodeOf, type Tree } from '../syntax/tree.ts';
import { isDate } from './dates.ts';
import { docBefore } from './docs.ts';
import { figureAt, nameAt } from './names.ts';

/** The text behind a tree: what its tokens say, and where problems go. */
export class Source {
  readonly text: string;
  readonly tree: Tree;
  readonly problems: FileProblem[] = [];
  private readonly tokens: Tokens;
  private readonly comments: readonly Comment[];

  /** A title that stands at the end of a measure, where its unit would: it is no part of the measure. */
  private lateTitle = NONE;

  constructor(text: string, tree: Tree, tokens: Tokens, comments: readonly Comment[]) {
    this.text = text;
    this.tree = tree;
    this.tokens = tokens;
    this.comments = comments;
  }

  complain(code: FileProblemCode, message: string, span: Span): void {
    this.problems.push({ code, message, span });
  }

  /** A clause that may stand once stands a second time. */
  repeated(span: Span, what: string): void {
    this.complain(
      'repeated-clause',
      `\`${what}\` stands here a second time; only the first one counts. Remove one of them.`,
      span,
    );
  }

  /** The offset behind a dot that follows token `last` and ends the path at `end`, or null. */
  dotBehind(last: number, end: number): number | null {
    return end > last && this.tokens.kinds[last + 1] === DOT ? (this.tokens.ends[last + 1] as number) : null;
  }

  spanOf(node: number): Span {
    return this.spanFrom(node, node);
  }

  /** The same, in the same object as the span of a part where that is all of it: a project keeps millions of them. */
  spanAround(node: number, part: Span): Span {
    return this.startOf(node) === part.start && this.endOf(node) === part.end ? part : this.spanOf(node);
  }

  /** From the beginning of one node to the end of another. */
  spanFrom(first: number, last: number): Span {
    return this.tokenSpan(this.tree.first(first), this.tree.last(last));
  }

  /** Of a token, or from the first to the last of several. */
  tokenSpan(first: number, last = first): Span {
    return { start: this.tokens.starts[first] as number, end: this.tokens.ends[last] as number };
  }

  startOf(node: number): number {
    return this.tokens.starts[this.tree.first(node)] as number;
  }

  endOf(node: number): number {
    const last = this.tree.last(node);
    return this.tokens.ends[last === this.lateTitle ? last - 1 : last] as number;
  }

  /** `kr nps from 38 to 55 "Net promoter score"`: the title of a statement that has none before its measure; else `NONE`. */
  titleBehind(header: NodeOf<{ readonly $type: string }>): number {
    const { tree, tokens } = this;
    const inQuotes: number[] = [];
    for (let part = header; part !== NONE; part = tree.next(part))
      if (tree.typeOf(part) !== 'By' && tokens.kinds[tree.last(part)] === STRING) inQuotes.push(tree.last(part));
    const [title] = inQuotes;
    if (title === undefined || inQuotes.length > 1) return NONE; // of two they are units
    this.lateTitle = title;
    const first = this.word(tree.first(header));
    this.complain(
      'syntax-error',
      `The title comes before the measure. Move it before \`${first}\`.`,
      this.tokenSpan(title),
    );
    return title;
  }

  word(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  private nameText(token: number): string {
    return nameAt(this.text, this.tokens.starts[token] as number, this.tokens.ends[token] as number);
  }

  isFirstOfLine(token: number): boolean {
    return ((this.tokens.flags[token] as number) & NEW_LINE) !== 0;
  }

  /** Reports a statement of which only the keyword is there. */
  reportBare(node: number, example: string): void {
    const keyword = this.tree.first(node);
    const { start, end } = this.tokenSpan(keyword);
    const next = keyword + 1;
    const kind = this.tokens.kinds[next];
    const isMadeUp = start === end;
    if (isMadeUp || !(kind === OPEN || kind === CLOSE || kind === END || this.isFirstOfLine(next))) return;
    this.complain(
      'syntax-error',
      `This \`${this.word(keyword)}\` has no text yet. Write it in quotation marks, such as \`${example}\`.`,
      { start, end },
    );
  }

  doc(node: number): string | null {
    if (this.comments.length === 0) return null;
    return docBefore(this.text, this.comments, this.startOf(node));
  }

  name(token: number): Name | null {
    const text = token === NONE ? '' : this.nameText(token);
    return text === '' ? null : { text, span: this.tokenSpan(token) };
  }

  /** The words of a list, from its first. A list that grows takes room for many, and nearly all paths have two names. */
  names(first: NodeOf<string>): Name[] {
    const { tree } = this;
    const second = tree.next(first);
    if (second === NONE) return [this.nameIn(first)];
    const names = [this.nameIn(first), this.nameIn(second)];
    for (let word = tree.next(second); word !== NONE; word = tree.next(word)) names.push(this.nameIn(word));
    return names;
  }

  private nameIn(word: NodeOf<string>): Name {
    const token = this.tree.first(word);
    return { text: this.nameText(token), span: this.tokenSpan(token) };
  }

  quoted(token: number): Quoted | null {
    if (token === NONE) return null;
    const span = this.tokenSpan(token);
    return { text: unquoted(this.text, span), span };
  }

  amount(node: number): Amount | null {
    return node === NONE ? null : this.amountFrom(node, node);
  }

  /** The amount from the beginning of one node to the end of another. */
  amountFrom(first: number, last: number): Amount | null {
    const start = this.startOf(first);
    const text = figureAt(this.text, start, this.endOf(last));
    const amount = parseAmount(text, start);
    return amount ?? this.amountAbove(first, last) ?? this.noAmount(text, this.spanFrom(first, last));
  }

  private noAmount(text: string, span: Span): null {
    this.complain('invalid-amount', amountMessage(text), span);
    return null;
  }

  /** A text in a line of its own that can be no unit: it is a sentence without its keyword, and not the unit of the line above. */
  private amountAbove(first: number, last: number): Amount | null {
    const { tree, tokens } = this;
    const sentence = tree.last(last);
    if (tokens.kinds[sentence] !== STRING || !this.isFirstOfLine(sentence)) return null;
    const { start, end } = this.tokenSpan(tree.first(first), sentence - 1);
    const amount = parseAmount(this.text.slice(start, end), start);
    if (amount)
      this.complain('syntax-error', 'A keyword such as `kr` is missing before this text.', this.tokenSpan(sentence));
    return amount;
  }

  /** A plain number: a weight. */
  number(token: number): WrittenNumber | null {
    return this.numberIn(token, plainOf, 'a plain number such as 2');
  }

  /** A share of one: `0.7`, `70%` or `70` all say seven tenths. What may be meant of ten is not guessed at. */
  share(token: number): WrittenNumber | null {
    const share = this.numberIn(token, shareOf, 'a share between 0 and 1, such as 0.7 or 70%');
    const text = share && this.text.slice(share.span.start, share.span.end);
    // People who are seven of ten sure would be shown as next to hopeless.
    if (!text || !/^(?:[2-9]|10)$/.test(text)) return share;
    const ofTen = `\`${Number(text) * 10}%\``;
    this.complain(
      'invalid-amount',
      `\`${text}\` could be ${text}% or ${text} of 10. Write it in percent, such as ${ofTen}.`,
      share.span,
    );
    return null;
  }

  /** A score as written, `70%` as 0.7. One that leaves the scale is kept: a rule says so. */
  score(token: number): WrittenNumber | null {
    return this.numberIn(token, scoreOf, 'a score from 0 to 1, such as 0.7 or 70%');
  }

  date(token: number): WrittenDate | null {
    if (token === NONE) return null;
    const span = this.tokenSpan(token);
    const kind = this.tokens.kinds[token];
    const text = kind === STRING ? unquoted(this.text, span) : figureAt(this.text, span.start, span.end);
    if (kind === NUMBER && !/^\d{4}$/.test(text)) {
      this.complain(
        'invalid-date',
        `A date is due here, such as 2026-08-31, and \`${text}\` is none. For a change of a measure write \`up 30%\` or \`to 30%\` instead of \`by\`.`,
        span,
      );
      return null;
    }
    if (!isDate(text)) {
      this.complain('invalid-date', dateMessage(text), span);
    }
    return { text, span };
  }

  private numberIn(token: number, meaning: Meaning, wanted: string): WrittenNumber | null {
    if (token === NONE) return null;
    const span = this.tokenSpan(token);
    const value = this.valueIn(span, meaning);
    if (value === null) {
      this.complain('invalid-amount', `\`${this.word(token)}\` is not ${wanted}.`, span);
      return null;
    }
    return { value, span };
  }

  /** Nearly all are `2`, `0.7` or `70%`: of these no amount is made. */
  private valueIn({ start, end }: Span, meaning: Meaning): number | null {
    const isPercent = this.text.charCodeAt(end - 1) === PERCENT_SIGN;
    const figure = plainFigure(this.text, start, isPercent ? end - 1 : end);
    if (!Number.isNaN(figure)) return meaning(isPercent ? 'percent' : 'number', figure);
    const amount = parseAmount(this.text.slice(start, end));
    return amount && meaning(amount.unit.kind, amount.value);
  }
}

/** What a figure of that kind says in a field; null where it says nothing there. */
type Meaning = (kind: UnitKind, figure: number) => number | null;

const PERCENT_SIGN = 37;

function plainOf(kind: UnitKind, figure: number): number | null {
  return kind === 'number' && figure >= 0 ? figure : null;
}

function scoreOf(kind: UnitKind, figure: number): number | null {
  if (kind === 'percent') return figure / 100;
  return kind === 'number' ? figure : null;
}

function shareOf(kind: UnitKind, figure: number): number | null {
  const share = kind === 'percent' || (kind === 'number' && figure > 1) ? figure / 100 : figure;
  return (kind === 'percent' || kind === 'number') && share >= 0 && share <= 1 ? share : null;
}

/** A day that is written in another order, or with other marks, is told as it may be meant. */
function dateMessage(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text) ?? [];
  const [, one = '', other = '', last = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const days = [isoDay(year, month, day), isoDay(last, other, one), isoDay(last, one, other)].filter(isDate);
  if (days.length === 0)
    return `\`${text}\` is no date of the calendar. Dates are written year-month-day, such as 2026-08-31, or in words, such as "end of August".`;
  const meant = [...new Set(days)].map((one) => `\`${one}\``).join(' or ');
  return `Dates are written year-month-day, so that everybody reads the same day in them. Write ${meant} instead of \`${text}\`.`;
}

function isoDay(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** What is wrong with a figure, by how it is written; the first that fits. */
const spoilt: readonly (readonly [pattern: RegExp, advice: (text: string) => string])[] = [
  [
    /\d,\d{1,2}(?!\d)/,
    (text) => {
      const pointed = text.replace(/,(?=\d{1,2}(?!\d))/, '.');
      const meant = parseAmount(pointed) ? ` Write \`${pointed}\`.` : '';
      return `Decimals are written with a point, as in 1.5, and thousands with a comma, as in 1,500.${meant}`;
    },
  ],
  [
    /^\D{0,4}\d{1,3}(?:\s\d{3})+|^\D{0,4}\d{1,3}(?:\.\d{3}){2,}(?!\d)/,
    (text) => `Write the thousands with a comma: \`${text.replace(/(?<=\d)[\s.](?=\d{3}(?!\d))/g, ',')}\`.`,
  ],
  [/\+$/, (text) => `Write \`at least ${text.slice(0, -1)}\`, or the figure alone.`],
  [
    /\d\s?[-\u2212\u2013\u2014]\s?\p{Sc}?\d/u,
    () => 'A range is written `between 3% and 5%`, and a change `from 3% to 5%`.',
  ],
  [
    /^[\d.,]+\s?(?:of|\/)\s?[\d.,]+$/,
    (text) => {
      const [figure, top] = text.split(/\s?(?:of|\/)\s?/);
      return `${figure} is more than ${top}, the top of its scale.`;
    },
  ],
];

function amountMessage(text: string): string {
  const advice =
    spoilt.find(([pattern]) => pattern.test(text))?.[1](text) ??
    'Write a number with its unit, such as 8%, $10M, 5 days or 4.2 of 5; put a longer unit in quotation marks.';
  return `\`${text}\` is not an amount. ${advice}`;
}

const BACKSLASH = 92;

/** The text between the quotation marks, on one line; `\"` and `\\` stand for a quotation mark and a backslash. */
function unquoted(text: string, { start, end }: Span): string {
  const inner = text.slice(start + 1, isClosed(text, start, end) ? end - 1 : end);
  const line = inner.includes('\n') || inner.includes('\r') ? inner.replace(/\s*[\r\n]\s*/, ' ') : inner;
  return line.includes('\\') ? line.replace(/\\(["\\])/g, '$1') : line;
}

/** Whether the quoted text ends in its own quotation mark, not in one behind a backslash. */
function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  if (!closersOf(text.charAt(start)).includes(text.charAt(end - 1))) return false;
  let backslashes = 0;
  while (text.charCodeAt(end - 2 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 0;
}
