/** Key results that describe work without beginning with its verb: `Ten webinars`, `More posts a week`, `Checklists written for all wards`. */
import type { Activity } from './activity.ts';
import { firstWordAt, isClauseStart, lowerAt, type Parts, wordAt } from './context.ts';
import { coverageOf } from './coverage.ts';
import { growingEffortOf, isEffort } from './efforts.ts';
import { isRelational, type Quantity } from './figures.ts';
import { isTimeLimit, leadInOf } from './frames.ts';
import { verbForms } from './lexicon/verbs.ts';
import { workNounAt } from './objectives.ts';
import { measureOf } from './read.ts';
import {
  activityAt,
  countedAt,
  figuresOfWork,
  hasPurpose,
  isEarlier,
  isWellDone,
  isWork,
  making,
  workingOff,
} from './work-figures.ts';

/** The work that a sentence counts by its name, and not by a verb that it begins with. */
export function countedWork(parts: Parts, quantities: readonly Quantity[]): Activity | null {
  return (
    givenTo(parts) ?? doneEverywhere(parts) ?? countedEffort(parts, quantities) ?? effortWithAll(parts, quantities)
  );
}

/** Behind a count of work: when, how often, for whom, about what, or that it took place. */
const afterCount =
  /^(?:per|a|each|every|for|about|with|on|in|by|this|through|over|at|led|held|booked|run|published|done|delivered|posted|[.,(;])$/;

/** `Ten webinars`, `24 posts a month`, `40 demos booked`: no verb, and what is counted is the work. */
function countedEffort(parts: Parts, quantities: readonly Quantity[]): Activity | null {
  const [only, second] = figuresOfWork(
    parts,
    quantities.filter((quantity) => !isTimeLimit(parts, quantity)),
  );
  if (
    !only ||
    (second && !isEarlier(parts, second, only)) ||
    only.at > 3 ||
    only.amount.unit.kind !== 'number' ||
    only.amount.unit.outOf !== null
  )
    return null;
  const lead = leadInOf(parts, only.at);
  const begins =
    lead.at < 0 ||
    isClauseStart(parts, lead.at + 1) ||
    (lead.at === 0 && /^(?:do|give|have|make|take|teach)$/.test(lead.word));
  if (!begins) return null;
  if (lead.bound === 'at-most' || only.amount.value === 0) return null;
  const noun = countedAt(parts, only.at);
  const behind = parts.tokens[noun + 1];
  if (noun === only.at || !isEffort(parts, noun) || hasPurpose(parts, only.at)) return null;
  if (behind && !parts.inDate[noun + 1] && !afterCount.test(behind.lower)) return null;
  return activityAt(parts, noun, 'counted');
}

/** `Increase our posts from 3 to 8 a week`: more of the work is to be done. */
export function moreEffort(parts: Parts, quantities: readonly Quantity[]): Activity | null {
  // `… from 2 to 8 and cut queues from 9 to 4`: another aim stands beside it
  if (quantities.length === 0 || quantities.length > 2) return null;
  const noun = growingEffortOf(parts);
  const measure = noun === null ? null : measureOf(parts);
  if (noun === null || !measure || measure.form === 'down' || measure.form === 'at-most' || hasPurpose(parts, 0))
    return null;
  const from = measure.baseline?.kind === 'amount' ? measure.baseline.amount.value : null;
  if (from !== null && measure.target && measure.target.value <= from && measure.form !== 'up') return null;
  return activityAt(parts, noun, 'counted');
}

/** `Weekly audits, all 7 cells`, `Review sessions with all 11 owners`, `Farm walks with growers: 12`: work by its name, and how much of it. */
function effortWithAll(parts: Parts, quantities: readonly Quantity[]): Activity | null {
  const [now, ...others] = figuresOfWork(parts, quantities);
  const figures = now ? [now, ...others.filter((other) => !isEarlier(parts, other, now))] : [];
  if (figures.length > 1 || figures.some(({ amount }) => amount.unit.kind !== 'number' || amount.unit.outOf !== null))
    return null;
  if (figures.length === 0 && (coverageOf(parts)?.percent ?? 0) < 100) return null;
  const start = firstWordAt(parts);
  let noun = start;
  while (
    noun < start + 4 &&
    wordAt(parts, noun + 1) !== '' &&
    !isRelational(wordAt(parts, noun + 1)) &&
    !isEffort(parts, noun)
  )
    noun++;
  if (start < 0 || !isEffort(parts, noun) || isWellDone(parts, noun) || hasPurpose(parts, start)) return null;
  if (!/^(?:with|for|on|in|at|,|:|held|run)$/.test(lowerAt(parts, noun + 1))) return null;
  return activityAt(parts, noun, 'counted');
}

const spread = /^(?:installed|deployed|introduced|implemented|live|out)$/;

/** `New till software rolled out to 22 branches`, `Triage form live in all clinics`: it is there, whoever uses it. */
function doneEverywhere(parts: Parts): Activity | null {
  for (let at = 1; at < Math.min(parts.tokens.length, 8); at++) {
    const word = wordAt(parts, at);
    if (parts.tokens[at]?.amount || (isRelational(word) && !/^(?:of|for|is|are|be|been)$/.test(word))) return null;
    const entry = verbForms.get(word);
    const base = entry?.form === 'past' ? entry.base : '';
    const held = heldEffort(parts, at);
    const done =
      held ||
      spread.test(word) ||
      word === 'done' ||
      making.test(base) ||
      workingOff.test(base) ||
      /^(?:fit|equip|hang|laminate)$/.test(base);
    if (!done || (word === 'out' && !held && wordAt(parts, at - 1) !== 'rolled')) continue;
    if (!/^(?:to|in|at|across|on|for|with)$/.test(wordAt(parts, at + 1))) continue;
    if (parts.inDate[at + 2] || isWellDone(parts, at)) return null;
    const figure = [2, 3].map((step) => parts.tokens[at + step]).find((token) => token?.amount)?.amount;
    if ([3, 4, 5].some((step) => /^(?:minutes?|hours?|days?|weeks?|months?)$/.test(wordAt(parts, at + step))))
      return null; // `done in 4 working days`
    const all = /^(?:all|every|each|both)$/.test(wordAt(parts, at + 2));
    if (!all && !(figure?.unit.kind === 'number' && figure.unit.outOf === null)) return null;
    return activityAt(parts, word === 'out' ? at - 1 : at, 'counted');
  }
  return null;
}

/** `Safety walks are carried out`, `toolbox talks held` */
function heldEffort(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  const carried = word === 'out' && wordAt(parts, at - 1) === 'carried';
  if (!carried && !/^(?:held|conducted|run|performed)$/.test(word)) return false;
  let noun = carried ? at - 2 : at - 1;
  while (noun > 0 && /^(?:is|are|be|been|will|get|being)$/.test(wordAt(parts, noun))) noun--;
  return isEffort(parts, noun);
}

const taught = /^(?:training|induction|briefing|toolkit|handbook|guidance|survey|course|workshop)$/;

/** `Safety training delivered to 100% of staff`: they were there, whatever they do with it. */
function givenTo(parts: Parts): Activity | null {
  for (let at = 1; at < Math.min(parts.tokens.length, 7); at++) {
    if (isRelational(wordAt(parts, at)) || parts.tokens[at]?.amount) return null;
    const mailed = /^(?:emailed|mailed|assigned|circulated|posted)$/.test(wordAt(parts, at));
    if (!mailed && !/^(?:delivered|given|provided|sent|distributed|presented|shown)$/.test(wordAt(parts, at))) continue;
    if (wordAt(parts, at + 1) !== 'to' || !(mailed || taught.test(wordAt(parts, at - 1)) || isEffort(parts, at - 1)))
      return null;
    return activityAt(parts, at, 'counted');
  }
  return null;
}

/** `Rollout of the new scheme`, `Website relaunch`: the noun of a work. */
export function unmeasuredNoun(parts: Parts): Activity | null {
  const noun = workNounAt(parts) ?? finishedAt(parts);
  return noun === null || hasPurpose(parts, 0) ? null : activityAt(parts, noun, 'unmeasured');
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
