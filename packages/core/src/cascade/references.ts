/** What is kept of each name and path: a large project has more of these than of anything else, so each keeps only what nothing else tells. */
import type { Name, Reference } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import type { Declared, ReferenceFailure, ReferenceRole, ResolvedReference } from './cascade.ts';

type Holder = ResolvedReference['holder'];

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

/** A path to a goal, or to whatever is read in a check-in. */
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

/** Suggestions are looked for when somebody asks: most wrong names are only counted. */
export class LateFailure implements ReferenceFailure {
  readonly segment: number;
  readonly reason: ReferenceFailure['reason'];
  readonly cycles: readonly string[];
  readonly #known: readonly (Declared | null)[];
  readonly #suggest: () => readonly string[];
  #suggestions: readonly string[] | null = null;

  /** `known`: what the first segments stand for, as far as that can be told. */
  constructor(
    segment: number,
    reason: ReferenceFailure['reason'],
    cycles: readonly string[],
    known: readonly (Declared | null)[],
    suggest: () => readonly string[],
  ) {
    this.segment = segment;
    this.reason = reason;
    this.cycles = cycles;
    this.#known = known;
    this.#suggest = suggest;
  }

  get suggestions(): readonly string[] {
    this.#suggestions ??= this.#suggest();
    return this.#suggestions;
  }

  /** What each of so many segments stands for; null where that cannot be told. */
  known(segments: number): readonly (Declared | null)[] {
    return Array.from({ length: segments }, (_, i) => this.#known[i] ?? null);
  }
}
