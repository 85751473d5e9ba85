/** Most lists of most statements are empty: one object serves them all. */
const nothing: readonly never[] = Object.freeze([]);

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
