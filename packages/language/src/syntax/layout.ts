/**
 * Between scanner and reader: finds out where statements begin and end even when the text is half-typed, so that the
 * reader sees balanced braces and keywords that are surely keywords. It never fails and takes one pass.
 *
 * What is decided here:
 * - A statement's keyword at the start of a line begins a statement, whatever stood before it: see `Blocks`.
 * - Elsewhere a keyword behind a word that takes a name (`owner owner`) is left to the reader; before a dot it is a name.
 * - A bare word behind a number is its unit, unless it begins the next reading.
 * - Clauses that stand before the brace of their statement are laid behind it.
 * - `1 000` and `100+` are one figure each, although none that can be read.
 * - `31 August 2026` is one date where a date is due.
 */
import type { FileProblem } from '@okr-language/core';
import { Blocks } from './blocks.ts';
import { foldDate } from './date-words.ts';
import { goesOnWith, takesName } from './follow.ts';
import {
  CLOSE,
  DATE,
  DOT,
  END,
  ID,
  isKeyword,
  JUNK,
  type Kind,
  kindCount,
  kindOf,
  NUMBER,
  OPEN,
  STRING,
  TAG,
  UNIT,
} from './kinds.ts';
import { insideBraces, strayKeyword } from './messages.ts';
import { CHECKIN, FILE, INLINE_READING, type Place, statementOf } from './places.ts';
import type { KindSet } from './shape.ts';
import { HOLE, NEW_LINE, SOFT, Tokens, VIRTUAL } from './tokens.ts';

export interface Laid {
  readonly tokens: Tokens;
  readonly problems: readonly FileProblem[];
}

const FOR = kindOf('for');
const CYCLE = kindOf('cycle');
const FROM = kindOf('from');
const TO = kindOf('to');
const YES = kindOf('yes');
const NO = kindOf('no');
const takesDate: KindSet = Uint8Array.from({ length: kindCount }, (_, kind) =>
  kind === kindOf('by') || kind === kindOf('on') || CHECKIN.keywords.includes(kind) ? 1 : 0,
);
/** Words behind a number that are only the first half of its unit. */
const HALF_UNITS = new Set(['thousand', 'million', 'billion', 'percentage']);
const BEFORE_THOUSANDS = /(?:^|\D)\d{1,3}$/;
const THOUSANDS = /^\d{3}(?!\d)/;
const DOTTED_THOUSANDS = /^\D{0,4}\d{1,3}\.\d{3}$/;
const DASH = /^[-\u2212\u2013\u2014]/;
const UNIT_SIGN = /^(?:\p{Sc}|°)$/u;
/** In how many tokens behind `checkin` the `for` of a block is looked for: a date in words has four. */
const FOR_WITHIN = 6;
/** In how many tokens behind a clause the brace of its statement is looked for. */
const BRACE_WITHIN = 40;

/** `out` is where the tokens laid go, if not to new ones. */
export function lay(raw: Tokens, text: string, out: Tokens = new Tokens(text.length)): Laid {
  const layout = new Layout(raw, text, out);
  layout.lay();
  return { tokens: out, problems: layout.blocks.problems };
}

class Layout {
  readonly blocks: Blocks;
  private readonly raw: Tokens;
  private readonly text: string;
  private readonly out: Tokens;
  /** Index of the brace that was laid before the clauses it stands behind. */
  private laidBrace = -1;

  constructor(raw: Tokens, text: string, out: Tokens) {
    this.raw = raw;
    this.text = text;
    this.out = out;
    this.blocks = new Blocks(out, braceSurplus(raw));
  }

