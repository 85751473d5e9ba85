/** What the name at a place stands for, and where a thing is named. */
import { Beside, type Cascade, type Declared, type Place, type ResolvedReference, type Span } from '@okr-language/core';
import { type FeatureContext, touches } from './context.ts';
import { type FileNode, nameOf, nodesAt } from './nodes.ts';

export interface NameAt {
  /** What it stands for; null where that is not known. */
  readonly declared: Declared | null;
  /** The name itself: one segment of a path. */
  readonly span: Span;
  /** The reference that it is part of; null where it is the declaration. */
  readonly reference: ResolvedReference | null;
}

/** The name at an offset: part of a reference, or where something is declared. */
export function nameAt(context: FeatureContext, offset: number): NameAt | null {
  return referenceAt(context, offset) ?? declarationAt(context, offset);
}

function referenceAt({ cascade, uri }: FeatureContext, offset: number): NameAt | null {
  for (const reference of cascade.references.get(uri) ?? []) {
    if (!touches(reference.path.span, offset)) continue;
    for (const [i, { span }] of reference.path.segments.entries()) {
      if (touches(span, offset)) return { declared: reference.segmentTargets[i] ?? null, span, reference };
    }
  }
  return null;
}

function declarationAt({ cascade, file, uri }: FeatureContext, offset: number): NameAt | null {
  const node = nodesAt(file, offset).findLast((candidate) => {
    const name = nameOf(candidate);
    return name !== null && touches(name.span, offset);
  });
  const name = node && nameOf(node);
  return node && name ? { declared: declaredAs(cascade, uri, node), span: name.span, reference: null } : null;
}

type Declarations = ReadonlyMap<FileNode, Declared>;

/** By project and file: only what stands in files that somebody looks at is indexed. */
const indexes = new Beside<Cascade, Map<string, Declarations>>();

/** What a node of a file is in the cascade; null for blocks, and for a name that is declared a second time. */
export function declaredAs(cascade: Cascade, uri: string, node: FileNode): Declared | null {
  let byFile = indexes.get(cascade);
  if (!byFile) {
    byFile = new Map();
    indexes.set(cascade, byFile);
  }
  let index = byFile.get(uri);
  if (!index) {
    index = declarationsIn(cascade, uri);
    byFile.set(uri, index);
  }
  return index.get(node) ?? null;
}

function declarationsIn(cascade: Cascade, uri: string): Declarations {
  const index = new Map<FileNode, Declared>();
  for (const map of [cascade.cycles, cascade.units]) {
    for (const declared of map.values()) {
      if (declared.declaration?.uri === uri) index.set(declared.declaration.node, declared);
    }
  }
  for (const list of [cascade.objectives, cascade.keyResults, cascade.initiatives, cascade.guardrails, cascade.kpis]) {
    for (const declared of list) if (declared.uri === uri) index.set(declared.node, declared);
  }
  return index;
}

/** The statement that declares a thing; null for a calendar cycle. */
export function nodeOf(declared: Declared): FileNode | null {
  if (declared.kind === 'cycle' || declared.kind === 'unit') return declared.declaration?.node ?? null;
  return declared.node;
}

/** Where a thing is declared: its name, else its title, else its whole statement. Null for a calendar cycle. */
export function declarationPlace(declared: Declared): Place | null {
  const node = nodeOf(declared);
  if (!node) return null;
  const uri = declared.kind === 'cycle' || declared.kind === 'unit' ? declared.declaration?.uri : declared.uri;
  const span = nameOf(node)?.span ?? ('title' in node ? node.title?.span : null) ?? node.span;
  return uri === undefined ? null : { uri, span };
}

/** Every place where a thing is named in a reference, by file and then in text order. */
export function referencesTo(cascade: Cascade, declared: Declared, inFile: string | null = null): readonly Place[] {
  const places: Place[] = [];
  const seen = new Set<string>();
  for (const [uri, references] of cascade.references) {
    if (inFile !== null && uri !== inFile) continue;
    for (const reference of references) {
      reference.segmentTargets.forEach((target, i) => {
        const span = reference.path.segments[i]?.span;
        const key = `${uri} ${span?.start}`;
        if (target !== declared || !span || seen.has(key)) return;
        seen.add(key);
        places.push({ uri, span });
      });
    }
  }
  return places.sort((a, b) => (a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1));
}
