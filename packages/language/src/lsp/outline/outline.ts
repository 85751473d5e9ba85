/**
 * The structure of a text as far as its words and braces show it: statements, clauses and blocks, and the place at which
 * a text breaks off. Unlike the parser it needs no complete statement, so it can tell what somebody is about to type; and unlike
 * the model it keeps every comment and every stray word, so the formatter can put all of them back.
 */

import { composed } from '../../lower/names.ts';
import {
  type BlockKind,
  canonicalWord,
  flags,
  headerOf,
  type ItemKind,
  isNamed,
  itemsOf,
  measureWords,
  secondWords,
  statementOf,
} from './blocks.ts';
import { type Lexeme, lexemesOf } from './lexemes.ts';

export interface Item {
  readonly kind: ItemKind | 'comment';
  /** First word as it is spelled by the formatter; empty for readings of a check-in, tags, comments and strays. */
  readonly word: string;
  /** Its lexemes without those of its block, in text order; comments among them are kept here too. */
  readonly lexemes: Lexeme[];
  /** Index in `lexemes` of the name, of the title (or note), of the first word of the measure (or value); -1 where absent. */
  name: number;
  title: number;
  measure: number;
  /** Index of `by`, in a reading of `confidence`, in a closing entry of `learned`; -1 where absent. */
  due: number;
  /** What was written after each of its clause words: `for` → `support`. The last one counts. */
  readonly clauses: Map<string, string>;
  block: Block | null;
}

export interface Block {
  readonly kind: BlockKind;
  readonly owner: Item | null;
  readonly open: Lexeme | null;
  close: Lexeme | null;
  readonly items: Item[];
}

/** Where a text breaks off. */
export interface CursorPlace {
  /** Innermost block last; the first is the file. */
  readonly blocks: readonly Block[];
  /** The statement or clause that is being written, null at the start of one. */
  readonly item: Item | null;
  /** The clause within it: `for`, `supports`, `from`; empty in the name and title. */
  readonly clause: string;
  /** What was written since that clause word or the last comma in it. */
  readonly operands: readonly string[];
  /** Whether the clause still lacks what must follow it. */
  readonly wanting: boolean;
  /** The second word that must follow: `on` after `depends`. */
  readonly second: readonly string[];
}

export interface Outline {
  readonly file: Block;
  /** How many blocks at most stand in each other. */
  readonly depth: number;
  readonly end: CursorPlace;
}

/** The outline of a text, or of its lexemes up to some place. */
export function outlineOf(text: string, lexemes: readonly Lexeme[] = lexemesOf(text)): Outline {
  const outliner = new Outliner(text);
  const code = lexemes.filter((lexeme) => !isComment(lexeme));
  let taken = 0;
  for (const lexeme of lexemes) {
    if (isComment(lexeme)) outliner.comment(lexeme);
    else outliner.take(lexeme, code[++taken] ?? null);
  }
  const end = outliner.finish();
  return { file: outliner.file, depth: outliner.depth, end };
}

export function isComment(lexeme: Lexeme): boolean {
  return lexeme.kind === 'lineComment' || lexeme.kind === 'blockComment';
}

class Outliner {
  readonly file: Block = { kind: 'file', owner: null, open: null, close: null, items: [] };
  depth = 0;
  readonly #text: string;
  readonly #blocks: Block[] = [this.file];
  #item: Item | null = null;
  #clause = '';
  #operands: string[] = [];
  #wanting = false;
  #second: readonly string[] = [];
  /** Comments since the last word. They go to the statement if it turns out to go on, else they stand for themselves. */
  #comments: Lexeme[] = [];
  /** Line breaks since the last word, also those around comments. */
  #breaks = 0;

  constructor(text: string) {
    this.#text = text;
  }

