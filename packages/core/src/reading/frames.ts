import type { Amount } from '../amounts/amount.ts';
import { sameDimension, toBase } from '../amounts/compare.ts';
import { bareNumber } from '../amounts/units.ts';
import { isCapital, lowerAt, type Parts, wordAt } from './context.ts';
import { isHyphen, isRelational, type Quantity } from './figures.ts';
import { isRhythm } from './lexicon/classes.ts';
import { fallingWords, movingVerbs, risingWords } from './lexicon/directions.ts';
import {
  fallingInGerman,
  fromBehindAbroad,
  fromInOtherLanguages,
  lowerBoundsAbroad,
  risingInGerman,
  toInOtherLanguages,
  upperBoundsAbroad,
} from './lexicon/languages.ts';
import { wordsOf } from './lexicon/lists.ts';
import { metricNames } from './lexicon/names.ts';
import { fillers, lowerBounds, rhythms, startWords, startWordsBehind, upperBounds } from './lexicon/prepositions.ts';

/** What stands before a figure and says what part it plays: `from around`, `to at least`, `by`, `currently`. */
export interface LeadIn {
  /** The governing word before fillers and bounds: `from`, `to`, `by`, `→` … */
  readonly word: string;
  /** The token of that word, -1 at the beginning. */
  readonly at: number;
  readonly bound: 'at-least' | 'at-most' | null;
  /** A word for the present stands in between: `from the current 52%`. */
  readonly present: boolean;
}

const MOST_FILLERS = 8;
const moreWords = wordsOf('more greater higher better longer larger bigger later above');
const lessWords = wordsOf('less fewer lower shorter smaller quicker faster sooner earlier below worse');

export function leadInOf(parts: Parts, at: number): LeadIn {
  let bound: LeadIn['bound'] = null;
  let present = false;
  let i = at - 1;
  for (let steps = 0; i >= 0 && steps < MOST_FILLERS; steps++) {
    const word = lowerAt(parts, i);
    const two: { bound: NonNullable<LeadIn['bound']>; before: number } | null =
      bound === null ? boundEndingAt(parts, i) : null;
    if (two) {
      bound = two.bound;
      i = two.before;
    } else if (fillers.has(word)) {
      if (word === 'of' && bound === null && /^(?:instead|top)$/.test(lowerAt(parts, i - 1)))
        return { word: 'instead', at: i - 1, bound, present };
      if (startWords.has(word)) present = true;
      i--;
    } else break;
  }
  return { word: lowerAt(parts, i), at: i, bound, present };
}

const boundWords: ReadonlyMap<string, 'at-least' | 'at-most'> = new Map([
  ...[...lowerBounds, ...lowerBoundsAbroad].map((word) => [word, 'at-least'] as const),
  ...[...upperBounds, ...upperBoundsAbroad].map((word) => [word, 'at-most'] as const),
]);

/** `at least`, `no fewer than`, `more than`, `under`, `≥`: the bound whose last word is at `end`, and the token before it. */
function boundEndingAt(parts: Parts, end: number): { bound: 'at-least' | 'at-most'; before: number } | null {
  const word = lowerAt(parts, end);
  if (word === 'than') {
    const grade = lowerAt(parts, end - 1);
    const negated = /^(?:no|not)$/.test(lowerAt(parts, end - 2));
    if (!moreWords.has(grade) && !lessWords.has(grade)) return null;
    const more = moreWords.has(grade) !== negated;
    return { bound: more ? 'at-least' : 'at-most', before: end - (negated ? 3 : 2) };
  }
  if (word === 'to' && lowerAt(parts, end - 1) === 'equal') return boundEndingAt(parts, end - 3);
  if (word === '.' && /^(?:max|min)$/.test(lowerAt(parts, end - 1))) return boundEndingAt(parts, end - 1);
  if (
    word === 'to' &&
    lowerAt(parts, end - 1) === 'up' &&
    directionBefore(parts, end - 1) === null &&
    wordAt(parts, end - 2) !== 'from' &&
    !(parts.tokens[end - 2]?.amount && wordAt(parts, end - 3) === 'from') // `from 5.8 up to 8`
  ) {
    return { bound: 'at-most', before: end - 2 };
  }
  if (word === '=' && /^[<>]$/.test(lowerAt(parts, end - 1))) return boundEndingAt(parts, end - 1);
  const bound = boundWords.get(word);
  if (!bound) return null;
  const before = lowerAt(parts, end - 1) === 'at' ? end - 2 : end - 1;
  return { bound, before };
}

