import type { Span } from '../model/span.ts';
import { isCapital, lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { coverageOf } from './coverage.ts';
import { deadlineOf } from './deadline.ts';
import { factorOf } from './factors.ts';
import { isPlural, isRelational, type Quantity, quantitiesOf } from './figures.ts';
import { isTimeLimit, leadInOf } from './frames.ts';
import { headNouns, type VerbEntry, verbForms } from './lexicon/verbs.ts';
import { measureOf } from './read.ts';

/** The verb that a title begins with, and what kind of verb it is. */
export interface LeadingVerb {
  /** The verb in its base form: `launch`, also for `launched` and `launching`. */
  readonly verb: string;
  /**
   * - `activity`: what people do (`attend`, `analyse`, `help`)
   * - `output`: a thing brought into the world (`launch`, `build`, `publish`)
   * - `keeping`: a level held (`maintain`, `keep`)
   * - `movement`: a figure moved (`raise`, `cut`)
   */
  readonly kind: VerbEntry['class'];
  /** The verb as it stands in the title. */
  readonly span: Span;
}

/**
 * The verb that a title begins with; a tag, number or label before it (`[P1]`, `2.`, `Design:`), `we`, `I've`, `to` and adverbs are
 * passed over. Null where it begins otherwise, where the word is a noun here (`build time`, `release frequency`, `support tickets`),
 * where the verb is none of those listed in `lexicon/verbs.ts`, and in other languages than English.
 */
export function leadingVerb(title: string): LeadingVerb | null {
  const parts = partsOfSentence(title);
  if (parts.language === 'other') return null;
  const found = leadingVerbOf(parts);
  const token = found && parts.tokens[found.at];
  return found && token
    ? { verb: found.entry.base, kind: found.entry.class, span: { start: token.start, end: token.end } }
    : null;
}

interface FoundVerb {
  readonly at: number;
  readonly entry: VerbEntry;
}

const opening =
  /^(?:we|i|we've|i've|we'll|we're|have|has|will|to|successfully|fully|properly|finally|quickly|also|then|and|please|must|should|need|jointly|keenly|seriously|regularly|continuously|proactively|actively|collectively)$/;

function leadingVerbOf(parts: Parts): FoundVerb | null {
  let at = clauseBeginning(parts);
  while (opening.test(wordAt(parts, at))) at++;
  const known = verbForms.get(wordAt(parts, at));
  // `carry out` does what `carry on` keeps doing
  const entry =
    known?.base === 'carry' && wordAt(parts, at + 1) === 'out' ? { ...known, class: 'activity' as const } : known;
  if (!entry || entry.form === 'third' || isNounUse(parts, at, entry)) return null;
  return { at, entry };
}

/** Behind `[P1]`, `2.`, `KR3:`, `Claims Care:` and bullets. */
function clauseBeginning(parts: Parts): number {
  let at = 0;
  const { tokens } = parts;
  while (at < tokens.length) {
    const mark = lowerAt(parts, at);
    if (mark === '[' || mark === '(') {
      const close = tokens.findIndex((token, i) => i > at && i < at + 8 && /^[\])]$/.test(token.lower));
      if (close < 0) break;
      at = close + 1;
    } else if (tokens[at]?.kind === 'mark' && /^[-–•*:.|>✓]$/.test(mark)) at++;
    else if (tokens[at]?.amount && /^[.):-]$/.test(lowerAt(parts, at + 1))) at += 2;
    else break;
  }
  for (let i = at; i < at + 5 && i + 1 < tokens.length; i++) if (lowerAt(parts, i) === ':') return i + 1;
  return at;
}

