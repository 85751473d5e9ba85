import type { DatePhrase } from '../dates/phrase.ts';
import { type DateSpot, isCapital, lowerAt, type Parts, wordAt } from './context.ts';
import { isPlural, isRelational } from './figures.ts';
import { isLimit, isLongUnit, isOpening, mayCompareTimes } from './lexicon/classes.ts';
import { untilInOtherLanguages } from './lexicon/languages.ts';
import { verbForms } from './lexicon/verbs.ts';
import { rememberingLast } from './memory.ts';

/** The tokens of a deadline, its preposition included. */
export interface DeadlineSpot {
  readonly start: number;
  readonly next: number;
}

/**
 * By when it is to be reached: `by end of August`, `this quarter`, `within six months`, `in opening week`, `(EOQ)`.
 * A time that is part of the metric (`answered within 24 hours`, `begun in Q4`, `vs Q2`) is none.
 */
export const deadlineOf: (parts: Parts) => DeadlineSpot | null = rememberingLast(findDeadline);

function findDeadline(parts: Parts): DeadlineSpot | null {
  let best: DeadlineSpot | null = null;
  for (const date of parts.dates) {
    const spot = fromDate(parts, date);
    // `by` before all others: `ship what was agreed in May by end of August`
    if (spot && (!best || (lowerAt(parts, best.start) !== 'by' && lowerAt(parts, spot.start) === 'by'))) best = spot;
  }
  return (
    best ??
    fromDuration(parts) ??
    fromOpening(parts) ??
    fromNumberedTime(parts) ??
    fromNamedDay(parts) ??
    fromNamedEnd(parts) ??
    fromNamedEvent(parts)
  );
}

/** `bis 31.08.2026`: of other languages than English only days in figures are read. */
export function deadlineAbroad(parts: Parts): DeadlineSpot | null {
  for (const { phrase, start, next } of parts.dates) {
    if (phrase.kind !== 'day' || parts.tokens[start]?.kind !== 'date') continue;
    if (untilInOtherLanguages.test(lowerAt(parts, start - 1))) return { start: start - 1, next };
  }
  return null;
}

/**
 * Whether a deadline may as well say which things are counted: `Readmissions within 30 days`, `Machines sold before 2020`, `Girls who finish school
 * by 2030`. Where the figures stand in fields, it does.
 */
export function isTimeOfThings(parts: Parts, { start, next }: DeadlineSpot): boolean {
  const isDated = parts.inDate.slice(start, next).some(Boolean);
  if (!isDated && /^(?:within|in|over|inside|during)$/.test(lowerAt(parts, start))) return true;
  if (/^(?:before|until|till|since)$/.test(lowerAt(parts, start)) && participle.test(wordAt(parts, start - 1)))
    return true;
  return parts.tokens.some(({ lower }, at) => at < start && /^(?:who|that|which)$/.test(lower));
}

const participle = /(?:.{2}ed|sold|built|made|bought|born|won|lost|left|paid|sent|signed)$/;

/** By the time it is reached, as against the time it takes. */
function isLimitAt(parts: Parts, at: number): boolean {
  return ((parts.tokens[at]?.classes ?? 0) & isLimit) !== 0;
}

const within = new Set(['in', 'during', 'over', 'within', 'throughout', 'across']);

