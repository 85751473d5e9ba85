import type { RuleOption } from './rule.ts';

/** An option that takes words of one's own. */
export function ownWords(name: string, description: string): RuleOption {
  return { name, type: 'strings', default: [], description };
}

/** Whether a text holds one of these words or phrases, whole and in any case. */
export function holdsOneOf(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  return words.some((word) => word.trim() !== '' && plain.includes(` ${word.trim().toLowerCase()} `));
}
