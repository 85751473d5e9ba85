import type { Span } from '../model/span.ts';
import { isCapital, isClauseStart, lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { coverageOf } from './coverage.ts';
import { deadlineOf } from './deadline.ts';
import { factorOf } from './factors.ts';
import { isPlural, isRelational, type Quantity, quantitiesOf } from './figures.ts';
import { isTimeLimit, leadInOf } from './frames.ts';
import { type FoundVerb, type LeadingVerb, leadingVerbOf } from './leading.ts';
import { outsiders, workProducts } from './lexicon/nouns.ts';
import { verbForms } from './lexicon/verbs.ts';
import { workNounAt } from './objectives.ts';
import { measureOf } from './read.ts';

export type { LeadingVerb } from './leading.ts';

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
  'select',
  'pick',
  'enroll',
  'educate',
  'onboard',
  'source',
  'serve',
  'certify',
]);

/** Verbs of helping somebody: with where it leads (`into work`, `to pass`) the people who got there are counted. */
const helping = /^(?:help|support|coach|mentor|assist|train|guide)$/;
/** Verbs of working something off: all of it done is still the work. */
const workingOff =
  /^(?:execute|implement|document|complete|update|review|roll|finish|perform|conduct|deliver|test|audit|migrate|check)$/;
/** What says how well or how soon it was done: a rate of quality, and so an outcome. */
const quality = /^(?:time|within|without|right|correctly|same|own|accurately|ahead|under|below)$/;

/**
 * Whether a key result is an activity: it begins with a verb of doing or making and states no outcome.
 * The verb alone does not make it one. `Launch X to raise sign-ups by 25%` names its effect, `Build time under 8 minutes` begins with
 * a noun, `Finish the move for 100% of depots` measures how far it got: these give null, and so do titles in other languages.
 */
export function activityOf(title: string): Activity | null {
  const parts = partsOfSentence(title);
  if (parts.language === 'other') return null;
  const deadline = deadlineOf(parts);
  const measured = measureOf(parts) !== null;
  const quantities = quantitiesOf(parts).filter(({ at }) => !deadline || at < deadline.start || at >= deadline.next);
  const found = leadingVerbOf(parts) ?? participleOf(parts, quantities);
  if (!found) return countedNoun(parts, quantities) ?? (measured ? null : unmeasuredNoun(parts));
  if (found.entry.class !== 'activity' && found.entry.class !== 'output') return null;
  const token = parts.tokens[found.at];
  if (!token || hasPurpose(parts, found.at) || isWish(parts, found)) return null;
  const span = { start: token.start, end: token.end };
  if (!measured) return { verb: found.entry.base, kind: 'unmeasured', span };
  if (quantities.length === 0 && !coverageOf(parts)) return null;
  return countsOnlyWork(parts, found, quantities) ? { verb: found.entry.base, kind: 'counted', span } : null;
}

/** `Make it easier to use`: a wish, and no particular work. */
function isWish(parts: Parts, { at, entry }: FoundVerb): boolean {
  if (entry.base !== 'make') return false;
  return parts.tokens.some(
    ({ lower, kind }, i) =>
      i > at &&
      kind === 'word' &&
      /^(?:easy|suitable|better|\w{3,}er)$/.test(lower) &&
      !/(?:customer|user|order|paper|poster|flyer|folder|water|number|other|over|under|newsletter|teaser|trailer|buffer|container)$/.test(
        lower,
      ),
  );
}

const trying = /^(?:test|validate|discuss|pilot|trial)$/;
const gathering = /^(?:collect|gather|request)$/;

