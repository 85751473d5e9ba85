/**
 * What stands on the line behind the word that is being written. Where a proposal says it too it is replaced, and where operands are there already the
 * word alone is written: accepted over their own beginning, `at least` and `supports nova.ride` would stand there twice.
 */
import type { Span } from '@okr-language/core';
import { headerOf, itemsOf, secondWords } from '../outline/blocks.ts';
import type { Lexeme } from '../outline/lexemes.ts';
import type { Proposal } from './proposal.ts';

/** What an accepted proposal replaces, and whether it may bring more than its own word. */
export interface Replaced {
  readonly span: Span;
  readonly isWordAlone: boolean;
}

const clauseWords: ReadonlySet<string> = new Set([
  ...Object.values(itemsOf).flat(),
  ...Object.values(headerOf).flat(),
  ...[...secondWords.values()].flat(),
]);

export class Behind {
  readonly #text: string;
  readonly #span: Span;
  /** The lexemes behind the word, up to the end of its line. */
  readonly #lexemes: readonly Lexeme[];

  constructor(text: string, span: Span, lexemes: readonly Lexeme[]) {
    const end = lexemes.findIndex(({ breaks }) => breaks > 0);
    this.#text = text;
    this.#span = span;
    this.#lexemes = end < 0 ? lexemes : lexemes.slice(0, end);
  }

  replacedBy(proposal: Proposal): Replaced {
    const said = this.#saidToo(proposal);
    const { start, end } = this.#span;
    const next = this.#lexemes[said];
    return {
      span: { start, end: this.#lexemes[said - 1]?.end ?? end },
      isWordAlone: next !== undefined && this.#goesOn(next, proposal),
    };
  }

  /** How many lexemes behind the word a proposal says too: the other words of its label; of a path to a goal its cycle. */
  #saidToo({ label, goal }: Proposal): number {
    const isWriting = this.#span.end > this.#span.start;
    if (goal !== undefined && isWriting && this.#wordAt(0) === 'in' && this.#lexemes[1]?.kind === 'chunk') return 2;
    const others = label.split(' ').slice(1);
    return isWriting && others.every((word, i) => this.#wordAt(i) === word) ? others.length : 0;
  }

  #wordAt(i: number): string {
    const lexeme = this.#lexemes[i];
    return lexeme?.kind === 'chunk' ? this.#text.slice(lexeme.start, lexeme.end) : '';
  }

  /** Whether what comes next is what the proposal would bring along: an operand, or a word of its template. */
  #goesOn(next: Lexeme, { template = '' }: Proposal): boolean {
    if (next.kind === 'text' || next.kind === 'comma') return true;
    if (next.kind === 'open') return template.includes('{');
    if (next.kind !== 'chunk') return false;
    const word = this.#text.slice(next.start, next.end);
    return !clauseWords.has(word) || template.split(/\s+/).includes(word);
  }
}
