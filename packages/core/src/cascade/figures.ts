/**
 * Progress and health of every goal on the day asked for: key results from their readings, all else from what lies below. The figures of
 * all goals of a kind stand in columns, number beside number: to roll up a whole company is to run through a few of them. A figure is
 * worked out when somebody first asks for it, and what people read (a state in words, an explanation) each time.
 */
import type { Health, HealthState, KeyResultNode, Progress } from './cascade.ts';
import { type Asked, explainLater, sentence } from './explanation.ts';
import { explainKeyResultHealth, keyResultHealth, paceHealth } from './health.ts';
import { ambitionOfSet } from './inheritance.ts';
import { reachedInWords } from './measure-words.ts';
import type { BuildingKeyResult, BuildingObjective, BuildingSet } from './nodes.ts';
import { reachedBy, scoreOf } from './progress.ts';
import { lastReadingBy } from './readings.ts';
import { explainMean, explainRolledUpHealth } from './rolled-up.ts';
import { type Grouping, rollUpInto, usableWeight } from './rollup.ts';
import { elapsedShare, timeOf } from './time.ts';

/** A new column is full of zeros. */
const pending = 0;
const states = ['pending', 'unmeasurable', 'noNews', 'measured', 'rolledUp'] as const;
const unmeasurable = states.indexOf('unmeasurable');
const rolledUp = states.indexOf('rolledUp');
const healths: readonly HealthState[] = ['noNews', 'done', 'onTrack', 'atRisk', 'offTrack'];
const done = healths.indexOf('done');
const onTrack = healths.indexOf('onTrack');
const atRisk = healths.indexOf('atRisk');
const offTrack = healths.indexOf('offTrack');

/** One row a goal. */
class Columns {
  /** 0…1 */
  readonly value: Float64Array;
  /** Where it should stand today, 0…1; NaN without dates. */
  readonly expected: Float64Array;
  /** How much it counts in what it is in; what is no usable weight is 0. */
  readonly weight: Float64Array;
  readonly state: Uint8Array;
  readonly health: Uint8Array;

  /** Not cut to 0…1; of measured key results. */
  readonly raw: Float64Array;

  constructor(rows: number) {
    // One stretch of memory for all: V8 takes long to come by one, and files are checked on a few goals at a time.
    const bytes = new ArrayBuffer(rows * (4 * 8 + 2));
    this.value = new Float64Array(bytes, 0, rows);
    this.expected = new Float64Array(bytes, rows * 8, rows);
    this.weight = new Float64Array(bytes, rows * 16, rows);
    this.raw = new Float64Array(bytes, rows * 24, rows);
    this.state = new Uint8Array(bytes, rows * 32, rows);
    this.health = new Uint8Array(bytes, rows * 33, rows);
  }

  progress(row: number): Pick<Progress, 'state' | 'value' | 'expected'> {
    const expected = this.expected[row] as number;
    return {
      state: states[this.state[row] as number] as Progress['state'],
      value: this.value[row] as number,
      expected: Number.isNaN(expected) ? null : expected,
    };
  }

  healthState(row: number): HealthState {
    return healths[this.health[row] as number] as HealthState;
  }
}

/** The goals of a kind with the goals of which they are made. */
interface Layer {
  readonly rows: number;
  readonly parts: Columns;
  readonly wholes: Columns;
  readonly grouping: Grouping;
  /** 1 where 0.7 is a good end. */
  readonly isAspirational: Uint8Array;
}

interface Goals {
  readonly keyResults: readonly BuildingKeyResult[];
  readonly objectives: readonly BuildingObjective[];
  readonly sets: readonly BuildingSet[];
}

export class Figures {
  readonly #asked: Asked;
  #goals: Goals = { keyResults: [], objectives: [], sets: [] };
  #columns: Columns | null = null;
  #layers: { readonly objectives: Layer; readonly sets: Layer } | null = null;
  /** What was told last: rules ask it of one key result one after the other. */
  #told: { readonly of: BuildingKeyResult; readonly progress: Progress } | null = null;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Takes the goals, once all stand. The `at` of each is its place in its list. */
  settle(goals: Goals): void {
    this.#goals = goals;
  }

