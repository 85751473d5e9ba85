/** What an objective says of itself, dimension by dimension: what is there, and what is missing and how much that takes away. */
import { isUnaligned } from '../cascade/alignment.ts';
import type { Cascade, GoalNode, KeyResultNode, ObjectiveNode } from '../cascade/cascade.ts';
import { isClosed } from '../cascade/closed.ts';
import { cadenceOf } from '../cascade/health.ts';
import { lastReadingBy } from '../cascade/readings.ts';
import { formatIsoDay } from '../dates/day.ts';
import { count } from '../rules/marks.ts';
import type { Dimension } from './strength.ts';

export interface MissingFact {
  readonly dimension: Dimension;
  /** Above 0. */
  readonly points: number;
  readonly goal: GoalNode;
  readonly text: string;
  readonly todo: string;
  /**
   * Rules of the same dimension that say the same of this goal: where one of them reports it, only the greater of the two counts. No rule
   * stands at two facts of a dimension.
   */
  readonly toldBy: readonly string[];
}

export interface Facts {
  readonly missing: readonly MissingFact[];
  readonly holds: readonly { readonly dimension: Dimension; readonly text: string }[];
  /** Why a dimension is not judged. */
  readonly notJudged: ReadonlyMap<Dimension, string>;
}

class Notes {
  readonly missing: MissingFact[] = [];
  readonly holds: { readonly dimension: Dimension; readonly text: string }[] = [];
  readonly notJudged = new Map<Dimension, string>();
  readonly #goal: ObjectiveNode;

  constructor(goal: ObjectiveNode) {
    this.#goal = goal;
  }

