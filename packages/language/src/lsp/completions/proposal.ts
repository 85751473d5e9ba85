/** One thing that completion proposes, before it takes the shape of the protocol. */

import type { Span } from '@okr-language/core';
import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver-types';
import { comesInOrder } from '../search.ts';
import type { Replaced } from './behind.ts';

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Proposals of a lower rank come first; within a rank they keep the order in which they were made. */
  readonly rank: number;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is written, if not the label. */
  readonly insert?: string;
  /** With places to fill in, `<1:name>`; used where the editor knows tab stops. */
  readonly template?: string;
  /** Further words by which it is found: a title. */
  readonly alias?: string;
  /** From which its documentation is made when it is asked for. */
  readonly goal?: string;
  /** Ask for proposals again when it was accepted. */
  readonly retrigger?: boolean;
}

export const MAX_ITEMS = 200;
/** Characters of the answer, so that it stays well below 64 KB. */
const MAX_SIZE = 48_000;
const MAX_TEXT = 100;

export interface ListOptions {
  /** Whether the editor knows tab stops. */
  readonly snippets: boolean;
  /** The editor's command that asks for proposals again; empty where it has none. */
  readonly suggestCommand: string;
  /** Whether marks stand apart from their letters in what was typed. */
  readonly isApart?: boolean;
  replacedBy(proposal: Proposal): Replaced;
  rangeOf(span: Span): Range;
}

/** Collects proposals that match what was typed, until there are enough. */
export class Proposals {
  readonly #typed: string;
  readonly #found = new Map<string, Proposal>();
  isFull = false;

  constructor(typed: string) {
    this.#typed = typed.toLowerCase();
  }

  add(proposal: Proposal): void {
    if (this.isFull || !this.matches(proposal.label, proposal.alias)) return;
    if (this.#found.has(proposal.label)) return;
    // one more than can be shown tells that there are more
    if (this.#found.size > MAX_ITEMS) this.isFull = true;
    else this.#found.set(proposal.label, proposal);
  }

  addAll(proposals: Iterable<Proposal>): void {
    for (const proposal of proposals) {
      this.add(proposal);
      if (this.isFull) return;
    }
  }

  /** The letters typed must come in this order; in the last part of a path, whose first parts must be there in full. */
  matches(label: string, alias = ''): boolean {
    const typed = this.#typed;
    if (typed === '') return true;
    const text = label.toLowerCase();
    const dot = typed.lastIndexOf('.');
    if (dot >= 0 && !text.startsWith(typed.slice(0, dot + 1))) return false;
    return comesInOrder(typed, text) || (dot < 0 && alias.toLowerCase().includes(typed));
  }

  list(options: ListOptions): CompletionList {
    const sorted = [...this.#found.values()].sort((a, b) => a.rank - b.rank);
    const items: CompletionItem[] = [];
    let size = 0;
    for (const proposal of sorted) {
      const item = itemOf(proposal, items.length, options, this.#typed);
      size += JSON.stringify(item).length;
      if (items.length === MAX_ITEMS || size > MAX_SIZE) return { isIncomplete: true, items };
      items.push(item);
    }
    return { isIncomplete: false, items };
  }
}

function itemOf(proposal: Proposal, index: number, options: ListOptions, typed: string): CompletionItem {
  const { label, kind, detail, documentation, alias, goal, insert = label } = proposal;
  const { span, isWordAlone } = options.replacedBy(proposal);
  const asSnippet = options.snippets && proposal.template !== undefined && !isWordAlone;
  const plain = isWordAlone && insert.startsWith(label) ? label : insert;
  const newText = asSnippet ? tabStops(proposal.template as string) : plain;
  // Where only the title holds what was typed, the editor must find it there as well.
  const byAlias = alias !== undefined && alias !== '' && !typed.includes('.');
  const filter = byAlias ? `${label} ${shorten(alias)}` : label;
  return {
    label,
    kind,
    sortText: String(index).padStart(3, '0'),
    ...(byAlias || options.isApart ? { filterText: options.isApart ? filter.normalize('NFD') : filter } : {}),
    ...(detail ? { detail: shorten(detail) } : {}),
    ...(documentation ? { documentation: { kind: 'markdown', value: documentation } } : {}),
    ...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range: options.rangeOf(span), newText },
    ...(goal ? { data: { goal } } : {}),
    ...(proposal.retrigger && !isWordAlone && options.suggestCommand
      ? { command: { title: 'Suggest', command: options.suggestCommand } }
      : {}),
  };
}

export function shorten(text: string, most = MAX_TEXT): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Turns `<1:name>` and `<1|keep,modify>` into the tab stops of a snippet. */
export function tabStops(template: string): string {
  return template.replace(
    /<(\d)([:|])([^<>]*)>/g,
    (_, number, kind, text) => `\${${number}${kind}${text}${kind === '|' ? '|' : ''}}`,
  );
}

/** A text as it stands in a snippet, where `$`, `}` and `\` would mean something. */
export function plainInSnippet(text: string): string {
  return text.replace(/[\\$}]/g, (char) => `\\${char}`);
}