const leastBehind = wordsOf('minimum min');
const mostBehind = wordsOf('maximum max tops');

/** `90+`, `3 or more`, `45 minimum`, `5 or fewer`: a bound behind the figure. */
export function boundBehind(parts: Parts, at: number): { bound: 'at-least' | 'at-most'; end: number } | null {
  const behind = parts.tokens[at + 1];
  if (!behind) return null;
  if (behind.lower === '+' && !behind.spaced) return { bound: 'at-least', end: at + 1 };
  // a noun may stand between: `nine hours or less`, `45 sittings minimum`
  for (let i = at + 1; i <= at + 3; i++) {
    const word = lowerAt(parts, i);
    if (leastBehind.has(word)) return { bound: 'at-least', end: i };
    if (mostBehind.has(word)) return { bound: 'at-most', end: i };
    if (word === 'or' || word === 'and') {
      const grade = wordAt(parts, i + 1);
      if (/^(?:more|higher|better|greater|above|up|over)$/.test(grade)) return { bound: 'at-least', end: i + 1 };
      if (/^(?:less|fewer|lower|under|below|sooner|faster|better)$/.test(grade))
        return { bound: 'at-most', end: i + 1 };
      return null;
    }
    if (parts.tokens[i]?.kind !== 'word') return null;
  }
  return null;
}

/** A change rather than a level: `by 20%`, `12% rise`, `+9pp`, `up 12`, `raise profit 18%`. */
export function changeOf(parts: Parts, { at, amount }: Quantity, lead: LeadIn): 'up' | 'down' | null {
  if (amount.signed) return amount.value < 0 ? 'down' : amount.unit.kind === 'number' ? null : 'up';
  // `twice as many visitors`, `three times more referrals`
  if (isTimesMore(parts, at, amount)) return 'up';
  const noun = directionOf(wordAt(parts, isHyphen(parts, at + 1) ? at + 3 : at + 1));
  if (
    noun &&
    !lead.bound &&
    lead.word !== 'to' &&
    amount.unit.kind !== 'duration' &&
    !/^(?:more|less|fewer|down|up)$/.test(wordAt(parts, at + 1))
  ) {
    return noun;
  }
  if (amount.unit.kind === 'percent') {
    // `50% fewer bugs`, `30% below 2019 levels`
    if (/^(?:more|above|higher|better|faster)$/.test(wordAt(parts, at + 1))) return 'up';
    if (/^(?:fewer|less|below|lower|cheaper|shorter)$/.test(wordAt(parts, at + 1))) return 'down';
    if (amount.text.toLowerCase() === 'half' && wordAt(parts, at + 1) === 'as') return 'down';
  }
  if (lead.word === 'um') return directionInGerman(parts, at);
  const before = directionBefore(parts, at);
  // `completed by 80% of new hires` names who, not how much
  if (lead.word === 'by')
    return before ?? (wordAt(parts, at + 1) === 'of' || amount.unit.kind === 'number' ? null : 'up');
  if (lead.bound || lead.word === 'to' || lead.word === '→') return null;
  const verb = directionOf(lead.word);
  if (
    verb &&
    (amount.unit.kind === 'percent' ||
      amount.unit.kind === 'points' ||
      /^(?:up|down|rise|rises|climb|climbs|drop|drops|fall|falls)$/.test(lead.word))
  ) {
    return verb;
  }
  // `raise profit 18%`; but not `tests have a 97% pass rate`, `reach 9% of visitors`
  const relative = amount.unit.kind === 'percent' || amount.unit.kind === 'points';
  const behind = wordAt(parts, at + 1);
  const alone = behind === '' || (isRelational(behind) && behind !== 'of');
  return relative && alone && !beforeLevel.test(lead.word) && !/^(?:of|at|a|an)$/.test(lowerAt(parts, at - 1))
    ? before
    : null;
}

