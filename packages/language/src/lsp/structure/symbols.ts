/** The outline of a file, and the search for a name or title in a whole project. */
import { type Cascade, type Declared, lineStartsOf, type OkrFile, type Span } from '@okr-language/core';
import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { toRange } from '../context.ts';
import { declarationPlace } from '../lookup.ts';
import { childrenOf, type FileNode, nameOf, titleOf } from '../nodes.ts';
import { Search } from '../search.ts';

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

function kindOf(node: FileNode | Declared): SymbolKind {
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

/** What is declared in a project and matches a query by name or title, best first, at most `limit`. */
export function workspaceSymbols(cascade: Cascade, query: string, limit = MAX_SYMBOLS): WorkspaceSymbol[] {
  const search = new Search(cascade, query.trim());
  const ranks: Declared[][] = [[], [], [], []];
  for (const declared of declarations(cascade)) {
    if (!search.mayBeIn(uriOf(declared))) continue;
    const rank = rankOf(search, nameOfDeclared(declared).toLowerCase(), (declared.title ?? '').toLowerCase());
    const list = ranks[rank];
    if (list && list.length < limit) list.push(declared);
    if (rank === 0 && list && list.length >= limit) break;
  }
  const lines = new Map<string, readonly number[]>();
  return ranks
    .flat()
    .slice(0, limit)
    .flatMap((declared) => workspaceSymbol(cascade, declared, lines) ?? []);
}

function* declarations(cascade: Cascade): Generator<Declared> {
  yield* cascade.units.values();
  for (const cycle of cascade.cycles.values()) if (cycle.declaration) yield cycle;
  yield* cascade.objectives;
  yield* cascade.keyResults;
  yield* cascade.kpis;
  yield* cascade.initiatives;
  yield* cascade.guardrails;
}

function uriOf(declared: Declared): string {
  return declared.kind === 'cycle' || declared.kind === 'unit' ? (declared.declaration?.uri ?? '') : declared.uri;
}

function nameOfDeclared(declared: Declared): string {
  return 'name' in declared ? (declared.name ?? '') : '';
}

/** 0 the beginning of the name, 1 the beginning of a word, 2 anywhere, 3 the letters in this order, 4 not at all. */
function rankOf(search: Search, name: string, title: string): number {
  const wanted = search.letters;
  if (wanted === '' || name.startsWith(wanted)) return 0;
  if (title.startsWith(wanted) || title.includes(` ${wanted}`)) return 1;
  if (name.includes(wanted) || title.includes(wanted)) return 2;
  return search.fits(`${name} ${title}`) ? 3 : 4;
}

function workspaceSymbol(
  cascade: Cascade,
  declared: Declared,
  lines: Map<string, readonly number[]>,
): WorkspaceSymbol | null {
  const place = declarationPlace(declared);
  if (!place) return null;
  const lineStarts = lines.get(place.uri) ?? cascade.files.get(place.uri)?.lineStarts ?? lineStartsOf('');
  lines.set(place.uri, lineStarts);
  const name = nameOfDeclared(declared);
  const title = declared.title ?? '';
  return {
    // An editor sifts the answer once more by this text, so it holds what was searched: name and title.
    name: cut([name, title].filter(Boolean).join('  ') || 'without a title'),
    kind: kindOf(declared),
    containerName: cut(containerOf(declared)),
    location: { uri: place.uri, range: toRange(lineStarts, place.span) },
  };
}

function containerOf(declared: Declared): string {
  switch (declared.kind) {
    case 'objective':
      return `${declared.set.unitName} in ${declared.set.cycleName}`;
    case 'keyResult':
      return declared.objective.title || declared.objective.name || '';
    case 'unit':
      return declared.parent?.title || declared.parent?.name || declared.level;
    case 'initiative':
    case 'guardrail':
      return declared.in.kind === 'set' ? `${declared.in.unitName} in ${declared.in.cycleName}` : declared.in.title;
    default:
      return '';
  }
}
