/**
 * Reads tokens by the shape of the grammar into a tree. It never fails: what is missing is left out, what
 * cannot stand where it stands is skipped, and each such place is reported once.
 *
 * One token decides what comes next, nothing is read twice, and the depth of calls is that of the grammar, not of the text.
 */
import type { FileProblem, Span } from '@okr-language/core';
import { CLOSE, END, ID, type Kind, kindCount, OPEN } from './kinds.ts';
import { missingMessage, strayMessage, type Where } from './messages.ts';
import { type KindSet, union } from './shape.ts';
import { CHOICE, fileSteps, MANY, OPTIONAL, PASSING, type Rest, RULE, SEQUENCE, type Step, TOKEN } from './steps.ts';
import { AS_NAME, NEW_LINE, SOFT, type Tokens, VIRTUAL } from './tokens.ts';
import { NONE, ruleNumberOf, sizeOf, Tree } from './tree.ts';

/** More problems than this are only counted: no one reads them, and a message takes longer than the reading. */
const MOST_WORDED = 200;

export interface Reading {
  readonly tree: Tree;
  readonly problems: readonly FileProblem[];
}

/** Nobody keeps the tree of a file, so that of the one before is used again. */
const tree = new Tree();
/** Nor what may come behind. With room for more than the depth of the grammar: code that is compiled by then knows no list that grows. */
const stack: Rest[] = Array.from({ length: 64 }, () => ({ first: new Uint8Array(kindCount), nullable: true }));

/** The tree that it gives lasts until the next call. */
export function read(tokens: Tokens, text: string): Reading {
  const reader = new Reader(tokens, text, tree.clear());
  reader.readFile();
  return { tree, problems: reader.problems };
}

class Reader {
  readonly problems: FileProblem[] = [];
  private readonly tokens: Tokens;
  private readonly text: string;
  private readonly tree: Tree;
  private readonly kinds: Int32Array;
  private readonly flags: Int32Array;
  /** What may come behind each element that is open, as many as `depth` tells. */
  private readonly rests = stack;
  private depth = 0;
  private at = 0;
  /** The token that was last read and not skipped: what is skipped behind an element is no part of it. */
  private taken = -1;
  /** The token that was last reported: one message for each place. */
  private reportedAt = -1;

  constructor(tokens: Tokens, text: string, tree: Tree) {
    this.tokens = tokens;
    this.text = text;
    this.tree = tree;
    this.kinds = tokens.kinds;
    this.flags = tokens.flags;
  }

  readFile(): void {
    const { tree } = this;
    tree.root = tree.add(ruleNumberOf('File'), sizeOf('File'), 0);
    this.read(fileSteps, tree.root);
    tree.end(tree.root, Math.max(0, this.at - 1));
  }

  // --- looking

  private has(set: KindSet, i: number): boolean {
    return set[this.kinds[i] as Kind] === 1 || (set[ID] === 1 && this.isSoft(i));
  }

  /** Whether the token is a keyword that may be a name here. */
  private isSoft(i: number): boolean {
    return ((this.flags[i] as number) & SOFT) !== 0;
  }

  /** Whether the token may come next if the element at hand ends here. */
  private mayFollow(i: number): boolean {
    const { rests } = this;
    for (let depth = this.depth - 1; depth >= 0; depth--) {
      const rest = rests[depth] as Rest;
      if (this.has(rest.first, i)) return true;
      if (!rest.nullable) return false;
    }
    return this.kinds[i] === END;
  }

  /** Whether any element that is still open could go on with the token. Braces are balanced: it need not look beyond the block. */
  private someoneWaitsFor(i: number): boolean {
    const { rests } = this;
    for (let depth = this.depth - 1; depth >= 0; depth--) {
      const rest = rests[depth] as Rest;
      if (this.has(rest.first, i)) return true;
      if (rest.first[CLOSE] === 1) return this.kinds[i] === END;
    }
    return this.kinds[i] === END;
  }

