import type { Name, Reference } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf } from '../syntax/tree.ts';
import { listOf } from './lists.ts';
import type { Source } from './source.ts';

const REFERENCE = cellsOf<ast.Reference>('Reference');

/** References that have at least a beginning, from the first of a list. */
export function references(source: Source, first: NodeOf<ast.Reference>): readonly Reference[] {
  return listOf(source.tree, first, (node) => reference(source, node));
}

/** A reference; null where not even its beginning is there. A path that ends in a dot ends in an empty segment. */
export function reference(source: Source, node: NodeOf<ast.Reference>): Reference | null {
  if (node === NONE) return null;
  const { tree } = source;
  const first = tree.at(node, REFERENCE.segments);
  if (first === NONE) return null;
  const segments: Name[] = source.names(first);
  const dot = source.dotBehind(tree.first(tree.lastOf(node, REFERENCE.segments)), tree.last(node));
  if (dot !== null) segments.push({ text: '', span: { start: dot, end: dot } });
  return { segments, cycle: source.name(tree.at(node, REFERENCE.cycle)), span: source.spanOf(node) };
}
