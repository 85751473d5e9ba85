import type { Span } from '../model/span.ts';
import { lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { deadlineOf } from './deadline.ts';
import { factorOf } from './factors.ts';
import { isPlural, quantitiesOf } from './figures.ts';
import { leadInOf } from './frames.ts';
import { type LeadingVerb, leadingVerbOf } from './leading.ts';

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
  if (lead.bound || wordAt(parts, at - 1) === 'top') return false; // `Finish in the top two`
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