function fromDate(parts: Parts, { phrase, start, next: end }: DateSpot): DeadlineSpot | null {
  let next = end;
  if (phrase.kind === 'season' && isAdjective(parts, next)) {
    // `before the summer camp`; but `before the summer term`
    if (!stretches.test(wordAt(parts, next))) return null;
    next++;
    while (parts.inDate[next]) next++;
  }
  if (phrase.kind === 'near' && phrase.which === 'past') return null;
  let before = start - 1;
  if (lowerAt(parts, before) === 'the') before--;
  if (lowerAt(parts, before) === ':' && /^(?:due|deadline|eta|date)$/.test(lowerAt(parts, before - 1)))
    return { start: before - 1, next };
  const word = lowerAt(parts, before);
  const spot = { start: before, next };
  if (word === 'than' && /^(?:later)$/.test(wordAt(parts, before - 1))) return { start: Math.max(0, before - 2), next };
  if (word === 'to' && wordAt(parts, before - 1) === 'prior') return { start: before - 1, next };
  if (isLimitAt(parts, before)) return spot;
  // `by Black Friday`, `before Good Friday`
  if (phrase.kind === 'season' && isCapital(parts, before) && isLimitAt(parts, before - 1))
    return { start: before - 1, next };
  if (word === 'come' && (phrase.kind === 'season' || phrase.kind === 'span')) return spot; // `85% come spring`
  // `open two hubs this side of Christmas`
  if (word === 'of' && wordAt(parts, before - 1) === 'side' && wordAt(parts, before - 2) === 'this')
    return { start: before - 2, next };
  const two = `${wordAt(parts, before - 1)} ${word}`;
  if (two === 'as of' || two === 'ahead of') return { start: before - 1, next };
  if (two === 'time for' && wordAt(parts, before - 2) === 'in') return { start: before - 2, next };
  if (word === 'of' && wordAt(parts, before - 1) === 'course') return { start: Math.max(0, before - 3), next };
  if (word === 'at' && hasEdge(phrase)) return spot;
  // `on 1/4/26`, whichever of the two is the month
  if (word === 'on' && (phrase.kind === 'day' || parts.tokens[start]?.kind === 'date')) return spot;
  if (word === 'and' && wordAt(parts, before - 1) === 'now' && wordAt(parts, before - 2) === 'between')
    return { start: before - 2, next };
  // `During Q1 hold churn under 2%`
  if (before === 0 && within.has(word) && phrase.kind === 'span' && verbForms.get(wordAt(parts, next))?.form === 'base')
    return spot;
  if (word === 'during' && phrase.kind === 'span' && isAdjective(parts, next)) return null; // `during Q4 peak`
  if (within.has(word)) return isTimeOfMetric(parts, before, phrase, next) ? null : spot;
  if (word === 'for' && phrase.kind === 'near' && phrase.which === 'this')
    return isAdjective(parts, next) ? null : spot;
  return isBareDeadline(parts, phrase, start, next) ? { start, next } : null;
}

function hasEdge(phrase: DatePhrase): boolean {
  return (phrase.kind === 'span' || phrase.kind === 'near') && phrase.edge !== null;
}