  lacks(dimension: Dimension, points: number, text: string, todo: string, toldBy: readonly string[] = []): void {
    this.missing.push({ dimension, points, goal: this.#goal, text, todo, toldBy });
  }

  /** Of one of several key results, which share `points`. */
  keyResultLacks(
    goal: KeyResultNode,
    dimension: Dimension,
    points: number,
    text: string,
    todo: string,
    toldBy: readonly string[] = [],
  ): void {
    const share = Math.max(1, Math.round(points / goal.objective.keyResults.length));
    this.missing.push({ dimension, points: share, goal, text, todo, toldBy });
  }

  has(dimension: Dimension, text: string): void {
    this.holds.push({ dimension, text });
  }
}

/** `supporters` is how many support the objective. */
export function factsOf(objective: ObjectiveNode, cascade: Cascade, supporters: number): Facts {
  const notes = new Notes(objective);
  focus(objective, notes);
  clarity(objective, notes);
  measurability(objective, notes);
  ambition(objective, notes);
  ownership(objective, notes);
  alignment(objective, supporters, notes);
  cadence(objective, cascade, notes);
  return notes;
}

/** How many are too many is for the rules and their limits to say. */
function focus({ keyResults }: ObjectiveNode, notes: Notes): void {
  const number = keyResults.length;
  if (number === 0) {
    notes.lacks('focus', 60, 'This objective has no key results.', 'Add two to five key results.', [
      'objective-without-krs',
    ]);
  } else if (number === 1) {
    const todo = 'Look at the goal from another side and add what must improve along with it.';
    notes.lacks('focus', 20, 'One key result stands for the whole objective.', todo, ['too-few-krs']);
  } else notes.has('focus', `It has ${number} key results.`);
}

function clarity(objective: ObjectiveNode, notes: Notes): void {
  const { title, keyResults } = objective;
  if (title.trim() === '') {
    notes.lacks(
      'clarity',
      60,
      'This objective has no title.',
      'Say in one sentence what will be better, and for whom.',
    );
  } else notes.has('clarity', 'It has a title.');
  for (const keyResult of keyResults) {
    if (keyResult.title.trim() !== '') continue;
    notes.keyResultLacks(keyResult, 'clarity', 40, 'This key result has no title.', 'Say what is measured.');
  }
}

function measurability({ keyResults }: ObjectiveNode, notes: Notes): void {
  if (keyResults.length === 0) {
    const todo = 'Add key results that show by their figures whether it came true.';
    notes.lacks('measurability', 100, 'Nothing tells when this objective is reached.', todo);
    return;
  }
  let targets = 0;
  let starts = 0;
  for (const keyResult of keyResults) {
    if (!hasTarget(keyResult)) {
      const todo = 'Say from where to where it should move, for example `from 20% to 35%`.';
      notes.keyResultLacks(keyResult, 'measurability', 60, 'This key result has no target.', todo, toldOfTarget);
      continue;
    }
    targets++;
    const lack = lackOfStart(keyResult);
    if (lack === null) starts++;
    else notes.keyResultLacks(keyResult, 'measurability', lack.points, lack.text, lack.todo, toldOfStart);
  }
  if (targets > 0) notes.has('measurability', `${ofAll(targets, keyResults)} a target.`);
  if (starts > 0)
    notes.has(
      'measurability',
      `${ofAll(starts, keyResults)} a starting value, or ${starts === 1 ? 'needs' : 'need'} none.`,
    );
}

const toldOfTarget = ['kr-no-number', 'kr-missing-target', 'kr-vague-quantifier', 'kr-activity', 'kr-activity-volume'];
const toldOfStart = ['kr-missing-baseline', 'kr-relative-target'];

function ofAll(number: number, all: readonly KeyResultNode[]): string {
  return `${number} of ${count(all.length, 'key result')} ${number === 1 ? 'has' : 'have'}`;
}

function hasTarget({ measure }: KeyResultNode): boolean {
  return measure !== null && (measure.form === 'yes-no' || measure.target !== null);
}

/** Limits and yes or no need no starting value. */
function lackOfStart({ measure }: KeyResultNode): Pick<MissingFact, 'points' | 'text' | 'todo'> | null {
  if (!measure || measure.baseline || measure.baselinePeriod) return null;
  if (measure.baselineUnknown) {
    return { points: 10, text: 'Its starting value is not known yet.', todo: 'Measure first where it stands today.' };
  }
  if (!['from-to', 'to', 'up', 'down'].includes(measure.form)) return null;
  return { points: 20, text: 'This key result has no starting value.', todo: 'Write where the figure stands today.' };
}

function ambition({ ambition: own, keyResults }: ObjectiveNode, notes: Notes): void {
  const stated = own.source !== 'config' || (keyResults.length > 0 && keyResults.every(({ node }) => node.ambition));
  if (stated) notes.has('ambition', `It says that it is ${own.value}.`);
  else {
    const todo = 'Add `committed` or `aspirational`, here or once for the whole set.';
    const text = 'Nothing says whether this objective is committed or aspirational.';
    notes.lacks('ambition', 10, text, todo, ['kind-missing']);
  }
  const moving = keyResults.filter(({ measure }) => measure?.target && moves.has(measure.form)).length;
  if (moving > 0)
    notes.has('ambition', `${count(moving, 'key result')} ${moving === 1 ? 'asks' : 'ask'} for a change.`);
  else {
    const todo = 'Say which figure shall move, and how far.';
    notes.lacks('ambition', 30, 'No key result asks a figure to move.', todo);
  }
}

const moves: ReadonlySet<string> = new Set(['from-to', 'to', 'up', 'down']);

function ownership({ owners }: ObjectiveNode, notes: Notes): void {
  const names = owners.value.map(({ name, unit }) => unit?.title || name).join(', ');
  if (owners.value.length === 0) {
    const todo = 'Name one person with `owner`, here, for the whole set, or as the `lead` of the unit.';
    notes.lacks('ownership', 60, 'Nobody owns this objective.', todo, ['missing-owner']);
  } else {
    const as = owners.source === 'lead' ? ', as the lead of the unit' : '';
    notes.has('ownership', `${names} ${owners.value.length === 1 ? 'owns' : 'own'} it${as}.`);
  }
}

function alignment(objective: ObjectiveNode, supporters: number, notes: Notes): void {
  const { node, set, supports, keyResults } = objective;
  const reason = node.standalone?.because?.text.trim();
  if (isUnaligned(objective)) {
    if (reason) notes.has('alignment', `It stands alone and says why: ${reason}`);
    else if (node.standalone) {
      notes.lacks('alignment', 20, 'It stands alone and does not say why.', 'Add the reason: `because "…"`.');
    } else {
      const todo = 'Say which goal it serves with `supports`, or why it stands alone with `standalone because "…"`.';
      const toldBy = ['orphan-objective', 'parent-unresolved'];
      notes.lacks('alignment', 60, 'This objective supports no larger goal.', todo, toldBy);
    }
    return;
  }
  const links = supports.length + keyResults.reduce((sum, keyResult) => sum + keyResult.supports.length, 0);
  if (links > 0) notes.has('alignment', `It supports ${count(links, 'larger goal')}.`);
  if (supporters > 0) notes.has('alignment', `${count(supporters, 'goal')} below it support it.`);
  if (!set.unit) {
    const todo = `Declare the unit: \`team ${set.unitName} "…"\`.`;
    notes.lacks('alignment', 30, `The unit \`${set.unitName}\` is nowhere declared.`, todo);
  } else if (links + supporters === 0 && set.unit.children.some(({ level }) => level !== 'person')) {
    const who = isClosed(objective) ? 'In the next cycle, ask' : 'Ask';
    const todo = `${who} the units below which of their goals serve it, and let them say \`supports\`.`;
    notes.lacks('alignment', 30, 'No goal of the units below supports this objective.', todo);
  } else if (links + supporters === 0) notes.has('alignment', 'Nothing lies above or below it.');
}

function cadence(objective: ObjectiveNode, cascade: Cascade, notes: Notes): void {
  const why = cadenceNotDue(objective, cascade);
  if (why !== null) {
    notes.notJudged.set('cadence', why);
    return;
  }
  const { keyResults } = objective;
  let inRhythm = 0;
  for (const keyResult of keyResults) {
    const last = lastReadingBy(keyResult.readings, cascade.today);
    if (!last) {
      const todo = 'Check in the value of today, even if it is still the one that you started from.';
      notes.keyResultLacks(keyResult, 'cadence', 60, 'There is no check-in yet.', todo, ['not-started']);
      continue;
    }
    if (isInRhythm(keyResult, last.day, cascade)) inRhythm++;
    else {
      const text = `The last check-in is of ${formatIsoDay(last.day)}, and one is due every ${count(cadenceOf(keyResult, cascade.config), 'day')}.`;
      notes.keyResultLacks(keyResult, 'cadence', 40, text, 'Check in the value of today.', ['stale-checkin']);
    }
    if (last.confidence === null) {
      const todo = 'Add how sure you are, for example `confidence 70%`.';
      notes.keyResultLacks(keyResult, 'cadence', 20, 'The last check-in does not say how sure anybody is.', todo);
    }
  }
  if (inRhythm > 0) notes.has('cadence', `${ofAll(inRhythm, keyResults)} check-ins in their rhythm.`);
}

function cadenceNotDue(objective: ObjectiveNode, { today, config }: Cascade): string | null {
  const { draft, keyResults, set } = objective;
  if (draft) return 'It is a draft: nobody checks in yet.';
  if (isClosed(objective)) return 'It is closed: nobody checks in any more.';
  if (keyResults.length === 0) return 'It has no key results to check in.';
  const range = set.cycle?.range;
  if (!range) return `The days of ${set.cycleName} are not known.`;
  if (today < range.first) return `${set.cycleName} begins on ${formatIsoDay(range.first)}.`;
  const anyReading = keyResults.some(({ readings }) => lastReadingBy(readings, today));
  if (!anyReading && today - range.first < config.firstWeekDays) return 'The first check-in is not due yet.';
  return null;
}

/** When the cycle is over nobody checks in any more: what was known at its end counts, and so does what is reached. */
function isInRhythm(keyResult: KeyResultNode, lastDay: number, { today, config }: Cascade): boolean {
  if (keyResult.closing || (keyResult.progress.state === 'measured' && keyResult.progress.value >= 1)) return true;
  const until = Math.min(today, keyResult.objective.set.cycle?.range?.last ?? today);
  return until - lastDay <= cadenceOf(keyResult, config) + config.graceDays;
}
