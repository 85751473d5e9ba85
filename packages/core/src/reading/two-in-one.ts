import { lowerAt, type Parts, wordAt } from './context.ts';
import { deadlineOf } from './deadline.ts';
import { isRelational, type Quantity, quantitiesOf } from './figures.ts';
import { isTimeLimit, leadInOf } from './frames.ts';
import { isJoining } from './lexicon/classes.ts';
import { verbForms } from './lexicon/verbs.ts';
import type { Stretch } from './stretch.ts';

/** Verbs of reaching and losing that the list of verbs of work has no reason to hold. */
const reaching =
  /^(?:improve|bring|take|push|get|reach|hit|achieve|win|earn|raise|gain|sell|attract|double|triple|halve|cut|drop|save|generate|secure|limit|fill|renew)$/;
const factors = /^(?:double|triple|halve|half|twice|doubling|halving|tripling)$/;

/**
 * The words that join two measures, each of which could be reached without the other: `and`, `while`, `as well as`, `plus`, `;`. What
 * stands behind them can stand alone: it has a figure of its own, and a verb or a way of its own. Null for a range (`between 5 and 10`),
 * for a list of counts (`4 engineers and 2 designers`) and for two windows of one measure (`within 7 and 30 days`).
 */
export function jointOf(parts: Parts): Stretch | null {
  if (parts.tokens.length < 6 || (parts.classes & isJoining) === 0) return null;
  const deadline = deadlineOf(parts);
  const quantities = quantitiesOf(parts).filter(
    (quantity) =>
      !isTimeLimit(parts, quantity) && (!deadline || quantity.at < deadline.start || quantity.at >= deadline.next),
  );
  if (quantities.length === 0) return twoFactorsIn(parts);
  for (let at = 2; at + 2 < Math.min(parts.tokens.length, LONGEST); at++) {
    const last = joinEndingAt(parts, at);
    if (last === null) continue;
    const before = quantities.filter((quantity) => quantity.at < at);
    const behind = quantities.filter((quantity) => quantity.at > last);
    if (before.length === 0) continue;
    if (isOwnClause(parts, last + 1, behind) || isOwnWay(parts, last + 1, before, behind))
      return { from: at, to: last };
  }
  return null;
}

const joining: ReadonlySet<string> = new Set(['and', '&', ';', ',', 'while', 'whilst', 'plus', 'without']);

/** Beyond this many words nobody writes one key result, and each join costs a look at all figures. */
const LONGEST = 60;

/** `Halve travel costs and double video meetings` */
function twoFactorsIn(parts: Parts): Stretch | null {
  if (!factors.test(wordAt(parts, 0))) return null;
  const at = parts.tokens.findIndex(({ lower }, i) => i > 1 && lower === 'and' && factors.test(wordAt(parts, i + 1)));
  return at < 0 ? null : { from: at, to: at };
}

/** The last token of what joins two clauses and begins at `at`. */
function joinEndingAt(parts: Parts, at: number): number | null {
  const word = lowerAt(parts, at);
  if (word === 'as' && wordAt(parts, at + 1) === 'well' && wordAt(parts, at + 2) === 'as') return at + 2;
  if (word === ',' && /^(?:and|&|while)$/.test(lowerAt(parts, at + 1))) return null; // the word joins, and it comes next
  // `without raising readmissions`; but `80% without help`
  if (word === 'without' && verbForms.get(wordAt(parts, at + 1))?.form !== 'ing') return null;
  return joining.has(word) ? at : null;
}

/** `… and cut the wait to 2 hours`, `… while lifting output to 900`: a verb, and a figure or factor behind it. */
function isOwnClause(parts: Parts, start: number, behind: readonly Quantity[]): boolean {
  const word = wordAt(parts, start);
  const entry = verbForms.get(word);
  const isVerb = reaching.test(word) || entry?.form === 'base' || entry?.form === 'ing';
  if (!isVerb || isRelational(wordAt(parts, start + 1)) || parts.tokens[start + 1] === undefined) return false;
  if (behind.length > 0) return true;
  for (let at = start; at < parts.tokens.length; at++) if (factors.test(lowerAt(parts, at))) return true;
  return false;
}

/** `NPS from 30 to 45 and churn from 5% to 3%`, `… by 15% and water use by 10%`, `80% pass maths and 75% pass physics`. */
function isOwnWay(parts: Parts, start: number, before: readonly Quantity[], behind: readonly Quantity[]): boolean {
  const second = behind[0];
  const first = before.at(-1);
  if (!second || !first || isRange(parts, first, second)) return false;
  if (second.at === start && lowerAt(parts, start - 1) === ',') return false; // `40% today, 60% in May`
  if (second.at === start) return isShare(first) && isShare(second) && wordAt(parts, second.at + 1) !== '';
  if (wordAt(parts, start) === '' || isRelational(wordAt(parts, start)) || /.ed$/.test(wordAt(parts, start)))
    return false;
  return hasWay(parts, before) && hasWay(parts, [second]);
}

function isShare({ amount }: Quantity): boolean {
  return amount.unit.kind === 'percent';
}

function isRange(parts: Parts, first: Quantity, second: Quantity): boolean {
  return second.at === first.at + 2 && leadInOf(parts, first.at).word === 'between';
}

/** A figure with its own word for where it should be: `to`, `by`, `from`, `below`, `up`. */
function hasWay(parts: Parts, quantities: readonly Quantity[]): boolean {
  return quantities.some(({ at }) => {
    const { word, bound } = leadInOf(parts, at);
    return bound !== null || /^(?:to|by|from|up|down|→|at)$/.test(word);
  });
}