/** `build time`, `test coverage`, `support tickets`, `review of …`: the word names a thing and does not say to do it. */
function isNounUse(parts: Parts, at: number, entry: VerbEntry): boolean {
  const behind = parts.tokens[at + 1];
  // `improve quality` cannot be a noun; `increase in quality` can
  if (entry.class === 'movement' || entry.class === 'keeping') return /^(?:in|of)$/.test(behind?.lower ?? '');
  if (!behind) return entry.form !== 'base' || !/^(?:launch|build|ship|test|train)$/.test(entry.base);
  if (behind.kind === 'mark') return behind.lower === '-' && !behind.spaced ? true : behind.lower === ':';
  if (entry.form === 'past') return false;
  if (
    /^(?:of|rate|is|are|was|has|will|per|under|below|above|within|for|rises?|drops?|falls?|climbs?|grows?|from)$/.test(
      behind.lower,
    )
  ) {
    return !/^(?:work|look|listen|talk|speak)$/.test(entry.base) && behind.lower !== 'for' && behind.lower !== 'from';
  }
  if (headNouns.has(behind.lower)) return true;
  if (entry.base === 'record')
    return /^(?:revenue|turnout|sales|profits?|highs?|lows?|attendance|earnings|year|quarter|growth)$/.test(
      behind.lower,
    );
  // `design system adoption`, `help desk rating`: a head noun further on, with nothing but nouns in between
  for (let i = at + 2; i < at + 4; i++) {
    const word = wordAt(parts, i);
    if (word === '' || isRelational(word) || isRelational(wordAt(parts, i - 1)) || isPlural(wordAt(parts, i - 1)))
      return false;
    if (
      /^(?:rate|rating|score|time|frequency|coverage|adoption|volume|accuracy|usage|satisfaction|count|duration|latency)$/.test(
        word,
      )
    ) {
      return (
        entry.base !== 'define' &&
        entry.base !== 'track' &&
        entry.base !== 'monitor' &&
        entry.base !== 'review' &&
        entry.base !== 'launch'
      );
    }
  }
  return false;
}

/** A key result that says what will be done and not what will be different then. */
export interface Activity {
  /** The verb in its base form. */
  readonly verb: string;
  /**
   * - `unmeasured`: the work and no figure (`Launch the new portal`)
   * - `counted`: the only figure counts the work itself (`Publish 12 articles`, `25 posters designed`)
   */
  readonly kind: 'unmeasured' | 'counted';
  /** The verb as it stands in the title. */
  readonly span: Span;
}

/** Verbs of doing whose count is somebody else's decision, and so an outcome: `open 6 hubs` is not, `sign 3 sponsors` is. */
const outcomeCounts = new Set([
  'hire',
  'adopt',
  'enable',
  'lead',
  'record',
  'open',
  'automate',
  'fix',
  'give',
  'walk',
  'engage',
  'buy',
  'purchase',
  'select',
  'pick',
  'enroll',
]);

/**
 * Whether a key result is an activity: it begins with a verb of doing or making and states no outcome.
 * The verb alone does not make it one. `Launch X to raise sign-ups by 25%` names its effect, `Build time under 8 minutes` begins with
 * a noun, `Finish the move for 100% of depots` measures how far it got: these give null, and so do titles in other languages.
 */
export function activityOf(title: string): Activity | null {
  const parts = partsOfSentence(title);
  if (parts.language === 'other') return null;
  const deadline = deadlineOf(parts);
  const measured = measureOf(parts, deadline) !== null;
  const quantities = quantitiesOf(parts).filter(({ at }) => !deadline || at < deadline.start || at >= deadline.next);
  const found = leadingVerbOf(parts) ?? participleOf(parts, quantities);
  if (!found || (found.entry.class !== 'activity' && found.entry.class !== 'output')) return null;
  const token = parts.tokens[found.at];
  if (!token || hasPurpose(parts, found.at)) return null;
  const span = { start: token.start, end: token.end };
  if (!measured) return { verb: found.entry.base, kind: 'unmeasured', span };
  if (quantities.length === 0 && !coverageOf(parts)) return null;
  return countsOnlyWork(parts, found, quantities) ? { verb: found.entry.base, kind: 'counted', span } : null;
}

