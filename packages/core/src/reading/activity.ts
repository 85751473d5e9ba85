import type { Span } from '../model/span.ts';
import { isClauseStart, lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { coverageOf } from './coverage.ts';
import { deadlineOf } from './deadline.ts';
import { isEffort } from './efforts.ts';
import { factorOf } from './factors.ts';
import { isHyphen, isPlural, isRelational, type Quantity, quantitiesOf } from './figures.ts';
import { isAside, isTimeLimit, leadInOf } from './frames.ts';
import { type FoundVerb, leadingVerbOf } from './leading.ts';
import { outsiders } from './lexicon/nouns.ts';
import { doing, type VerbEntry, verbForms } from './lexicon/verbs.ts';
import { measureOf } from './read.ts';
import { staffVerbOf } from './staff.ts';
import {
  activityAt,
  countedAt,
  figuresOfWork,
  hasPurpose,
  isCountOf,
  isEarlier,
  isWellDone,
  isWork,
  making,
  workingOff,
} from './work-figures.ts';
import { countedWork, moreEffort, unmeasuredNoun } from './work-nouns.ts';

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
  'process',
]);

/** Verbs of helping somebody: with where it leads (`into work`, `to pass`) the people who got there are counted. */
const helping = /^(?:help|support|coach|mentor|assist|train|guide)$/;

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
  const found = leadingVerbOf(parts) ?? participleOf(parts, quantities) ?? (measured ? staffVerbOf(parts) : null);
  if (found === null || found.entry.class === 'movement') {
    const counted = moreEffort(parts, quantities) ?? (found ? null : countedWork(parts, quantities));
    return counted ?? (found || measured ? null : unmeasuredNoun(parts));
  }
  if (found.entry.class === 'keeping') return null;
  if (hasPurpose(parts, found.at) || isWish(parts, found)) return null;
  if (!measured) return activityAt(parts, found.at, 'unmeasured', found.entry.base);
  if (quantities.length === 0 && !coverageOf(parts)) return null;
  return countsOnlyWork(parts, found, quantities) ? activityAt(parts, found.at, 'counted', found.entry.base) : null;
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
  const [only, more] = figuresOfWork(
    parts,
    quantities.filter((quantity) => !isTimeLimit(parts, quantity)),
  );
  // `Tell everybody about the new shifts (3 town halls)`
  if (only && isAside(parts, only.at) && isEffort(parts, countedAt(parts, only.at))) return true;
  // `Test 4 options with 200 customers`: how many take part is work as well
  const second = more && trying.test(entry.base) && wordAt(parts, more.at - 1) === 'with' ? undefined : more;
  if (!only)
    return (
      !outcomeCounts.has(entry.base) &&
      !quantities.some((limit) => isTimeLimit(parts, limit)) &&
      (entry.form !== 'past' || !isWellDone(parts, at))
    );
  if ((second && !isEarlier(parts, second, only)) || countsOutcome(parts, found, only.at)) return false;
  const { amount } = only;
  const lead = leadInOf(parts, only.at);
  const asked = lead.word === 'from' && gathering.test(entry.base) && amount.unit.kind === 'number';
  if (lead.word === 'by' || (lead.word === 'from' && !asked) || lead.bound === 'at-most' || amount.value === 0)
    return false;
  const plain = amount.unit.kind === 'number' && amount.unit.outOf === null;
  if (only.at < at || isCountOf(parts)) return plain; // `25 posters designed`
  // `Practise 6 hours a week`, `Deliver 40 hours of tutoring`
  const hours =
    amount.unit.kind === 'duration' &&
    (amount.unit.per !== null ||
      /^(?:each|every)$/.test(wordAt(parts, only.at + 1)) ||
      wordAt(parts, only.at + 1) === 'of');
  const times = amount.unit.kind === 'word' && amount.unit.name === 'times';
  if (amount.unit.kind === 'percent')
    return isShareOfWork(parts, found, only) || (amount.value === 100 && isMadeFor(parts, found, only.at));
  return (plain || hours || times) && (isObject(parts, at, only.at) || isMadeFor(parts, found, only.at));
}

/** `Execute 100% of the planned campaigns`, `Arrange 90% of the visits`; but `Deliver 100% of orders on time` */
function isShareOfWork(parts: Parts, { at, entry }: FoundVerb, { at: figure, amount }: Quantity): boolean {
  if (/^(?:arrange|hold|conduct|schedule|attend|host|do)$/.test(entry.base)) return true;
  if (amount.value !== 100 || figure > at + 2 || !workingOff.test(entry.base)) return false;
  return !isWellDone(parts, figure);
}

