/**
 * Between scanner and reader: finds out where statements begin and end even when the text is half-typed, so that the
 * reader sees balanced braces and keywords that are surely keywords. It never fails and takes one pass.
 *
 * What is decided here:
 * - A statement's keyword at the start of a line begins a statement, whatever stood before it. It closes every block in
 *   which it cannot stand; a block that was closed too early, or never opened, is opened for it.
 * - Elsewhere a keyword behind a word that takes a name (`owner owner`) is left to the reader; before a dot it is a name.
 * - A bare word behind a number is its unit, unless it begins the next reading.
 * - `31 August 2026` is one date where a date is due.
 */
import type { FileProblem, FileProblemCode } from '@okr-language/core';
import { foldDate } from './date-words.ts';
import {
  CLOSE,
  DATE,
  DOT,
  END,
  ID,
  isKeyword,
  JUNK,
  type Kind,
  kindOf,
  NUMBER,
  OPEN,
  STRING,
  textOf,
  UNIT,
} from './kinds.ts';
import { CHECKIN, FILE, INLINE_READING, OBJECTIVE, type Place, SET, statementOf, takesName } from './places.ts';
import { NEW_LINE, SOFT, Tokens, VIRTUAL } from './tokens.ts';

export interface Laid {
  readonly tokens: Tokens;
  readonly problems: readonly FileProblem[];
}

/** Blocks deeper than this are left out: the language itself needs four. */
const DEEPEST = 30;

const CHECKIN_KINDS: ReadonlySet<Kind> = new Set(CHECKIN.keywords);
const FOR = kindOf('for');
const CYCLE = kindOf('cycle');
const FROM = kindOf('from');
const TO = kindOf('to');
const DATE_TAKERS: ReadonlySet<Kind> = new Set([kindOf('by'), kindOf('on'), ...CHECKIN_KINDS]);
const YES = kindOf('yes');
const NO = kindOf('no');
/** Words behind a number that are only the first half of its unit. */
const HALF_UNITS = new Set(['thousand', 'million', 'billion', 'percentage']);

/** A statement that was begun, with what is known of its block. */
interface Statement {
  readonly place: Place | null;
  readonly keyword: Kind;
  readonly start: number;
  readonly end: number;
  /** Column at which its line begins. */
  readonly indent: number;
  /** Where its closing brace stands in the tokens laid so far, -1 while there is none. */
  closedAt: number;
  /** The last statement in its block. */
  last: Statement | null;
}

interface Block {
  place: Place | null;
  /** The statement whose block this is; null for the file and for braces that belong to nothing. */
  statement: Statement | null;
  /** Offset of the opening brace. */
  readonly open: number;
  /** Index of the opening brace among the tokens laid. */
  readonly openAt: number;
  /** Column at which the line of the opener begins. */
  readonly indent: number;
  /** The last statement begun directly in it. */
  last: Statement | null;
  /** Its brace is not in the text. */
  readonly implied: boolean;
}