/** `begun in Q4`, `vs 3 in Q2`, `+20% over Q2`, `as seen in May`: the time says what is counted or compared. */
function isTimeOfMetric(parts: Parts, preposition: number, phrase: DatePhrase, next: number): boolean {
  const before = wordAt(parts, preposition - 1);
  if (/^(?:begun|started|seen|recorded|reported|observed|founded|born|acquired|than|as|was|were)$/.test(before)) {
    return true;
  }
  // `accounts that cancelled in 2025`
  if (/^(?:that|who|which)$/.test(lowerAt(parts, preposition - 2)) && /.ed$/.test(before)) return true;
  if (lowerAt(parts, preposition) === 'over' && phrase.kind === 'span' && hasPercent(parts, preposition)) return true;
  for (let i = preposition - 1; i >= 0 && i > preposition - 5; i--) {
    if (/^(?:vs|versus|than|compared|relative|against|since|was|currently|baseline)$/.test(lowerAt(parts, i)))
      return true;
    // `up from 41% in H1`; but `leads from webinars in Q2` come from somewhere
    if (lowerAt(parts, i) === 'from' && (parts.tokens[i + 1]?.amount || i === preposition - 1)) return true;
    if (/^[,;(]$/.test(lowerAt(parts, i))) break;
    if (lowerAt(parts, i) === 'to' && parts.tokens[i + 1]?.amount) break; // `from 41% to 46% in H1`: the way is told
  }
  if (/^(?:after|following)$/.test(wordAt(parts, next))) return true; // `in the week after sign-up`
  // `(14 in 2025)`
  if (lowerAt(parts, preposition - 2) === '(' && lowerAt(parts, next) === ')' && parts.tokens[preposition - 1]?.amount)
    return true;
  // `80% satisfaction in the Q4 survey`
  if (
    phrase.kind === 'span' &&
    phrase.period !== 'year' &&
    isAdjective(parts, next) &&
    (hasArticle(parts, preposition) || isPlural(wordAt(parts, next)))
  )
    return true;
  // `in the Q3 report`, `in this quarter's survey`
  if (/'s$/.test(lowerAt(parts, next - 1))) return true;
  return phrase.kind === 'near' && phrase.which === 'the' && phrase.edge === null && lowerAt(parts, next) === 'of';
}

function hasArticle(parts: Parts, preposition: number): boolean {
  return /^(?:the|our|their|its)$/.test(lowerAt(parts, preposition + 1));
}

function hasPercent(parts: Parts, before: number): boolean {
  for (let i = 0; i < before; i++) {
    const kind = parts.tokens[i]?.amount?.unit.kind;
    if (kind === 'percent' || kind === 'multiple') return true;
  }
  return false;
}

/** `this quarter`, `Q3 end`, `late Aug`, `(Q3)`, `… - June 30`: a time without a preposition. */
function isBareDeadline(parts: Parts, phrase: DatePhrase, start: number, next: number): boolean {
  const before = lowerAt(parts, start - 1);
  const behind = lowerAt(parts, next);
  // `contracts worth $100k each this quarter`
  const isEach = before === 'each' && phrase.kind === 'near' && phrase.which === 'this';
  if (
    (!isEach &&
      /^(?:of|from|since|than|vs|versus|after|per|each|every|to|and|for|against|with|our|their|on)$/.test(before)) ||
    isAdjective(parts, next)
  )
    return false;
  const last = lowerAt(parts, next - 1);
  if (phrase.kind === 'near') {
    if (/'s$/.test(last)) return false;
    if (/^(?:following|upcoming)$/.test(lowerAt(parts, lowerAt(parts, start) === 'the' ? start + 1 : start)))
      return false;
    if (phrase.which === 'next' && phrase.period === 'day' && phrase.count === 1) return false; // `arrive the next day`
    return phrase.which === 'this' || phrase.which === 'next' || (phrase.edge === 'end' && before !== 'the');
  }
  if (hasEdge(phrase)) return true;
  if (phrase.kind === 'season') return before === 'this' || /^(?:this|next)$/.test(lowerAt(parts, start));
  // `from 64% (FY25) to 80%`: when it was so
  const isOfStart = parts.tokens[start - 2]?.amount && lowerAt(parts, start - 3) === 'from';
  const enclosed = /^[([]$/.test(before) && /^[)\]]$/.test(behind) && !isOfStart;
  const atEnd = next === parts.tokens.length || (behind === '.' && next === parts.tokens.length - 1);
  const setOff = /^[-–,:|@(]$/.test(before) || phrase.kind === 'day';
  const heading = start === 0 && /^[:–|-]$/.test(behind) && (behind === ':' || parts.tokens[next]?.spaced === true);
  // `Deliver the first report Q2`; but in `Plan Q2` it is what is planned
  const trailing =
    atEnd &&
    !(phrase.kind === 'span' && phrase.period === 'year') &&
    start > 2 &&
    parts.tokens[start - 1]?.kind === 'word' &&
    !isRelational(before);
  return enclosed || heading || trailing || (atEnd && setOff && start > 0);
}

/** A time before a noun describes it: `year-end report`, `Q3 giving goal`. */
function isAdjective(parts: Parts, next: number): boolean {
  const behind = wordAt(parts, next);
  return (
    behind !== '' &&
    !isRelational(behind) &&
    !/^(?:we|i|our|with|they|this|only|alone|it|you|onwards?|latest|instead|compared|relative|versus|vs|through|using|without)$/.test(
      behind,
    )
  );
}

const longUnits: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year']);

function isA(word: string): boolean {
  return word === 'a' || word === 'an';
}

/** `within six months`, `in 12 months`, `over the coming 5 months`; not `answered within 3 days of the call`. */
function fromDuration(parts: Parts): DeadlineSpot | null {
  if (!parts.hasAmount && (parts.classes & isLongUnit) === 0) return null;
  for (let at = 1; at < parts.tokens.length; at++) {
    const amount = parts.tokens[at]?.amount;
    const article = isA(lowerAt(parts, at)) && longUnits.has(wordAt(parts, at + 1));
    if (!article && (amount?.unit.kind !== 'duration' || amount.unit.per !== null)) continue;
    const unit = article ? wordAt(parts, at + 1) : (amount?.unit.name ?? '');
    const days = article || !amount ? 0 : amount.value;
    const next = article ? at + 2 : at + 1;
    const before = lowerAt(parts, at - 1);
    const start = before === 'the' ? at - 2 : at - 1;
    if (/^(?:within|in|over|inside)$/.test(lowerAt(parts, start)) && limits(parts, start, next, unit, days))
      return { start, next };
  }
  return null;
}

/** Events of a project, as against those of a customer: `within 6 weeks of launch`, `within 3 days of moving in`. */
const projectEvents = /^(?:launch|launching|reopening|opening|go|kickoff|release|start|approval|kick|starting)$/;

/** Whether a duration limits the goal, and not what it measures. */
function limits(parts: Parts, start: number, next: number, unit: string, days: number): boolean {
  const preposition = lowerAt(parts, start);
  const behind = wordAt(parts, next);
  const last =
    next >= parts.tokens.length || (parts.tokens[next]?.kind === 'mark' && !/^[-/–]$/.test(lowerAt(parts, next)));
  const ofEvent = behind === 'of' || behind === 'after' || behind === 'from' || behind === 'following';
  if (ofEvent)
    return projectEvents.test(wordAt(parts, next + 1)) && longUnits.has(unit) && !measuresShare(parts, start);
  if (behind !== '' && !isRelational(behind)) return false;
  if (/^(?:under|less)$/.test(lowerAt(parts, start + 1)) || measuresShare(parts, start)) return false;
  // `resolved within one month: 85%`
  if (lowerAt(parts, next) === ':' && parts.tokens[next + 1]?.amount) return false;
  if (unit === 'month' || unit === 'quarter' || unit === 'year')
    return preposition !== 'over' || days === 0 || wordAt(parts, start + 1) === 'the';
  if (unit === 'week') return last && preposition !== 'over';
  // `invoices are paid within 30 days` says how long each may take
  if (/(?:ed|paid|done|sent|met|made|sold|built)$/.test(wordAt(parts, start - 1))) return false;
  return unit === 'day' && days >= 30 && preposition !== 'over' && last;
}

/** `90% of visits within 4 days`, `all photos in 2 weeks`: then the time is each one's and not the goal's. */
function measuresShare(parts: Parts, before: number): boolean {
  for (let i = 0; i < before; i++) {
    const token = parts.tokens[i];
    if (token?.kind === 'word' && /^(?:all|every|each|everyone|nobody|none|no)$/.test(token.lower)) return true;
    const percent = token?.amount?.unit.kind === 'percent';
    if (
      percent &&
      lowerAt(parts, i - 1) !== 'by' &&
      (lowerAt(parts, i + 1) === 'of' || /^[≥≤<>]$/.test(lowerAt(parts, i - 1)))
    )
      return true;
  }
  return false;
}

/** `in opening week`, `in the first month`, `within the first 6 months`: of what is launched; `in their first week` is each customer's. */
function fromOpening(parts: Parts): DeadlineSpot | null {
  if ((parts.classes & isOpening) === 0) return null;
  for (let at = 1; at < parts.tokens.length; at++) {
    if (((parts.tokens[at]?.classes ?? 0) & isOpening) === 0 || wordAt(parts, at) === '') continue;
    const stretch = parts.tokens[at + 1]?.amount?.unit;
    const counted = stretch?.kind === 'duration' && longUnits.has(stretch.name) && countsThings(parts, at);
    if (!counted && !/^(?:day|week|weekend|fortnight|month|quarter|year|season)$/.test(wordAt(parts, at + 1))) continue;
    const start = lowerAt(parts, at - 1) === 'the' ? at - 2 : at - 1;
    if (!/^(?:in|during|within)$/.test(lowerAt(parts, start)) || measuresShare(parts, start)) continue;
    if (/^(?:of|after|with)$/.test(wordAt(parts, at + 2)) && wordAt(parts, at + 3) !== 'launch') continue;
    return { start, next: at + 2 };
  }
  return null;
}

function countsThings(parts: Parts, before: number): boolean {
  for (let i = 0; i < before; i++) if (parts.tokens[i]?.amount?.unit.kind === 'number') return true;
  return false;
}

/** `by week 6`, `by day 90`, `by sprint 4`, `by the 15th` */
function fromNumberedTime(parts: Parts): DeadlineSpot | null {
  if ((parts.classes & isLimit) === 0) return null;
  for (let at = 0; at + 2 < parts.tokens.length; at++) {
    if (!parts.tokens[at + 2]?.amount || !isLimitAt(parts, at)) continue;
    if (
      /^(?:week|wk|day|month|sprint|iteration)$/.test(wordAt(parts, at + 1)) &&
      parts.tokens[at + 2]?.amount?.unit.kind === 'number'
    )
      return { start: at, next: at + 3 };
  }
  for (let at = 0; at + 1 < parts.tokens.length; at++) {
    if (!isLimitAt(parts, at)) continue;
    const day = lowerAt(parts, at + 1) === 'the' ? at + 2 : at + 1;
    if (!/^\d{1,2}(?:st|nd|rd|th)$/.test(wordAt(parts, day))) continue;
    const rhythm = wordAt(parts, day + 1) === 'of' && /^(?:each|every|the)$/.test(wordAt(parts, day + 2)); // `by the 5th of each month`
    if (!rhythm) return { start: at, next: day + 1 };
  }
  return null;
}

const stretches =
  /^(?:season|term|semester|year|project|programme|program|phase|campaign|tour|harvest|holidays|half-term|war|show|run)$/;

const occasions = /^(?:agm|anniversary|launch|go-live|kickoff|kick-off)$/;

/** `by the end of the heating season`, `before the end of spring term`, `before the AGM`, `by launch day` */
function fromNamedEnd(parts: Parts): DeadlineSpot | null {
  if ((parts.classes & isLimit) === 0) return null;
  for (let at = 0; at + 1 < parts.tokens.length; at++) {
    if (!isLimitAt(parts, at)) continue;
    const edge = /^(?:the|our)$/.test(lowerAt(parts, at + 1)) ? at + 2 : at + 1;
    if (occasions.test(wordAt(parts, edge)) && /^(?:by|before|until)$/.test(lowerAt(parts, at)))
      return { start: at, next: wordAt(parts, edge + 1) === 'day' ? edge + 2 : edge + 1 };
    if (wordAt(parts, edge) === 'half' && lowerAt(parts, edge + 1) === '-' && wordAt(parts, edge + 2) === 'term')
      return { start: at, next: edge + 3 };
    if (!/^(?:end|close|start|beginning)$/.test(wordAt(parts, edge)) || wordAt(parts, edge + 1) !== 'of') continue;
    for (let i = edge + 2; i < edge + 7 && wordAt(parts, i) !== ''; i++)
      if (stretches.test(wordAt(parts, i))) return { start: at, next: i + 1 };
  }
  return null;
}

/** `no later than FOSDEM 2027`, `ahead of the Hanover Fair`: before what is called by its name. */
function fromNamedEvent(parts: Parts): DeadlineSpot | null {
  if ((parts.classes & mayCompareTimes) === 0) return null;
  for (let at = 1; at + 2 < parts.tokens.length; at++) {
    const two = `${lowerAt(parts, at)} ${lowerAt(parts, at + 1)}`;
    if (two !== 'later than' && two !== 'ahead of') continue;
    let next = lowerAt(parts, at + 2) === 'the' ? at + 3 : at + 2;
    if (!isCapital(parts, next)) continue;
    while (isCapital(parts, next) && wordAt(parts, next) !== '') next++;
    if (parts.inDate[next]) next++;
    return { start: /^(?:no|not)$/.test(lowerAt(parts, at - 1)) ? at - 1 : at, next };
  }
  return null;
}

/** `by St Patrick's Day`, `before Memorial Day`, `by New Year's Eve` */
function fromNamedDay(parts: Parts): DeadlineSpot | null {
  if ((parts.classes & isLimit) === 0) return null;
  for (let at = 0; at + 2 < parts.tokens.length; at++) {
    if (!isLimitAt(parts, at) || !isCapital(parts, at + 1)) continue;
    for (let day = at + 2; day < at + 6; day++) {
      if (/^(?:day|eve)$/.test(wordAt(parts, day)) && isCapital(parts, day)) return { start: at, next: day + 1 };
      if (!isCapital(parts, day) && parts.tokens[day]?.kind === 'word') break;
    }
  }
  return null;
}
