/**
 * The rows of the chosen cycles in the order of the page, each with its place in the hierarchy. Every goal stands in it once:
 * a goal that supports nothing only in the section at the end, with a pointer to it where its unit stands.
 */
import type {
  CascadeTree,
  GuardrailRow,
  InitiativeRow,
  KeyResultRow,
  ObjectiveRow,
  RowPlace,
  SetRow,
  UnitRow,
} from '@okr-language/core';

interface Common {
  /** Unique among all nodes, and the same from one tree to the next while the names stay. */
  readonly key: string;
  readonly parent: OutlineNode | null;
  /** 1 at the root. */
  readonly level: number;
  /** Where it stands among all nodes, and where its last descendant stands. */
  readonly index: number;
  last: number;
}

export type OutlineNode = Common & NodeBody;

type NodeBody =
  /** `set` where the unit has only one in the chosen cycles: then both are one row. */
  | { readonly kind: 'unit'; readonly row: UnitRow; readonly set: SetRow | null }
  | { readonly kind: 'set'; readonly row: SetRow }
  | { readonly kind: 'objective'; readonly row: ObjectiveRow }
  | { readonly kind: 'keyResult'; readonly row: KeyResultRow }
  | { readonly kind: 'initiative'; readonly row: InitiativeRow }
  | { readonly kind: 'guardrail'; readonly row: GuardrailRow }
  /** Folds initiatives and guardrails away beneath the goals. */
  | { readonly kind: 'alongside'; readonly initiatives: number; readonly guardrails: number; readonly broken: number }
  | { readonly kind: 'section'; readonly section: Section }
  /** Says that a unit has goals in the section of the unaligned; `target` is the key of the first. */
  | { readonly kind: 'pointer'; readonly count: number; readonly target: string }
  /** Stands for rows of a large tree that are not there; null where nobody knows how many. */
  | { readonly kind: 'rest'; readonly count: number | null; readonly what: 'unit' | 'objective' | 'row' };

export type Section = 'unaligned' | 'homeless';

export interface Outline {
  readonly nodes: readonly OutlineNode[];
  readonly byKey: ReadonlyMap<string, OutlineNode>;
}

/** Lays out the sets of these cycles; of all with null. */
export function outlineOf(tree: CascadeTree, cycles: ReadonlySet<string> | null): Outline {
  return new Layout(tree, cycles).outline();
}

export function placeOf(node: OutlineNode): RowPlace | null {
  switch (node.kind) {
    case 'unit':
      return node.set?.place ?? node.row.place;
    case 'alongside':
    case 'section':
    case 'pointer':
    case 'rest':
      return null;
    default:
      return node.row.place;
  }
}

/** How many rows below a row are not there and come when it is opened. */
export function heldIn(node: OutlineNode): number {
  if (node.kind === 'set') return node.row.held ?? 0;
  return node.kind === 'unit' ? (node.row.held ?? 0) + (node.set?.held ?? 0) : 0;
}

