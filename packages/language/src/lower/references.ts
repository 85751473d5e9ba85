import type { Reference } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import type { Read } from '../syntax/node.ts';
import { added, none } from './lists.ts';
import type { Source } from './source.ts';

/** References that have at least a beginning. */
export function references(
  source: Source,
  nodes: readonly (Read<ast.Reference> | undefined)[] | undefined,
): readonly Reference[] {
  let found = none<Reference>();
  for (const node of nodes ?? []) {
    const one = reference(source, node);
    if (one) found = added(found, one);
  }
  return found;
}

/** A reference; null where not even its beginning is there. A path that ends in a dot ends in an empty segment. */
export function reference(source: Source, node: Read<ast.Reference> | undefined): Reference | null {
  if (!node?.segments) return null;
  const segments = source.names(node.segments);
  const last = node.segments[node.segments.length - 1] as number;
  const dot = source.dotBehind(last, node.$last);
  if (dot !== null) segments.push({ text: '', span: { start: dot, end: dot } });
  return { segments, cycle: source.name(node.cycle), span: source.spanOf(node) };
}
