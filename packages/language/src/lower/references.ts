import type { Name, Reference } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import type { Read } from '../syntax/node.ts';
import type { Source } from './source.ts';

/** References that have at least a beginning. A path that ends in a dot ends in an empty segment. */
export function references(
  source: Source,
  nodes: readonly (Read<ast.Reference> | undefined)[] | undefined,
): readonly Reference[] {
  return (nodes ?? []).flatMap((node) => {
    if (!node?.segments) return [];
    const segments: Name[] = [...source.names(node.segments)];
    const last = node.segments[node.segments.length - 1] as number;
    const dot = source.dotBehind(last, node.$last);
    if (dot !== null) segments.push({ text: '', span: { start: dot, end: dot } });
    return [{ segments, cycle: source.name(node.cycle), span: source.spanOf(node) }];
  });
}