  finish(): CursorPlace {
    this.#settleComments();
    return {
      blocks: [...this.#blocks],
      item: this.#item,
      clause: this.#clause,
      operands: this.#operands,
      wanting: this.#wanting,
      second: this.#second,
    };
  }

  take(lexeme: Lexeme, next: Lexeme | null): void {
    this.#breaks += lexeme.breaks;
    if (lexeme.kind === 'open') this.#open(lexeme);
    else if (lexeme.kind === 'close') this.#close(lexeme);
    else if (lexeme.kind === 'comma') this.#comma(lexeme);
    else if (lexeme.kind === 'text') this.#quoted(lexeme);
    else this.#chunk(lexeme, next);
    this.#breaks = 0;
  }

  get #block(): Block {
    return this.#blocks[this.#blocks.length - 1] as Block;
  }

  comment(lexeme: Lexeme): void {
    this.#breaks += lexeme.breaks;
    this.#comments.push(lexeme);
  }

  /** The comments that are still held stand for themselves, before whatever comes now. */
  #settleComments(): void {
    for (const comment of this.#comments) this.#block.items.push(newItem('comment', '', comment));
    this.#comments = [];
  }

  /** Adds a lexeme to a statement that goes on, with the comments before it. */
  #add(item: Item, lexeme: Lexeme): void {
    for (const comment of this.#comments) item.lexemes.push(comment);
    item.lexemes.push(lexeme);
    this.#comments = [];
  }