  lay(): void {
    const { raw, text, out, blocks } = this;
    for (let i = 0; i < raw.count; i++) {
      const kind = raw.kinds[i] as Kind;
      const start = raw.starts[i] as number;
      const end = raw.ends[i] as number;
      const first = ((raw.flags[i] as number) & NEW_LINE) !== 0;
      if (first) blocks.lineIndent = indentOf(text, start);
      if (i === this.laidBrace) continue;
      // A lone quotation mark is the beginning of a text that is still to come; behind a measure it would be its unit.
      if (kind === STRING && first && end === start + 1) continue;
      if (blocks.isTooDeep && blocks.skips(kind, first && statementOf[kind]?.parents.includes(FILE) === true)) continue;
      if (kind === OPEN) blocks.openBrace(start, end);
      else if (kind === CLOSE) blocks.closeBrace(start, end, first);
      else if (isKeyword(kind)) this.keyword(i, kind, start, end, first);
      else if (kind === ID || kind === NUMBER) i = this.wordOrFigure(i, kind, start, end, first);
      else {
        if (kind === TAG) this.openBefore(i, kind);
        if (kind === JUNK && !first && this.isUnitSign(i)) {
          const last = this.nextIs(i, ID, 0) ? i + 1 : i; // `°C`
          out.push(UNIT, start, raw.ends[last] as number, 0);
          i = last;
          continue;
        }
        if (kind === JUNK && first) blocks.forgetHead();
        else if (first) this.endHeadAt(kind);
        out.push(kind, start, end, first ? NEW_LINE : 0);
      }
    }
    blocks.closeAll();
    out.push(END, text.length, text.length, NEW_LINE);
    out.removeHoles();
  }

  private previous(): Kind {
    let i = this.out.count - 1;
    while (this.out.kinds[i] === HOLE) i--;
    return this.out.kinds[i] ?? END;
  }

  private nextKind(i: number): Kind {
    return i + 1 < this.raw.count ? (this.raw.kinds[i + 1] as Kind) : END;
  }

  // --- keywords

  private keyword(i: number, kind: Kind, start: number, end: number, first: boolean): void {
    const newLine = first ? NEW_LINE : 0;
    const before = this.previous();
    if (this.nextKind(i) === DOT || (before === DOT && !first)) {
      if (first) this.endEntry(i, before);
      this.out.push(ID, start, end, newLine);
      return;
    }
    const place = this.placeOf(i, kind);
    if (this.blocks.top.place?.ofNames) {
      const begins = first && place !== null && !this.beginsEntry(this.nextKind(i));
      const soft = begins || this.isOfEntry(kind, before) ? 0 : SOFT;
      if (begins) this.blocks.begin(place, kind, start, end);
      else if (first) this.endEntry(i, before);
      this.out.push(kind, start, end, newLine | soft);
      return;
    }
    // behind `owner owner` no third name can follow
    const maybeName = takesName[before] === 1 && ((this.out.flags[this.out.count - 1] as number) & SOFT) === 0;
    if (place && (first || (!maybeName && this.fitsHere(place, before)))) {
      this.blocks.begin(place, kind, start, end);
      this.out.push(kind, start, end, newLine);
      return;
    }
    if (!maybeName) this.openBefore(i, kind);
    if (first) this.blocks.beginClause(kind);
    if (!maybeName || first) this.blocks.endHead(kind);
    this.out.push(kind, start, end, first ? NEW_LINE : maybeName ? SOFT : 0);
  }

  /** Within a line a statement begins only where it can stand: `the team` in a garbled line begins none. */
  private fitsHere(place: Place, before: Kind): boolean {
    return before === OPEN || before === CLOSE || place.parents.includes(this.blocks.top.place as Place);
  }

  /** `checkin` begins a block in the file and a reading in a key result: `for` tells which, or else the place. */
  private placeOf(i: number, kind: Kind): Place | null {
    const place = statementOf[kind] ?? null;
    if (place !== CHECKIN || this.blocks.inFile) return place;
    let next = i + 1;
    for (; next < Math.min(i + 1 + FOR_WITHIN, this.raw.count); next++) {
      if (((this.raw.flags[next] as number) & NEW_LINE) !== 0 || this.raw.kinds[next] === OPEN) break;
      if (this.raw.kinds[next] === FOR) return place;
    }
    if (INLINE_READING.parents.includes(this.blocks.top.place as Place)) return INLINE_READING;
    const hasValue = this.raw.kinds[i + 1] === DATE && next > i + 2;
    return this.blocks.lineIndent > 0 || hasValue ? null : place;
  }

