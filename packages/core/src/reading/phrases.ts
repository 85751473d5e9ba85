import { type Parts, wordAt } from './context.ts';
import type { Stretch } from './stretch.ts';

/** Phrases by their first word, so that most words of a title are asked once; the longest comes first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases from a list with commas. */
export function phrases(list: string): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of list.split(',')) {
    const words = phrase.trim().split(' ');
    const first = words[0] as string;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return byFirst;
}

/** The first phrase of a sentence, from token `start` on. */
export function phraseAt(parts: Parts, known: Phrases, start = 0): Stretch | null {
  for (let from = start; from < parts.tokens.length; from++) {
    const token = parts.tokens[from];
    const found = token?.kind === 'word' ? known.get(token.lower) : undefined;
    if (found === undefined) continue;
    for (const phrase of found) {
      if (phrase.every((word, i) => wordAt(parts, from + i) === word)) return { from, to: from + phrase.length - 1 };
    }
  }
  return null;
}
