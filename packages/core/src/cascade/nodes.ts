/**
 * Sets, objectives and key results while they are built, and afterwards. A large project has hundreds of thousands: what can be told
 * from something else that is kept (an id from names, figures from their columns) is told when somebody asks.
 */
import type { Ambition, KeyResult, Objective } from '../model/file.ts';
import { type BuildingInitiative, none } from './building.ts';
import type {
  ClosedGoal,
  ClosingNode,
  CycleNode,
  Deadline,
  DependencyEdge,
  GuardrailNode,
  Health,
  Inherited,
  KeyResultNode,
  Measure,
  ObjectiveNode,
  Owner,
  Progress,
  Reading,
  ResolvedReference,
  SetNode,
  SupportEdge,
  UnitNode,
} from './cascade.ts';
import type { Figures } from './figures.ts';

export class BuildingSet implements SetNode {
  readonly kind = 'set';
  readonly id: string;
  readonly unitName: string;
  readonly unit: UnitNode | null;
  readonly cycleName: string;
  readonly cycle: CycleNode | null;
  readonly blocks: SetNode['blocks'][number][] = [];
  objectives: BuildingObjective[] = none();
  initiatives: BuildingInitiative[] = none();
  guardrails: GuardrailNode[] = none();
  closing: ClosingNode | null = null;
  draft = false;
  /** Its place among all sets. */
  readonly at: number;
  readonly figures: Figures;

  constructor(named: Pick<SetNode, 'id' | 'unitName' | 'unit' | 'cycleName' | 'cycle'>, at: number, figures: Figures) {
    this.id = named.id;
    this.unitName = named.unitName;
    this.unit = named.unit;
    this.cycleName = named.cycleName;
    this.cycle = named.cycle;
    this.at = at;
    this.figures = figures;
  }

  get progress(): Progress {
    return this.figures.progressOf(this);
  }

  get health(): Health {
    return this.figures.healthOf(this);
  }

  /** Whether both names are there: half-typed sets share the empty one. */
  get isNamed(): boolean {
    return this.unitName !== '' && this.cycleName !== '';
  }
}

export class BuildingObjective implements ObjectiveNode {
  readonly kind = 'objective';
  readonly name: string | null;
  readonly title: string;
  readonly uri: string;
  readonly node: Objective;
  readonly set: BuildingSet;
  keyResults: BuildingKeyResult[] = none();
  initiatives: BuildingInitiative[] = none();
  guardrails: GuardrailNode[] = none();
  readonly owners: Inherited<readonly Owner[]>;
  readonly ambition: Inherited<Ambition>;
  readonly deadline: Deadline | null;
  supports: SupportEdge[] = none();
  supportedBy: SupportEdge[] = none();
  dependsOn: DependencyEdge[] = none();
  carriedFrom: ResolvedReference | null = null;
  closing: ClosedGoal | null = null;
  /** Its id where that is not simply made of names. */
  ownId: string | null = null;
  /** Its place among all objectives. */
  readonly at: number;

  constructor(
    node: Objective,
    uri: string,
    set: BuildingSet,
    owners: Inherited<readonly Owner[]>,
    ambition: Inherited<Ambition>,
    deadline: Deadline | null,
    at: number,
  ) {
    this.name = node.name?.text ?? null;
    this.title = node.title?.text ?? '';
    this.uri = uri;
    this.node = node;
    this.set = set;
    this.owners = owners;
    this.ambition = ambition;
    this.deadline = deadline;
    this.at = at;
  }

  get id(): string {
    return this.ownId ?? `${this.set.id}/${this.name}`;
  }

  get weight(): number {
    return this.node.weight?.value ?? 1;
  }

  get draft(): boolean {
    return this.set.draft || this.node.draft !== null;
  }

  get progress(): Progress {
    return this.set.figures.progressOf(this);
  }

  get health(): Health {
    return this.set.figures.healthOf(this);
  }

  get isNamed(): boolean {
    return this.name !== null && this.set.isNamed;
  }
}

export class BuildingKeyResult implements KeyResultNode {
  readonly kind = 'keyResult';
  readonly name: string | null;
  readonly title: string;
  readonly node: KeyResult;
  readonly objective: BuildingObjective;
  readonly owners: Inherited<readonly Owner[]>;
  readonly ambition: Inherited<Ambition>;
  readonly measure: Measure | null;
  readonly deadline: Deadline | null;
  initiatives: BuildingInitiative[] = none();
  supports: SupportEdge[] = none();
  supportedBy: SupportEdge[] = none();
  dependsOn: DependencyEdge[] = none();
  closing: ClosedGoal | null = null;
  readings: Reading[] = none();
  /** Its id where that is not simply made of names. */
  ownId: string | null = null;
  /** Its place among all key results. */
  readonly at: number;

  constructor(
    node: KeyResult,
    objective: BuildingObjective,
    owners: Inherited<readonly Owner[]>,
    ambition: Inherited<Ambition>,
    deadline: Deadline | null,
    measure: Measure | null,
    at: number,
  ) {
    this.name = node.name?.text ?? null;
    this.title = node.title?.text ?? '';
    this.node = node;
    this.objective = objective;
    this.owners = owners;
    this.ambition = ambition;
    this.measure = measure;
    this.deadline = deadline;
    this.at = at;
  }

  get id(): string {
    return this.ownId ?? `${this.objective.id}/${this.name}`;
  }

  get uri(): string {
    return this.objective.uri;
  }

  get weight(): number {
    return this.node.weight?.value ?? 1;
  }

  get draft(): boolean {
    return this.objective.draft;
  }

  get progress(): Progress {
    return this.objective.set.figures.progressOfKeyResult(this);
  }

  get health(): Health {
    return this.objective.set.figures.healthOfKeyResult(this);
  }

  get isReached(): boolean {
    return this.objective.set.figures.isReached(this);
  }
}

export type BuildingGoal = BuildingObjective | BuildingKeyResult;
