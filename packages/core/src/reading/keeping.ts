import type { Span } from '../model/span.ts';
import { lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { isRelational, quantitiesOf } from './figures.ts';
import { leadingVerbOf } from './leading.ts';
import { saysWhatFor } from './purposes.ts';
import { measureOf } from './read.ts';

const bounds = /^(?:below|above|under|over|at|within|beneath|≤|≥|<|>|around|between)$/;
/** What is kept as it is rather than won anew. */
const steady =
  /^(?:satisfied|happy|running|stable|going|operational|current|existing|compliant|compliance|quality|standard|standards|level|levels|pace|lights|uptime|availability|position|share|service|services|budget|operations|going|status|continuity|stability|control|track)$/;
/** Keeping one's word and the like is no routine. */
const word = /^(?:promise|promises|word|faith|hope|spirit|momentum)$/;

/**
 * The words that say that something stays as it is: `Maintain`, `Keep`, `Continue to`, `Stay below`. Null where it is to change after all
 * (`Keep returns from 4% to 2%`), where it says what makes that hard (`Keep the trust of our guests while we double in size`), and in
 * other languages than English. `limited`: the fields of a key result state a limit, and the title need not.
 */
export function keepingIn(title: string, kind: 'objective' | 'keyResult', limited = false): Span | null {
  const parts = partsOfSentence(title);
  if (parts.language === 'other') return null;
  const at = kind === 'objective' ? keptObjective(parts) : keptMeasure(parts, limited);
  const token = at === null ? undefined : parts.tokens[at];
  return token ? { start: token.start, end: token.end } : null;
}

function keptMeasure(parts: Parts, limited: boolean): number | null {
  if (!limited && isRoutine(parts)) return 0;
  const verb = keepingVerb(parts);
  if (verb === null || isHard(parts, verb)) return null;
  const measure = measureOf(parts);
  if (measure?.baseline || measure?.form === 'up' || measure?.form === 'down') return null;
  const base = leadingVerbOf(parts)?.entry.base ?? wordAt(parts, verb);
  if (/^(?:maintain|continue|sustain|preserve|uphold|carry|honour|honor)$/.test(base)) return verb;
  if (base === 'keep' && limited) return verb;
  if (!measure) return base === 'keep' && (wordAt(parts, verb + 1) === 'up' || isSteady(parts, verb)) ? verb : null;
  // `keep 80% of new members for a year` is retention
  if (base === 'keep' && parts.tokens[verb + 1]?.amount && wordAt(parts, verb + 2) === 'of') return null;
  if (base === 'keep') return /^(?:all|every|each)$/.test(measure.target?.text.toLowerCase() ?? '') ? null : verb;
  // `stay below 5%`, `hold costs under 2%`; but `stay with us for 12 months`
  const figure = quantitiesOf(parts)[0]?.at ?? -1;
  for (let at = verb + 1; at < figure; at++) if (bounds.test(lowerAt(parts, at))) return verb;
  return null;
}

function keptObjective(parts: Parts): number | null {
  if (isRoutine(parts) || (!parts.hasAmount && (isRound(parts) || isObeying(parts) || isForColleagues(parts))))
    return 0;
  const verb = keepingVerb(parts);
  if (verb === null || isHard(parts, verb)) return null;
  const base = leadingVerbOf(parts)?.entry.base ?? wordAt(parts, verb);
  const rest = parts.tokens.slice(verb + 1);
  if (rest.some(({ lower }) => word.test(lower)) && wordAt(parts, verb + 1) !== 'up') return null;
  if (/^(?:maintain|continue|sustain|uphold|carry|honour|honor|provide|offer|hold)$/.test(base)) return verb;
  if (/^(?:remain|stay)$/.test(base))
    return bounds.test(wordAt(parts, verb + 1)) || wordAt(parts, verb + 1) === 'compliant' ? verb : null;
  if (base === 'keep' && wordAt(parts, verb + 1) === 'up') return verb;
  if (base === 'keep' && isGoingOn(parts, verb + 1)) return verb;
  if (base === 'ensure' && /^(?:compliance|continuity|availability|uptime)$/.test(wordAt(parts, verb + 1))) return verb;
  if (base === 'ensure' && parts.tokens.length <= 5 && isSteady(parts, verb)) return verb;
  if (base === 'ensure')
    return /^(?:smooth|ongoing|continued|continuous|stable|uninterrupted|regular|steady|constant)$/.test(
      wordAt(parts, wordAt(parts, verb + 1) === 'the' ? verb + 2 : verb + 1),
    )
      ? verb
      : null;
  if (base !== 'keep' && base !== 'preserve') return null;
  return rest.some(({ kind }) => kind === 'amount') || isSteady(parts, verb) ? verb : null;
}

/** `Keep recruiting volunteers`; but `Keep getting better` */
function isGoingOn(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  return /.{3}ing$/.test(word) && !growing.test(word);
}

const growing =
  /^(?:getting|growing|improving|learning|raising|increasing|winning|gaining|lowering|reducing|cutting|surprising|delighting|pushing|building)$/;

function isSteady(parts: Parts, verb: number): boolean {
  return parts.tokens.some(({ lower }, at) => at > verb && steady.test(lower));
}

/** The verb that a title begins with, where it holds a level. */
function keepingVerb(parts: Parts): number | null {
  const found = leadingVerbOf(parts);
  if (found?.entry.class === 'keeping') return /^(?:and|&|,)$/.test(lowerAt(parts, found.at + 1)) ? null : found.at;
  if (found && found.entry.base !== 'hold') return null;
  const at = found?.at ?? 0;
  if (found === null && isService(parts)) return 0;
  // `Hold our position in the plumbing trade`
  if (wordAt(parts, at) === 'hold' && /^(?:our|the)$/.test(wordAt(parts, at + 1)) && held.test(wordAt(parts, at + 2)))
    return at;
  if (wordAt(parts, at) === 'honour' || wordAt(parts, at) === 'honor') return at;
  if (found ? found.entry.base !== 'hold' : wordAt(parts, at) !== 'hold') return null;
  // `hold costs under 2%`; but `hold 12 workshops`
  const figure = quantitiesOf(parts)[0]?.at;
  return figure !== undefined && figure > at + 1 && bounds.test(lowerAt(parts, figure - 1)) ? at : null;
}

const held = /^(?:position|share|level|standard|standards|rank|ranking|quality|pace|market)$/;

/** `Support the field team with brochures`: what one team is there for to another. */
function isForColleagues(parts: Parts): boolean {
  if (!/^(?:support|assist)$/.test(wordAt(parts, 0)) || parts.hasAmount) return false;
  const from = /^(?:the|our|all)$/.test(wordAt(parts, 1)) ? 2 : 1;
  const team = [from, from + 1, from + 2].find((at) =>
    /^(?:teams?|departments?|staff|colleagues|units?|branches|business)$/.test(wordAt(parts, at)),
  );
  if (team === undefined || parts.tokens.slice(from, team).some(({ lower }) => isRelational(lower))) return false;
  return (
    /^(?:|with|in|on)$/.test(wordAt(parts, team + 1)) &&
    !parts.tokens.some(({ lower }, at) => at > team && otherwise.test(lower))
  );
}

/** `Provide IT support`: what the team is there for anyway. */
function isService(parts: Parts): boolean {
  const words = parts.tokens.length;
  const first = wordAt(parts, 0);
  if ((first !== 'provide' && first !== 'offer') || words > 6 || parts.tokens.some(({ amount }) => amount))
    return false;
  // `Provide support to all departments`
  if (/^(?:support|services?|assistance)$/.test(wordAt(parts, 1)) && /^(?:to|for)$/.test(wordAt(parts, 2)))
    return /^(?:departments?|teams?|staff|employees|colleagues|units?|organi[sz]ation|business)$/.test(
      wordAt(parts, words - 1),
    );
  return /^(?:support|service|services|assistance|maintenance|operations)$/.test(wordAt(parts, words - 1));
}

/** What the team is there for anyway: its papers, and its days. */
function isRoutine(parts: Parts): boolean {
  return !parts.hasAmount && (isDayWork(parts) || isDailyRun(parts));
}

/** `Send out the parish newsletter weekly`, `Hold team meetings every month` */
function isRound(parts: Parts): boolean {
  if (!/^(?:send|publish|hold|issue|update|prepare|produce|review|report|post|print)$/.test(wordAt(parts, 0)))
    return false;
  const words = parts.tokens.filter(({ lower }) => lower !== '.').length;
  const rhythm = /^(?:daily|weekly|monthly|quarterly|yearly|annually|regularly)$/;
  const every =
    /^(?:every|each)$/.test(wordAt(parts, words - 2)) &&
    /^(?:day|week|month|quarter|year)$/.test(wordAt(parts, words - 1));
  return (every || rhythm.test(wordAt(parts, words - 1))) && !saysWhatFor(parts, 1);
}

/** `Comply with fire safety rules` */
function isObeying(parts: Parts): boolean {
  return (
    /^(?:comply|abide|conform)$/.test(wordAt(parts, 0)) && !parts.tokens.some(({ lower }) => otherwise.test(lower))
  );
}

const handling = /^(?:process|pay|issue|file|submit|run|reconcile|settle|clear|handle)$/;
const papers =
  /^(?:payroll|invoices?|salaries|wages|bills?|claims?|expenses|accounts|ledgers?|returns?|orders?|tickets?|requests?|applications?|payments?|correspondence|mail|post)$/;
/** What is new about it, or hard: `Pay suppliers sooner`, `File claims without paper`. */
const otherwise =
  /^(?:faster|sooner|quicker|earlier|cheaper|simpler|easier|safer|smarter|smoother|fewer|lower|higher|more|less|better|within|without|zero|no|first|same|digitally|online|automatically|end-to-end|instead|only|so|from|to|than)$/;

/** `Run the daily operations of the water works smoothly` */
function isDailyRun(parts: Parts): boolean {
  const at = /^(?:the|our)$/.test(wordAt(parts, 1)) ? 2 : 1;
  return (
    /^(?:run|manage|operate|handle|perform|provide|conduct|administer)$/.test(wordAt(parts, 0)) &&
    /^(?:daily|day-to-day|everyday|routine|regular|ongoing|day)$/.test(wordAt(parts, at)) &&
    !parts.tokens.some(({ lower }, i) => i > at && otherwise.test(lower) && lower !== 'to')
  );
}

/** `Process payroll accurately and on time`, `Pay all invoices each month`: what the team is there for, however well it does it. */
function isDayWork(parts: Parts): boolean {
  if (!handling.test(wordAt(parts, 0))) return false;
  const handled = [1, 2, 3].find((at) => papers.test(wordAt(parts, at)));
  return handled !== undefined && !parts.tokens.some(({ lower }, at) => at > handled && otherwise.test(lower));
}

/** `while`, `so that`, `despite`: what makes it hard, or what it is kept for. */
function isHard(parts: Parts, from: number): boolean {
  for (let at = from + 1; at < parts.tokens.length; at++) {
    const here = wordAt(parts, at);
    if (/^(?:while|despite|even|so|whilst|until|because|who|where)$/.test(here)) return true;
    if (here === 'as' && /^(?:we|they)$/.test(wordAt(parts, at + 1)) && !/^(?:are|is|do)$/.test(wordAt(parts, at + 2)))
      return true;
  }
  return false;
}
