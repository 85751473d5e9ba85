import type { FileProblem, FileProblemCode } from '@okr-language/core';
import { CLOSE, type Kind, OPEN, textOf } from './kinds.ts';
import { FILE, INLINE_READING, OBJECTIVE, type Place, SET } from './places.ts';
import { HOLE, NEW_LINE, type Tokens, VIRTUAL } from './tokens.ts';

/** Blocks deeper than this are left out: the language itself needs four. */
const DEEPEST = 30;

/** A statement that was begun, with what is known of its block. */
export interface Statement {
  readonly place: Place;
  readonly keyword: Kind;
  readonly start: number;
  readonly end: number;
  /** Column at which its line begins. */
  readonly indent: number;
  /** Where its closing brace stands among the tokens laid, -1 while it has no block. */
  closedAt: number;
  /** The last statement in its block. */
  last: Statement | null;
}

export interface Block {
  /** Null for braces that belong to nothing. */
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
  /** Its brace is not in the text, so that nobody needs to be told that it is not closed. */
  readonly implied: boolean;
  /** The text holds nothing of its statement: it was made up for what stands in it. */
  readonly isMadeUp: boolean;
}

/**
 * The blocks that are open while tokens are laid. It writes braces, those that the text lacks too, and decides to which
 * block a statement belongs when the braces of the text cannot be right.
 */
export class Blocks {
  readonly problems: FileProblem[] = [];
  /** The statement whose block has not been opened yet. */
  head: Statement | null = null;
  /** Column at which the line at hand begins. */
  lineIndent = 0;
  /**
   * How many more braces the text opens than it closes, less those already dealt with: only where they do not match is the
   * indentation asked.
   */
  private surplus: number;
  private readonly out: Tokens;
  private readonly open: Block[] = [
    { place: FILE, statement: null, open: 0, openAt: -1, indent: -1, last: null, implied: true, isMadeUp: false },
  ];
  /** Braces open beyond the deepest block. */
  private beyond = 0;

  constructor(out: Tokens, surplus: number) {
    this.out = out;
    this.surplus = surplus;
  }

  get top(): Block {
    return this.open[this.open.length - 1] as Block;
  }

  get inFile(): boolean {
    return this.open.length === 1;
  }

  report(message: string, start: number, end: number, code: FileProblemCode = 'syntax-error'): void {
    this.problems.push({ code, message, span: { start, end } });
  }

  /** Whether braces are open that are nested too deep to be read. */
  get isTooDeep(): boolean {
    return this.beyond > 0;
  }

  /** Whether the token lies in them. A statement of the file at the start of a line ends that. */
  skips(kind: Kind, beginsStatement: boolean): boolean {
    if (beginsStatement) this.beyond = 0;
    else if (kind === OPEN) this.beyond++;
    else if (kind === CLOSE) this.beyond--;
    return !beginsStatement;
  }

  /**
   * What follows belongs to no statement that is known: nothing may be attached to the one before, but for the readings behind a stray `}`,
   * where a spoilt line between them ends nothing.
   */
  forgetHead(): void {
    this.head = null;
    if (!this.closedTooEarly()) this.top.last = null;
  }

  // --- braces of the text

  openBrace(start: number, end: number): void {
    if (this.top.place?.ofNames && this.surplus > 0) {
      this.report('This { opens nothing: the lines of a check-in or closing have no braces. Remove it.', start, end);
      this.surplus--;
      return;
    }
    if (this.open.length > DEEPEST) {
      this.beyond = 1;
      const message = `Braces are nested more than ${DEEPEST} deep here, so what is inside was not read. Goals need three levels at most.`;
      this.report(message, start, end, 'nesting-too-deep');
      return;
    }
    const statement = this.head;
    this.head = null;
    const justClosed = this.top.last?.closedAt === this.out.count - 1 ? this.top.last : null;
    if (!statement && justClosed) {
      this.reopen(justClosed); // `} {`: neither of them is needed
      return;
    }
    if (!statement) this.lay(HOLE, start); // for a keyword, when it turns out what the block is: see `adopt`
    this.push(statement?.place ?? null, statement, start, this.lineIndent, null, false);
    this.out.push(OPEN, start, end, 0);
  }

  /**
   * The brace of the statement at hand, which stands at offset `open`, is laid here already, for clauses stand before it. False where it cannot be.
   */
  openBefore(open: number): boolean {
    const { head } = this;
    if (!head || this.open.length > DEEPEST) return false;
    this.head = null;
    this.push(head.place, head, open, head.indent, null, false);
    this.lay(OPEN, this.endOfLast());
    return true;
  }

  closeBrace(start: number, end: number, first: boolean): void {
    if (first && this.surplus > 0) this.closeInside();
    if (this.surplus >= 0) this.closeMadeUp();
    if (this.inFile) {
      this.report('This } closes nothing. Remove it, or add the { that it belongs to.', start, end);
      this.surplus++;
      return;
    }
    this.pop();
    this.out.push(CLOSE, start, end, first ? NEW_LINE : 0);
  }

