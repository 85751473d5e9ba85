/**
 * Puts an outline on lines: one fact a line, blocks indented, the author's blank lines and comments kept. Lines that cannot be
 * read stay as they are. It moves nothing and writes no word of its own but for the canonical spelling of keywords.
 */
import { lineStartsOf, positionAt, type Span } from '@okr-language/core';
import type { ItemKind } from '../outline/blocks.ts';
import type { Lexeme } from '../outline/lexemes.ts';
import { type Block, type Item, isComment } from '../outline/outline.ts';
import { type AlignGroup, type Line, widthOf } from './lines.ts';
import { unreadableLines } from './unreadable.ts';

/** A block in braces stays on its line up to this width. */
const INLINE_WIDTH = 140;
/** A statement that the author broke is joined up to this width. */
const JOIN_WIDTH = 120;

const declarations = { gap: 1, limits: [32, 60] };
const groups: Partial<Record<Item['kind'], AlignGroup>> = {
  kr: { name: 'kr', ...declarations },
  cycle: { name: 'cycle', ...declarations },
  kpi: { name: 'kpi', ...declarations },
  initiative: { name: 'work', gap: 1, limits: [32, 0] },
  guardrail: { name: 'work', gap: 1, limits: [32, 0] },
  unit: { name: 'unit', gap: 1, limits: [12, 32, 60] },
  reading: { name: 'reading', gap: 2, limits: [32, 24, 20] },
  entry: { name: 'entry', gap: 2, limits: [32, 24] },
};

/** What the lines of are not for the layout to break or to join. */
export interface Care {
  /** Something that cannot be read. */
  readonly problems: readonly Span[];
  /** What stays together on its line. */
  readonly kept: readonly Span[];
}

export function layOut(text: string, file: Block, { problems, kept }: Care, indentWidth: number): Line[] {
  const unreadable = unreadableLines(text, file, problems);
  const all = kept.length === 0 ? unreadable : unreadableLines(text, file, [...problems, ...kept]);
  const layout = new Layout(text, indentWidth, unreadable, all);
  layout.items(file, 0);
  return layout.lines;
}

class Layout {
  readonly lines: Line[] = [];
  readonly #text: string;
  readonly #indentWidth: number;
  readonly #lineStarts: readonly number[];
  readonly #unreadable: ReadonlySet<number>;
  /** With these, the lines that are neither broken nor joined. */
  readonly #kept: ReadonlySet<number>;
  /** The first line of the text that is not written yet. */
  #nextRaw = 0;

  constructor(text: string, indentWidth: number, unreadable: ReadonlySet<number>, kept: ReadonlySet<number>) {
    this.#text = text;
    this.#indentWidth = indentWidth;
    this.#lineStarts = lineStartsOf(text);
    this.#unreadable = unreadable;
    this.#kept = kept;
  }

  items(block: Block, depth: number): void {
    block.items.forEach((item, i) => {
      const next = block.items[i + 1];
      const first = item.lexemes[0] as Lexeme;
      const blank = first.breaks > 1 && !(i === 0 && block.open);
      if (this.#isKept(first)) this.#keep(item, depth, blank);
      else if (item.kind === 'comment') this.#comment(first, depth, blank);
      else {
        const behind = next?.kind === 'comment' && (next.lexemes[0] as Lexeme).breaks === 0;
        this.#statement(item, depth, blank, behind);
        return;
      }
      if (item.block) this.#block(item.block, depth);
    });
  }

  #isKept(lexeme: Lexeme): boolean {
    return this.#kept.has(positionAt(this.#lineStarts, lexeme.start).line);
  }