/** Whether what is counted is an effect although the verb is one of doing: others decide about it, or are better off for it. */
function countsOutcome(parts: Parts, { at, entry }: FoundVerb, figure: number): boolean {
  const noun = countedAt(parts, figure);
  const word = wordAt(parts, noun);
  if (outcomeCounts.has(entry.base)) return !isEffort(parts, noun) && !/^(?:tickets?|bugs?|issues?)$/.test(word);
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
  if (entry.base === 'finish' && wordAt(parts, figure - 1) === 'top') return true; // `Finish in the top two`
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

const placing = /^(?:add|apply|attach|deploy|fit|install|roll)$/;

/** `Write runbooks for our 12 services`: things are made, and the figure says for how many; whom they are made for is another matter. */
function isMadeFor(parts: Parts, { at, entry }: FoundVerb, figure: number): boolean {
  if ((!making.test(entry.base) && !placing.test(entry.base)) || figure - at > 10) return false;
  const before = leadInOf(parts, figure);
  const lead = /^(?:top|all)$/.test(before.word) ? leadInOf(parts, before.at) : before;
  const counted = wordAt(parts, countedAt(parts, figure));
  return (
    (placing.test(entry.base) ? /^(?:to|across)$/ : /^for$/).test(lead.word) &&
    (placing.test(entry.base) || isPlural(wordAt(parts, lead.at - 1))) &&
    !/^(?:jobs|homes|places|chances|opportunities)$/.test(wordAt(parts, lead.at - 1)) &&
    !outsiders.has(counted) &&
    counted !== 'people'
  );
}

/** Whether the figure counts the verb's object: nothing but its adjectives and `with`, `at`, `scales` stands between. */
function isObject(parts: Parts, verb: number, figure: number): boolean {
  if (figure - verb > 5) return false;
  for (let i = verb + 1; i < figure; i++) {
    const word = lowerAt(parts, i);
    if (word === 'to' && lowerAt(parts, i - 1) === '-') continue; // `how-to`
    // `Pitch to 12 investors`: whom it is done to
    if (word === 'to' && (i === verb + 1 || wordAt(parts, i - 1) === 'out')) continue;
    if (word === 'for' && i === verb + 1 && wordAt(parts, verb) === 'apply') continue;
    // `Develop training for 200 managers`
    if (word === 'for' && i > verb + 1 && (isEffort(parts, i - 1) || wordAt(parts, i - 1) === 'training')) continue;
    if (/^(?:to|for|so|that|which|,|;|\(|:|until|reach(?:es|ing)?|hits?|exceeds?|is|are)$/.test(word)) return false;
  }
  return true;
}

/** `25 posters designed`, `Amount of leaflets printed: 400`: a participle behind what it was done to. */
function participleOf(parts: Parts, quantities: readonly Quantity[]): FoundVerb | null {
  const [first, more] = quantities.filter((quantity) => !isTimeLimit(parts, quantity) && !isAside(parts, quantity.at));
  const covered = coverageOf(parts);
  const all = covered !== null && covered.percent === 100 && covered.at === 0;
  if (more || !(first || all)) return null;
  const begins = first && (first.at <= 1 || leadInOf(parts, first.at).at < 0 || isClauseStart(parts, first.at));
  if (!isCountOf(parts) && !all && first && !begins) return null;
  for (let i = 1; i < Math.min(parts.tokens.length, 10); i++) {
    const entry = participleAt(parts, i);
    // who booked is not told: guests do
    if (!entry || entry.class === 'movement' || entry.class === 'keeping' || entry.base === 'book') continue;
    const behind = lowerAt(parts, i + 1);
    if (behind === 'and' && participleAt(parts, i + 2) === null) continue; // `trained and still with us`
    if (
      behind === '' ||
      /^[.:=]$/.test(behind) ||
      parts.inDate[i + 1] ||
      /^(?:in|by|this|on|for|to|with|across|about|at|and|before|each|every|per|a|twice|onto|through|out|off|w)$/.test(
        behind,
      )
    )
      return { at: i, entry };
  }
  return null;
}

/** `rewritten`, `re-imaged`, `carried out`, `put through`, `done` */
function participleAt(parts: Parts, at: number): VerbEntry | null {
  const word = wordAt(parts, at);
  if (word === 'done' || (/^(?:put|carried|gone)$/.test(word) && /^(?:through|out)$/.test(wordAt(parts, at + 1))))
    return done;
  if (/.{3}ed$/.test(word) && isHyphen(parts, at - 1) && wordAt(parts, at - 2) === 're') return done;
  const entry = verbForms.get(word);
  return entry?.form === 'past' ? entry : null;
}

const done: VerbEntry = { ...doing, form: 'past' };