  /** Closes whatever is still open at the end of the text. */
  closeAll(): void {
    this.closeDownTo(0);
  }

  /** Braces that match close what the text holds, and not what was made up inside it. */
  private closeMadeUp(): void {
    const target = this.open.findLastIndex(({ isMadeUp }) => !isMadeUp);
    if (target > 0) this.closeDownTo(target);
  }

  /** Where braces are missing, a `}` that stands in the column of an outer block closes that block. */
  private closeInside(): void {
    if (this.top.indent <= this.lineIndent) return;
    const target = this.open.findLastIndex((block) => block.indent === this.lineIndent);
    if (target > 0) this.closeDownTo(target);
  }

  /** Where braces are missing, a line that is indented less than a block but fits the one around it ends the block. */
  private closeLeftOf(holds: (block: Block) => boolean): void {
    if (this.top.indent < this.lineIndent) return;
    const target = this.open.findLastIndex((block) => block.indent < this.lineIndent);
    if (target >= 0 && holds(this.open[target] as Block)) this.closeDownTo(target);
  }

  private closeDownTo(target: number): void {
    while (this.open.length - 1 > target) {
      const { implied, statement, open } = this.top;
      if (!implied) {
        const message = `The block that begins here is never closed. Add a } where ${named(statement)} ends.`;
        this.report(message, open, open + 1);
        this.surplus--;
      }
      this.pop();
      this.lay(CLOSE, this.endOfLast());
    }
  }

  /** Opens a block; its opening brace is the next token laid. */
  private push(
    place: Place | null,
    statement: Statement | null,
    open: number,
    indent: number,
    last: Statement | null,
    implied: boolean,
    isMadeUp = false,
  ): void {
    this.open.push({ place, statement, open, openAt: this.out.count, indent, last, implied, isMadeUp });
  }

  /** Ends the innermost block; its closing brace is the next token laid. */
  private pop(): void {
    const { statement, last } = this.open.pop() as Block;
    if (statement) {
      statement.closedAt = this.out.count;
      statement.last = last;
    } else this.top.last = null;
    this.head = null;
  }

  private lay(kind: Kind, at: number): void {
    this.out.push(kind, at, at, VIRTUAL);
  }

  private endOfLast(): number {
    return this.out.count > 0 ? (this.out.ends[this.out.count - 1] as number) : 0;
  }

  // --- statements

  /** A statement begins: closes, opens or reopens blocks so that it stands in one that can hold it. */
  begin(place: Place, keyword: Kind, start: number, end: number): void {
    if (this.surplus > 0 || !holds(this.top, place)) this.makeRoom(place, keyword, start, end);
    this.head = place === INLINE_READING ? null : this.statement(place, keyword, start, end, this.lineIndent);
    if (this.head) this.top.last = this.head;
  }

  /** Apart from `begin`, where nearly all statements stand in a block that can hold them. */
  private makeRoom(place: Place, keyword: Kind, start: number, end: number): void {
    if (this.surplus > 0) this.closeLeftOf((block) => holds(block, place));
    if (holds(this.top, place)) return;
    const target = this.open.findLastIndex((block) => holds(block, place));
    if (target >= 0) this.closeDownTo(target);
    else this.openFor(place, keyword, start, end);
  }

  /**
   * A line begins with the keyword of a clause. Where it can stand only in the block of the statement at hand, or braces are
   * missing and it is indented like that, the statement's brace was forgotten.
   */
  beginClause(kind: Kind): void {
    if (this.surplus > 0) this.closeLeftOf((block) => block.place?.starts[kind] === 1);
    const { head } = this;
    if (!head || head.closedAt >= 0 || head.place.starts[kind] === 0 || head.place.header[kind] === 1) return;
    const onlyHere = this.top.place?.starts[kind] === 0;
    if (!onlyHere && (this.surplus >= 0 || this.lineIndent <= head.indent)) return;
    this.head = null;
    this.reopen(head);
  }

  /** A keyword that cannot stand in the first line of the statement at hand ends it: a brace behind it is not the statement's. */
  endHead(kind: Kind): void {
    if (this.head?.place.header[kind] === 0) this.head = null;
  }

  /** A line begins with a name: it goes on with the check-in or closing that a stray `}` has closed. */
  beginEntry(): void {
    const { last } = this.top;
    if (last && this.closedTooEarly()) this.reopen(last);
  }

  /** Whether the statement before is a check-in or closing that was closed while the text has a `}` too many. */
  private closedTooEarly(): boolean {
    const { last } = this.top;
    return this.inFile && this.surplus < 0 && last?.place.ofNames === true && last.closedAt >= 0;
  }

