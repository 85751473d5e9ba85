/** The outline of a file, and the search for a name or title in a whole project. */
import type { CheckinBlock, Closing, OkrFile, OkrSet, Span, UnitDeclaration } from '@okr-language/core';
import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { type Directory, declaredUnit, isLarge } from '../../lookup/directory.ts';
import type { Pause } from '../../lookup/mentions.ts';
import { anyUnitKey, kpiKey, unitKey } from '../../slices/keys.ts';
import { probeFor } from '../../store/sieve.ts';
import { toRange } from '../context.ts';
import { childrenOf, type FileNode, nameOf, titleOf } from '../nodes.ts';
import { comesInOrder } from '../search.ts';

const MAX_LABEL = 120;

export function documentSymbols(file: OkrFile): DocumentSymbol[] {
  return file.statements.map((statement) => symbolOf(file, statement));
}

function symbolOf(file: OkrFile, node: FileNode): DocumentSymbol {
  const children = childrenOf(node).map((child) => symbolOf(file, child));
  const title = titleOf(node)?.text.trim() ?? '';
  const name = nameOf(node)?.text ?? '';
  const selection = nameOf(node)?.span ?? titleOf(node)?.span ?? unitSpan(node) ?? firstWord(node.span);
  return {
    name: cut(headingOf(node) ?? (title || name || `${words[node.kind]} without a title`)),
    ...(title !== '' && name !== '' ? { detail: cut(name) } : {}),
    kind: kindOf(node),
    range: toRange(file.lineStarts, node.span),
    selectionRange: toRange(file.lineStarts, inside(selection, node.span)),
    ...(children.length > 0 ? { children } : {}),
  };
}

const words: Readonly<Record<FileNode['kind'], string>> = {
  cycle: 'cycle',
  unit: 'unit',
  okrs: 'goals',
  objective: 'objective',
  keyResult: 'key result',
  initiative: 'initiative',
  guardrail: 'guardrail',
  kpi: 'KPI',
  checkin: 'check-in',
  closing: 'closing',
};

/** Blocks have no title: they are called by whose they are and when. */
function headingOf(node: FileNode): string | null {
  if (node.kind !== 'okrs' && node.kind !== 'checkin' && node.kind !== 'closing') return null;
  const unit = node.unit?.text ?? '…';
  const cycle = node.cycle?.text ?? '…';
  if (node.kind === 'okrs') return `${unit} in ${cycle}`;
  if (node.kind === 'closing') return `closing of ${unit} in ${cycle}`;
  return `check-in ${node.date?.text ?? '…'} of ${unit} in ${cycle}`;
}

function unitSpan(node: FileNode): Span | null {
  return 'unit' in node ? (node.unit?.span ?? null) : null;
}

function firstWord({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + 1) };
}

function inside(span: Span, outer: Span): Span {
  const start = Math.min(Math.max(span.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(span.end, outer.end)) };
}

function kindOf(node: FileNode): SymbolKind {
  switch (node.kind) {
    case 'cycle':
    case 'checkin':
    case 'closing':
      return SymbolKind.Event;
    case 'unit':
      return node.level === 'person' ? SymbolKind.Object : SymbolKind.Namespace;
    case 'okrs':
      return SymbolKind.Package;
    case 'objective':
      return SymbolKind.Interface;
    case 'keyResult':
      return SymbolKind.Number;
    case 'initiative':
      return SymbolKind.Method;
    case 'guardrail':
    case 'kpi':
      return SymbolKind.Constant;
  }
}

function cut(text: string): string {
  return text.length <= MAX_LABEL ? text : `${text.slice(0, MAX_LABEL - 1).trimEnd()}…`;
}

export const MAX_SYMBOLS = 200;

/** Files that are read for one answer in a large project, beside those that surely hold nothing. */
const mostFilesRead = 1500;

/**
 * What is declared in some projects and matches a query by name or title, best first. Of a large one, files that cannot hold what is looked for are
 * not read, and others come in between.
 */
export async function symbolsEverywhere(
  directories: readonly Directory[],
  query: string,
  pause: Pause,
): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = [];
  for (const directory of directories) found.push(...(await symbolsIn(directory, query.trim(), pause)));
  return found.slice(0, MAX_SYMBOLS);
}

