/**
 * The cascade: what all files of a project mean together. Plain immutable data built by `buildCascade`; rules, views,
 * editor features and the command line read it and compute no meaning of their own.
 */
import type { Amount } from '../amounts/amount.ts';
import type { Config } from '../config/config.ts';
import type { CycleDays, Day } from '../dates/day.ts';
import type {
  Ambition,
  Cadence,
  CheckinBlock,
  Closing,
  ClosingEntry,
  CycleDeclaration,
  Guardrail,
  Initiative,
  KeyResult,
  Kpi,
  MeasureForm,
  Name,
  Objective,
  OkrFile,
  OkrSet,
  Reference,
  UnitDeclaration,
  UnitLevel,
  WrittenReading,
} from '../model/file.ts';
import type { Place } from '../model/span.ts';
import type { Everywhere } from './everywhere.ts';

/** A class, so that all cascades have one shape: rules ask them for something all the time. A copy made with `...` lacks the goals, and does not compile. */
export class Cascade {
  readonly today: Day;
  readonly config: Config;
  readonly files: ReadonlyMap<string, OkrFile>;
  /** Declared cycles and all calendar cycles that are named somewhere, by name. */
  readonly cycles: ReadonlyMap<string, CycleNode>;
  /** By name; where a name is declared twice, the declaration in the first place (by uri, then offset) counts. */
  readonly units: ReadonlyMap<string, UnitNode>;
  /** Units without a parent, in the order of their places. */
  readonly rootUnits: readonly UnitNode[];
  /** One per unit and cycle over all files, in the order of their first places. By key `unit/cycle`. */
  readonly sets: ReadonlyMap<string, SetNode>;
  /** In the order of their places. */
  readonly objectives: readonly ObjectiveNode[];
  readonly keyResults: readonly KeyResultNode[];
  readonly initiatives: readonly InitiativeNode[];
  readonly guardrails: readonly GuardrailNode[];
  readonly kpis: readonly KpiNode[];
  readonly closings: readonly ClosingNode[];
  readonly checkins: readonly CheckinNode[];
  /** Every name and path in every file that stands for something declared elsewhere, resolved or not, by file uri in text order. */
  readonly references: ReadonlyMap<string, readonly ResolvedReference[]>;
  /** Every declaration of a name that stands for something that already has that name in its scope. */
  readonly duplicates: readonly Duplicate[];
  /** Answers about the whole project, also where this is only a part of it. */
  readonly everywhere: Everywhere;
  #goals: ReadonlyMap<string, GoalNode> | null = null;

  constructor(parts: CascadeParts) {
    this.today = parts.today;
    this.config = parts.config;
    this.files = parts.files;
    this.cycles = parts.cycles;
    this.units = parts.units;
    this.rootUnits = parts.rootUnits;
    this.sets = parts.sets;
    this.objectives = parts.objectives;
    this.keyResults = parts.keyResults;
    this.initiatives = parts.initiatives;
    this.guardrails = parts.guardrails;
    this.kpis = parts.kpis;
    this.closings = parts.closings;
    this.checkins = parts.checkins;
    this.references = parts.references;
    this.duplicates = parts.duplicates;
    this.everywhere = parts.everywhere;
  }

  /** Every goal by its id (`ObjectiveNode.id`, `KeyResultNode.id`), worked out when somebody asks. */
  get goals(): ReadonlyMap<string, GoalNode> {
    this.#goals ??= goalsById(this);
    return this.#goals;
  }

  /** The same but for what its references are. */
  withReferences(references: Cascade['references']): Cascade {
    return new Cascade({ ...this, references });
  }
}

export type CascadeParts = Omit<Cascade, 'goals' | 'withReferences'>;

function goalsById({ objectives }: Cascade): ReadonlyMap<string, GoalNode> {
  const goals = new Map<string, GoalNode>();
  for (const objective of objectives) {
    goals.set(objective.id, objective);
    for (const keyResult of objective.keyResults) goals.set(keyResult.id, keyResult);
  }
  return goals;
}

export interface CycleNode {
  readonly kind: 'cycle';
  readonly name: string;
  readonly title: string | null;
  /** Null where a declared cycle lacks a readable first or last day. */
  readonly range: CycleDays | null;
  readonly checkins: Cadence | null;
  /** Null for a calendar cycle that exists without declaration. */
  readonly declaration: (Place & { readonly node: CycleDeclaration }) | null;
}

export interface UnitNode {
  readonly kind: 'unit';
  readonly name: string;
  readonly title: string;
  readonly level: UnitLevel;
  readonly parent: UnitNode | null;
  readonly children: readonly UnitNode[];
  readonly lead: UnitNode | null;
  /** Null for a unit that is only referred to and nowhere declared; such a unit is not in `units`. */
  readonly declaration: Place & { readonly node: UnitDeclaration };
  /** Steps from the root, 0 for a root. */
  readonly depth: number;
}