  /** Writes the author's lines from the first to the last of a statement, those already written left out. */
  #keep(item: Item, depth: number, blank: boolean): void {
    const lexemes = item.block?.open ? [...item.lexemes, item.block.open] : item.lexemes;
    this.#keepLines(lexemes[0] as Lexeme, lexemes[lexemes.length - 1] as Lexeme, depth, blank);
  }

  /** What can be read is at least indented. */
  #keepLines(from: Lexeme, to: Lexeme, depth: number, blank: boolean): void {
    const begin = positionAt(this.#lineStarts, from.start).line;
    const first = Math.max(this.#nextRaw, begin);
    const last = positionAt(this.#lineStarts, to.end).line;
    for (let line = first; line <= last; line++) {
      const start = this.#lineStarts[line] as number;
      const text = this.#text.slice(start, this.#lineStarts[line + 1] ?? this.#text.length).replace(/[\r\n]+$/, '');
      const blankBefore = blank && line === first;
      if (this.#unreadable.has(line)) this.#push({ depth: 0, cells: [text], blankBefore, raw: true });
      else this.#push({ depth: line === begin ? depth : depth + 1, cells: [text.trim()], blankBefore });
    }
    this.#nextRaw = Math.max(this.#nextRaw, last + 1);
  }

  #push(line: Partial<Line> & Pick<Line, 'depth' | 'cells'>): void {
    this.lines.push({ group: null, blankBefore: false, trailing: '', raw: false, ...line });
  }

  /** A comment stands behind the code that it followed, else on lines of its own. */
  #comment(lexeme: Lexeme, depth: number, blank: boolean): void {
    const last = this.lines[this.lines.length - 1];
    const parts = commentLines(this.#text.slice(lexeme.start, lexeme.end), columnOf(this.#text, lexeme.start));
    const fits = last && !last.raw && lexeme.breaks === 0 && parts.length === 1 && !last.trailing.startsWith('//');
    if (fits && last.cells.some((cell) => cell !== '')) {
      last.trailing = last.trailing === '' ? (parts[0] as string) : `${last.trailing} ${parts[0]}`;
      return;
    }
    for (const [i, part] of parts.entries()) this.#push({ depth, cells: [part], blankBefore: blank && i === 0 });
  }

  #statement(item: Item, depth: number, blank: boolean, commentBehind: boolean): void {
    const pieces = this.#pieces(item, depth);
    const inline = item.block ? this.#inline(item.block) : null;
    const oneLine = pieces.length === 1;
    const width =
      depth * this.#indentWidth + widthOf(pieces[pieces.length - 1]?.join(' ') ?? '') + widthOf(inline ?? '');
    const keepsInline = inline !== null && (commentBehind || width < INLINE_WIDTH);
    const endsInComment = item.lexemes[item.lexemes.length - 1]?.kind === 'lineComment';
    const opener = !item.block ? '' : keepsInline ? inline : '{';
    pieces.forEach((cells, i) => {
      const group = oneLine ? (groups[item.kind] ?? null) : null;
      this.#push({ depth: i === 0 ? depth : depth + 1, cells, group, blankBefore: blank && i === 0 });
    });
    const last = this.lines[this.lines.length - 1] as Line;
    if (opener !== '' && endsInComment) this.#push({ depth, cells: [opener] });
    else if (opener !== '')
      last.cells[last.cells.length - 1] = [last.cells[last.cells.length - 1], opener].filter(Boolean).join(' ');
    if (item.block && !keepsInline) this.#block(item.block, depth);
  }

  #block(block: Block, depth: number): void {
    this.items(block, depth + 1);
    if (!block.close) return;
    if (this.#isKept(block.close)) this.#keepLines(block.close, block.close, depth, false);
    else this.#push({ depth, cells: ['}'] });
  }

  /** The block in one line, null where it does not go there. */
  #inline(block: Block): string | null {
    if (block.items.length === 0) return block.close ? '{}' : null;
    if (!block.close || block.close.breaks > 0) return null;
    if (linesOnly.has(block.kind) || (severalClauses.has(block.kind) === false && block.items.length > 1)) return null;
    const parts: string[] = [];
    for (const item of block.items) {
      if (item.kind !== 'clause' && item.kind !== 'tags' && item.kind !== 'reading') return null;
      if (item.block || (item.kind === 'reading' && block.items.length > 1)) return null;
      if (item.lexemes.some((lexeme) => lexeme.breaks > 0 || isComment(lexeme))) return null;
      parts.push(this.#join(item, 0, item.lexemes.length));
    }
    // two spaces, so that one sees where a clause ends
    return `{ ${parts.join('  ')} }`;
  }

  /** The lines of a statement without its block, each cut into cells. Mostly one. */
  #pieces(item: Item, depth: number): string[][] {
    const starts = cellStarts(item);
    const mustBreak = item.lexemes.some((lexeme, i) => i > 0 && this.#mustBreak(item, i, lexeme));
    const joined = this.#join(item, 0, item.lexemes.length);
    if (!mustBreak && depth * this.#indentWidth + widthOf(joined) <= JOIN_WIDTH) return [this.#cells(item, starts)];
    const pieces: string[][] = [];
    let from = 0;
    for (let i = 1; i <= item.lexemes.length; i++) {
      if (i < item.lexemes.length && (item.lexemes[i] as Lexeme).breaks === 0) continue;
      pieces.push([this.#join(item, from, i)]);
      from = i;
    }
    return pieces.length === 1 ? [this.#cells(item, starts)] : pieces;
  }

  /** A break after a comma is the author's layout of a list; one after a line comment cannot go. */
  #mustBreak(item: Item, i: number, lexeme: Lexeme): boolean {
    const before = item.lexemes[i - 1] as Lexeme;
    return (
      lexeme.breaks > 0 && (before.kind === 'comma' || before.kind === 'lineComment' || before.kind === 'blockComment')
    );
  }

  #cells(item: Item, starts: readonly number[]): string[] {
    return starts.map((start, i) => this.#join(item, start, starts[i + 1] ?? item.lexemes.length));
  }

  /** The lexemes of a stretch with one space between those that stood apart. */
  #join(item: Item, from: number, to: number): string {
    let text = '';
    for (let i = from; i < to; i++) {
      const lexeme = item.lexemes[i] as Lexeme;
      const before = i > from ? (item.lexemes[i - 1] as Lexeme) : null;
      const written = i === 0 && item.word !== '' ? item.word : this.#written(lexeme);
      const apart = before && lexeme.kind !== 'comma' && (before.end < lexeme.start || staysApart(before, lexeme));
      text += apart ? ` ${written}` : written;
    }
    return text;
  }

  #written(lexeme: Lexeme): string {
    const text = this.#text.slice(lexeme.start, lexeme.end);
    return lexeme.kind === 'lineComment' ? text.trimEnd() : text;
  }
}

function staysApart(before: Lexeme, lexeme: Lexeme): boolean {
  return before.kind !== 'chunk' || lexeme.kind !== 'chunk';
}

/** Blocks whose content always stands on lines of its own. */
const linesOnly: ReadonlySet<string> = new Set(['checkin', 'closing', 'other']);
/** Blocks that may hold several clauses on one line. */
const severalClauses: ReadonlySet<string> = new Set(['cycle', 'unit', 'kr', 'initiative', 'guardrail', 'kpi']);

/** Indices at which the columns of a statement begin; some columns may be empty, so an index may come twice. */
function cellStarts(item: Item): number[] {
  const end = item.lexemes.length;
  const next = (index: number) => (index < 0 ? end : index);
  const kind = item.kind as ItemKind;
  if (kind === 'reading') {
    const note = next(item.title);
    const due = Math.min(next(item.due), note);
    return [0, Math.min(next(item.measure), due), due, note];
  }
  if (kind === 'entry') return [0, Math.min(next(item.measure), next(item.due)), next(item.due)];
  if (!groups[kind] || item.title < 0) return [0];
  const columns = item.title + 1 < end ? [item.title, item.title + 1] : [item.title];
  return kind === 'unit' ? [0, 1, ...columns] : [0, ...columns];
}

const MOST_COLUMNS = 500;

/**
 * A comment's lines, without the `column` at which it begins. Those of a block comment with a star at their beginning are put
 * below the first star; all others stay as far to the right of the comment's beginning as they were.
 */
function commentLines(text: string, column: number): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.map((line, i) => {
    const trimmed = line.trim();
    if (i === 0 || trimmed === '') return trimmed;
    if (trimmed.startsWith('*')) return ` ${trimmed}`;
    const width = line.length - line.trimStart().length;
    return ' '.repeat(Math.max(0, width - column)) + trimmed;
  });
}

/** How many characters stand before an offset in its line; beyond what anyone indents nobody counts. */
function columnOf(text: string, offset: number): number {
  let column = 0;
  while (column < MOST_COLUMNS && column < offset && !'\r\n'.includes(text[offset - column - 1] as string)) column++;
  return column;
}
