import type { Quoted } from '../model/file.ts';
import type { Span } from '../model/span.ts';

/**
 * Where a part of a quoted sentence stands in the file. The part counts from the sentence's first character, which comes after
 * the opening quote. Escapes before the part would shift it; it never leaves the quoted text.
 */
export function placeInTitle(title: Quoted, part: Span): Span {
  const inside = (offset: number) =>
    Math.min(title.span.start + 1 + offset, Math.max(title.span.start, title.span.end - 1));
  return { start: inside(part.start), end: inside(part.end) };
}
