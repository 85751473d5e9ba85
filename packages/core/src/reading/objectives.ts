import type { Span } from '../model/span.ts';
import { firstWordAt, isCapital, lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { isRelational } from './figures.ts';
import type { LeadingVerb } from './leading.ts';
import { type FoundVerb, leadingVerbOf } from './leading.ts';
import { isFelt, isPraiseOrCare } from './lexicon/classes.ts';
import { deliverables, solutions } from './lexicon/nouns.ts';
import { handiwork } from './lexicon/verbs.ts';
import { saysWhatFor } from './purposes.ts';
import { spanOf } from './stretch.ts';
import { twoAimsIn } from './two-aims.ts';
import { emptiness } from './wishes.ts';

/** What an objective says in English, as far as rules ask; all of it null in other languages. */
export interface ObjectiveWording {
  /**
   * - `wish`: more or better, and nothing of who or what (`Improve quality`, `Be more agile`, `Innovation`)
   * - `metric`: a figure by name that is to move, without a reason (`Increase sales`)
   */
  readonly empty: 'wish' | 'metric' | null;
  readonly task: LeadingVerb | null;
  /** The deliverable that is named before the problem it is to solve. */
  readonly solution: Span | null;
  /** The `and` between two verb phrases. */
  readonly joint: Span | null;
}

export const noObjectiveWording: ObjectiveWording = { empty: null, task: null, solution: null, joint: null };

/** Reads all of it at once: taking the sentence apart is what costs. */
export function readObjective(title: string): ObjectiveWording {
  const parts = partsOfSentence(title);
  if (parts.language === 'other' || parts.tokens.length === 0) return noObjectiveWording;
  const verb = leadingVerbOf(parts);
  const empty = emptiness(parts, verb);
  const task = empty ? null : taskOf(parts, verb);
  return { empty, task, solution: task ? null : solutionOf(parts, verb), joint: spanOf(parts, twoAimsIn(parts, verb)) };
}

// --- tasks ----------------------------------------------------------------------------------------------------------------

/** Making and starting something may well be the aim itself (`Build a crew that …`), finishing and shipping it hardly is. */
const aimsThemselves = new Set(
  'build create make design establish open start set give send offer learn help hold host lead choose write draw promote test define run add provide support listen share speak teach explore meet engage walk talk read educate join follow simplify settle move fix put hand enable hire recruit repair'.split(
    ' ',
  ),
);
/** With whom something is held or agreed says only who takes part. */
const jointly = /^(?:sign|hold|agree|negotiate|discuss|organise|organize)$/;
/** And of what is finished or brought in, for whom it is says nothing of what comes of it either. */
const finishing =
  /^(?:organise|organize|complete|finish|finalise|finalize|conduct|conclude|roll|introduce|implement|develop|deploy|install|migrate|upgrade|replace|launch|publish|write)$/;

function taskOf(parts: Parts, verb: FoundVerb | null): LeadingVerb | null {
  if (isDrawnUp(parts)) return leading(parts, 0, wordAt(parts, 0), 'output');
  if (!verb) return haveTask(parts) ?? nounTask(parts);
  const { at, entry } = verb;
  if ((entry.class !== 'output' && entry.class !== 'activity') || entry.form === 'past') return null;
  if (saysWhatFor(parts, at + 1, asideOf(entry.base)) || isPraised(parts) || isManner(parts, at)) return null;
  if ((aimsThemselves.has(entry.base) || handiwork.has(entry.base)) && !isHandedOver(parts, verb)) return null;
  return leading(parts, at, entry.base, entry.class);
}

/** Words behind a verb that tell no purpose. */
function asideOf(verb: string): RegExp | null {
  if (finishing.test(verb)) return /^(?:with|for)$/;
  return jointly.test(verb) ? /^with$/ : null;
}

function leading(parts: Parts, at: number, verb: string, kind: LeadingVerb['kind']): LeadingVerb | null {
  const token = parts.tokens[at];
  return token ? { verb, kind, span: { start: token.start, end: token.end } } : null;
}

function isPraised(parts: Parts): boolean {
  const says = isPraiseOrCare | isFelt; // `Restore confidence in …`
  return (
    (parts.classes & says) !== 0 && parts.tokens.some(({ kind, classes }) => kind === 'word' && (classes & says) !== 0)
  );
}

/** `Ship fearlessly`: how, and no thing at all; `Deliver permits fairly, quickly and transparently`: how above all. */
function isManner(parts: Parts, verb: number): boolean {
  if (parts.tokens.filter(({ lower }, at) => at > verb && /.{4}ly$/.test(lower)).length > 1) return true;
  return /.{3}ly$/.test(wordAt(parts, verb + 1)) && parts.tokens.length === verb + 2;
}

const everyday = /^(?:create|run|add|write|support|provide|send|test|define|host|hold|promote)$/;

/** Of the verbs that may be an aim: whether what they make is a thing that is handed over (`build a portal`, `set up the PMO`). */
function isHandedOver(parts: Parts, { at, entry }: FoundVerb): boolean {
  if (entry.base === 'set' && wordAt(parts, at + 1) === 'up') return true;
  // `Move to the new office`, `Move the stock to the new warehouse`
  if (entry.base === 'move' && parts.tokens.some(({ lower }, i) => i > at && i < at + 6 && lower === 'to'))
    return (
      parts.tokens.some(({ lower }) =>
        /^(?:office|offices|building|premises|headquarters|site|cloud|platform|system|warehouse)$/.test(lower),
      ) || isToProduct(parts, at)
    );
  if (/^(?:hire|recruit)$/.test(entry.base)) return /^an?$/.test(wordAt(parts, at + 1));
  let end = at;
  while (end < at + 8) {
    const next = wordAt(parts, end + 1);
    if (next === '' || parts.inDate[end + 1] || (isRelational(next) && !/^(?:a|an|the|all|every|each)$/.test(next)))
      break;
    end++;
  }
  const last = wordAt(parts, end);
  // `Create content`, `Run ads`: so short that nothing is said of it
  if (
    everyday.test(entry.base) &&
    parts.tokens.length <= at + 4 &&
    !/.(?:er|ly)$|^(?:fresh|again|together)$/.test(last)
  )
    return end > at;
  return deliverables.has(last) || deliverables.has(last.replace(/s$/, ''));
}

/** `Move the payroll to Oracle`; but `Move the team to Lisbon` changes lives, and few products are what things are moved out of. */
function isToProduct(parts: Parts, verb: number): boolean {
  const to = parts.tokens.findIndex(({ lower }, at) => at > verb && lower === 'to');
  return (
    isCapital(parts, to + 1) &&
    parts.tokens.some(({ lower }) =>
      /^(?:payroll|data|database|email|mail|website|servers?|files|bookkeeping|accounts|crm|erp|hosting|infrastructure|code)$/.test(
        lower,
      ),
    )
  );
}

/** `Have the CRM live by Q2`, `Do the staff survey`: the thing is to be there, whatever it is good for. */
function haveTask(parts: Parts): LeadingVerb | null {
  if (wordAt(parts, 0) === 'do' && /^(?:the|a|an|our)$/.test(wordAt(parts, 1)) && !saysWhatFor(parts, 1))
    return leading(parts, 0, 'do', 'activity');
  if (!/^(?:have|get|push|bring)$/.test(wordAt(parts, 0)) || saysWhatFor(parts, 1, /^of$/) || isPraised(parts))
    return null;
  if (isOutOfTheDoor(parts)) return leading(parts, 0, wordAt(parts, 0), 'output');
  const last = parts.tokens.findIndex(
    (_, at) =>
      at > 1 && /^(?:live|ready|done|implemented|deployed|launched|running|installed)$/.test(wordAt(parts, at)),
  );
  const ends =
    last > 0 &&
    (last === parts.tokens.length - 1 || parts.inDate[last + 2] === true || parts.inDate[last + 1] === true);
  return ends ? leading(parts, 0, 'have', 'output') : null;
}

/** `Draw up a digital strategy for the district`, `Put together a brochure` */
function isDrawnUp(parts: Parts): boolean {
  const phrase = `${wordAt(parts, 0)} ${wordAt(parts, 1)}`;
  if (!/^(?:draw up|put together|work out|set out|write up|map out)$/.test(phrase)) return false;
  const thing = [3, 4, 5].some((at) => deliverables.has(wordAt(parts, at)) && isRelationalOrEnd(parts, at + 1));
  return thing && !saysWhatFor(parts, 2, /^(?:with|for)$/) && !isPraised(parts);
}

function isRelationalOrEnd(parts: Parts, at: number): boolean {
  return wordAt(parts, at) === '' || isRelational(wordAt(parts, at)) || parts.inDate[at] === true;
}

/** `Get version 4.2 out of the door`, `Push the release over the line` */
function isOutOfTheDoor(parts: Parts): boolean {
  const end = parts.tokens.map(({ lower }) => lower).join(' ');
  return /^.{3,80} (?:out (?:of )?the door|over the (?:finish )?line)\s?[.!]?$/.test(end);
}

const workNouns =
  /^(?:implementation|rollout|roll-out|launch|relaunch|introduction|development|creation|migration|completion|redesign|upgrade|deployment|integration|installation|construction|rebuild|revamp|refactoring|modernisation|modernization|setup|release|digitalisation|digitalization|digitisation|digitization|reorganisation|reorganization|relocation|restructuring|renovation|refurbishment|automation|translation)$/;

/** A task without a verb: `ERP rollout`, `Implementation of the new process`, `New website`. */
function nounTask(parts: Parts): LeadingVerb | null {
  if (saysWhatFor(parts, 0) || isPraised(parts)) return null;
  const at = workNounAt(parts);
  if (at !== null) return leading(parts, at, wordAt(parts, at), 'output');
  const short = parts.tokens.length <= 4 && parts.tokens.every(({ kind }) => kind === 'word');
  const last = parts.tokens.length - 1;
  return short && wordAt(parts, 0) === 'new' && deliverables.has(wordAt(parts, last))
    ? leading(parts, last, 'make', 'output')
    : null;
}

/** The noun of work that a title is: `Implementation of …`, `Website relaunch by May`; null where it is none. */
export function workNounAt(parts: Parts): number | null {
  const start = firstWordAt(parts);
  if (start < 0) return null;
  const first = wordAt(parts, start) === 'the' ? start + 1 : start;
  if (workNouns.test(wordAt(parts, first)) && wordAt(parts, first + 1) === 'of') return first;
  for (let at = first; at < first + 5; at++) {
    const word = wordAt(parts, at);
    if (word === '' || isRelational(word) || parts.inDate[at]) return null;
    const behind = parts.tokens[at + 1];
    const ends = !behind || parts.inDate[at + 1] === true || /^(?:[.(]|of|by|in|for|to)$/.test(behind.lower);
    if (at > first && workNouns.test(word) && ends) return at;
  }
  return null;
}

// --- hints ----------------------------------------------------------------------------------------------------------------

const making =
  /^(?:build|create|launch|develop|deliver|implement|introduce|ship|release|deploy|set|roll|design|offer|provide|establish|install|buy)$/;

/** `a portal`, `a web shop`; but `a system of trust` and `a platform of ideas` are none. */
function isSolution(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  if (word === 'shop') return /^(?:web|online|e)$/.test(lowerAt(parts, at - 1));
  if (word === 'base') return wordAt(parts, at - 1) === 'knowledge';
  return solutions.has(word) && wordAt(parts, at + 1) !== 'of';
}

/** `Build a self-service portal so that …`: the thing is decided before the problem is told. */
function solutionOf(parts: Parts, verb: FoundVerb | null): Span | null {
  const first = verb?.at ?? 0;
  if (!making.test(verb?.entry.base ?? wordAt(parts, 0))) return null;
  for (let at = first + 1; at < first + 7; at++) {
    const word = wordAt(parts, at);
    if (lowerAt(parts, at) === '-') continue;
    if (word === '' || /^(?:that|which|so|who|where|for|to|with)$/.test(word)) return null;
    const token = parts.tokens[at];
    if (!token || !isSolution(parts, at)) continue;
    return { start: token.start, end: token.end };
  }
  return null;
}
