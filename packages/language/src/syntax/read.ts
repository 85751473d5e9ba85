/**
 * Reads tokens by the shape of the grammar into a tree of plain nodes. It never fails: what is missing is left out, what
 * cannot stand where it stands is skipped, and each such place is reported once.
 *
 * One token decides what comes next, nothing is read twice, and the depth of calls is that of the grammar, not of the text.
 */
import type { FileProblem, Span } from '@okr-language/core';
import type { Property } from './grammar.ts';
import { CLOSE, END, ID, type Kind, kindCount, OPEN } from './kinds.ts';
import { missingMessage, strayMessage } from './messages.ts';
import type { Node } from './node.ts';
import { type KindSet, type Rule, ruleOf, type Shape, union } from './shape.ts';
import { AS_NAME, NEW_LINE, SOFT, type Tokens, VIRTUAL } from './tokens.ts';

/** More problems than this are only counted: no one reads them, and a message takes longer than the reading. */
const MOST_WORDED = 200;

/** What may come behind the element that is being read. */
interface Rest {
  readonly first: KindSet;
  readonly nullable: boolean;
}

export interface Reading {
  readonly root: Node;
  readonly problems: readonly FileProblem[];
}

export function read(tokens: Tokens, text: string): Reading {
  const { kinds, flags } = tokens;
  const problems: FileProblem[] = [];
  const rests: Rest[] = [];
  let at = 0;
  /** The token that was last reported: one message for each place. */
  let reportedAt = -1;

  const root: Node = { $type: 'File', $first: 0, $last: 0 };
  const file = ruleOf('File');
  readShape(file.shape, root);
  root.$last = Math.max(0, at - 1);
  return { root, problems };

  // --- looking

  function has(set: KindSet, i: number): boolean {
    return set[kinds[i] as Kind] === 1 || (((flags[i] as number) & SOFT) !== 0 && set[ID] === 1);
  }

  /** Whether the token may come next if the element at hand ends here. */
  function mayFollow(i: number): boolean {
    for (let depth = rests.length - 1; depth >= 0; depth--) {
      const rest = rests[depth] as Rest;
      if (has(rest.first, i)) return true;
      if (!rest.nullable) return false;
    }
    return kinds[i] === END;
  }

  /** Whether any element that is still open could go on with the token. Braces are balanced: it need not look beyond the block. */
  function someoneWaitsFor(i: number): boolean {
    for (let depth = rests.length - 1; depth >= 0; depth--) {
      const rest = rests[depth] as Rest;
      if (has(rest.first, i)) return true;
      if (rest.first[CLOSE] === 1) return kinds[i] === END;
    }
    return kinds[i] === END;
  }

  /** The kinds that could stand at the token at hand, up to the end of the block. */
  function awaited(): KindSet {
    const all = new Uint8Array(kindCount);
    for (let depth = rests.length - 1; depth >= 0; depth--) {
      const rest = rests[depth] as Rest;
      for (let kind = 0; kind < kindCount; kind++) if (rest.first[kind] === 1) all[kind] = 1;
      if (rest.first[CLOSE] === 1) break;
    }
    return all;
  }

  /**
   * A keyword where a name may stand: is it the name? It is, unless it reads better as the keyword it is, by the token
   * behind it: `kr to 5` has no name, `kr to to 5` is called `to`.
   */
  function isName(): boolean {
    if (((flags[at] as number) & SOFT) === 0) return kinds[at] === ID;
    return !keywordMayFollow() || mayFollow(at + 1);
  }

  /** `mayFollow` of the token at hand, taken as the keyword it is. */
  function keywordMayFollow(): boolean {
    const kind = kinds[at] as Kind;
    for (let depth = rests.length - 1; depth >= 0; depth--) {
      const rest = rests[depth] as Rest;
      if (rest.first[kind] === 1) return true;
      if (!rest.nullable) return false;
    }
    return false;
  }

  // --- reading

  function readShape(shape: Shape, node: Node): void {
    switch (shape.op) {
      case 'token':
        readToken(shape, node);
        return;
      case 'sequence':
        for (let i = 0; i < shape.items.length; i++) {
          const item = shape.items[i] as Shape;
          if (item.op === 'token' && item.kind === OPEN) {
            if (!readOpen(item.first)) return; // without its brace there is no block
            continue;
          }
          rests.push(shape.rests[i] as Rest);
          readShape(item, node);
          rests.pop();
        }
        return;
      case 'optional':
        if (takes(shape.first, false)) readShape(shape.item, node);
        return;
      case 'many':
        readMany(shape, node);
        return;
      case 'choice':
        readChoice(shape, node);
        return;
      case 'rule':
        readRule(shape.rule, shape.property, node);
    }
  }

  function readMany(shape: Shape & { op: 'many' }, node: Node): void {
    const behind = rests[rests.length - 1];
    const isBlock = behind === undefined || behind.first[CLOSE] === 1;
    rests.push(shape);
    while (takes(shape.first, isBlock)) readShape(shape.item, node);
    rests.pop();
  }

  /**
   * Whether an optional element is there, after skipping what can stand neither in it nor behind it: in a block whatever
   * there is, in a line only the rest of the line.
   */
  function takes(first: KindSet, inBlock: boolean): boolean {
    while (!here(first) && !mayFollow(at)) {
      if (!inBlock && startsLine(at)) return false;
      if (!skipStray(first, false)) break;
    }
    return here(first);
  }

  function here(first: KindSet): boolean {
    return first[kinds[at] as Kind] === 1 || (first[ID] === 1 && ((flags[at] as number) & SOFT) !== 0 && isName());
  }

  function readChoice(shape: Shape & { op: 'choice' }, node: Node): void {
    if (!isDue(shape.first)) return;
    const chosen = chosenOf(shape);
    if (chosen) readShape(chosen, node);
  }

  function readToken(shape: Shape & { op: 'token' }, node: Node): void {
    if (shape.kind === ID ? !isName() : kinds[at] !== shape.kind) {
      if (kinds[at] === ID && !startsLine(at) && mayFollow(at + 1)) {
        missing(shape.first); // a keyword that is misspelt: what follows fits
        at++;
        return;
      }
      const isKeywordForName = shape.kind === ID && ((flags[at] as number) & SOFT) !== 0;
      if (isKeywordForName) missing(shape.first);
      if (isKeywordForName || !isDue(shape.first)) return;
    }
    if (shape.kind === ID && kinds[at] !== ID) flags[at] = (flags[at] as number) | AS_NAME;
    if (shape.property) put(node, shape.property, at);
    at++;
  }

  /** The item of a choice that the token at hand begins, as a keyword or else as a name. */
  function chosenOf(shape: Shape & { op: 'choice' }): Shape | undefined {
    return shape.byKind[kinds[at] as Kind] ?? shape.byKind[ID];
  }

  /** Apart from `readToken`, since what waits inside the block does not wait for anything before its brace. */
  function readOpen(brace: KindSet): boolean {
    if (!isDue(brace)) return false;
    at++;
    return true;
  }

  function readRule(rule: Rule, property: Property | null, node: Node): void {
    if (rule.passesOn) {
      readPassing(rule.shape, property, node);
      return;
    }
    if (!isDue(rule.shape.first)) return;
    const child: Node = { ...rule.blank };
    child.$first = at;
    readShape(rule.shape, child);
    child.$last = Math.max(child.$first, at - 1);
    if (property) put(node, property, child);
  }

  /** `Statement: Cycle | Unit`: the node of the chosen rule takes the place of this one's. */
  function readPassing(shape: Shape, property: Property | null, node: Node): void {
    if (!isDue(shape.first)) return;
    const chosen = shape.op === 'choice' ? chosenOf(shape) : shape;
    if (chosen?.op === 'rule') readRule(chosen.rule, property, node);
  }

  // --- what is wrong

  /**
   * Skips what neither the element at hand nor any open one can use, to the end of the line at most, and reports the first
   * of it. False where there was nothing to skip.
   */
  function skipStray(wanted: KindSet, mandatory: boolean): boolean {
    if (has(wanted, at) || someoneWaitsFor(at)) return false;
    if (mandatory && endsSearch(at)) return false;
    if (mandatory) missing(wanted);
    else stray(wanted);
    do skipOne();
    while (!has(wanted, at) && !someoneWaitsFor(at) && !(mandatory ? endsSearch(at) : startsLine(at)));
    if (mandatory) reportedAt = at; // what is still missing here is not reported again
    return true;
  }

  /** Whether what must come is there, perhaps behind something that is skipped. Where it is not, that is reported. */
  function isDue(wanted: KindSet): boolean {
    const skipped = skipStray(wanted, true);
    if (has(wanted, at) && !(skipped && startsLine(at))) return true;
    missing(wanted);
    return false;
  }

  /** What is due in a line is not looked for beyond it, nor in or behind a block. */
  function endsSearch(i: number): boolean {
    return startsLine(i) || kinds[i] === OPEN || kinds[i] === CLOSE;
  }

  function startsLine(i: number): boolean {
    return ((flags[i] as number) & NEW_LINE) !== 0;
  }

  /** Skips a token; an opening brace with all that it holds. */
  function skipOne(): void {
    let depth = 0;
    do {
      if (kinds[at] === OPEN) depth++;
      else if (kinds[at] === CLOSE) depth--;
      at++;
    } while (depth > 0 && kinds[at] !== END);
  }

  function spanAt(i: number): Span {
    return { start: tokens.starts[i] as number, end: tokens.ends[i] as number };
  }

  function stray(wanted: KindSet): void {
    report(() => strayMessage({ tokens, text, at }, union([wanted, awaited()])));
  }

  function missing(wanted: KindSet): void {
    report(() => missingMessage({ tokens, text, at }, wanted));
  }

  function report(problem: () => FileProblem): void {
    if (reportedAt === at || ((flags[at - 1] ?? 0) & VIRTUAL) !== 0) return;
    reportedAt = at;
    problems.push(problems.length < MOST_WORDED ? problem() : { code: 'syntax-error', message: '', span: spanAt(at) });
  }
}

function put(node: Node, { name, list }: Property, value: number | Node): void {
  if (!list) {
    node[name] ??= value;
    return;
  }
  const values = node[name];
  if (Array.isArray(values)) values.push(value);
  else node[name] = [value];
}