async function symbolsIn(directory: Directory, query: string, pause: Pause): Promise<readonly WorkspaceSymbol[]> {
  const large = isLarge(directory);
  const titleOf = (unit: string) => declaredUnit(directory, unit)?.title?.text ?? null;
  const search = new SymbolSearch(query, !large, titleOf);
  const probe = large && query.length >= 3 ? probeFor([], [query]) : null;
  const seen = new Set<string>();
  let read = 0;
  // Whoever knows the whole name finds it first.
  const named = [unitKey(query), anyUnitKey(query), kpiKey(query)].flatMap((key) => [...directory.table.holders(key)]);
  for (const uri of [...named.sort(), ...[...directory.files].sort()]) {
    if (seen.has(uri)) continue;
    seen.add(uri);
    if (seen.size % 1000 === 0) await pause();
    if (probe && !directory.mayHold(uri, probe)) continue;
    const file = directory.fileOf(uri);
    if (file) search.add(file);
    await pause();
    if (large && (search.isFull || ++read >= mostFilesRead)) break;
  }
  return search.found;
}

type Symbol = Exclude<FileNode, OkrSet | CheckinBlock | Closing>;

/** In this order those of one rank are shown. */
const kinds: readonly Symbol['kind'][] = ['unit', 'cycle', 'objective', 'keyResult', 'kpi', 'initiative', 'guardrail'];
const ranks = 4;

class SymbolSearch {
  readonly #letters: string;
  readonly #isFuzzy: boolean;
  readonly #unitTitle: (name: string) => string | null;
  readonly #found: WorkspaceSymbol[][];

  /** `isFuzzy` looks for the letters with others between them too; `unitTitle` gives the title of a declared unit. */
  constructor(query: string, isFuzzy: boolean, unitTitle: (name: string) => string | null) {
    this.#letters = query.trim().toLowerCase();
    this.#isFuzzy = isFuzzy;
    this.#unitTitle = unitTitle;
    this.#found = Array.from({ length: ranks * kinds.length }, () => []);
  }

  get found(): WorkspaceSymbol[] {
    return this.#found.flat().slice(0, MAX_SYMBOLS);
  }

  /** Whether there are enough of the best. */
  get isFull(): boolean {
    let best = 0;
    for (const list of this.#found.slice(0, kinds.length)) best += list.length;
    return best >= MAX_SYMBOLS;
  }

  add(file: OkrFile): void {
    for (const statement of file.statements) this.#add(file, statement, '');
  }

  /** `container` tells where it stands. Blocks are nested four deep at most, so this ends soon. */
  #add(file: OkrFile, node: FileNode, container: string): void {
    if (node.kind === 'checkin' || node.kind === 'closing') return;
    if (node.kind !== 'okrs') this.#match(file, node, container);
    const around =
      node.kind === 'okrs'
        ? `${node.unit?.text ?? ''} in ${node.cycle?.text ?? ''}`
        : (titleOf(node)?.text ?? '') || (nameOf(node)?.text ?? '');
    for (const child of childrenOf(node)) this.#add(file, child, around);
  }

  #match(file: OkrFile, node: Symbol, container: string): void {
    const name = node.name?.text ?? '';
    const title = node.title?.text ?? '';
    const rank = this.#rankOf(name.toLowerCase(), title.toLowerCase());
    const list = this.#found[rank * kinds.length + kinds.indexOf(node.kind)];
    if (!list || list.length >= MAX_SYMBOLS) return;
    list.push({
      // An editor sifts the answer once more by this text, so it holds what was searched: name and title.
      name: cut([name, title].filter(Boolean).join('  ') || 'without a title'),
      kind: kindOf(node),
      containerName: cut(node.kind === 'unit' ? this.#unitAround(node) : container),
      location: { uri: file.uri, range: toRange(file.lineStarts, (node.name ?? node.title ?? node).span) },
    });
  }

  /** 0 the beginning of the name, 1 the beginning of a word, 2 anywhere, 3 the letters in this order, 4 not at all. */
  #rankOf(name: string, title: string): number {
    const wanted = this.#letters;
    if (wanted === '' || name.startsWith(wanted)) return 0;
    if (title.startsWith(wanted) || title.includes(` ${wanted}`)) return 1;
    if (name.includes(wanted) || title.includes(wanted)) return 2;
    return this.#isFuzzy && comesInOrder(wanted, `${name} ${title}`) ? 3 : ranks;
  }

  #unitAround({ parent, level }: UnitDeclaration): string {
    return parent ? this.#unitTitle(parent.text) || parent.text : level;
  }
}
