import type { Span } from '../model/span.ts';
import { isClauseStart, lowerAt, type Parts, wordAt } from './context.ts';
import { leadingVerbOf } from './leading.ts';
import { isLimit } from './lexicon/classes.ts';
import { wordsOf } from './lexicon/lists.ts';
import { verbForms } from './lexicon/verbs.ts';

/** Where a sentence says that its figure should go. */
export interface Way {
  readonly way: 'up' | 'down';
  /** The word that says so. */
  readonly span: Span;
}

const rising = wordsOf('increase raise grow boost lift expand double triple');
const falling = wordsOf('reduce decrease lower cut shorten shrink minimise minimize halve slash trim drop');
/** What is better when it is lower, as a rise in rank is a fall in number; and nouns of moving and words that turn the verb round. */
const turning = wordsOf(
  'rank ranks ranking rankings position place handicap reduction decline decrease fall drop saving savings loss losses gain increase without lower fewer less',
);
const times = wordsOf('time times speed pace');

/**
 * Whether the verb that governs the figure says that it should rise or fall, and nothing in the sentence says otherwise; also `More …` and
 * `Fewer …` at the beginning, and the verb behind `by` (`Raise trust by cutting complaints`). Null where another figure is meant than the verb's
 * object (`Lower barriers: applications`), and for ranks and speeds, which rise by falling.
 */
export function wayOfVerb(parts: Parts): Way | null {
  const verb = leadingVerbOf(parts);
  let at = verb?.entry.form === 'base' ? verb.at : 0;
  let way = wayOf(verb?.entry.form === 'base' ? verb.entry.base : '') ?? adverbOf(wordAt(parts, 0));
  if (way === null && ((parts.classes & isLimit) === 0 || !parts.tokens.some(({ lower }) => lower === 'by')))
    return null;
  for (let i = at + 1; i < parts.tokens.length; i++) {
    const word = wordAt(parts, i);
    const next = word === 'by' ? verbForms.get(wordAt(parts, i + 1)) : undefined;
    if (next?.form === 'ing') {
      if (next.class !== 'movement') return null;
      way = wayOf(next.base);
      at = ++i;
      continue;
    }
    if (way === null) continue;
    if (parts.tokens[i]?.kind === 'mark' && (lowerAt(parts, i) === ':' || lowerAt(parts, i) === ';')) return null;
    if (turning.has(word) || (way === 'up' && times.has(word) && lowerAt(parts, i - 1) !== '-')) return null;
    // a second verb of moving governs the figures behind it
    if (verbForms.get(word)?.class === 'movement' && !isClauseStart(parts, i)) return null;
  }
  const token = parts.tokens[at];
  return way && token ? { way, span: { start: token.start, end: token.end } } : null;
}

function wayOf(verb: string): 'up' | 'down' | null {
  return rising.has(verb) ? 'up' : falling.has(verb) ? 'down' : null;
}

function adverbOf(word: string): 'up' | 'down' | null {
  return word === 'more' ? 'up' : word === 'fewer' || word === 'less' ? 'down' : null;
}