export function lay(raw: Tokens, text: string): Laid {
  const out = new Tokens();
  const problems: FileProblem[] = [];
  const file: Block = { place: FILE, statement: null, open: 0, openAt: -1, indent: -1, last: null, implied: true };
  const blocks: Block[] = [file];
  /** Braces open beyond the deepest block. */
  let beyond = 0;
  /** The statement whose block has not been opened yet. */
  let head: Statement | null = null;
  let lineIndent = 0;
  const surplus = braceSurplus(raw);

  const top = (): Block => blocks[blocks.length - 1] as Block;
  const report = (code: FileProblemCode, message: string, start: number, end: number): void => {
    problems.push({ code, message, span: { start, end } });
  };

  for (let i = 0; i < raw.count; i++) {
    const kind = raw.kinds[i] as Kind;
    const start = raw.starts[i] as number;
    const end = raw.ends[i] as number;
    const first = ((raw.flags[i] as number) & NEW_LINE) !== 0;
    if (first) lineIndent = indentOf(text, start);
    if (beyond > 0 && !(first && statementOf[kind]?.parents.includes(FILE))) {
      if (kind === OPEN) beyond++;
      else if (kind === CLOSE) beyond--;
      continue;
    }
    beyond = 0;
    if (kind === OPEN) open(start, end);
    else if (kind === CLOSE) close(start, end, first);
    else if (isKeyword(kind)) keyword(i, kind, start, end, first);
    else if (kind === ID) i = word(i, start, end, first);
    else if (kind === NUMBER) i = figure(i, start, end, first);
    else {
      if (kind === JUNK && first) forgetHead();
      out.push(kind, start, end, raw.flags[i] as number);
    }
  }
  while (blocks.length > 1) closeMissing();
  out.push(END, text.length, text.length, NEW_LINE);
  return { tokens: withoutHoles(out), problems };

  function previous(): Kind {
    return out.count > 0 ? (out.kinds[out.count - 1] as Kind) : END;
  }

  function nextKind(i: number): Kind {
    return i + 1 < raw.count ? (raw.kinds[i + 1] as Kind) : END;
  }

  function virtual(kind: Kind, at: number): void {
    out.push(kind, at, at, VIRTUAL);
  }

  /** What follows belongs to no statement that is known: nothing may be attached to the one before. */
  function forgetHead(): void {
    head = null;
    top().last = null;
  }

  // --- braces

  function open(start: number, end: number): void {
    if (top().place?.ofNames && surplus > 0) {
      report(
        'syntax-error',
        'This { opens nothing: the lines of a check-in or closing have no braces. Remove it.',
        start,
        end,
      );
      return;
    }
    if (blocks.length > DEEPEST) {
      beyond = 1;
      report(
        'nesting-too-deep',
        `Braces are nested more than ${DEEPEST} deep here, so what is inside was not read. An okrs block needs three levels at most.`,
        start,
        end,
      );
      return;
    }
    const owner = head;
    head = null;
    if (!owner) virtual(HOLE, start); // a keyword may be put here when the block turns out to be an objective or a set
    blocks.push({
      place: owner?.place ?? null,
      statement: owner,
      open: start,
      openAt: out.count,
      indent: lineIndent,
      last: null,
      implied: false,
    });
    out.push(OPEN, start, end, 0);
  }

  function close(start: number, end: number, first: boolean): void {
    if (first && surplus > 0) closeBlocksInside();
    if (blocks.length === 1) {
      report('syntax-error', 'This } closes nothing. Remove it, or add the { that it belongs to.', start, end);
      return;
    }
    endBlock(out.count);
    out.push(CLOSE, start, end, first ? NEW_LINE : 0);
  }

  /** Where braces are missing, a `}` that stands in the column of an outer block closes that block. */
  function closeBlocksInside(): void {
    if (top().indent <= lineIndent) return;
    const target = blocks.findLastIndex((block) => block.indent === lineIndent);
    if (target > 0) while (blocks.length - 1 > target) closeMissing();
  }

  /** Where braces are missing, a line that is indented less than a block but fits the one around it ends the block. */
  function closeLeftOf(holds: (block: Block) => boolean): void {
    if (surplus <= 0 || top().indent < lineIndent) return;
    const target = blocks.findLastIndex((block) => block.indent < lineIndent);
    if (target >= 0 && holds(blocks[target] as Block)) while (blocks.length - 1 > target) closeMissing();
  }

  function closeMissing(): void {
    const block = top();
    if (!block.implied)
      report(
        'syntax-error',
        `The block that begins here is never closed. Add a } where ${named(block.statement)} ends.`,
        block.open,
        block.open + 1,
      );
    endBlock(-1);
    virtual(CLOSE, endOfLast());
  }

  function endBlock(closedAt: number): void {
    const block = blocks.pop() as Block;
    if (block.statement) {
      block.statement.closedAt = closedAt < 0 ? out.count : closedAt;
      block.statement.last = block.last;
    } else top().last = null;
    head = null;
  }

  function endOfLast(): number {
    return out.count > 0 ? (out.ends[out.count - 1] as number) : 0;
  }

  // --- words

  function keyword(i: number, kind: Kind, start: number, end: number, first: boolean): void {
    const next = nextKind(i);
    const before = previous();
    const inNames = top().place?.ofNames === true;
    const place = placeOf(i, kind);
    if (next === DOT || (before === DOT && !first)) {
      if (first && inNames && takesName[before] === 1) endEntry(i);
      out.push(ID, start, end, first ? NEW_LINE : 0);
      return;
    }
    if (inNames) {
      const statement = first && place !== null && !beginsEntry(next);
      const soft = statement || keywordOfEntry(kind, before) ? 0 : SOFT;
      if (statement) begin(place, kind, start, end);
      else if (first && takesName[before] === 1) endEntry(i);
      out.push(kind, start, end, (first ? NEW_LINE : 0) | soft);
      return;
    }
    const maybeName = takesName[before] === 1 && ((out.flags[out.count - 1] as number) & SOFT) === 0;
    if (
      place &&
      (first || (!maybeName && (before === OPEN || before === CLOSE || place.parents.includes(top().place as Place))))
    ) {
      begin(place, kind, start, end);
      out.push(kind, start, end, first ? NEW_LINE : 0);
      return;
    }
    if (first) {
      closeLeftOf((block) => block.place?.starts[kind] === 1);
      openForClause(kind, start);
    }
    out.push(kind, start, end, first ? NEW_LINE : maybeName ? SOFT : 0);
  }

  function beginsEntry(next: Kind): boolean {
    return (
      next === NUMBER ||
      next === YES ||
      next === NO ||
      (top().place !== CHECKIN && top().place?.holds[next] === 1 && next !== ID && next !== STRING)
    );
  }

  /** In an entry the words of its own clauses are keywords, but for the name that it begins with. */
  function keywordOfEntry(kind: Kind, before: Kind): boolean {
    return top().place?.holds[kind] === 1 && before !== OPEN && takesName[before] === 0;
  }

  /** `checkin` begins a block in the file and a reading in a key result: `for` tells which, or else the place. */
  function placeOf(i: number, kind: Kind): Place | null {
    const place = statementOf[kind] ?? null;
    if (place !== CHECKIN || blocks.length === 1) return place;
    for (let next = i + 1; next < Math.min(i + 7, raw.count); next++) {
      if (((raw.flags[next] as number) & NEW_LINE) !== 0 || raw.kinds[next] === OPEN) break;
      if (raw.kinds[next] === FOR) return place;
    }
    if (INLINE_READING.parents.includes(top().place as Place)) return INLINE_READING;
    return lineIndent > 0 ? null : place;
  }

  // --- where a statement belongs

  function begin(place: Place, keyword: Kind, start: number, end: number): void {
    const holds = (block: Block): boolean => block.place !== null && place.parents.includes(block.place);
    closeLeftOf(holds);
    const at = blocks.findLastIndex(holds);
    if (at >= 0) while (blocks.length - 1 > at) closeMissing();
    else openFor(place, keyword, start, end);
    if (place === INLINE_READING) {
      head = null;
      return;
    }
    head = { place, keyword, start, end, indent: lineIndent, closedAt: -1, last: null };
    top().last = head;
  }

  /** No open block can hold the statement: finds or makes one that can. */
  function openFor(place: Place, keyword: Kind, start: number, end: number): void {
    const last = top().last;
    if (last && belongsIn(place, last)) reopen(last, start);
    else if (last?.last && belongsIn(place, last.last)) {
      reopen(last, start);
      reopen(last.last, start);
    } else if (adopt(place)) return;
    else {
      report('syntax-error', orphanMessage(place, keyword), start, end);
      if (place.parents.includes(SET)) standIn(SET, start);
      else if (place.parents.includes(OBJECTIVE)) {
        if (top().place !== SET) standIn(SET, start);
        standIn(OBJECTIVE, start);
      }
    }
  }

  function belongsIn(place: Place, statement: Statement): boolean {
    return statement.place !== null && place.parents.includes(statement.place);
  }

  /** The block was closed too early, or never opened: it goes on here. */
  function reopen(statement: Statement, at: number): void {
    const { indent } = statement;
    if (statement.closedAt >= 0) {
      const brace = statement.closedAt;
      report(
        'syntax-error',
        `This } closes ${named(statement)} although more of it follows. Remove it.`,
        out.starts[brace] as number,
        out.ends[brace] as number,
      );
      out.kinds[brace] = HOLE;
      blocks.push({
        place: statement.place,
        statement,
        open: statement.start,
        openAt: -1,
        indent,
        last: statement.last,
        implied: true,
      });
    } else {
      report(
        'syntax-error',
        `The { of ${named(statement)} is missing. Add it at the end of this line, and a } where it ends.`,
        statement.start,
        statement.end,
      );
      pushVirtual(statement, at, indent);
    }
    statement.closedAt = -1;
  }

  function pushVirtual(statement: Statement, at: number, indent: number): void {
    blocks.push({
      place: statement.place,
      statement,
      open: statement.start,
      openAt: out.count,
      indent,
      last: null,
      implied: true,
    });
    virtual(OPEN, endOfLast() || at);
  }

  /** Braces that belong to nothing hold a statement: they are taken for the block it stands in, whose head could not be read. */
  function adopt(place: Place): boolean {
    const block = top();
    if (block.place !== null || block.openAt < 1) return false;
    const outer = blocks[blocks.length - 2] as Block;
    const parent = place.parents.find((candidate) => candidate.parents.includes(outer.place as Place));
    if (!parent) return false;
    const keyword = parent.keywords[0] as Kind;
    const statement: Statement = {
      place: parent,
      keyword,
      start: block.open,
      end: block.open + 1,
      indent: block.indent,
      closedAt: -1,
      last: null,
    };
    out.kinds[block.openAt - 1] = keyword;
    block.place = parent;
    block.statement = statement;
    outer.last = statement;
    return true;
  }

  function standIn(place: Place, at: number): void {
    const statement: Statement = {
      place,
      keyword: place.keywords[0] as Kind,
      start: at,
      end: at,
      indent: lineIndent,
      closedAt: -1,
      last: null,
    };
    virtual(statement.keyword, at);
    top().last = statement;
    blocks.push({ place, statement, open: at, openAt: out.count, indent: -1, last: null, implied: true });
    virtual(OPEN, at);
  }

  /** `objective x "…"` lost its brace: an indented clause that only its block can hold opens it. */
  function openForClause(kind: Kind, start: number): void {
    if (surplus >= 0 || !head?.place || head.closedAt >= 0) return;
    if (!head.place.starts[kind] || top().place?.starts[kind] === 0) return;
    if (lineIndent <= head.indent) return;
    const statement = head;
    head = null;
    reopen(statement, start);
  }

  // --- numbers, units, dates

  function word(i: number, start: number, end: number, first: boolean): number {
    const before = previous();
    const folded = dateIsDue(before) ? foldDate(raw, text, i) : -1;
    if (folded >= 0) return date(i, folded, first);
    if (isUnit(i, before, first)) {
      out.push(UNIT, start, end, 0);
      return i;
    }
    if (first && takesName[before] === 1 && top().place?.ofNames) endEntry(i);
    const last = top().last;
    if (first && blocks.length === 1 && surplus < 0 && last?.place?.ofNames && last.closedAt >= 0) reopen(last, start);
    else if (first && top().place?.ofNames !== true && takesName[before] === 0) forgetHead();
    out.push(ID, start, end, first ? NEW_LINE : 0);
    return i;
  }

  /** The line before ends where a name is due, and this one surely begins the next entry: the name is missing. */
  function endEntry(i: number): void {
    const next = nextKind(i);
    if (next !== DOT && !beginsEntry(next)) return;
    const before = out.count - 1;
    report(
      'syntax-error',
      'A name is missing at the end of this line.',
      out.starts[before] as number,
      out.ends[before] as number,
    );
    virtual(ID, endOfLast());
  }

  function figure(i: number, start: number, end: number, first: boolean): number {
    const folded = dateIsDue(previous()) ? foldDate(raw, text, i) : -1;
    if (folded >= 0) return date(i, folded, first);
    out.push(NUMBER, start, end, first ? NEW_LINE : 0);
    return i;
  }

  function date(from: number, to: number, first: boolean): number {
    out.push(DATE, raw.starts[from] as number, raw.ends[to] as number, first ? NEW_LINE : 0);
    return to;
  }

  function dateIsDue(before: Kind): boolean {
    return DATE_TAKERS.has(before) || (head?.keyword === CYCLE && (before === FROM || before === TO));
  }

  function isUnit(i: number, before: Kind, first: boolean): boolean {
    const next = nextKind(i);
    if (before === UNIT) {
      const inMeasure = top().place?.ofNames !== true;
      const half = HALF_UNITS.has(text.slice(out.starts[out.count - 1], out.ends[out.count - 1]));
      return !first && (inMeasure || half) && next !== DOT;
    }
    if (before !== NUMBER || next === DOT) return false;
    if (top().place?.ofNames !== true) return true;
    return top().place === CHECKIN && !first && next !== NUMBER && next !== YES && next !== NO;
  }
}

