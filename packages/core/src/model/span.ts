import { countBefore } from './sorted.ts';

/** A stretch of a file's text: offsets in UTF-16 code units, `end` exclusive, as editors count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in a named file. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** A zero-based line and column (UTF-16 code units), as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The one of some stretches that holds the character at an offset; they have to be in the order of the text and not to overlap. */
export function stretchAt<Stretch extends { readonly span: Span }>(
  stretches: readonly Stretch[],
  offset: number,
): Stretch | null {
  const stretch = stretches[countBefore(stretches, ({ span }) => span.end <= offset)];
  return stretch && stretch.span.start <= offset ? stretch : null;
}

/** The offsets at which the lines of `text` begin. A line ends with LF, CRLF or a lone CR. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue; // CRLF counts once, at its LF
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}

/** The line and column of an offset. Offsets beyond the end fall on the last line. */
export function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (lineStarts[low] as number)) };
}