/** The figure is one, and counts what the verb does: `Hold seven focus groups`, `Practise 6 hours a week`, `Switch all branches`. */
function countsOnlyWork(parts: Parts, found: FoundVerb, quantities: readonly Quantity[]): boolean {
  const { at, entry } = found;
  if (factorOf(parts)) return false;
  const [only, more] = quantities.filter((quantity) => !isTimeLimit(parts, quantity));
  // `Test 4 options with 200 customers`: how many take part is work as well
  const second = more && trying.test(entry.base) && wordAt(parts, more.at - 1) === 'with' ? undefined : more;
  if (!only) return !outcomeCounts.has(entry.base) && quantities.length === 0;
  if (second || countsOutcome(parts, found, only.at)) return false;
  const { amount } = only;
  const lead = leadInOf(parts, only.at);
  const asked = lead.word === 'from' && gathering.test(entry.base) && amount.unit.kind === 'number';
  if (lead.word === 'by' || (lead.word === 'from' && !asked) || lead.bound === 'at-most' || amount.value === 0)
    return false;
  const plain = amount.unit.kind === 'number' && amount.unit.outOf === null;
  if (only.at < at || isCountOf(parts)) return plain; // `25 posters designed`
  // `Practise 6 hours a week`, `Deliver 40 hours of tutoring`
  const hours = amount.unit.kind === 'duration' && (amount.unit.per !== null || wordAt(parts, only.at + 1) === 'of');
  const times = amount.unit.kind === 'word' && amount.unit.name === 'times';
  if (amount.unit.kind === 'percent') return isShareOfWork(parts, found, only);
  return (plain || hours || times) && isObject(parts, at, only.at);
}

/** `Execute 100% of the planned campaigns`, `Arrange 90% of the visits`; but `Deliver 100% of orders on time` */
function isShareOfWork(parts: Parts, { at, entry }: FoundVerb, { at: figure, amount }: Quantity): boolean {
  if (/^(?:arrange|hold|conduct|schedule|attend|host)$/.test(entry.base)) return true;
  if (amount.value !== 100 || figure > at + 2 || !workingOff.test(entry.base)) return false;
  return !parts.tokens.slice(figure + 1).some(({ lower }) => quality.test(lower));
}

/** Whether what is counted is an effect although the verb is one of doing: others decide about it, or are better off for it. */
function countsOutcome(parts: Parts, { at, entry }: FoundVerb, figure: number): boolean {
  const noun = countedAt(parts, figure);
  const word = wordAt(parts, noun);
  if (outcomeCounts.has(entry.base)) return !workProducts.has(word) && !/^(?:tickets?|bugs?|issues?)$/.test(word);
  if (/^(?:recruit|find|add)$/.test(entry.base)) return outsiders.has(word);
  if (/^(?:t|kg|g|tonnes?|tons?|litres?|liters?|kwh|mwh|gwh|hectares?)$/.test(wordAt(parts, figure + 1))) return true;
  if (entry.base === 'host') return /^(?:guests|visitors|people)$/.test(word);
  if (
    /^(?:jobs|savings|leads|signatures|pledges|donations|referrals|signups|sign-ups|families)$/.test(word) &&
    entry.base !== 'interview' &&
    entry.base !== 'visit'
  ) {
    if (word !== 'families' || helping.test(entry.base)) return entry.base !== 'contact' && entry.base !== 'call';
  }
  // `Launch the trial with 100 paying users`
  if (/^(?:launch|open|start|release|pilot)$/.test(entry.base) && wordAt(parts, figure - 1) === 'with')
    return outsiders.has(word);
  // `a waiting list of 800` is a size; `a series of five talks` is not
  if (wordAt(parts, figure - 1) === 'of' && figure > at + 2 && !isSeries(wordAt(parts, figure - 2))) return true;
  if (/ed$/.test(wordAt(parts, figure - 1)) && figure > at + 1) return true; // `research cited 50 times`
  for (let i = at + 1; i < figure; i++) {
    // `Launch the kiosk and serve 2,000 guests`: the figure belongs to the second verb
    if (wordAt(parts, i) === 'and' && figure - i <= 3 && !isWork(wordAt(parts, i + 1))) return i + 1 < figure;
  }
  for (let i = figure + 1; i < parts.tokens.length; i++) {
    const here = wordAt(parts, i);
    if (/^(?:that|which)$/.test(here) && i > noun) return true; // `Release 4 albums that chart`
    if (here === 'who' && helping.test(entry.base)) return true; // `Train 50 carers who then stay`
    // `Help 400 people quit smoking`
    if (entry.base === 'help' && i === noun + 1 && here !== '' && !isRelational(here)) return true;
    if (
      helping.test(entry.base) &&
      (here === 'into' || (here === 'out' && wordAt(parts, i + 1) === 'of') || here === 'to')
    )
      return true;
  }
  return false;
}

