/** What the rules about check-ins have in common: which key results are being worked on, what was last heard of them. */
import type { Cascade, KeyResultNode, Reading, SetNode } from '../cascade/cascade.ts';
import { isClosed } from '../cascade/closed.ts';
import { cadenceOf } from '../cascade/health.ts';
import { lastReadingBy } from '../cascade/readings.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { Place } from '../model/span.ts';
import { prompts } from '../reading/prompts.ts';
import { insert } from './edits.ts';
import { placeOfSet, setOf, statedDeadline } from './goals.ts';
import { placeOf } from './marks.ts';
import { template } from './template.ts';

/** Figures that differ by less are the same to a person. */
export const hair = 1e-9;

/** Whether today lies in the cycle of a set: in no other set is a key result being worked on. */
export function isRunning({ cycle }: SetNode, { today }: Cascade): boolean {
  const range = cycle?.range;
  return range != null && today >= range.first && today <= range.last;
}

/**
 * Whether a key result is being worked on today: it can be measured, its cycle runs, and it is neither a draft nor closed, reached or
 * overdue. Everything else is left to rules of its own.
 */
export function isOpen(keyResult: KeyResultNode, { today }: Cascade): boolean {
  const { draft, measure, objective } = keyResult;
  const range = objective.set.cycle?.range;
  if (draft || !measure || isClosed(keyResult) || !range) return false;
  if (today < range.first || today > range.last) return false;
  return (statedDeadline(keyResult)?.day ?? range.last) >= today && !keyResult.isReached;
}

export function lastHeard(keyResult: KeyResultNode, { today }: Cascade): Reading | null {
  return lastReadingBy(keyResult.readings, today);
}

/** Whether the next reading is overdue: the last one is older than the cadence and the days of grace. */
export function isStale(keyResult: KeyResultNode, cascade: Cascade): boolean {
  const last = lastHeard(keyResult, cascade);
  if (!last) return false;
  return cascade.today - last.day > cadenceOf(keyResult, cascade.config) + cascade.config.graceDays;
}

/** Whether the first reading is overdue: a week into the cycle, or where check-ins are rarer, when the first of them is. */
export function isUnheard(keyResult: KeyResultNode, cascade: Cascade): boolean {
  const range = setOf(keyResult).cycle?.range;
  if (!range || lastHeard(keyResult, cascade)) return false;
  const { firstWeekDays, graceDays } = cascade.config;
  const cadence = cadenceOf(keyResult, cascade.config);
  const wait = cadence <= firstWeekDays ? firstWeekDays : cadence + graceDays;
  return cascade.today - range.first >= wait;
}

/** Something of which nothing is heard: the largest whole, so that a team that forgot one check-in is told once. */
export interface Silence {
  readonly place: Place;
  readonly what: 'set' | 'objective' | 'key result';
  readonly keyResults: readonly KeyResultNode[];
}

/** `isSilent` is asked first: in most sets of nobody it says yes, and it costs less than `asked`. */
export function silencesIn(
  set: SetNode,
  asked: (keyResult: KeyResultNode) => boolean,
  isSilent: (keyResult: KeyResultNode) => boolean,
): readonly Silence[] {
  if (!holdsOne(set, (one) => isSilent(one) && asked(one))) return [];
  const all = set.objectives.flatMap(({ keyResults }) => keyResults.filter(asked));
  const silent = new Set(all.filter(isSilent));
  const place = placeOfSet(set);
  if (silent.size === all.length && place) return [{ place, what: 'set', keyResults: all }];
  return set.objectives.flatMap((objective): readonly Silence[] => {
    const own = objective.keyResults.filter(asked);
    const quiet = own.filter((keyResult) => silent.has(keyResult));
    if (own.length > 1 && quiet.length === own.length)
      return [{ place: placeOf(objective), what: 'objective', keyResults: quiet }];
    return quiet.map((one) => ({ place: placeOf(one), what: 'key result', keyResults: [one] }));
  });
}

/** Whether a set has such a key result. */
export function holdsOne({ objectives }: SetNode, isOne: (keyResult: KeyResultNode) => boolean): boolean {
  return objectives.some(({ keyResults }) => keyResults.some(isOne));
}

/** A confidence under which others should hear of a promise. */
export const promiseInDoubt = 0.7;

/** Whether somebody wrote that it is a promise; what the configuration says for all is none. */
export function isPromise({ ambition }: KeyResultNode): boolean {
  return ambition.value === 'committed' && ambition.source !== 'config';
}

export function hasNote({ note }: Reading): boolean {
  return note !== null && note.trim() !== '';
}

/** Whether a stated confidence is so low that another rule asks for a note already. */
export function isDoubted(keyResult: KeyResultNode, { confidence }: Reading, { config }: Cascade): boolean {
  if (confidence === null) return false;
  return confidence < (isPromise(keyResult) ? promiseInDoubt : config.lowConfidence) - hair;
}

/** Where the note of a reading would stand, for `noteFix`. */
export function noteData({ node, place }: Reading): { readonly noteAt: number; readonly noteIn: string } | null {
  return node.note ? null : { noteAt: node.span.end, noteIn: place.uri };
}

export function noteFix({ data }: Finding): readonly Fix[] {
  if (typeof data?.['noteAt'] !== 'number') return [];
  const note = prompts.obstacle;
  const edit = insert(String(data['noteIn']), data['noteAt'], ` "${note}"`);
  return [template('Add a note to be filled in', edit, note)];
}