/** The names of a unit and of all units below it. */
export function unitsWithin(tree: CascadeTree, name: string): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: { unit: UnitRow; inside: boolean }[] = tree.roots.map((unit) => ({ unit, inside: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const inside = next.inside || next.unit.name === name;
    if (inside) names.add(next.unit.name);
    for (const unit of next.unit.units) waiting.push({ unit, inside });
  }
  return names;
}

class Layout {
  readonly #nodes: OutlineNode[] = [];
  readonly #byKey = new Map<string, OutlineNode>();
  readonly #tree: CascadeTree;
  readonly #cycles: ReadonlySet<string> | null;
  readonly #unaligned: readonly ObjectiveRow[];
  readonly #apart: ReadonlySet<string>;
  readonly #order: ReadonlyMap<string, number>;

  constructor(tree: CascadeTree, cycles: ReadonlySet<string> | null) {
    this.#tree = tree;
    this.#cycles = cycles;
    this.#unaligned = tree.unaligned.filter((objective) => this.#shows(objective.cycle));
    this.#apart = new Set(this.#unaligned.map((objective) => objective.id));
    this.#order = new Map(tree.cycles.map((cycle, index) => [cycle.name, cycle.inside.length * 1e6 + index]));
  }

  outline(): Outline {
    this.#addUnits();
    const unaligned = this.#unaligned;
    if (unaligned.length > 0) {
      const section = this.#add(null, 'section:unaligned', { kind: 'section', section: 'unaligned' });
      for (const objective of unaligned) this.#addObjective(section, objective);
      this.#close(section);
    }
    const homeless = this.#tree.homeless.filter((set) => this.#shows(set.cycle));
    if (homeless.length > 0) {
      const section = this.#add(null, 'section:homeless', { kind: 'section', section: 'homeless' });
      for (const set of homeless) this.#addSet(section, set);
      this.#close(section);
    }
    if (this.#tree.part?.isCut) this.#addMore(null, 'rows:+more', null, 'row');
    return { nodes: this.#nodes, byKey: this.#byKey };
  }

  /** Without recursion: a chain of units may be as long as somebody writes it. */
  #addUnits(): void {
    const withGoals = this.#unitsWithGoals();
    type Step =
      | { readonly unit: UnitRow; readonly parent: OutlineNode | null }
      | { readonly done: OutlineNode; readonly more: number };
    const steps: Step[] = [];
    const push = (units: readonly UnitRow[], parent: OutlineNode | null) => {
      for (let i = units.length - 1; i >= 0; i--) steps.push({ unit: units[i] as UnitRow, parent });
    };
    push(this.#tree.roots, null);
    for (let step = steps.pop(); step; step = steps.pop()) {
      if ('done' in step) {
        if (step.more > 0) this.#addMore(step.done, `${step.done.key}/+more`, step.more, 'unit');
        this.#close(step.done);
        continue;
      }
      const { unit, parent } = step;
      if (unit.level === 'person' && !withGoals.has(unit)) continue; // people without own goals are many, and that is no news
      const sets = this.#setsOf(unit);
      const only = sets.length === 1 ? (sets[0] as SetRow) : null;
      const node = this.#add(parent, unit.id, { kind: 'unit', row: unit, set: only });
      if (only) this.#addGoals(node, only);
      else for (const set of sets) this.#addSet(node, set);
      // Of a row that is closed nothing is there; of an open one there may be too much.
      if (unit.units.length > 0 && only?.held) this.#addMore(node, `${only.id}/+more`, only.held, 'objective');
      steps.push({ done: node, more: unit.units.length > 0 ? (unit.held ?? 0) : 0 });
      push(unit.units, node);
    }
  }

  #unitsWithGoals(): ReadonlySet<UnitRow> {
    const withGoals = new Set<UnitRow>();
    const parents = new Map<UnitRow, UnitRow>();
    const waiting = [...this.#tree.roots];
    for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
      for (const child of unit.units) {
        parents.set(child, unit);
        waiting.push(child);
      }
      if (!unit.sets.some((set) => this.#shows(set.cycle))) continue;
      for (let up: UnitRow | undefined = unit; up && !withGoals.has(up); up = parents.get(up)) withGoals.add(up);
    }
    return withGoals;
  }

  /** Those of the year before those of the quarter. */
  #setsOf(unit: UnitRow): readonly SetRow[] {
    const sets = unit.sets.filter((set) => this.#shows(set.cycle));
    return sets.length < 2
      ? sets
      : sets.sort((a, b) => (this.#order.get(a.cycle) ?? 0) - (this.#order.get(b.cycle) ?? 0));
  }

  #shows(cycle: string): boolean {
    return this.#cycles === null || this.#cycles.has(cycle);
  }

  #addSet(parent: OutlineNode, set: SetRow): void {
    const node = this.#add(parent, set.id, { kind: 'set', row: set });
    this.#addGoals(node, set);
    this.#close(node);
  }

  #addGoals(parent: OutlineNode, set: SetRow): void {
    const apart: ObjectiveRow[] = [];
    for (const objective of set.objectives) {
      if (this.#apart.has(objective.id)) apart.push(objective);
      else this.#addObjective(parent, objective);
    }
    const first = apart[0];
    if (first) {
      const body = { kind: 'pointer', count: apart.length, target: first.id } as const;
      this.#close(this.#add(parent, `${set.id}/+unaligned`, body));
    }
    this.#addAlongside(parent, `${set.id}/+alongside`, set.initiatives, set.guardrails);
  }

  #addObjective(parent: OutlineNode, objective: ObjectiveRow): void {
    const node = this.#add(parent, objective.id, { kind: 'objective', row: objective });
    for (const keyResult of objective.keyResults) {
      const own = this.#add(node, keyResult.id, { kind: 'keyResult', row: keyResult });
      for (const initiative of keyResult.initiatives) this.#addInitiative(own, initiative);
      this.#close(own);
    }
    // An initiative that is named for one key result stands there and not a second time here.
    const rest = objective.initiatives.filter((initiative) => !this.#byKey.has(initiative.id));
    this.#addAlongside(node, `${objective.id}/+alongside`, rest, objective.guardrails);
    this.#close(node);
  }

  #addAlongside(
    parent: OutlineNode,
    key: string,
    initiatives: readonly InitiativeRow[],
    guardrails: readonly GuardrailRow[],
  ): void {
    if (initiatives.length + guardrails.length === 0) return;
    const node = this.#add(parent, key, {
      kind: 'alongside',
      initiatives: initiatives.length,
      guardrails: guardrails.length,
      broken: guardrails.filter((guardrail) => guardrail.holds === false).length,
    });
    for (const guardrail of guardrails)
      this.#close(this.#add(node, guardrail.id, { kind: 'guardrail', row: guardrail }));
    for (const initiative of initiatives) this.#addInitiative(node, initiative);
    this.#close(node);
  }

  #addMore(
    parent: OutlineNode | null,
    key: string,
    count: number | null,
    what: Extract<NodeBody, { kind: 'rest' }>['what'],
  ): void {
    this.#close(this.#add(parent, key, { kind: 'rest', count, what }));
  }

  #addInitiative(parent: OutlineNode, initiative: InitiativeRow): void {
    this.#close(this.#add(parent, initiative.id, { kind: 'initiative', row: initiative }));
  }

  #add(parent: OutlineNode | null, id: string, body: NodeBody): OutlineNode {
    let key = id;
    for (let copy = 2; this.#byKey.has(key); copy++) key = `${id}#${copy}`;
    const index = this.#nodes.length;
    const level = parent ? parent.level + 1 : 1;
    const node: OutlineNode = { key, parent, level, index, last: index, ...body };
    this.#nodes.push(node);
    this.#byKey.set(key, node);
    return node;
  }

  #close(node: OutlineNode): void {
    node.last = this.#nodes.length - 1;
  }
}