/** The figure is one, and counts what the verb does: `Hold seven focus groups`, `Practise 6 hours a week`, `Switch all branches`. */
function countsOnlyWork(parts: Parts, { at, entry }: FoundVerb, quantities: readonly Quantity[]): boolean {
  if (outcomeCounts.has(entry.base) || factorOf(parts)) return false;
  const [only, second] = quantities.filter((quantity) => !isTimeLimit(parts, quantity));
  if (!only) return quantities.length === 0;
  if (second) return false;
  const { amount } = only;
  const lead = leadInOf(parts, only.at);
  if (lead.word === 'by' || lead.word === 'from' || lead.bound === 'at-most' || amount.value === 0) return false;
  const plain = amount.unit.kind === 'number' && amount.unit.outOf === null;
  if (only.at < at || isCountOf(parts)) return plain; // `25 posters designed`
  const hours = amount.unit.kind === 'duration' && amount.unit.per !== null;
  if (amount.unit.kind === 'percent') return /^(?:arrange|hold|conduct|schedule|attend|host)$/.test(entry.base);
  return (plain || hours) && isObject(parts, at, only.at);
}

function isCountOf(parts: Parts): boolean {
  return /^(?:amount|number|count|total)$/.test(wordAt(parts, 0)) && wordAt(parts, 1) === 'of';
}

/** Whether the figure counts the verb's object: nothing but its adjectives and `with`, `at`, `scales` stands between. */
function isObject(parts: Parts, verb: number, figure: number): boolean {
  if (figure - verb > 5) return false;
  for (let i = verb + 1; i < figure; i++) {
    const word = lowerAt(parts, i);
    if (/^(?:to|for|so|that|which|,|;|\(|:|until|reaching)$/.test(word)) return false;
  }
  return true;
}

/** `25 posters designed`, `Amount of leaflets printed: 400`: a participle behind what it was done to. */
function participleOf(parts: Parts, quantities: readonly Quantity[]): FoundVerb | null {
  const first = quantities[0];
  if (!first || quantities.length > 1) return null;
  if (!isCountOf(parts) && first.at > 1) return null;
  for (let i = 1; i < Math.min(parts.tokens.length, 9); i++) {
    const entry = verbForms.get(wordAt(parts, i));
    if (entry?.form !== 'past' || entry.class === 'movement' || entry.class === 'keeping') continue;
    const behind = lowerAt(parts, i + 1);
    if (behind === '' || /^[.:=]$/.test(behind) || parts.inDate[i + 1] || /^(?:in|by|this|on)$/.test(behind))
      return { at: i, entry };
  }
  return null;
}

/** `… so that`, `… to raise`, `… leading to`, `… that has`: what it is done for. */
function hasPurpose(parts: Parts, verb: number): boolean {
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

/** The quantity that an objective states although it should leave it to its key results. */
export interface ObjectiveMeasure {
  readonly text: string;
  readonly span: Span;
}

/**
 * The quantity, percentage, amount of money or factor that an objective states; null where there is none.
 * Years and other dates, `24/7`, `#1`, versions, names with a number (`S3`, `Web 3.0`), a `10K run` and `one team` are none, and
 * neither are words for everybody (`every guest`), which in an objective say whom it is for.
 */
export function objectiveMeasure(title: string): ObjectiveMeasure | null {
  const parts = partsOfSentence(title);
  const other = parts.language === 'other';
  const deadline = other ? null : deadlineOf(parts);
  for (const { at, amount } of quantitiesOf(parts)) {
    if (deadline && at >= deadline.start && at < deadline.next) continue;
    if (isRank(parts, at) || isNotionalInObjective(parts, at)) continue;
    return { text: amount.text, span: amount.span };
  }
  const factor = other ? null : factorOf(parts);
  return factor && { text: factor.amount.text, span: factor.amount.span };
}

function isRank(parts: Parts, at: number): boolean {
  return (
    lowerAt(parts, at - 1) === '#' ||
    wordAt(parts, at - 1) === 'number' ||
    (wordAt(parts, at - 1) === 'no' && lowerAt(parts, at) === '1')
  );
}

/** `zero harm`, `one home`: mottoes rather than figures. */
function isNotionalInObjective(parts: Parts, at: number): boolean {
  const word = lowerAt(parts, at);
  return word === 'one' && wordAt(parts, at - 1) !== 'least';
}