/** A place among the tokens that is left out at the end. */
const HOLE: Kind = -1;

function withoutHoles(tokens: Tokens): Tokens {
  if (!tokens.kinds.includes(HOLE)) return tokens;
  const kept = new Tokens();
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== HOLE)
      kept.push(
        tokens.kinds[i] as Kind,
        tokens.starts[i] as number,
        tokens.ends[i] as number,
        tokens.flags[i] as number,
      );
  }
  return kept;
}

/** How many more braces open than close. */
function braceSurplus(tokens: Tokens): number {
  let surplus = 0;
  for (const kind of tokens.kinds) {
    if (kind === OPEN) surplus++;
    else if (kind === CLOSE) surplus--;
  }
  return surplus;
}

/** The number of spaces and tabs before the first token of a line. */
function indentOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return offset - at;
}

function named(statement: Statement | null): string {
  return statement ? `this \`${textOf(statement.keyword)}\`` : 'it';
}

function orphanMessage(place: Place, keyword: Kind): string {
  const inside = place.parents.map((parent) => `\`${textOf(parent.keywords[0] as Kind)}\``);
  const word = textOf(keyword);
  return `\`${word}\` stands inside the braces of ${inside.join(' or ')}. Put it there, or write the ${inside[0]} line above it.`;
}
