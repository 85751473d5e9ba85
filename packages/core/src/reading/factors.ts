import type { Amount } from '../amounts/amount.ts';
import { knownUnit } from '../amounts/units.ts';
import { isClauseStart, lowerAt, type Parts, wordAt } from './context.ts';
import { isFactor } from './lexicon/classes.ts';
import { factorWords } from './lexicon/numbers.ts';

/** A verb that holds its own figure: `double the sign-ups`, `halve the queue`, `grow tenfold`. */
export interface Factor {
  readonly form: 'up' | 'down';
  /** The change in percent. */
  readonly amount: Amount;
}

export function factorOf(parts: Parts): Factor | null {
  if ((parts.classes & isFactor) === 0) return null;
  for (let at = 0; at < parts.tokens.length; at++) {
    const factor = factorWords.get(wordAt(parts, at));
    if (factor === undefined || !isVerb(parts, at)) continue;
    const token = parts.tokens[at];
    if (!token) continue;
    const span = { start: token.start, end: token.end };
    const value = Math.round(Math.abs(factor - 1) * 100);
    const amount = {
      value,
      unit: knownUnit('%') as Amount['unit'],
      text: parts.text.slice(span.start, span.end),
      signed: false,
      span,
    };
    return { form: factor < 1 ? 'down' : 'up', amount };
  }
  return half(parts);
}

/** `double down`, `double-check`, `a double room` are no factors. */
function isVerb(parts: Parts, at: number): boolean {
  const behind = parts.tokens[at + 1];
  if (behind && /^(?:down|up|check|checks|opt|sided|blind|edged|entry|bottom|quotes?|digits?)$/.test(behind.lower))
    return false;
  if (behind?.lower === '-' && !behind.spaced && wordAt(parts, at + 2) !== 'digit') return false;
  return isClauseStart(parts, at) || !/^(?:a|the|one|each|every)$/.test(lowerAt(parts, at - 1));
}

/** `cut in half`, `reduce by half` */
function half(parts: Parts): Factor | null {
  for (let at = 1; at < parts.tokens.length; at++) {
    if (wordAt(parts, at) !== 'half' || !/^(?:in|by)$/.test(lowerAt(parts, at - 1)) || lowerAt(parts, at + 1) === '-')
      continue;
    const token = parts.tokens[at];
    if (!token) continue;
    const span = { start: token.start, end: token.end };
    const amount = {
      value: 50,
      unit: knownUnit('%') as Amount['unit'],
      text: parts.text.slice(span.start, span.end),
      signed: false,
      span,
    };
    return {
      form: lowerAt(parts, at - 1) === 'in' || !/^(?:increase|grow|raise)$/.test(wordAt(parts, 0)) ? 'down' : 'up',
      amount,
    };
  }
  return null;
}