  #begin(kind: Item['kind'], word: string, lexeme: Lexeme): Item {
    this.#settleComments();
    const item = newItem(kind, word, lexeme);
    this.#block.items.push(item);
    this.#item = item;
    this.#enter('', []);
    return item;
  }

  #enter(clause: string, second: readonly string[], wanting = false): void {
    this.#clause = clause;
    this.#operands = [];
    this.#second = second;
    this.#wanting = wanting || second.length > 0;
  }

  #open(lexeme: Lexeme): void {
    const owner = this.#item;
    const block: Block = { kind: owner ? blockOf(owner) : 'other', owner, open: lexeme, close: null, items: [] };
    if (owner && !owner.block) {
      owner.block = block;
      for (const comment of this.#comments) owner.lexemes.push(comment);
      this.#comments = [];
    } else this.#begin('stray', '', lexeme).block = block;
    this.#blocks.push(block);
    this.depth = Math.max(this.depth, this.#blocks.length - 1);
    this.#item = null;
    this.#enter('', []);
  }

  #close(lexeme: Lexeme): void {
    this.#settleComments();
    if (this.#blocks.length > 1) {
      this.#block.close = lexeme;
      this.#blocks.pop();
    } else this.#begin('stray', '', lexeme);
    this.#item = null;
    this.#enter('', []);
  }

  #comma(lexeme: Lexeme): void {
    if (!this.#item) {
      this.#begin('stray', '', lexeme);
      return;
    }
    this.#add(this.#item, lexeme);
    const own = this.#item.kind === 'clause' ? fullWord(this.#item.word) : this.#clause;
    const list = listClauses.has(own) ? own : '';
    this.#enter(list, [], list !== '');
  }

  #quoted(lexeme: Lexeme): void {
    const item = this.#item;
    if (!item) {
      this.#begin('stray', '', lexeme);
      return;
    }
    this.#add(item, lexeme);
    if (isNamed.has(item.kind as ItemKind) && item.title < 0 && item.clauses.size === 0)
      item.title = item.lexemes.length - 1;
    else if (item.kind === 'reading' || item.kind === 'entry') item.title = item.lexemes.length - 1;
    this.#operands.push(this.#text.slice(lexeme.start, lexeme.end));
    this.#wanting = false;
    this.#second = [];
  }

  #chunk(lexeme: Lexeme, next: Lexeme | null): void {
    const word = composed(canonicalWord(this.#text.slice(lexeme.start, lexeme.end)));
    const startsLine = this.#breaks > 0 || !this.#item;
    if (startsLine && this.#startsStatement(word, next)) this.#statement(word, lexeme);
    else if (!this.#item || !this.#continues(word, lexeme, startsLine, next)) this.#start(word, lexeme);
  }

  /** Whether a statement begins here, even though the one before may be unfinished; closes the blocks that it cannot stand in. */
  #startsStatement(word: string, next: Lexeme | null): boolean {
    if (!statementOf.has(word)) return false;
    const follows = next ? this.#text.slice(next.start, next.end) : '';
    if (next?.kind === 'comma' || next?.kind === 'close') return false;
    const inLines = this.#block.kind === 'checkin' || this.#block.kind === 'closing';
    if (inLines && next?.kind === 'chunk' && !looksLikeStatement(word, follows)) return false;
    for (let depth = this.#blocks.length - 1; depth >= 0; depth--) {
      if (!(itemsOf[(this.#blocks[depth] as Block).kind] as readonly string[]).includes(word)) continue;
      this.#blocks.length = depth + 1;
      return true;
    }
    return false;
  }

  #statement(word: string, lexeme: Lexeme): void {
    const inBlock = this.#block.kind;
    const isReading = word === 'checkin' && inBlock !== 'file';
    this.#begin(isReading ? 'reading' : (statementOf.get(word) as ItemKind), word, lexeme);
    if (word === 'checkin') this.#enter('checkin', [], true);
  }

  /** Takes a word that belongs to the item before it; false where it begins something new. */
  #continues(word: string, lexeme: Lexeme, startsLine: boolean, next: Lexeme | null): boolean {
    const item = this.#item as Item;
    if (item.block) return false;
    const add = () => this.#add(item, lexeme);
    if (this.#second.includes(word)) {
      add();
      this.#clause = `${this.#clause} ${word}`;
      this.#second = [];
      this.#wanting = !flags.has(this.#clause.split(' ')[0] as string);
      return true;
    }
    const startsItem = this.#canStart(word);
    if (this.#wanting && !((startsLine || this.#second.length > 0) && startsItem && next)) {
      add();
      this.#operand(item, word);
      return true;
    }
    const named = isNamed.has(item.kind as ItemKind);
    if (
      named &&
      item.name < 0 &&
      item.title < 0 &&
      this.#clause === '' &&
      !(startsLine && startsItem && next?.kind === 'chunk')
    ) {
      add();
      item.name = item.lexemes.length - 1;
      return true;
    }
    if (item.kind === 'tags') {
      if (!word.startsWith('#') || startsLine) return false;
      add();
      return true;
    }
    if (this.#header(item, word)) {
      add();
      this.#clauseWord(item, word);
      return true;
    }
    if (startsItem || word.startsWith('#')) return false;
    if (this.#beginsLine(item, word, startsLine)) return false;
    if (item.kind === 'stray' && startsLine) return false;
    add();
    this.#operand(item, word);
    return true;
  }

  #canStart(word: string): boolean {
    return (itemsOf[this.#block.kind] as readonly string[]).includes(word);
  }

  /** Whether the word opens another clause of the item; each may stand once, so a second `by` belongs to the block around. */
  #header(item: Item, word: string): boolean {
    if (!headerOf[item.kind as ItemKind]?.includes(word)) return false;
    if (item.kind === 'clause') return tailsOf(item.word).has(word);
    return !item.clauses.has(word) || measureWords.has(word);
  }

  #clauseWord(item: Item, word: string): void {
    item.clauses.set(word, '');
    if (measureWords.has(word) && item.measure < 0 && item.kind !== 'cycle') item.measure = item.lexemes.length - 1;
    if (word === 'by') item.due = item.lexemes.length - 1;
    if (item.kind === 'entry' && word !== 'learned' && word !== 'in' && item.measure < 0)
      item.measure = item.lexemes.length - 1;
    if (word === 'confidence' || word === 'learned') item.due = item.lexemes.length - 1;
    this.#enter(word, secondWords.get(word) ?? [], !flags.has(word));
  }

  #operand(item: Item, word: string): void {
    this.#operands.push(word);
    this.#wanting = false;
    this.#second = [];
    const clause = this.#clause === '' ? item.word : this.#clause;
    if (!item.clauses.get(clause)) item.clauses.set(clause, word);
    if (this.#clause === 'checkin') {
      // `checkin 2026-08-14 4.1 of 5`: what follows the date is the value
      if (item.kind === 'reading' && this.#operands.length === 2) item.measure = item.lexemes.length - 1;
    } else if (item.kind === 'reading' && this.#isValue() && item.measure < 0) {
      item.measure = item.lexemes.length - 1;
    }
  }

  /** Whether the operand just taken is a reading's value: it follows the path, or the cycle that ends the path. */
  #isValue(): boolean {
    return this.#clause === '' || (this.#clause === 'in' && this.#operands.length === 2);
  }

  /** In a check-in block each line is a reading of its own, in a closing block an entry. */
  #beginsLine(item: Item, word: string, startsLine: boolean): boolean {
    if (this.#block.kind !== 'checkin' && this.#block.kind !== 'closing') return false;
    const isValue = item.measure < 0 && (/^\P{L}/u.test(word) || word === 'yes' || word === 'no');
    if (startsLine || item.title >= 0) return !isValue;
    // On one line only a path, or a word behind what ends a reading, can be told from the unit of an amount.
    const isPath = /^[\p{L}_].*\.[\p{L}_]/u.test(word);
    const isOver = item.kind === 'entry' || Boolean(item.clauses.get('confidence'));
    return item.measure >= 0 && (isPath || isOver);
  }

  #start(word: string, lexeme: Lexeme): void {
    const block = this.#block.kind;
    if (statementOf.has(word) && this.#canStart(word)) this.#statement(word, lexeme);
    else if (this.#canStart(word)) {
      const item = this.#begin('clause', word, lexeme);
      item.clauses.set(word, '');
      this.#enter(word, secondWords.get(word) ?? [], !flags.has(word));
    } else if (word.startsWith('#')) this.#begin('tags', '', lexeme);
    else if (block === 'checkin') this.#begin('reading', '', lexeme);
    else if (block === 'closing') this.#begin('entry', '', lexeme);
    else this.#begin('stray', '', lexeme);
  }
}

/** Clauses that take several references, separated by commas. */
const listClauses: ReadonlySet<string> = new Set(['supports', 'depends on', 'owner', 'for']);

/** Words that go on with a clause that is an item by itself. */
function tailsOf(word: string): ReadonlySet<string> {
  return measureWords.has(word) ? measureWords : (clauseTails.get(word) ?? none);
}

const none: ReadonlySet<string> = new Set();
const clauseTails: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['supports', new Set(['in', 'weight'])],
  ['depends', new Set(['in'])],
  ['carried', new Set(['in'])],
  ['for', new Set(['in'])],
]);

function newItem(kind: Item['kind'], word: string, lexeme: Lexeme): Item {
  return {
    kind,
    word,
    lexemes: [lexeme],
    name: -1,
    title: -1,
    measure: -1,
    due: -1,
    clauses: new Map(),
    block: null,
  };
}

function fullWord(word: string): string {
  return word === 'depends' ? 'depends on' : word === 'carried' ? 'carried from' : word;
}

function blockOf(item: Item): BlockKind {
  if (item.kind === 'comment' || item.kind === 'clause' || item.kind === 'tags') return 'other';
  if (item.kind === 'reading' || item.kind === 'entry' || item.kind === 'stray') return 'other';
  return item.kind;
}

/** In the lines of a check-in, `team.trust 5` names an objective `team`; `team trust "Trust"` is a statement. */
function looksLikeStatement(word: string, follows: string): boolean {
  if (word === 'okrs' || word === 'checkin' || word === 'closing') return follows === 'for' || /^\d{4}-/.test(follows);
  return /^[\p{L}_]/u.test(follows) && follows !== 'score' && follows !== 'yes' && follows !== 'no';
}
