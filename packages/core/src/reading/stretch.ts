import type { Span } from '../model/span.ts';
import type { Parts } from './context.ts';

/** Tokens of a sentence, from the first to the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The characters from the first to the last of these tokens. */
export function spanOf(parts: Parts, stretch: Stretch | null): Span | null {
  const first = stretch && parts.tokens[stretch.from];
  const last = stretch && parts.tokens[stretch.to];
  return first && last ? { start: first.start, end: last.end } : null;
}
