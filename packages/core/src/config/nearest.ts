import { spelledLike } from '../cascade/suggestions.ts';

/** The name that was probably meant, or null where none is near: at most a third of the letters may differ. */
export function nearest(word: string, names: Iterable<string>): string | null {
  return spelledLike(word, names)[0] ?? null;
}