  // --- clauses before the brace

  /** `objective trust "…" committed {`: the block begins with the clause, so that it stays with its statement. */
  private openBefore(i: number, kind: Kind): void {
    const { raw, text, blocks } = this;
    const place = blocks.head?.place;
    if (!place || place.ofNames || place.header[kind] === 1) return;
    const brace = this.braceBehind(i, place);
    if (brace < 0 || !blocks.openBefore(raw.starts[brace] as number)) return;
    this.laidBrace = brace;
    const start = raw.starts[i] as number;
    const isTitle = raw.kinds[brace - 1] === STRING && !goesOnWith(raw.kinds[brace - 2] as Kind, STRING);
    const last = isTitle ? brace - 2 : brace - 1;
    const end = raw.ends[place.starts[kind] === 1 ? last : i] as number;
    const written = text.slice(start, end);
    blocks.report(place.starts[kind] === 1 ? insideBraces(written) : strayKeyword(kind, written), start, end);
  }

  /** The brace that ends the clauses from token `i` on, or -1 where something else comes before it. */
  private braceBehind(i: number, place: Place): number {
    const { raw } = this;
    for (let at = i + 1; at < Math.min(i + BRACE_WITHIN, raw.count); at++) {
      const kind = raw.kinds[at] as Kind;
      if (kind === OPEN) return at;
      const startsOther = ((raw.flags[at] as number) & NEW_LINE) !== 0 && (kind === ID || place.starts[kind] === 0);
      const isName = takesName[raw.kinds[at - 1] as Kind] === 1 && raw.kinds[at + 1] === OPEN; // `owner team {`
      if (kind === CLOSE || (statementOf[kind] && !isName) || startsOther) return -1;
    }
    return -1;
  }

  // --- the lines of check-ins and closings

  /** Whether what follows a word shows that the word is the name that an entry begins with. */
  private beginsEntry(next: Kind): boolean {
    if (next === NUMBER || next === YES || next === NO) return true;
    const { place } = this.blocks.top;
    return place !== CHECKIN && place?.holds[next] === 1 && next !== ID && next !== STRING;
  }

  /** In an entry the words of its own clauses are keywords, but for the name that it begins with. */
  private isOfEntry(kind: Kind, before: Kind): boolean {
    return this.blocks.top.place?.holds[kind] === 1 && before !== OPEN && takesName[before] === 0;
  }

  /** The line before ends where a name is due, but this one surely begins the next entry: the name is missing. */
  private endEntry(i: number, before: Kind): void {
    if (takesName[before] === 0 || !this.blocks.top.place?.ofNames) return;
    if (this.nextKind(i) !== DOT && !this.beginsEntry(this.nextKind(i))) return;
    const last = this.out.count - 1;
    const end = this.out.ends[last] as number;
    this.blocks.report('A name is missing at the end of this line.', this.out.starts[last] as number, end);
    this.out.push(ID, end, end, VIRTUAL);
  }

  // --- names, numbers, units, dates

  /** Lays the token, or the date in words that begins with it; returns the index of the last token taken. */
  private wordOrFigure(i: number, kind: Kind, start: number, end: number, first: boolean): number {
    const before = this.previous();
    const newLine = first ? NEW_LINE : 0;
    const last = this.dateIsDue(before) ? foldDate(this.raw, this.text, i) : -1;
    if (last >= 0) {
      this.out.push(DATE, start, this.raw.ends[last] as number, newLine);
      return last;
    }
    const isShort = this.endsInDot(i);
    const isUnit = kind === ID && !first && this.isUnitBehind(before, isShort ? END : this.nextKind(i));
    if (kind === NUMBER && first) this.endHeadAt(kind);
    if (kind === NUMBER) {
      const last = this.figureFrom(i);
      this.out.push(NUMBER, start, this.raw.ends[last] as number, newLine);
      return last;
    }
    if (kind === ID && first) {
      this.blocks.beginEntry();
      if (this.blocks.top.place?.ofNames) this.endEntry(i, this.previous());
      else if (takesName[before] === 0) this.blocks.forgetHead();
    }
    if (isUnit && isShort) {
      this.out.push(UNIT, start, end + 1, newLine);
      return i + 1;
    }
    this.out.push(isUnit ? UNIT : kind, start, end, newLine);
    return i;
  }

