/** Quotation marks as slides, letters and other languages have them: texts in them are read, and the marks are told. */

/** By the mark that a text begins with: those that may end it. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"”“»'],
  ...[...'“”„‟'].map((mark) => [mark, '”“‟»"'] as const),
  ...[...'″‶〃'].map((mark) => [mark, '″‶〃”"'] as const),
  ['«', '»”"'],
  ['»', '«"'],
  ['＂', '＂"'],
  ['「', '」'],
  ['『', '』'],
  ['‹', '›'],
  ['›', '‹'],
]);

/** Marks that also are apostrophes or minutes: they begin a text only where no word or number ends. */
const SINGLE = "'‘’‚‛′‵`´";

export function isDoubleQuote(mark: string): boolean {
  return mark !== '"' && closers.has(mark);
}

export function isSingleQuote(mark: string): boolean {
  return SINGLE.includes(mark);
}

/** Whether a text may begin with it that should begin with a straight double one. */
export function isQuote(mark: string): boolean {
  return mark !== '' && (isDoubleQuote(mark) || isSingleQuote(mark));
}

/** The marks that may end a text that begins with this one; empty where none begins with it. */
export function closersOf(mark: string): string {
  return closers.get(mark) ?? (mark !== '' && isSingleQuote(mark) ? SINGLE : '');
}