/** `Reklamationen um 25 % senken` */
function directionInGerman(parts: Parts, at: number): 'up' | 'down' | null {
  for (let i = at + 1; i < parts.tokens.length; i++) {
    if (fallingInGerman.test(wordAt(parts, i))) return 'down';
    if (risingInGerman.test(wordAt(parts, i))) return 'up';
  }
  return null;
}

const beforeLevel = /^(?:of|share|rate|with|at|reach|hit|achieve|in|for|have|has|a|an)$/;

function isTimesMore(parts: Parts, at: number, { unit }: Amount): boolean {
  if (unit.kind !== 'multiple' && !(unit.kind === 'word' && unit.name === 'times' && unit.per === null)) return false;
  const behind = wordAt(parts, at + 1);
  return (
    behind === 'more' ||
    (behind === 'as' && /^(?:many|much|often|fast|large|big|high|long)$/.test(wordAt(parts, at + 2)))
  );
}

function directionOf(word: string): 'up' | 'down' | null {
  return risingWords.has(word) ? 'up' : fallingWords.has(word) ? 'down' : null;
}

/** The direction of the nearest word before a token that has one. */
export function directionBefore(parts: Parts, at: number): 'up' | 'down' | null {
  for (let i = at - 1; i >= 0; i--) {
    const direction = directionOf(wordAt(parts, i));
    if (direction) return direction;
  }
  return null;
}

/** A way from one figure to another, as indexes into the quantities. */
export interface Way {
  readonly from: number;
  readonly to: number;
}

/** `from A to B`, `to B from A`, `A → B`, and `NPS 30 to 45` behind a verb of moving. */
export function wayOf(parts: Parts, quantities: readonly Quantity[], leads: readonly LeadIn[]): Way | null {
  for (let k = 0; k < quantities.length; k++) {
    const lead = leads[k] as LeadIn;
    if (lead.word === '→' && k > 0 && sameDimension(amountOf(quantities, k - 1).unit, amountOf(quantities, k).unit))
      return { from: k - 1, to: k };
    if (!isFrom(lead.word)) continue;
    for (let next = k + 1; next < quantities.length; next++) {
      const word = (leads[next] as LeadIn).word;
      if (isFrom(word)) break;
      if (isTo(word)) return { from: k, to: next };
    }
    if (k > 0 && isTo((leads[k - 1] as LeadIn).word)) return { from: k, to: k - 1 };
  }
  const alike = wayOfLikes(parts, quantities);
  if (alike) return alike;
  if (parts.language === 'other') return wayAbroad(parts, quantities);
  for (let k = 0; k + 1 < quantities.length; k++) {
    if (isEnclosedWay(parts, quantities[k] as Quantity, leads[k + 1] as LeadIn)) return { from: k, to: k + 1 };
    const [a, b] = [quantities[k] as Quantity, quantities[k + 1] as Quantity];
    const lead = leads[k + 1] as LeadIn;
    if (isWayByItself(parts, a, b, leads[k] as LeadIn)) return { from: k, to: k + 1 };
    if (/^ratios?$/.test(wordAt(parts, a.at - 1))) continue; // `staffing ratio 1 to 10`
    if (lead.word !== 'to' || lead.at !== a.at + 1 || !sameDimension(a.amount.unit, b.amount.unit)) continue;
    // `Grow donors 20% to 1,680`
    if (a.amount.unit.kind === 'percent' && b.amount.unit.kind === 'number' && b.amount.value > 100) continue;
    const word = (leads[k] as LeadIn).word;
    if (
      word !== 'by' &&
      word !== 'of' &&
      word !== 'between' &&
      (hasMovingVerb(parts, a.at) || isBesideMetric(parts, a.at, b.at))
    )
      return { from: k, to: k + 1 };
  }
  return null;
}