  /** All key results once more, from their readings. */
  figureKeyResults(): void {
    for (const keyResult of this.#goals.keyResults) this.#figure(keyResult);
  }

  /** All objectives and sets once more, from the figures of the key results. */
  rollUp(): void {
    const { keyResults } = this.#goals;
    const { state } = this.#ofKeyResults;
    for (let row = 0; row < keyResults.length; row++) {
      if (state[row] === pending) this.#figure(keyResults[row] as BuildingKeyResult);
    }
    const { objectives, sets } = this.#layersAsked();
    for (let row = 0; row < objectives.rows; row++) this.#rollUpOne(objectives, row);
    for (let row = 0; row < sets.rows; row++) this.#rollUpOne(sets, row);
  }

  /** One key result from its readings once more, and what it is in. */
  figureOne(keyResult: BuildingKeyResult): void {
    const { objective } = keyResult;
    const { objectives, sets } = this.#layersAsked();
    this.#figure(keyResult);
    this.#rollUpOne(objectives, objective.at);
    this.#rollUpOne(sets, objective.set.at);
  }

  progressOfKeyResult(keyResult: BuildingKeyResult): Progress {
    if (this.#told?.of === keyResult) return this.#told.progress;
    const { at } = keyResult;
    const columns = this.#figured(keyResult);
    const { state, value, expected } = columns.progress(at);
    const raw = state === 'measured' ? (columns.raw[at] as number) : null;
    const explanation = explainLater(explainReached, keyResult, this.#asked);
    const progress = { state, value, raw, expected, explanation };
    this.#told = { of: keyResult, progress };
    return progress;
  }

  isReached(keyResult: BuildingKeyResult): boolean {
    return (this.#figured(keyResult).value[keyResult.at] as number) >= 1;
  }

  healthOfKeyResult(keyResult: BuildingKeyResult): Health {
    const state = this.#figured(keyResult).healthState(keyResult.at);
    return { state, explanation: explainLater(explainKeyResultHealth, keyResult, this.#asked) };
  }

  progressOf(whole: BuildingObjective | BuildingSet): Progress {
    const { state, value, expected } = this.#rolledUp(whole).progress(whole.at);
    return { state, value, raw: null, expected, explanation: explainLater(explainMean, whole, this.#asked) };
  }

  healthOf(whole: BuildingObjective | BuildingSet): Health {
    const state = this.#rolledUp(whole).healthState(whole.at);
    return { state, explanation: explainLater(explainRolledUpHealth, whole, this.#asked) };
  }

  /** The columns in which the figures of a key result now stand. */
  #figured(keyResult: BuildingKeyResult): Columns {
    const columns = this.#ofKeyResults;
    if (columns.state[keyResult.at] === pending) this.#figure(keyResult);
    return columns;
  }

  /** The columns in which the figures of an objective or set now stand. */
  #rolledUp(whole: BuildingObjective | BuildingSet): Columns {
    const { objectives, sets } = this.#layersAsked();
    const layer = whole.kind === 'set' ? sets : objectives;
    if (layer.wholes.state[whole.at] === pending) {
      if (whole.kind === 'set') for (const objective of whole.objectives) this.#rolledUp(objective);
      else for (const keyResult of whole.keyResults) this.#figured(keyResult);
      this.#rollUpOne(layer, whole.at);
    }
    return layer.wholes;
  }

  get #ofKeyResults(): Columns {
    this.#columns ??= new Columns(this.#goals.keyResults.length);
    return this.#columns;
  }

  #layersAsked() {
    if (!this.#layers) {
      const { keyResults, objectives, sets } = this.#goals;
      const byObjective = groupedBy(keyResults, objectives.length, ({ objective }) => objective.at);
      const bySet = groupedBy(objectives, sets.length, ({ set }) => set.at);
      const own = this.#layer(this.#ofKeyResults, byObjective, objectives);
      this.#layers = { objectives: own, sets: this.#layer(own.wholes, bySet, sets) };
      for (const { at, weight } of objectives) own.wholes.weight[at] = usableWeight(weight);
    }
    return this.#layers;
  }

  #layer(parts: Columns, grouping: Grouping, wholes: readonly (BuildingObjective | BuildingSet)[]): Layer {
    const rows = wholes.length;
    const layer = { rows, parts, wholes: new Columns(rows), grouping, isAspirational: new Uint8Array(rows) };
    const { first } = grouping;
    for (const whole of wholes) {
      const { at } = whole;
      if (ambitionOf(whole, this.#asked) === 'aspirational') layer.isAspirational[at] = 1;
      if (first[at] === first[at + 1]) layer.wholes.expected[at] = this.#timePassed(whole);
    }
    return layer;
  }

  /** Where something without parts should stand; NaN without dates. */
  #timePassed(whole: BuildingObjective | BuildingSet): number {
    const time = whole.kind === 'set' ? timeOf(whole.cycle, null) : timeOf(whole.set.cycle, whole.deadline);
    return elapsedShare(time, this.#asked.today) ?? Number.NaN;
  }

  #figure(keyResult: BuildingKeyResult): void {
    const { at, measure, readings, objective, deadline } = keyResult;
    const { today } = this.#asked;
    const last = lastReadingBy(readings, today);
    const reached = measure && last && reachedBy(measure, last.value);
    const raw = reached?.kind === 'reached' ? reached.raw : null;
    const value = raw === null ? 0 : scoreOf(raw);
    const expected = elapsedShare(timeOf(objective.set.cycle, deadline), today);
    const state = raw !== null ? 'measured' : measure && !last ? 'noNews' : 'unmeasurable';
    const health = keyResultHealth(keyResult, last, { state, value, expected }, this.#asked);
    const columns = this.#ofKeyResults;
    this.#told = null;
    columns.raw[at] = raw ?? Number.NaN;
    columns.weight[at] = usableWeight(keyResult.weight);
    columns.value[at] = value;
    columns.expected[at] = expected ?? Number.NaN;
    columns.state[at] = states.indexOf(state);
    columns.health[at] = healths.indexOf(health);
  }

  /**
   * The weighted mean of the parts; where it should stand today is the same mean of where the parts should stand. Done when all parts are
   * done; no news when none of them has news, or there are none; on track when each is or is done: what ended well for its own ambition must
   * not look bad in the whole; else its own progress against where it should stand, with the thresholds of key results.
   */
  #rollUpOne({ parts, wholes, grouping, isAspirational }: Layer, row: number): void {
    if (grouping.first[row] === grouping.first[row + 1]) {
      wholes.state[row] = unmeasurable; // The time that has passed stands from the beginning; all else stays 0.
      return;
    }
    rollUpInto(wholes, parts, grouping, row);
    wholes.state[row] = rolledUp;
    wholes.health[row] =
      commonHealth(parts.health, grouping, row) ?? this.#pace(wholes, row, isAspirational[row] === 1);
  }

  #pace(wholes: Columns, row: number, isAspirational: boolean): number {
    const value = wholes.value[row] as number;
    const expected = wholes.expected[row] as number;
    if (Number.isNaN(expected)) return onTrack;
    const ambition = isAspirational ? 'aspirational' : 'committed';
    const health = paceHealth({ value, expected, ambition }, this.#asked.config);
    return health === 'onTrack' ? onTrack : health === 'atRisk' ? atRisk : offTrack;
  }
}

/** Done or without news where all parts are, on track where each is or is done; else null. */
function commonHealth(health: Uint8Array, { first, parts }: Grouping, whole: number): number | null {
  const from = first[whole] as number;
  const end = first[whole + 1] as number;
  let common = health[parts[from] as number] as number;
  for (let i = from; i < end; i++) {
    const state = health[parts[i] as number] as number;
    if (state === common && state !== atRisk && state !== offTrack) continue;
    if (!isWell(state) || !isWell(common)) return null;
    common = onTrack;
  }
  return common;
}

function isWell(state: number): boolean {
  return state === done || state === onTrack;
}

/** Brings the parts of each whole together; they stay in their order. */
function groupedBy<P>(parts: readonly P[], wholes: number, wholeOf: (part: P) => number): Grouping {
  const first = new Int32Array(wholes + 1);
  for (const part of parts) (first[wholeOf(part) + 1] as number)++;
  for (let i = 0; i < wholes; i++) first[i + 1] = (first[i] as number) + (first[i + 1] as number);
  const next = first.slice();
  const grouped = new Int32Array(parts.length);
  for (let i = 0; i < parts.length; i++) {
    const whole = wholeOf(parts[i] as P);
    grouped[(next[whole] as number)++] = i;
  }
  return { first, parts: grouped };
}

function ambitionOf(whole: BuildingObjective | BuildingSet, { config }: Asked) {
  return whole.kind === 'set' ? ambitionOfSet(whole, config).value : whole.ambition.value;
}

const withoutMeasure = sentence('It counts 0%, because it states no measure to be read.');
const withoutReading = sentence('It counts 0%, because there is no reading yet.');

function explainReached({ measure, readings }: KeyResultNode, { today }: Asked) {
  if (!measure) return withoutMeasure;
  const last = lastReadingBy(readings, today);
  return last ? sentence(reachedInWords(measure, last, reachedBy(measure, last.value))) : withoutReading;
}