  private statement(place: Place, keyword: Kind, start: number, end: number, indent: number): Statement {
    return { place, keyword, start, end, indent, closedAt: -1, last: null };
  }

  /** No open block can hold the statement: finds or makes one that can. */
  private openFor(place: Place, keyword: Kind, start: number, end: number): void {
    const { last } = this.top;
    const inner = last?.last;
    const opened = [last, inner].filter((statement) => statement !== null && statement !== undefined);
    const parent = opened.findIndex((statement) => place.parents.includes(statement.place));
    if (parent >= 0) {
      // braces that match are right: then it is the statement that stands too late, behind the block it belongs in
      const isLate = this.surplus >= 0 && opened.every(({ closedAt }) => closedAt >= 0);
      if (isLate) this.report(orphanMessage(place, keyword), start, end);
      for (const statement of opened.slice(0, parent + 1)) this.reopen(statement, isLate);
    } else if (!this.adopt(place)) {
      this.report(orphanMessage(place, keyword), start, end);
      const needsObjective = !place.parents.includes(SET);
      const around = (block: Block): boolean => block.place === FILE || (needsObjective && block.place === SET);
      this.closeDownTo(this.open.findLastIndex(around));
      if (!needsObjective || this.top.place !== SET) this.standIn(SET, start);
      if (needsObjective) this.standIn(OBJECTIVE, start);
    }
  }

  /** The block of the statement was closed too early, or never opened: it goes on here. `isRight`: its own braces stay. */
  private reopen(statement: Statement, isRight = false): void {
    const { place, start, end, indent, closedAt } = statement;
    const wasClosed = closedAt >= 0;
    if (!isRight) this.surplus++;
    if (wasClosed && !isRight) {
      const message = `This } closes ${named(statement)} although more of it follows. Remove it.`;
      this.report(message, this.out.starts[closedAt] as number, this.out.ends[closedAt] as number);
    } else if (!wasClosed) {
      const message = `The { of ${named(statement)} is missing. Add it at the end of this line, and a } where it ends.`;
      this.report(message, start, end);
    }
    if (wasClosed) {
      this.out.kinds[closedAt] = HOLE;
      statement.closedAt = -1;
    }
    this.push(place, statement, start, indent, statement.last, true);
    if (!wasClosed) this.lay(OPEN, this.endOfLast());
  }

  /** Braces that belong to nothing hold a statement: they are taken for the blocks it stands in, whose heads could not be read. */
  private adopt(place: Place): boolean {
    const top = this.open.length - 1;
    const direct = this.chainTo(top, place);
    const chain = direct ?? place.parents.map((parent) => this.chainTo(top, parent)).find((found) => found !== null);
    if (!chain || chain.length === 0) return false;
    const first = this.open.length - chain.length;
    for (const [i, taken] of chain.entries()) this.take(first + i, taken);
    if (!direct) this.standIn(OBJECTIVE, this.top.open + 1);
    return true;
  }

  /** What the blocks up to that one must be for it to hold the statement, those left out that are known; null where it cannot. */
  private chainTo(block: number, place: Place): readonly Place[] | null {
    const { place: known } = this.open[block] as Block;
    if (known !== null) return place.parents.includes(known) ? [] : null;
    for (const parent of place.parents) {
      const around = this.chainTo(block - 1, parent);
      if (around) return [...around, parent];
    }
    return null;
  }

  /** The block is that of a statement whose keyword could not be read. */
  private take(at: number, place: Place): void {
    const block = this.open[at] as Block;
    const keyword = place.keywords[0] as Kind;
    this.out.kinds[block.openAt - 1] = keyword;
    block.place = place;
    block.statement = this.statement(place, keyword, block.open, block.open + 1, block.indent);
    (this.open[at - 1] as Block).last = block.statement;
  }

  /** Makes up a statement that the text lacks, so that what must stand in it is kept. */
  private standIn(place: Place, at: number): void {
    const statement = this.statement(place, place.keywords[0] as Kind, at, at, this.lineIndent);
    this.lay(statement.keyword, at);
    this.top.last = statement;
    this.push(place, statement, at, -1, null, true, true);
    this.lay(OPEN, at);
  }
}

/** Whether the statement of a place may stand in the block. */
function holds(block: Block, place: Place): boolean {
  return block.place !== null && place.parents.includes(block.place);
}

function named(statement: Statement | null): string {
  return statement ? `this \`${textOf(statement.keyword)}\`` : 'it';
}

function orphanMessage(place: Place, keyword: Kind): string {
  const inside = place.parents.map((parent) => `\`${textOf(parent.keywords[0] as Kind)}\``);
  const word = textOf(keyword);
  return `\`${word}\` stands inside the braces of ${inside.join(' or ')}. Put it there, or write the ${inside[0]} line above it.`;
}
