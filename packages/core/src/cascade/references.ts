/** What is kept of each name and path: a large project has more of these than of anything else, so each keeps only what nothing else tells. */
import type { Name, Reference } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import type { Declared, ReferenceFailure, ReferenceRole, ResolvedReference } from './cascade.ts';

type Holder = ResolvedReference['holder'];

/** Roles of paths that lead to goals of a cycle, and may begin with an objective of one's own; all other names stand alone. */
export const pathsToGoals: ReadonlySet<ReferenceRole> = new Set([
  'supports',
  'dependsOn',
  'carriedFrom',
  'initiativeFor',
  'reading',
  'closingEntry',
]);

/** A name that stands alone: of a unit, a person, a cycle or a KPI. */
export class NameReference implements ResolvedReference {
  readonly uri: string;
  readonly role: ReferenceRole;
  readonly name: Name;
  readonly target: Declared | null;
  readonly failure: ReferenceFailure | null;
  readonly holder: Holder;

  constructor(
    uri: string,
    role: ReferenceRole,
    name: Name,
    target: Declared | null,
    failure: ReferenceFailure | null,
    holder: Holder,
  ) {
    this.uri = uri;
    this.role = role;
    this.name = name;
    this.target = target;
    this.failure = failure;
    this.holder = holder;
  }

  get path(): Reference {
    return { segments: [this.name], cycle: null, span: this.name.span };
  }

  get segmentTargets(): readonly (Declared | null)[] {
    return [this.target];
  }

  get span(): Span {
    return this.name.span;
  }
}

/** A path to a goal, or to what is read in a check-in. */
export class PathReference implements ResolvedReference {
  readonly uri: string;
  readonly role: ReferenceRole;
  readonly path: Reference;
  readonly target: Declared | null;
  readonly failure: LateFailure | null;
  readonly holder: Holder;

  constructor(uri: string, role: ReferenceRole, path: Reference, meant: Declared | LateFailure, holder: Holder) {
    const isFound = !(meant instanceof LateFailure);
    this.uri = uri;
    this.role = role;
    this.path = path;
    this.target = isFound ? meant : null;
    this.failure = isFound ? null : meant;
    this.holder = holder;
  }

  get segmentTargets(): readonly (Declared | null)[] {
    const { length } = this.path.segments;
    return this.failure?.known(length) ?? (this.target ? wayTo(this.target, length) : []);
  }

  get span(): Span {
    return this.path.span;
  }
}

/**
 * What the segments of a path of some length stand for that leads to a target. It follows from the target, since a path can only lead
 * through what holds it: `unit.objective.keyResult` at most.
 */
export function wayTo(target: Declared, length: number): readonly (Declared | null)[] {
  if (length === 1) return [target];
  switch (target.kind) {
    case 'objective':
      return [target.set.unit, target];
    case 'kpi':
      return [target.unit, target];
    case 'keyResult':
      return length === 2 ? [target.objective, target] : [target.objective.set.unit, target.objective, target];
    case 'guardrail': {
      if (target.in.kind === 'set') return [target];
      return length === 2 ? [target.in, target] : [target.in.set.unit, target.in, target];
    }
    default:
      return [target];
  }
}

/** What there is to say about a name or path that stands for nothing. */
export interface Lost extends Omit<ReferenceFailure, 'suggestions'> {
  /** What the first segments stand for, as far as that can be told. */
  readonly known: readonly (Declared | null)[];
  suggest(): readonly string[];
}

/** A failure that is looked into when somebody asks: most are only counted, and in a part of a project those of other files are not even that. */
export class LateFailure implements ReferenceFailure {
  readonly #look: () => Lost;
  #seen: Lost | null = null;
  #suggestions: readonly string[] | null = null;

  constructor(look: () => Lost) {
    this.#look = look;
  }

  get #lost(): Lost {
    this.#seen ??= this.#look();
    return this.#seen;
  }

  get segment(): number {
    return this.#lost.segment;
  }

  get reason(): ReferenceFailure['reason'] {
    return this.#lost.reason;
  }

  get cycles(): readonly string[] {
    return this.#lost.cycles;
  }

  get suggestions(): readonly string[] {
    this.#suggestions ??= this.#lost.suggest();
    return this.#suggestions;
  }

  /** What each of so many segments stands for; null where that cannot be told. */
  known(segments: number): readonly (Declared | null)[] {
    return Array.from({ length: segments }, (_, i) => this.#lost.known[i] ?? null);
  }
}
