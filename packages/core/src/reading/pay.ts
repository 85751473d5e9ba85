import type { Span } from '../model/span.ts';
import { lowerAt, type Parts, partsOfSentence } from './context.ts';
import { isOfPay } from './lexicon/classes.ts';
import { wordsOf } from './lexicon/lists.ts';

const pay =
  '(?:bonus(?:es)?|salar(?:y|ies)|(?:merit|pay|salary|wage|annual|yearly) (?:rises?|raises?|increases?|reviews?)|(?:variable|incentive|performance) pay|compensation|remuneration|commissions?|promotions?)';
/** What somebody is given who has reached something; bare `commission` may also be a firm's income. */
const prize =
  '(?:bonus(?:es)?|pay (?:rise|raise|increase|packet)|(?:merit|annual|yearly) (?:raise|increase)|salary (?:rise|raise|increase)|(?:a|the|our|my|their) (?:raise|promotion))';
const goal =
  '(?:okrs?|key results?|objectives?|goals?|targets?|goal attainment|(?:okr|goal|target) (?:scores?|achievement|attainment)|hitting|reach(?:ed|es|ing)?|hits?|achiev\\w{1,6}|met|meets?|meeting|exceed\\w{0,3})';
const appraisal =
  '(?:performance (?:ratings?|reviews?|appraisals?|scores?)|appraisals?|bonus(?:es)?|(?:variable )?salary(?: reviews?)?|pay reviews?|compensation|(?:variable )?pay)';
const few = '[^.]{0,40}?';
const words = (list: string) => `(?:${list.split(' ').join('|').replaceAll('_', ' ')})`;

const coupled: readonly RegExp[] = [
  // `bonus paid when …`, `20% of variable pay is tied to this key result`
  `${pay}\\s+(?:(?:is|are|will|be|being|payments?|payouts?|paid|pay|only|of \\d[\\d.]{0,4}\\s?%)\\s+){0,4}${words('for if when depends?_on linked_to tied_to based_on conditional_on contingent_on subject_to upon once unless')}\\b${few}\\b${goal}\\b`,
  `${words('raises?')}\\s+(?:(?:is|are|will|be)\\s+){0,2}${words('depends?_on linked_to tied_to based_on conditional_on contingent_on')}`,
  // `link pay to our OKRs`, `base promotions on key result scores`
  `${words('link tie couple connect base peg attach')}\\w{0,3}\\s${few}\\b(?:okrs?|key results?|objectives?|goals?|goal attainment|targets?)\\b${few}\\b(?:${pay}|pay|ratings?)\\b`,
  `${words('link tie couple connect base peg attach')}\\w{0,3}\\s${few}\\b(?:${pay}|pay|ratings?)\\b${few}\\b(?:okrs?|key results?|objectives?|goals?|goal attainment|targets?)\\b`,
  // `to earn the full bonus`, `or lose the bonus`, `qualify for the year-end bonus`
  `${words('earns? gets? receives? secures? unlocks? triggers? loses? forfeits? forgoes? forgo miss(?:es)? keeps? qualify_for qualifies_for pays?_out payouts?_of')}\\s+(?:[\\w'-]{1,12}\\s+){0,5}?${prize}\\b(?! (?:points?|schemes?|cards?|tracks?|content|features?)\\b)`,
  `for ${words('a our my the')} promotion to\\b`,
  `promotions? to [\\w ]{3,25} (?:if|when|once)\\b`,
  `${words('linked tied')} to ${words('the our my a their')} (?:[\\w'’]{1,12} ){0,2}?bonus(?:es)?\\b`,
  // `counts towards the performance rating`, `part of the salary review`
  `${words('counts? relevant used required part')} (?:towards?|for|in|of|as) (?:\\d{1,3}\\s?% of )?(?:(?:the|my|our|your|their|annual|yearly)\\s+){0,2}${appraisal}\\b`,
  `(?:okrs?|key results?|goals?|objectives?)(?: \\w{1,12}){0,4} (?:decides?|determines?|drives?|sets?) (?:(?:the|our|my|their|who gets) ){0,2}(?:${pay}|raises?)\\b`,
  `reward\\w{0,3} ${few}\\b(?:with|by) (?:a |an )?(?:bonus(?:es)?|pay rises?|raises?)\\b${few}\\b${goal}\\b`,
].map((pattern) => new RegExp(`\\b${pattern}`, 'i'));

/** All patterns need a word of pay, and nearly no text holds one; `Raise …` is a verb where a text begins with it, unless it `depends on` something. */
function maySpeakOfPay(parts: Parts): boolean {
  if ((parts.classes & isOfPay) === 0) return false;
  if (!lowerAt(parts, 0).startsWith('raise') || beginsCondition.has(lowerAt(parts, 1))) return true;
  return parts.tokens.some(({ classes }, at) => at > 0 && (classes & isOfPay) !== 0);
}

const beginsCondition = wordsOf('is are will be depend depends linked tied based conditional contingent');

/** The words of a text that make pay or a rating depend on reaching a goal, or null. English only. */
export function payIn(text: string): Span | null {
  if (!maySpeakOfPay(partsOfSentence(text))) return null;
  const read = text.slice(0, 500);
  for (const pattern of coupled) {
    const found = pattern.exec(read);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}
