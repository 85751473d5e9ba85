/** The words of a list, to be looked up. */
export function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