  /** The kinds that could stand at the token at hand, up to the end of the block. */
  private awaited(): KindSet {
    const all = new Uint8Array(kindCount);
    for (let depth = this.depth - 1; depth >= 0; depth--) {
      const rest = this.rests[depth] as Rest;
      for (let kind = 0; kind < kindCount; kind++) if (rest.first[kind] === 1) all[kind] = 1;
      if (rest.first[CLOSE] === 1) break;
    }
    return all;
  }

  /**
   * A keyword where a name may stand: is it the name? It is, unless it reads better as the keyword it is, by the token
   * behind it: `kr to 5` has no name, `kr to to 5` is called `to`.
   */
  private isName(): boolean {
    if (!this.isSoft(this.at)) return this.kinds[this.at] === ID;
    return !this.keywordMayFollow() || this.mayFollow(this.at + 1);
  }

  /** `mayFollow` of the token at hand, taken as the keyword it is. */
  private keywordMayFollow(): boolean {
    const kind = this.kinds[this.at] as Kind;
    for (let depth = this.depth - 1; depth >= 0; depth--) {
      const rest = this.rests[depth] as Rest;
      if (rest.first[kind] === 1) return true;
      if (!rest.nullable) return false;
    }
    return false;
  }

  // --- reading

  private read(step: Step, node: number): void {
    switch (step.op) {
      case TOKEN:
        this.readToken(step, node);
        return;
      case SEQUENCE:
        this.readSequence(step, node);
        return;
      case OPTIONAL:
        if (this.takes(step.first, false)) this.read(step.items[0] as Step, node);
        return;
      case MANY:
        this.readMany(step, node);
        return;
      case RULE:
        this.readRule(step, node);
        return;
      case CHOICE:
      case PASSING: {
        if (!this.isDue(step.first)) return;
        const chosen = step.byKind[this.kinds[this.at] as Kind];
        if (chosen) this.read(chosen, node);
      }
    }
  }