/** The OKR set of a unit in a cycle, from all its blocks in all files. */
export interface SetNode {
  readonly kind: 'set';
  /** `unit/cycle` */
  readonly id: string;
  readonly unitName: string;
  readonly unit: UnitNode | null;
  readonly cycleName: string;
  readonly cycle: CycleNode | null;
  readonly blocks: readonly (Place & { readonly node: OkrSet })[];
  readonly objectives: readonly ObjectiveNode[];
  readonly initiatives: readonly InitiativeNode[];
  readonly guardrails: readonly GuardrailNode[];
  /** The last one that is not of a day to come. */
  readonly closing: ClosingNode | null;
  readonly draft: boolean;
  readonly progress: Progress;
  readonly health: Health;
}

export type GoalNode = ObjectiveNode | KeyResultNode;

export interface ObjectiveNode {
  readonly kind: 'objective';
  /** Stable while names stay: `unit/cycle/name`, and `unit/cycle/~title` (then `~title~2` …) where there is no name. */
  readonly id: string;
  readonly name: string | null;
  /** The quoted text, unchanged; empty while it is not typed. */
  readonly title: string;
  readonly uri: string;
  readonly node: Objective;
  readonly set: SetNode;
  readonly keyResults: readonly KeyResultNode[];
  readonly initiatives: readonly InitiativeNode[];
  readonly guardrails: readonly GuardrailNode[];
  readonly owners: Inherited<readonly Owner[]>;
  readonly ambition: Inherited<Ambition>;
  readonly deadline: Deadline | null;
  readonly draft: boolean;
  /** Weight in its set, 1 unless given. */
  readonly weight: number;
  readonly supports: readonly SupportEdge[];
  /** What supports this objective itself or one of its key results. */
  readonly supportedBy: readonly SupportEdge[];
  readonly dependsOn: readonly DependencyEdge[];
  readonly carriedFrom: ResolvedReference | null;
  readonly closing: ClosedGoal | null;
  readonly progress: Progress;
  readonly health: Health;
}

export interface KeyResultNode {
  readonly kind: 'keyResult';
  /** `OBJECTIVE-ID/name`, and `OBJECTIVE-ID/~title` where there is no name. */
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  readonly uri: string;
  readonly node: KeyResult;
  readonly objective: ObjectiveNode;
  readonly owners: Inherited<readonly Owner[]>;
  readonly ambition: Inherited<Ambition>;
  readonly measure: Measure | null;
  readonly deadline: Deadline | null;
  readonly weight: number;
  readonly draft: boolean;
  readonly initiatives: readonly InitiativeNode[];
  readonly supports: readonly SupportEdge[];
  readonly supportedBy: readonly SupportEdge[];
  readonly dependsOn: readonly DependencyEdge[];
  readonly closing: ClosedGoal | null;
  /** From check-in blocks and from the key result itself, by day, then place. Of two on one day the later place counts and comes last. */
  readonly readings: readonly Reading[];
  readonly progress: Progress;
  readonly health: Health;
  /** Whether its last reading is at the target or beyond, so that its progress is 1. */
  readonly isReached: boolean;
}

/** Where a value came from that need not stand at the goal itself. `place` is where it is written; null for configuration, calendar and nothing. */
export interface Inherited<T> {
  readonly value: T;
  /** `keyResult` only for an initiative that a key result holds. */
  readonly source: 'own' | 'keyResult' | 'objective' | 'set' | 'lead' | 'cycle' | 'config' | 'none';
  readonly place: Place | null;
}

export interface Owner {
  readonly name: string;
  /** Null where no unit of that name is declared. */
  readonly unit: UnitNode | null;
}

export interface Deadline {
  /** Null where the text is no date that can be read. */
  readonly day: Day | null;
  /** As written, or the cycle's last day as `YYYY-MM-DD`. */
  readonly text: string;
  /** `stated` when the goal itself says it, by clause or sentence. */
  readonly source: 'stated' | 'inherited';
  readonly statedIn: 'clause' | 'sentence' | null;
  readonly from: 'own' | 'objective' | 'cycle';
  readonly place: Place | null;
}

/** A measure from its clause, with what the clause leaves open filled in from the sentence. */
export interface Measure {
  readonly form: MeasureForm;
  readonly baseline: Amount | null;
  /** "compared with last year": a baseline without a figure. */
  readonly baselinePeriod: string | null;
  readonly baselineUnknown: boolean;
  readonly target: Amount | null;
  readonly low: Amount | null;
  /** Which part of the text each came from. */
  readonly source: 'clause' | 'sentence';
  readonly baselineSource: 'clause' | 'sentence' | null;
  readonly place: Place;
}

export interface Reading {
  readonly day: Day;
  readonly value: Amount | boolean;
  /** 0…1 */
  readonly confidence: number | null;
  readonly note: string | null;
  readonly place: Place;
  /** The file of its place. */
  readonly uri: string;
  readonly node: WrittenReading;
}

