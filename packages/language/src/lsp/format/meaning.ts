/** Whether two readings of a file say the same, whatever their places, gaps and comments. */
import type { OkrFile } from '@okr-language/core';

/** Places, and what follows from the layout alone. */
const layoutOnly: ReadonlySet<string> = new Set(['span', 'ruleSpan', 'valueSpan', 'covers', 'lineStarts', 'length', 'uri']);
/** Stretches of the text whose inner gaps the formatter may narrow: `6  days`. */
const spaced: ReadonlySet<string> = new Set(['text', 'doc']);

export function sameMeaning(a: OkrFile, b: OkrFile): boolean {
  if (a.problems.length !== b.problems.length) return false;
  return digest(a) === digest(b);
}

function digest(file: OkrFile): string {
  const { statements, suppressions, problems } = file;
  return JSON.stringify({ statements, suppressions, codes: problems.map((problem) => problem.code) }, (key, value) => {
    if (layoutOnly.has(key)) return undefined;
    return spaced.has(key) && typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
  });
}