  private readSequence({ items, rests }: Step, node: number): void {
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Step;
      const rest = rests[i] as Rest;
      if (item.kind === this.kinds[this.at]) {
        this.take(item, node);
      } else if (item.kind === OPEN) {
        // apart from `readToken`, since what waits inside the block does not wait for anything before its brace
        if (!this.isDue(item.first)) return; // without its brace there is no block
        this.taken = this.at++;
      } else if ((item.op !== OPTIONAL && item.op !== MANY) || !this.isLeftOut(item.first, rest.first)) {
        this.rests[this.depth++] = rest;
        this.read(item, node);
        this.depth--;
      }
    }
  }

  /** Whether the token at hand surely begins what comes behind an element and not the element; nearly all do that are left out. */
  private isLeftOut(first: KindSet, behind: KindSet): boolean {
    const kind = this.kinds[this.at] as Kind;
    return first[kind] === 0 && behind[kind] === 1 && !this.isSoft(this.at);
  }

  private readMany(step: Step, node: number): void {
    const { rests } = this;
    const isBlock = this.depth === 0 || (rests[this.depth - 1] as Rest).first[CLOSE] === 1;
    const item = step.items[0] as Step;
    rests[this.depth++] = step.rests[0] as Rest;
    while (this.takes(step.first, isBlock)) this.read(item, node);
    this.depth--;
  }

  /**
   * Whether the element begins here, perhaps behind something that can stand neither in it nor behind it: in a block whatever
   * there is, in a line only the rest of the line.
   */
  private takes(first: KindSet, inBlock: boolean): boolean {
    while (!this.here(first)) {
      if (this.mayFollow(this.at) || (!inBlock && this.startsLine(this.at)) || !this.skipStray(first, false))
        return false;
    }
    return true;
  }

  private here(first: KindSet): boolean {
    return first[this.kinds[this.at] as Kind] === 1 || (first[ID] === 1 && this.isSoft(this.at) && this.isName());
  }

  private readToken(step: Step, node: number): void {
    const { at, kinds } = this;
    if (step.kind === ID ? !this.isName() : kinds[at] !== step.kind) {
      if (kinds[at] === ID && !this.startsLine(at) && this.mayFollow(at + 1)) {
        this.missing(step.first); // a keyword that is misspelt: what follows fits
        this.at++;
        return;
      }
      const isKeywordForName = step.kind === ID && this.isSoft(at);
      if (isKeywordForName) this.missing(step.first);
      if (isKeywordForName || !this.isDue(step.first)) return;
    }
    if (step.kind === ID && kinds[this.at] !== ID) this.flags[this.at] = (this.flags[this.at] as number) | AS_NAME;
    this.take(step, node);
  }

  /** Keeps the token at hand where the grammar wants it kept. */
  private take(step: Step, node: number): void {
    if (step.cell !== NONE) {
      if (step.list) this.tree.appendWord(node, step.cell, this.at);
      else this.tree.put(node, step.cell, this.at);
    }
    this.taken = this.at++;
  }

  private readRule(step: Step, node: number): void {
    if (!this.isDue(step.first)) return;
    const { tree, at } = this;
    const child = tree.add(step.rule, step.size, at);
    this.read(step.items[0] as Step, child);
    tree.end(child, Math.max(at, this.taken));
    if (step.list) tree.append(node, step.cell, child);
    else if (step.cell !== NONE) tree.put(node, step.cell, child);
  }

  // --- what is wrong

  /**
   * Skips what neither the element at hand nor any open one can use, to the end of the line at most, and reports the first
   * of it. False where there was nothing to skip.
   */
  private skipStray(wanted: KindSet, mandatory: boolean): boolean {
    if (this.has(wanted, this.at) || this.someoneWaitsFor(this.at)) return false;
    if (mandatory && this.endsSearch(this.at)) return false;
    if (mandatory) this.missing(wanted);
    else this.stray(wanted);
    do this.skipOne();
    while (
      !this.has(wanted, this.at) &&
      !this.someoneWaitsFor(this.at) &&
      !(mandatory ? this.endsSearch(this.at) : this.startsLine(this.at))
    );
    if (mandatory) this.reportedAt = this.at; // what is still missing here is not reported again
    return true;
  }

  /** Whether what must come is there, perhaps behind something that is skipped. Where it is not, that is reported. */
  private isDue(wanted: KindSet): boolean {
    if (this.has(wanted, this.at)) return true;
    const skipped = this.skipStray(wanted, true);
    if (this.has(wanted, this.at) && !(skipped && this.startsLine(this.at))) return true;
    this.missing(wanted);
    return false;
  }

  /** What is due in a line is not looked for beyond it, nor in or behind a block. */
  private endsSearch(i: number): boolean {
    return this.startsLine(i) || this.kinds[i] === OPEN || this.kinds[i] === CLOSE;
  }

  private startsLine(i: number): boolean {
    return ((this.flags[i] as number) & NEW_LINE) !== 0;
  }

  /** Skips a token; an opening brace with all that it holds. */
  private skipOne(): void {
    let depth = 0;
    do {
      if (this.kinds[this.at] === OPEN) depth++;
      else if (this.kinds[this.at] === CLOSE) depth--;
      this.at++;
    } while (depth > 0 && this.kinds[this.at] !== END);
  }

  private stray(wanted: KindSet): void {
    this.report((where) => strayMessage(where, union([wanted, this.awaited()])));
  }

  private missing(wanted: KindSet): void {
    this.report((where) => missingMessage(where, wanted));
  }

  private report(problem: (where: Where) => FileProblem): void {
    const { tokens, text, at, problems } = this;
    if (this.reportedAt === at || ((this.flags[at - 1] ?? 0) & VIRTUAL) !== 0) return;
    this.reportedAt = at;
    problems.push(
      problems.length < MOST_WORDED
        ? problem({ tokens, text, at })
        : { code: 'syntax-error', message: '', span: this.spanAt(at) },
    );
  }

  private spanAt(i: number): Span {
    return { start: this.tokens.starts[i] as number, end: this.tokens.ends[i] as number };
  }
}
