/** What the rules of work share: which figures of a sentence count work, what they count, and what says that more is meant than work. */

import type { Activity } from './activity.ts';
import { isCapital, lowerAt, type Parts, wordAt } from './context.ts';
import { coverageOf } from './coverage.ts';
import { isHyphen, isPlural, isRelational, type Quantity } from './figures.ts';
import { isAside, leadInOf } from './frames.ts';
import { outsiders } from './lexicon/nouns.ts';
import { verbForms } from './lexicon/verbs.ts';
import { measureOf } from './read.ts';

/** Verbs of working something off: all of it done is still the work. */
export const workingOff =
  /^(?:execute|implement|document|complete|update|review|roll|finish|perform|conduct|deliver|test|audit|migrate|check|inspect)$/;

/** Verbs of making something that others then have. */
export const making =
  /^(?:analyse|analyze|assess|benchmark|review|research|update|define|collect|build|configure|create|design|develop|document|draft|make|map|prepare|produce|set|write)$/;

/** What says how well or how soon it was done: a rate of quality, and so an outcome. */
const quality = /^(?:time|within|without|right|correctly|same|own|accurately|ahead|under|below)$/;

/** The work that a sentence names with the word at `at`, `verb` in its base form. */
export function activityAt(
  parts: Parts,
  at: number,
  kind: Activity['kind'],
  verb = wordAt(parts, at),
): Activity | null {
  const token = parts.tokens[at];
  return token ? { verb, kind, span: { start: token.start, end: token.end } } : null;
}

export function isWork(word: string): boolean {
  const kind = verbForms.get(word)?.class;
  return kind === 'activity' || kind === 'output';
}

/**
 * The figures that say how much: `Hire two supervisors and one estimator` and `3 drills (one per shift)` count one thing, and `Visit every home once`
 * and `Service every pump (62 units)` count all.
 */
export function figuresOfWork(parts: Parts, all: readonly Quantity[]): readonly Quantity[] {
  const covers = coverageOf(parts) !== null;
  const quantities = all.filter(({ at, amount: { unit, value } }, index) => {
    if (isAside(parts, at) && unit.kind === 'number' && (covers || unit.per !== null)) return false;
    if (index > 0 && /^(?:more|fewer|less)$/.test(wordAt(parts, at + 1)) && wordAt(parts, at + 2) === 'than')
      return false;
    return !(covers && unit.kind === 'word' && unit.name === 'times' && value < 5);
  });
  const [first] = quantities;
  if (quantities.length !== 2) return quantities;
  return quantities.filter((quantity) => {
    const { at, amount } = quantity;
    if (quantity === first || amount.unit.kind !== 'number' || first?.amount.unit.kind !== 'number') return true;
    const lead = lowerAt(parts, lowerAt(parts, at - 1) === '.' ? at - 2 : at - 1);
    const listed = /^(?:and|&|plus|\+|incl|including)$/.test(lead) && countedAt(parts, first.at) > first.at;
    return !listed || outsiders.has(wordAt(parts, countedAt(parts, at)));
  });
}

/** `Complete 52 walkrounds, up from 30`, `six open days (2023: two)`: the second figure is how many there were, and fewer. */
export function isEarlier(parts: Parts, { at, amount }: Quantity, now: Quantity): boolean {
  const baseline = measureOf(parts)?.baseline;
  return (
    baseline?.kind === 'amount' &&
    baseline.amount.span.start === amount.span.start &&
    amount.value < now.amount.value &&
    !/^(?:instead|than)$/.test(leadInOf(parts, at).word)
  );
}

/** The noun that a figure counts: the last of the words behind it up to a preposition or sign. */
export function countedAt(parts: Parts, figure: number): number {
  let at = figure;
  if (
    wordAt(parts, at + 1) === 'lunch' &&
    /^(?:&|and)$/.test(lowerAt(parts, at + 2)) &&
    wordAt(parts, at + 3) === 'learns'
  )
    return at + 3;
  while (
    at < figure + 6 &&
    wordAt(parts, at + 1) !== '' &&
    !isRelational(wordAt(parts, at + 1)) &&
    !parts.inDate[at + 1]
  ) {
    at++;
    // `how-to videos`, `thought-leadership article`
    if (isHyphen(parts, at + 1) && parts.tokens[at + 2]?.kind === 'word') at += 2;
    if (isPlural(wordAt(parts, at))) break;
  }
  return at;
}

/** `Number of …`, `No. of …`, `# of …`, `The number of …` */
export function isCountOf(parts: Parts): boolean {
  const at = wordAt(parts, 0) === 'the' ? 1 : 0;
  const of = lowerAt(parts, at + 1) === '.' ? at + 2 : at + 1;
  return /^(?:amount|number|count|total|no|#)$/.test(lowerAt(parts, at)) && wordAt(parts, of) === 'of';
}

/** `answered within a day`, `shipped the same day`: how well it is done is an outcome. */
export function isWellDone(parts: Parts, verb: number): boolean {
  return parts.tokens.some(({ lower }, at) => at > verb && quality.test(lower));
}

/** `… so that`, `… to raise`, `… leading to`, `… that has`: what it is done for. */
export function hasPurpose(parts: Parts, verb: number): boolean {
  for (let i = verb + 2; i < parts.tokens.length; i++) {
    const word = wordAt(parts, i);
    if (word === 'so' && /^(?:that|as)$/.test(wordAt(parts, i + 1))) return true;
    const movement = verbForms.get(wordAt(parts, i + 1));
    if (word === 'to' && movement?.class === 'movement' && movement.form === 'base') return true;
    if (/^(?:raising|lifting|cutting|reducing|increasing|resulting|leading)$/.test(word) && !isCapital(parts, i))
      return true;
  }
  return false;
}
