import { type DateSpot, lowerAt, type Parts, wordAt } from './context.ts';
import { isRelative } from './frames.ts';
import { mayCompareTimes } from './lexicon/classes.ts';

/** The tokens of a period that a change is measured against. */
export interface ReferenceSpot {
  readonly start: number;
  readonly next: number;
}

/**
 * `relative to the last quarter`, `over Q2`, `than in 2025`, `vs the same period last year`, `below where we stand today`:
 * a baseline without a figure. Rates that roll on (`12% MoM`) name none.
 */
export function referenceOf(parts: Parts): ReferenceSpot | null {
  for (const date of parts.dates) {
    const start = comparisonBefore(parts, date);
    if (start !== null) return { start, next: level.test(wordAt(parts, date.next)) ? date.next + 1 : date.next };
  }
  if ((parts.classes & mayCompareTimes) === 0) return null;
  return samePeriod(parts) ?? presentState(parts) ?? yearOnYear(parts) ?? lastTime(parts);
}

/** The token of the comparison that governs a date, or null. */
function comparisonBefore(parts: Parts, { phrase, start, next }: DateSpot): number | null {
  // `half of the 2025 level`, `80% of last year's figure`
  const of = lowerAt(parts, start - 1) === 'the' ? start - 2 : start - 1;
  if (lowerAt(parts, of) === 'of' && parts.tokens[of - 1]?.amount && level.test(wordAt(parts, next))) return of;
  let before = start - 1;
  for (let steps = 0; steps < 4; steps++) {
    if (
      !/^(?:the|in|at|during|last|same|period|quarter|month|time|of|level|levels|that|results|figures|average|our|figure|a|an)$/.test(
        lowerAt(parts, before),
      )
    )
      break;
    before--;
  }
  if (lowerAt(parts, before) === '.') before--;
  const word = lowerAt(parts, before);
  if (/^(?:forecasts?|plan|plans|targets?|goals?|budgets?)$/.test(wordAt(parts, next))) return null;
  if (word === 'since' && /(?:ed|new|built|made|born)$/.test(wordAt(parts, before - 1))) return null; // `products launched since 2024`
  if (word === 'than' && /^(?:later|earlier|sooner)$/.test(wordAt(parts, before - 1))) return null;
  if (/^(?:vs|versus|against|than|since|beat|beats|beating|surpass|outdo|outperform)$/.test(word)) return before;
  // `twice as many volunteers as in 2025`
  if (word === 'as' && isMeasuredBefore(parts, before)) return before;
  if (/^(?:to|with)$/.test(word) && /^(?:compared|relative|comparing|comparison)$/.test(wordAt(parts, before - 1)))
    return before - 1;
  const past =
    (phrase.kind === 'near' && phrase.which === 'past') ||
    (phrase.kind === 'season' && lowerAt(parts, start - 1) === 'last' && parts.tokens[before - 1]?.amount != null); // `+30% on last autumn`
  if (/^(?:over|on|from|above|below)$/.test(word)) {
    if (past) return before;
    return phrase.kind === 'span' &&
      (word !== 'on' || parts.tokens[before - 1]?.amount != null) && // `down 20% on Q2`, `+250 on 2024`
      (isChangedBefore(parts, before) || parts.tokens[before - 1]?.amount?.signed === true) &&
      !/^(?:to|-|–)$/.test(lowerAt(parts, next))
      ? before
      : null;
  }
  return null;
}

const level = /^(?:levels?|figures?|values?|volumes?|totals?|average|numbers?|baseline|rates?)$/;

/** `twice as many`, `as many`: the first half of a comparison. */
function isMeasuredBefore(parts: Parts, before: number): boolean {
  for (let i = 0; i + 1 < before; i++) {
    if (
      lowerAt(parts, i) === 'as' &&
      /^(?:many|much|often|fast|good|high|low|well|large|long)$/.test(wordAt(parts, i + 1))
    )
      return true;
  }
  return false;
}

/** A percentage or factor before: `up 20% from Q1`, `2x over 2025`. */
function isChangedBefore(parts: Parts, before: number): boolean {
  for (let i = 0; i < before; i++) {
    const amount = parts.tokens[i]?.amount;
    if (amount && isRelative(amount)) return true;
  }
  return false;
}

