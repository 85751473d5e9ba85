/** Whether two readings of a file say the same, whatever their places, gaps, comments and problems. */
import type { OkrFile } from '@okr-language/core';

/** Stretches of the text whose inner gaps the formatter may narrow: `6  days`. */
const spaced: ReadonlySet<string> = new Set(['text', 'doc']);

export function sameMeaning(a: OkrFile, b: OkrFile): boolean {
  return digest(a) === digest(b);
}

function digest({ statements, suppressions }: OkrFile): string {
  return JSON.stringify({ statements, suppressions }, (key, value) => {
    if (isSpan(value)) return 'here';
    return spaced.has(key) && typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
  });
}

/** A place; that there is one may mean something (`draft`), where it is does not. */
function isSpan(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
