/** Finding a row by a place in the text, and finding a row again after an edit. */
import type { RowPlace } from '@okr-language/core';
import { type Outline, type OutlineNode, placeOf } from './outline.ts';

/** The innermost row whose statement, or one of whose readings, holds the offset; null where none does. */
export function rowAt(outline: Outline, uri: string, offset: number): OutlineNode | null {
  let best: OutlineNode | null = null;
  let bestLength = Number.POSITIVE_INFINITY;
  const consider = (node: OutlineNode, place: RowPlace) => {
    if (place.uri !== uri || offset < place.start || offset > place.end) return;
    const length = place.end - place.start;
    if (length >= bestLength) return;
    best = node;
    bestLength = length;
  };
  for (const node of outline.nodes) {
    const place = placeOf(node);
    if (place) consider(node, place);
    if (node.kind === 'keyResult') for (const reading of node.row.readings) consider(node, reading.place);
    if (node.kind === 'unit' && node.set) consider(node, node.row.place); // one row for two statements
  }
  return best;
}

/**
 * Tells under which key a row of the outline before goes on in the next one; the same key where none is found. A goal without a
 * name is known by its title, so its key changes with every letter typed in it; its place in the text then tells that it is the same.
 */
export function follower(before: Outline, after: Outline): (key: string) => string {
  let newcomers: ReadonlyMap<string, string> | null = null;
  const placeKey = (node: OutlineNode): string | null => {
    const place = placeOf(node);
    return place && `${node.kind} ${place.start} ${place.uri}`;
  };
  const listNewcomers = (): ReadonlyMap<string, string> => {
    const list = new Map<string, string>();
    for (const node of after.nodes) {
      if (before.byKey.has(node.key)) continue;
      const place = placeKey(node);
      if (place) list.set(place, node.key);
    }
    return list;
  };
  return (key) => {
    if (after.byKey.has(key)) return key;
    const old = before.byKey.get(key);
    const place = old && placeKey(old);
    if (!place) return key;
    newcomers ??= listNewcomers();
    return newcomers.get(place) ?? key;
  };
}