/**
 * Progress on `today`.
 * - `measured`: from a reading
 * - `noNews`: no reading yet; counts 0
 * - `unmeasurable`: nothing can be computed (no measure, amounts that cannot be compared); counts 0 and says why
 * - `rolledUp`: the weighted mean of what lies below
 */
export interface Progress {
  readonly state: 'measured' | 'noNews' | 'unmeasurable' | 'rolledUp';
  /** 0…1 */
  readonly value: number;
  /** Not cut to 0…1; null unless `measured`. */
  readonly raw: number | null;
  /** The share of its time that has passed, 0…1; null without dates. Where the goal should stand today. */
  readonly expected: number | null;
  readonly explanation: Explanation;
}

export type HealthState = 'onTrack' | 'atRisk' | 'offTrack' | 'noNews' | 'done';

export interface Health {
  readonly state: HealthState;
  readonly explanation: Explanation;
}

/** How a figure came about, in plain English: one sentence, then one line per part where it has parts. */
export interface Explanation {
  readonly summary: string;
  readonly parts: readonly string[];
}

export interface SupportEdge {
  readonly from: GoalNode;
  readonly to: GoalNode;
  readonly weight: number;
  readonly reference: ResolvedReference;
}

export interface DependencyEdge {
  readonly from: GoalNode;
  readonly to: GoalNode;
  readonly reference: ResolvedReference;
}

export interface InitiativeNode {
  readonly kind: 'initiative';
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  readonly uri: string;
  readonly node: Initiative;
  readonly in: SetNode | ObjectiveNode | KeyResultNode;
  readonly for: readonly KeyResultNode[];
  readonly owners: Inherited<readonly Owner[]>;
  readonly deadline: Deadline | null;
}

export interface GuardrailNode {
  readonly kind: 'guardrail';
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly node: Guardrail;
  readonly in: SetNode | ObjectiveNode;
  readonly kpi: KpiNode | null;
  readonly measure: Measure | null;
  readonly readings: readonly Reading[];
  /** Whether the last reading keeps the limit; null without reading or limit. */
  readonly holds: boolean | null;
  readonly explanation: Explanation;
}

export interface KpiNode {
  readonly kind: 'kpi';
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  readonly uri: string;
  readonly node: Kpi;
  readonly unit: UnitNode | null;
  readonly measure: Measure | null;
  readonly readings: readonly Reading[];
  readonly holds: boolean | null;
  readonly explanation: Explanation;
}

export interface CheckinNode {
  readonly uri: string;
  readonly node: CheckinBlock;
  readonly day: Day | null;
}

export interface ClosingNode {
  readonly uri: string;
  readonly node: Closing;
  readonly day: Day | null;
}

export interface ClosedGoal {
  readonly uri: string;
  readonly node: ClosingEntry;
  readonly day: Day | null;
}

/** What a reference may stand for. */
export type Declared = CycleNode | UnitNode | ObjectiveNode | KeyResultNode | InitiativeNode | KpiNode | GuardrailNode;

export type ReferenceRole =
  | 'unit' //         okrs for X, checkin … for X, closing for X, kpi … of X
  | 'parentUnit' //   team … in X
  | 'lead'
  | 'cycle' //        in C, after a unit or inside a path
  | 'owner'
  | 'supports'
  | 'dependsOn'
  | 'carriedFrom'
  | 'initiativeFor'
  | 'reading'
  | 'closingEntry'
  | 'kpi'; //         guardrail X

/** A name or path that stands for something declared elsewhere. */
export interface ResolvedReference {
  readonly uri: string;
  readonly role: ReferenceRole;
  /** The path; a plain name is a path of one segment. */
  readonly path: Reference;
  /** What the whole path stands for; null where it cannot be resolved. */
  readonly target: Declared | null;
  /** What each segment stands for, as far as resolved: `support.trust.csat` is a unit, an objective and a key result. */
  readonly segmentTargets: readonly (Declared | null)[];
  readonly failure: ReferenceFailure | null;
  /** The goal, set or block that holds the reference; null at top level. */
  readonly holder: GoalNode | SetNode | InitiativeNode | GuardrailNode | KpiNode | null;
}

export interface ReferenceFailure {
  /** Which segment cannot be resolved, from 0. */
  readonly segment: number;
  /**
   * - `unknown`: nothing of that name
   * - `other-cycle`: it is there, but only in the cycles `cycles`, which the reader would have to name with `in`
   * - `wrong-kind`: it is there and is something that cannot stand here
   */
  readonly reason: 'unknown' | 'other-cycle' | 'wrong-kind';
  readonly cycles: readonly string[];
  /** Names that could stand at that segment, nearest spelling first, at most five. */
  readonly suggestions: readonly string[];
}

export interface Duplicate {
  readonly name: Name;
  readonly uri: string;
  readonly kind: 'cycle' | 'unit' | 'objective' | 'keyResult' | 'kpi' | 'initiative';
  /** The declaration that counts. */
  readonly first: Place;
}