function isSeries(word: string): boolean {
  return /^(?:series|set|batch|number|total|minimum|maximum|library|catalogue|average|least|amount|round|pack|all|most|some|out|programme|program)$/.test(
    word,
  );
}

function isWork(word: string): boolean {
  const kind = verbForms.get(word)?.class;
  return kind === 'activity' || kind === 'output';
}

/** The noun that a figure counts: the last of the words behind it up to a preposition or sign. */
function countedAt(parts: Parts, figure: number): number {
  let at = figure;
  while (
    at < figure + 6 &&
    wordAt(parts, at + 1) !== '' &&
    !isRelational(wordAt(parts, at + 1)) &&
    !parts.inDate[at + 1]
  ) {
    at++;
    if (isPlural(wordAt(parts, at))) break;
  }
  return at;
}

/** Behind a count of work: when, how often, for whom, about what, or that it took place. */
const afterCount =
  /^(?:per|a|each|every|for|about|with|on|in|by|this|held|booked|run|published|done|delivered|posted|[.,(;])$/;

/** `Ten webinars`, `24 posts a month`, `40 demos booked`: no verb, and what is counted is the work. */
function countedNoun(parts: Parts, quantities: readonly Quantity[]): Activity | null {
  const [only, second] = quantities.filter((quantity) => !isTimeLimit(parts, quantity));
  if (!only || second || only.at > 3 || only.amount.unit.kind !== 'number' || only.amount.unit.outOf !== null)
    return null;
  const lead = leadInOf(parts, only.at);
  const begins =
    lead.at < 0 || isClauseStart(parts, lead.at + 1) || (lead.at === 0 && /^(?:do|give|have|make)$/.test(lead.word));
  if (!begins) return null;
  if (lead.bound === 'at-most' || only.amount.value === 0) return null;
  const noun = countedAt(parts, only.at);
  const token = parts.tokens[noun];
  const behind = parts.tokens[noun + 1];
  if (!token || noun === only.at || !workProducts.has(token.lower) || hasPurpose(parts, only.at)) return null;
  if (behind && !parts.inDate[noun + 1] && !afterCount.test(behind.lower)) return null;
  return { verb: token.lower, kind: 'counted', span: { start: token.start, end: token.end } };
}

/** `Rollout of the new scheme`, `Website relaunch`: the noun of a work. */
function unmeasuredNoun(parts: Parts): Activity | null {
  const noun = workNounAt(parts) ?? finishedAt(parts);
  const token = noun === null ? undefined : parts.tokens[noun];
  if (!token || hasPurpose(parts, 0)) return null;
  return { verb: token.lower, kind: 'unmeasured', span: { start: token.start, end: token.end } };
}

/** `Style guide published`, `New website live`, `Policy signed off by the board`: the work is said to be over. */
function finishedAt(parts: Parts): number | null {
  for (let at = 1; at < Math.min(parts.tokens.length, 9); at++) {
    const word = wordAt(parts, at);
    if (isRelational(word) && !/^(?:of|for)$/.test(word)) return null;
    const entry = verbForms.get(word);
    const done = (entry?.form === 'past' && isWork(word)) || /^(?:live|done|agreed|signed|approved)$/.test(word);
    if (!done) continue;
    const behind = lowerAt(parts, at + 1);
    return behind === '' || parts.inDate[at + 1] || /^(?:[.(]|in|by|on|off|to|for|with)$/.test(behind) ? at : null;
  }
  return null;
}

function isCountOf(parts: Parts): boolean {
  return /^(?:amount|number|count|total)$/.test(wordAt(parts, 0)) && wordAt(parts, 1) === 'of';
}

/** Whether the figure counts the verb's object: nothing but its adjectives and `with`, `at`, `scales` stands between. */
function isObject(parts: Parts, verb: number, figure: number): boolean {
  if (figure - verb > 5) return false;
  for (let i = verb + 1; i < figure; i++) {
    const word = lowerAt(parts, i);
    // `Pitch to 12 investors`: whom it is done to
    if (word === 'to' && (i === verb + 1 || wordAt(parts, i - 1) === 'out')) continue;
    if (word === 'for' && i === verb + 1 && wordAt(parts, verb) === 'apply') continue;
    // `Develop training for 200 managers`
    if (
      word === 'for' &&
      i > verb + 1 &&
      (workProducts.has(wordAt(parts, i - 1)) || wordAt(parts, i - 1) === 'training')
    )
      continue;
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
 * neither are words for everybody (`every guest`), which in an objective say whom it is for. A number word counts where it is a target:
 * behind a bound (`under two hours`), a verb (`Win five tenders`) or at the beginning (`Zero accidents`); "a class of thirty" and "its two
 * masters" paint a picture.
 */
export function objectiveMeasure(title: string): ObjectiveMeasure | null {
  const parts = partsOfSentence(title);
  const other = parts.language === 'other';
  const deadline = other ? null : deadlineOf(parts);
  for (const { at, amount } of quantitiesOf(parts)) {
    if (deadline && at >= deadline.start && at < deadline.next) continue;
    if (
      isRank(parts, at) ||
      isNotionalInObjective(parts, at) ||
      isPainted(parts, at, deadline?.start ?? parts.tokens.length)
    )
      continue;
    return { text: amount.text, span: amount.span };
  }
  const factor = other ? null : factorOf(parts);
  // `… while we double in size`: a circumstance, not the aim
  const aside = factor && /\b(?:we|they|it|who|that)\s$/i.test(title.slice(0, factor.amount.span.start));
  return factor && !aside ? { text: factor.amount.text, span: factor.amount.span } : null;
}

/** A number word that describes and sets no target. */
function isPainted(parts: Parts, at: number, end: number): boolean {
  const word = lowerAt(parts, at);
  if (/\d/.test(word)) return false;
  const amount = parts.tokens[at]?.amount;
  if (amount?.unit.kind === 'percent' && /^(?:by|to|from)$/.test(lowerAt(parts, at - 1))) return false; // `by a third`
  const lead = leadInOf(parts, at);
  if (lead.bound) return false;
  // `Nobody notices that twice as many came` and `Two people can do it` tell how it will be
  if (parts.tokens.some(({ lower }) => telling.test(lower))) return true;
  if (lead.word === 'to') return false;
  if (/^twice/.test(word)) return wordAt(parts, at + 1) !== 'as' || !/^(?:many|much)$/.test(wordAt(parts, at + 2));
  const plural = [1, 2, 3].some((step) => isPlural(wordAt(parts, at + step))) || amount?.unit.kind === 'word';
  if (at === 1 && wordAt(parts, 2) === 'of' && targeting.test(wordAt(parts, 0))) return false; // `Win three of the tenders`
  if (at === 0) return word !== 'zero' && (!plural || end > 6);
  return !(at === 1 && plural && targeting.test(wordAt(parts, 0)));
}

const telling = /^(?:can|could|will|would|may|are|is|was|were|have|has|know|that|who|while|whose)$/;
const targeting =
  /^(?:win|sign|reach|gain|hire|publish|open|launch|serve|close|hit|achieve|get|land|attract|recruit|secure|acquire|add|ship|deliver|raise|sell|record|train|visit|enter|build)$/;

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
