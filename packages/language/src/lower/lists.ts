import { NONE, type Tree } from '../syntax/tree.ts';

/**
 * Most lists of most statements are empty: one object serves them all. It is not frozen: the engine of Node runs through lists of which some
 * are frozen a good deal slower. `test/unit/cascade/empty.test.ts` holds that nobody adds to it.
 */
const nothing: readonly never[] = [];

/** A list that nothing was added to yet; only `added` may add to it. */
export function none<T>(): T[] {
  return nothing as unknown as T[];
}

/** The list with one more item; `list` itself grows unless it is the shared empty one. */
export function added<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** The same list in no more room than it needs: one that grows by a second item takes room for sixteen. */
export function fitted<T>(list: T[]): T[] {
  return list.length > 1 ? list.slice() : list;
}

/** What becomes of each node of a list, from its first; null where nothing does. */
export function listOf<N extends number, T>(tree: Tree, first: N, lower: (node: N) => T | null): readonly T[] {
  let list = none<T>();
  for (let node = first; node !== NONE; node = tree.next(node)) {
    const item = lower(node);
    if (item !== null) list = added(list, item);
  }
  return fitted(list);
}
