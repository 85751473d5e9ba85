/** What is written piece by piece, as one text: for tests. */
export function oneText(pieces: Iterable<string>): string {
  return [...pieces].join('');
}