/** `from rank 14 to rank 8`, `from a team of 8 to a team of 12`: the same words stand before both figures. */
function wayOfLikes(parts: Parts, quantities: readonly Quantity[]): Way | null {
  for (let k = 0; k + 1 < quantities.length; k++) {
    const [a, b] = [(quantities[k] as Quantity).at, (quantities[k + 1] as Quantity).at];
    let words = 0;
    while (
      words < 4 &&
      wordAt(parts, a - 1 - words) !== '' &&
      wordAt(parts, a - 1 - words) === wordAt(parts, b - 1 - words)
    )
      words++;
    if (words > 0 && isFrom(lowerAt(parts, a - 1 - words)) && isTo(lowerAt(parts, b - 1 - words)))
      return { from: k, to: k + 1 };
  }
  return null;
}

/** `de 90 a 30`, where `a` is no article, and `90件から30件に`, where both words stand behind their figures. */
function wayAbroad(parts: Parts, quantities: readonly Quantity[]): Way | null {
  for (let k = 0; k + 1 < quantities.length; k++) {
    const [a, b] = [quantities[k] as Quantity, quantities[k + 1] as Quantity];
    if (!sameDimension(a.amount.unit, b.amount.unit)) continue;
    const between = parts.text.slice(parts.tokens[a.at]?.end, parts.tokens[b.at]?.start);
    const isNamed = isFrom(lowerAt(parts, a.at - 1)) && toInOtherLanguages.test(between.trim().toLowerCase());
    if (isNamed || fromBehindAbroad.test(between)) return { from: k, to: k + 1 };
  }
  return null;
}

