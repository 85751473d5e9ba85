import { isCapital, isWordOf, lowerAt, type Parts, wordAt } from './context.ts';
import { isRelational } from './figures.ts';
import { isPronoun, saysPurpose } from './lexicon/classes.ts';

/**
 * Whether a sentence says behind the token `from` what for, for whom, how, or what something should be like: then it is no bare wish and
 * no bare task. A date (`by Q1`) says none of that. `aside`: words that say none of it here (`Complete the merger with Nordbank`).
 */
export function saysWhatFor(parts: Parts, from: number, aside: RegExp | null = null): boolean {
  for (let at = from; at < parts.tokens.length; at++) {
    if (parts.inDate[at] || parts.inDate[at + 1]) continue;
    const word = wordAt(parts, at);
    if (isWordOf(parts, at, saysPurpose) && !aside?.test(word)) return true;
    if (word === 'to' && at > 0 && !/^(?:up|access|migration|move|switch|according)$/.test(wordAt(parts, at - 1)))
      return !isPlace(parts, at + 1);
    if (lowerAt(parts, at) === ':') return true;
    if (word === 'for' && !aside?.test(word) && !/^(?:|each|all|every)$/.test(wordAt(parts, at + 1))) return true;
    // `a product our grandparents would understand`: a clause about the noun before it
    if (at > from && isWordOf(parts, at, isPronoun) && isObject(parts, at - 1)) return true;
  }
  return false;
}

/** `to Kubernetes`, `to the cloud`, `to v4` says where to; `to win …` says what for. */
function isPlace(parts: Parts, at: number): boolean {
  return (
    /^(?:the|a|an|our|all|its|their|new|every)$/.test(wordAt(parts, at)) ||
    isCapital(parts, at) ||
    /\d/.test(lowerAt(parts, at))
  );
}

function isObject(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  return (
    word !== '' &&
    !isRelational(word) &&
    !/^(?:out|off|over|all|for|between|among|throughout|inside|beyond|toward|towards)$/.test(word)
  );
}