  /** Whether the token behind is of that kind, that many characters away. */
  private nextIs(i: number, kind: Kind, gap: number): boolean {
    return this.nextKind(i) === kind && this.raw.starts[i + 1] === (this.raw.ends[i] as number) + gap;
  }

  /** `Mio.`: a dot that belongs to the word and leads to no name. */
  private endsInDot(i: number): boolean {
    if (!this.nextIs(i, DOT, 0)) return false;
    const behind = this.nextKind(i + 1);
    return !(behind === ID || isKeyword(behind)) || !this.nextIs(i + 1, behind, 0);
  }

  /** A sign that a figure counts in, with a blank before it: `1.2 million €`, `30 °C`. */
  private isUnitSign(i: number): boolean {
    const before = this.previous();
    return (
      (before === NUMBER || before === UNIT) && UNIT_SIGN.test(this.text.slice(this.raw.starts[i], this.raw.ends[i]))
    );
  }

  /**
   * The last token of a figure that is written as none can be read, so that one thing is said of it: `1 000`, with a blank between
   * the thousands, `1.200.000`, `100+` and `3–5`.
   */
  private figureFrom(i: number): number {
    const next = this.nextKind(i);
    if (next !== NUMBER && next !== JUNK && next !== DOT) return i;
    const wordAt = (at: number) => this.text.slice(this.raw.starts[at], this.raw.ends[at]);
    const isThousands = (at: number) => this.raw.kinds[at] === NUMBER && THOUSANDS.test(wordAt(at));
    let last = i;
    if (BEFORE_THOUSANDS.test(wordAt(i))) while (this.nextIs(last, NUMBER, 1) && isThousands(last + 1)) last++;
    if (DOTTED_THOUSANDS.test(wordAt(i)))
      while (this.nextIs(last, DOT, 0) && this.nextIs(last + 1, NUMBER, 0) && isThousands(last + 2)) last += 2;
    if (this.nextIs(last, NUMBER, 0) && DASH.test(wordAt(last + 1))) return last + 1;
    if (this.nextIs(last, JUNK, 0) && wordAt(last + 1) === '+') return last + 1;
    const isDash = next === JUNK && (this.nextIs(i, JUNK, 0) || this.nextIs(i, JUNK, 1)) && DASH.test(wordAt(i + 1));
    return isDash && (this.nextIs(i + 1, NUMBER, 0) || this.nextIs(i + 1, NUMBER, 1)) ? i + 2 : last;
  }

  /** A line that the one before cannot go on with ends the first line of a statement: see `Blocks.endHead`. */
  private endHeadAt(kind: Kind): void {
    if (!goesOnWith(this.previous(), kind)) this.blocks.head = null;
  }

  private dateIsDue(before: Kind): boolean {
    return takesDate[before] === 1 || (this.blocks.head?.keyword === CYCLE && (before === FROM || before === TO));
  }

  private isUnitBehind(before: Kind, next: Kind): boolean {
    if (next === DOT || (before !== NUMBER && before !== UNIT)) return false;
    const { place } = this.blocks.top;
    if (!place?.ofNames) return true;
    if (before === UNIT)
      return HALF_UNITS.has(this.text.slice(this.out.starts[this.out.count - 1], this.out.ends[this.out.count - 1]));
    return place === CHECKIN && next !== NUMBER && next !== YES && next !== NO;
  }
}

/** How many more braces open than close. */
function braceSurplus(tokens: Tokens): number {
  let surplus = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] === OPEN) surplus++;
    else if (tokens.kinds[i] === CLOSE) surplus--;
  }
  return surplus;
}

/** The number of spaces and tabs before the first token of a line. */
function indentOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return offset - at;
}