/** `Net promoter score: 31 to 45`, `Attendance (88% to 94%)`, `Response time, 12h to 4h`: what falls, or stands behind a name, is no range. */
function isWayByItself(parts: Parts, a: Quantity, b: Quantity, lead: LeadIn): boolean {
  const between = lowerAt(parts, a.at + 1);
  if (b.at !== a.at + 2 || !sameDimension(a.amount.unit, b.amount.unit) || lead.bound || lead.word === 'between')
    return false;
  if (between !== 'to' && !(/^[-–]$/.test(between) && parts.tokens[a.at + 1]?.spaced === true)) return false;
  const measured = a.amount.unit.kind !== 'number' && b.amount.unit.kind !== 'number';
  const before = lowerAt(parts, a.at - 1);
  const named = /^[:,(]$/.test(before) && parts.tokens[a.at - 2]?.kind === 'word';
  if (measured && toBase(a.amount) > toBase(b.amount)) return true;
  const behind = lowerAt(parts, b.at + 1);
  const ends = behind === '' || /^[).,;(]$/.test(behind) || parts.inDate[b.at + 1] === true;
  if (!named || !ends || before === ',') return false;
  // no range falls, and none begins below nothing
  if (toBase(a.amount) > toBase(b.amount) || a.amount.value < 0) return true;
  return measured || metricNames.has(wordAt(parts, a.at - 2));
}

function amountOf(quantities: readonly Quantity[], at: number): Amount {
  return (quantities[at] as Quantity).amount;
}

function isFrom(word: string): boolean {
  return word === 'from' || (word !== 'to' && fromInOtherLanguages.test(word));
}

function isTo(word: string): boolean {
  return (
    word === 'to' ||
    word === '→' ||
    word === 'into' ||
    word === 'towards' ||
    word === 'toward' ||
    toInOtherLanguages.test(word)
  );
}

/** `paperless share (42%) to 50%` */
function isEnclosedWay(parts: Parts, { at }: Quantity, next: LeadIn): boolean {
  return lowerAt(parts, at - 1) === '(' && lowerAt(parts, at + 1) === ')' && next.word === 'to' && next.at === at + 2;
}

/** `conversion rate 2% to 4%`, `42 to 50 NPS` */
function isBesideMetric(parts: Parts, first: number, last: number): boolean {
  return metricNames.has(wordAt(parts, first - 1)) || metricNames.has(wordAt(parts, last + 1));
}

function hasMovingVerb(parts: Parts, before: number): boolean {
  for (let i = 0; i < before; i++) if (movingVerbs.has(wordAt(parts, i))) return true;
  return false;
}

/** Whether a figure is where things stand now or stood before: `(currently 9 min)`, `up from 25%`, `vs 3 in Q2`, `(38% today)`. */
export function isStartingValue(parts: Parts, quantities: readonly Quantity[], k: number, lead: LeadIn): boolean {
  const { at, amount } = quantities[k] as Quantity;
  if (lead.present || (startWords.has(lead.word) && (lead.word !== 'was' || enclosedAt(parts, lead.at)))) return true;
  if (lead.word === 'was' && lowerAt(parts, lead.at - 1) === ',') return quantities.length > 1; // `in 2 days, was 5`
  if (lowerAt(parts, at - 1) === 'at' && lowerAt(parts, at - 2) === 'starting') return true;
  const behind = wordAt(parts, at + 1);
  const enclosed = lowerAt(parts, at - 1) === '(' || lead.word === '(';
  if (startWordsBehind.has(behind) && (enclosed || lead.word === 'from' || /^(?:today|now)$/.test(behind))) return true;
  if (enclosed && parts.inDate[at + 1] && /^(?:last|in|previous|prior)$/.test(behind)) return true;
  // `(14 in 2025)`, `after 8% last year`
  if (enclosed && behind === 'in' && parts.inDate[at + 2]) return quantities.length > 1;
  if (parts.inDate[at + 1] && /^(?:last|previous|prior)$/.test(behind)) return quantities.length > 1;
  if (isNowBehind(parts, at) || isStartBefore(parts, at)) return quantities.length > 1;
  if (k > 0 && isTold(parts, at)) return true;
  if (k > 0 && isOfLastTime(parts, at)) return true;
  if (isAside(parts, at) && saysNowOrBefore(parts, at)) return quantities.some((other) => !isAside(parts, other.at));
  // `(last quarter: 31)`, `(2025: 74%)`, `(PY 74%)`, `(last year 2.4)`
  const named = /^[:.]$/.test(lowerAt(parts, at - 1)) ? at - 2 : at - 1;
  if (isAside(parts, at) && /^(?:py|ly|prev)$/.test(wordAt(parts, named))) return quantities.length > 1;
  const edition = /^(?:edition|survey|season|round|level|value|figure)$/.test(wordAt(parts, named)) ? named : named + 1; // `(2023 edition: 41)`
  const period = parts.dates.find(({ next }) => next === edition);
  if (period && isAside(parts, at) && enclosedAt(parts, period.start)) return quantities.length > 1;
  const unmet = /^(?:target|goal|plan|budget|forecast|benchmark|industry|average)$/.test(behind);
  // `Win rate against our two rivals from 20%` names the rivals
  const things = amount.unit.kind === 'number' && behind !== '' && !isRelational(behind);
  const comparable = quantities.some(
    (other, n) =>
      n !== k && sameDimension(other.amount.unit, amount.unit) && !(things && other.amount.unit.kind !== 'number'),
  );
  if (/^(?:vs|versus|against)$/.test(lead.word) && !unmet) return comparable;
  if (lead.word === '.' && /^(?:vs)$/.test(lowerAt(parts, lead.at - 1)) && !unmet) return quantities.length > 1;
  if (
    (lead.word === 'to' || lead.word === 'with') &&
    /^(?:compared|relative|opposed)$/.test(lowerAt(parts, lead.at - 1)) &&
    !unmet
  )
    return true;
  if (lead.word === 'instead' || (lead.word === 'than' && lowerAt(parts, lead.at - 1) === 'rather'))
    return quantities.length > 1;
  if (lead.word !== 'from') return false;
  // `up from 25%`, `(from 25%)`, `40% from 30%`; but `volunteers from 5 countries` says no start
  const before = lowerAt(parts, lead.at - 1);
  if (before === '(' || before === ',' || before === 'starting' || directionOf(before)) return true;
  if (isTo(behind) && isOpenAt(parts, at + 2)) return true; // `from 12 to [tbd]`
  // `Cut lead time by 30% from 12 days`, `Grow donors by 20% from 1,400`; but `20% more members from 5 villages`
  const isChange = quantities.some(
    (other, n) => n !== k && isRelative(other.amount) && changeOf(parts, other, leadInOf(parts, other.at)) !== null,
  );
  if (isChange && !isCountOfThings(parts, at, amount)) return true;
  return (
    amount.unit.kind !== 'number' &&
    quantities.some((other, n) => n !== k && other.amount.unit.kind === amount.unit.kind)
  );
}

/** A figure that says by how much and not how much, where it stands for a change. */
export function isRelative({ unit: { kind } }: Amount): boolean {
  return kind === 'percent' || kind === 'points' || kind === 'multiple';
}

/** `from 5 villages`: where they come from, and no figure that something starts from. */
export function isCountOfThings(parts: Parts, at: number, { unit }: Amount): boolean {
  const behind = wordAt(parts, at + 1);
  return unit.kind === 'number' && unit.per === null && behind !== '' && !isRelational(behind) && !parts.inDate[at + 1];
}

/** What stands where a figure will, as `X`, `?`, `TBD` or `[…]`. */
function isOpenAt(parts: Parts, at: number): boolean {
  return /^(?:[[<?_x]|xx|tbd|tbc|tba|…)$/.test(lowerAt(parts, at));
}

function enclosedAt(parts: Parts, at: number): boolean {
  return /^[([]$/.test(lowerAt(parts, at - 1));
}

/** `from monthly to weekly`: rhythms with a way between them, as times per period. */
export function rhythmFrom(parts: Parts): { amount: Amount; at: number } | null {
  if ((parts.classes & isRhythm) === 0) return null;
  for (let at = 1; at < parts.tokens.length; at++) {
    const amount = rhythms.has(lowerAt(parts, at)) && lowerAt(parts, at - 1) === 'from' ? rhythmAt(parts, at) : null;
    if (amount) return { amount, at };
  }
  return null;
}

export function rhythmTo(parts: Parts, after: number): { amount: Amount; at: number } | null {
  for (let at = after + 1; at < parts.tokens.length; at++) {
    const amount = rhythms.has(lowerAt(parts, at)) && isTo(lowerAt(parts, at - 1)) ? rhythmAt(parts, at) : null;
    if (amount) return { amount, at };
  }
  return null;
}

function rhythmAt(parts: Parts, at: number): Amount | null {
  const token = parts.tokens[at];
  const per = token && rhythms.get(token.lower);
  if (!token || !per) return null;
  const unit = { ...bareNumber, kind: 'word', name: 'times', per } as const;
  return {
    value: 1,
    unit,
    text: parts.text.slice(token.start, token.end),
    signed: false,
    span: { start: token.start, end: token.end },
  };
}

/** Two figures that bound a range: `5-10`, `between 1% and 3%`, `10 to 15%`. */
export function isRange(parts: Parts, a: Quantity, b: Quantity, lead: LeadIn): boolean {
  const between = lowerAt(parts, a.at + 1);
  if (b.at !== a.at + 2 || !sameDimension(a.amount.unit, b.amount.unit) || isCapital(parts, a.at + 1)) return false;
  if (between === 'and') return lead.word === 'between';
  return between === '-' || between === '–' || between === 'to' || between === '~';
}

/** `within 24 hours`, `for 20 minutes`: a time inside the metric. */
export function isTimeLimit(parts: Parts, { at, amount }: Quantity): boolean {
  return amount.unit.kind === 'duration' && /^(?:within|in|after|for|over)$/.test(lowerAt(parts, at - 1));
}

/** `1 in 6 at the moment`, `not 20% as now` */
function isNowBehind(parts: Parts, at: number): boolean {
  const [first, second] = [wordAt(parts, at + 1), wordAt(parts, at + 2)];
  if (first === 'at') return second === 'present' || (second === 'the' && wordAt(parts, at + 3) === 'moment');
  return (first === 'right' || first === 'as') && second === 'now';
}

/** `start 14%, target 4%`, `start: 9, goal: 4` */
function isStartBefore(parts: Parts, at: number): boolean {
  const named = lowerAt(parts, at - 1) === ':' ? at - 2 : at - 1;
  return /^(?:start|starting)$/.test(wordAt(parts, named)) && /^(?:$|[:,(;–-])/.test(lowerAt(parts, named - 1));
}

/** `it stands at 11 ha now`, `having averaged 6% in H1`, `where the last survey found 1,750`: a clause of its own tells how it is or was. */
function isTold(parts: Parts, at: number): boolean {
  for (let i = at - 1; i > 0 && i >= at - 7 && (parts.inDate[i] || !parts.tokens[i]?.amount); i--) {
    const before = lowerAt(parts, i - 1);
    if (!/^[,;(–-]$/.test(before)) continue;
    const told = wordAt(parts, i);
    if (told === 'having') return true;
    if (told === 'where') return parts.tokens.slice(i, at).some(({ lower }) => wasOrIs.test(lower));
    return /^(?:it|this|they|that)$/.test(told) && /^(?:stands?|stood|was|were)$/.test(wordAt(parts, i + 1));
  }
  return false;
}

const wasOrIs = /^(?:now|today|currently|was|were|had|found|showed|counted|took|stood|stands)$/;

/** `60%, last autumn we had 34%`, `(last survey: +11)`: between comma or bracket and figure it is said when that was. */
function isOfLastTime(parts: Parts, at: number): boolean {
  for (let i = at - 1; i > 0 && i >= at - 6; i--) {
    if (parts.tokens[i]?.amount) return false;
    if (/^[,(;–]$/.test(lowerAt(parts, i)))
      return /^(?:last|previous|previously|earlier)$/.test(wordAt(parts, i + 1)) && !parts.tokens[i + 2]?.amount;
  }
  return false;
}

/** `(it is about 1 in 9 at the moment)`, `(€24.50 before)`, `(right now it's one in five)`: brackets that tell how it is or was. */
function saysNowOrBefore(parts: Parts, at: number): boolean {
  let start = at;
  while (start > 0 && lowerAt(parts, start - 1) !== '(') start--;
  for (let i = start; i < parts.tokens.length && lowerAt(parts, i) !== ')'; i++) {
    const word = lowerAt(parts, i);
    if (nowOrBefore.test(word)) return true;
    if (word === 'moment' && lowerAt(parts, i - 1) === 'the') return true;
    if (/^(?:far|then)$/.test(word) && /^(?:so|until|till)$/.test(lowerAt(parts, i - 1))) return true;
  }
  return false;
}

const nowOrBefore = /^(?:now|today|currently|presently|present|previously|before|was|were|used)$/;

/** Whether a figure stands in brackets that close behind it: an aside. */
export function isAside(parts: Parts, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const mark = lowerAt(parts, i);
    if (mark === ')') return false;
    if (mark === '(') return true;
  }
  return false;
}