/** `relative to the same stretch 3 years earlier`, `year over year` aside. */
function samePeriod(parts: Parts): ReferenceSpot | null {
  for (let at = 1; at < parts.tokens.length; at++) {
    if (
      lowerAt(parts, at) !== 'same' ||
      !/^(?:period|quarter|month|time|stretch|season|half|week|year|day|point|term)$/.test(wordAt(parts, at + 1))
    )
      continue;
    for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (/^(?:vs|versus|than|over|compared|relative|against|on|from)$/.test(lowerAt(parts, i)))
        return { start: i, next: at + 2 };
    }
  }
  return null;
}

/** `year on year`, `YoY`, `y/y`, `than a year ago`: against the year before. */
function yearOnYear(parts: Parts): ReferenceSpot | null {
  for (let at = 0; at < parts.tokens.length; at++) {
    const word = lowerAt(parts, at);
    if (word === 'yoy') return { start: at, next: at + 1 };
    const behind = wordAt(parts, at + 2);
    if (
      word === 'year' &&
      lowerAt(parts, at + 1) === '-' &&
      /^(?:on|over)$/.test(behind) &&
      wordAt(parts, at + 4) === 'year'
    )
      return { start: at, next: at + 5 };
    if (
      (word === 'year' && behind === 'year' && /^(?:on|over)$/.test(lowerAt(parts, at + 1))) ||
      (word === 'y' && behind === 'y')
    )
      return { start: at, next: at + 3 };
    if (
      /^(?:ago|earlier|before)$/.test(word) &&
      /^(?:a|one|the)$/.test(lowerAt(parts, at - 2)) &&
      /^(?:year|month|quarter|week|season)$/.test(lowerAt(parts, at - 1)) &&
      /^(?:than|vs|versus|from|on|over|against)$/.test(lowerAt(parts, at - 3))
    )
      return { start: at - 3, next: at + 1 };
    if (/^year[-‑]o[nv](?:er)?[-‑]year$/.test(word)) return { start: at, next: at + 1 };
  }
  return null;
}

/** `than in the previous survey`, `over our last campaign`, `versus the first half`: what was done the time before. */
function lastTime(parts: Parts): ReferenceSpot | null {
  for (let at = 1; at + 1 < parts.tokens.length; at++) {
    const half =
      /^(?:first|second|1st|2nd)$/.test(wordAt(parts, at)) && /^(?:half|term|semester)$/.test(wordAt(parts, at + 1));
    if (!half && (!/^(?:previous|last|prior|preceding)$/.test(wordAt(parts, at)) || parts.inDate[at])) continue;
    const event =
      /^(?:survey|round|wave|edition|cohort|intake|campaign|measurement|audit|inspection|report|event|fair|count|release|exam|show|tour|class|renewal)s?$/.test(
        wordAt(parts, at + 1),
      );
    for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
      const clear = /^(?:vs|versus|than|compared|relative|against|below|above)$/.test(lowerAt(parts, i));
      if ((clear && wordAt(parts, at + 1) !== '') || ((half || event) && /^(?:over|from|on)$/.test(lowerAt(parts, i))))
        return { start: i, next: at + 2 };
    }
  }
  return null;
}

/** `than today`, `compared to current levels`, `below where we stand today`. */
function presentState(parts: Parts): ReferenceSpot | null {
  for (let at = 1; at < parts.tokens.length; at++) {
    const word = lowerAt(parts, at);
    if (!/^(?:today|today's|now|current|currently|present)$/.test(word)) continue;
    for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
      const share = lowerAt(parts, i) === 'of' && parts.tokens[i - 1]?.amount != null; // `half of today's level`
      if (!share && !/^(?:vs|versus|than|over|compared|relative|against|above|below|from)$/.test(lowerAt(parts, i)))
        continue;
      const attributive = /^(?:current|today's|present)$/.test(word);
      if (
        attributive &&
        !/^(?:level|levels|baseline|rate|rates|figure|figures|value|volume|average|state)$/.test(wordAt(parts, at + 1))
      )
        break;
      return { start: i, next: attributive ? at + 2 : at + 1 };
    }
  }
  return null;
}
