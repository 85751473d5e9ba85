import { lowerAt, type Parts, wordAt } from './context.ts';
import { isEffort } from './efforts.ts';
import { isRelational } from './figures.ts';
import { clauseBeginning, type FoundVerb } from './leading.ts';
import { staff } from './lexicon/nouns.ts';
import { doing, verbForms } from './lexicon/verbs.ts';

/** Behind the verb stands what is done, and how often. */
const objects = /^(?:a|an|the|our|at|up|all|every|each|another)$/;
/** How well or soon it is done is an outcome. */
const howWell = /^(?:time|within|without|right|correctly|accurately|ahead|under|below|faster|first)$/;
const longest = 8;

/** The verb of a sentence that says what the own people do: `Our sales team holds 20 demos`, `The heads of department will carry out 30 audits`. */
export function staffVerbOf(parts: Parts): FoundVerb | null {
  const start = clauseBeginning(parts);
  let isStaff = false;
  for (let at = start; at < start + longest; at++) {
    const token = parts.tokens[at];
    if (token?.kind !== 'word' || parts.inDate[at]) return null;
    const verb = isStaff && at > start ? verbAt(parts, at) : null;
    if (verb) return isPraisedBehind(parts, at) ? null : verb;
    if (isStaffNoun(parts, start, token.lower)) isStaff = true;
    else if (token.lower === 'to' && at > start && at < start + 5)
      return metrics.test(wordAt(parts, at - 1)) ? null : doingAt(parts, at + 1);
    else if (modal.test(token.lower) && (at === start || isStaff)) continue;
    else if (
      isRelational(token.lower) &&
      !(isStaff && /^(?:of|in)$/.test(token.lower)) &&
      !/^(?:the|a|an)$/.test(token.lower)
    )
      return null;
  }
  return null;
}

/** `Time to answer a letter`, `Clicks to book a room`: of these the verb says which. */
const metrics =
  /^(?:time|times|cost|costs|steps|clicks|days|hours|minutes|effort|ability|access|needed|required|able|ready|likely)$/;
const modal = /^(?:will|must|should)$/;

function isStaffNoun(parts: Parts, start: number, word: string): boolean {
  return staff.has(word) || staff.has(`${word}s`) || (word === 'people' && /^(?:our|the)$/.test(wordAt(parts, start)));
}

function verbAt(parts: Parts, at: number): FoundVerb | null {
  const entry =
    lowerAt(parts, at) === 'carry' && lowerAt(parts, at + 1) === 'out' ? carryOut : verbForms.get(wordAt(parts, at));
  if (/^(?:do|does|take|takes)$/.test(wordAt(parts, at)) && (parts.tokens[at + 1]?.amount || isEffortSoon(parts, at)))
    return { at, entry: doing };
  if (!entry || (entry.form !== 'third' && entry.form !== 'base')) return null;
  if (entry.class !== 'activity' && entry.class !== 'output') return null;
  const behind = entry === carryOut ? at + 2 : at + 1;
  const object = /^(?:with|to|at|on|for)$/.test(lowerAt(parts, behind)) ? behind + 1 : behind;
  return parts.tokens[object]?.amount || objects.test(lowerAt(parts, object)) ? { at, entry } : null;
}

/** `Marketing to publish 2 posts a week`: who is to do it, whoever that is. */
function doingAt(parts: Parts, at: number): FoundVerb | null {
  const verb = verbAt(parts, at);
  return verb && verb.entry.form === 'base' && !isPraisedBehind(parts, at) ? verb : null;
}

function isEffortSoon(parts: Parts, at: number): boolean {
  return [1, 2, 3].some((step) => isEffort(parts, at + step));
}

const carryOut = { base: 'carry', class: 'activity', form: 'base' } as const;

function isPraisedBehind(parts: Parts, verb: number): boolean {
  return parts.tokens.some(({ lower }, at) => at > verb && howWell.test(lower));
}
