/** Resolves every name and path of the project and makes of them what they say: edges, readings, closings. */

import type { Day } from '../dates/day.ts';
import type {
  CheckinBlock,
  Closing,
  Name,
  OkrSet,
  Reference,
  Support,
  UnitDeclaration,
  WrittenReading,
} from '../model/file.ts';
import { append, type BuildingGuardrail, type BuildingInitiative, type BuildingKpi } from './building.ts';
import type { ClosedGoal, GoalNode, ReferenceRole, ResolvedReference, SupportEdge } from './cascade.ts';
import { namesKpi } from './guardrails.ts';
import { Names } from './names.ts';
import type { BuildingGoal, BuildingKeyResult, BuildingSet } from './nodes.ts';
import { isOf, type Placed } from './places.ts';
import { dayOfDate, hasValue, inOrder, isLastAstray, NamedReading, namesTarget } from './readings.ts';
import { LateFailure, NameReference, PathReference } from './references.ts';
import { Resolver, type Standpoint, type Wanted } from './resolve.ts';
import type { Workings } from './workings.ts';

type Holder = ResolvedReference['holder'];

/** Every reference by file, in text order. */
export function linkAll(workings: Workings): ReadonlyMap<string, readonly ResolvedReference[]> {
  const linker = new Linker(workings);
  for (const placed of workings.statements) linker.statement(placed);
  linker.tellSupported();
  for (const initiative of workings.initiatives.values()) linker.initiative(initiative);
  for (const guardrail of workings.guardrails.values()) linker.guardrail(guardrail);
  for (const kpi of workings.kpis.values()) linker.kpi(kpi);
  return linker.inTextOrder();
}

type Kept = NameReference | PathReference | NamedReading;

class Linker {
  readonly #byFile = new Map<string, Kept[]>();
  /** Files where a reference was kept after one that stands further down. */
  readonly #unsorted = new Set<Kept[]>();
  /** The references of the file that is being looked at. */
  #ofFile: Kept[] = [];
  #uri: string | null = null;
  #blocks = 0;
  /** Key results whose readings came in another order than that of their days. */
  readonly #astray = new Set<BuildingKeyResult>();
  /** What key results support: whatever supports a goal is told there, and objectives come first. */
  readonly #later: SupportEdge[] = [];
  readonly #workings: Workings;
  readonly #names: Names;
  readonly #resolver: Resolver;

  constructor(workings: Workings) {
    this.#workings = workings;
    this.#names = new Names(workings);
    this.#resolver = new Resolver(workings, this.#names);
  }

  inTextOrder(): ReadonlyMap<string, readonly ResolvedReference[]> {
    for (const { readings } of this.#astray) inOrder(readings);
    for (const references of this.#unsorted) references.sort((a, b) => a.span.start - b.span.start);
    return this.#byFile;
  }

  statement(placed: Placed): void {
    if (isOf(placed, 'unit')) this.#unit(placed);
    else if (isOf(placed, 'okrs')) this.#block(placed);
    else if (isOf(placed, 'checkin')) this.#checkin(placed);
    else if (isOf(placed, 'closing')) this.#closing(placed);
  }

  #goal(goal: BuildingGoal, uri: string): void {
    const { node } = goal;
    const { supports, dependsOn } = node;
    this.#owners(node.owners, uri, goal);
    if (supports.length === 0 && dependsOn.length === 0 && !node.carriedFrom) return;
    const from = standpointOf(goal);
    for (let i = 0; i < supports.length; i++) this.#support(supports[i] as Support, goal, from);
    for (let i = 0; i < dependsOn.length; i++) this.#dependency(dependsOn[i] as Reference, goal, from);
    if (!node.carriedFrom) return;
    const carried = this.#path(node.carriedFrom, uri, 'carriedFrom', from, 'goal', goal);
    if (goal.kind === 'objective') goal.carriedFrom = carried;
  }

  initiative(initiative: BuildingInitiative): void {
    const { node, uri, in: holder } = initiative;
    this.#owners(node.owners, uri, initiative);
    if (node.for.length === 0) return;
    const from = standpointOf(holder as BuildingSet | BuildingGoal);
    for (const path of node.for) {
      const { target } = this.#path(path, uri, 'initiativeFor', from, 'keyResult', initiative);
      if (target?.kind !== 'keyResult') continue;
      initiative.for = append(initiative.for, target);
      const moved = target as BuildingKeyResult;
      moved.initiatives = append(moved.initiatives, initiative);
    }
  }

  guardrail(guardrail: BuildingGuardrail): void {
    const { node, uri } = guardrail;
    this.#owners(node.owners, uri, guardrail);
    if (!node.name || !namesKpi(node)) return;
    const { text } = node.name;
    const failure = guardrail.kpi ? null : this.#resolver.unknown(text, 'kpi');
    this.#keep(new NameReference(uri, 'kpi', node.name, guardrail.kpi, failure, guardrail));
  }

  kpi(kpi: BuildingKpi): void {
    this.#unitName(kpi.node.unit, kpi.uri, 'unit', kpi);
    this.#owners(kpi.node.owners, kpi.uri, kpi);
  }

  #unit({ uri, node }: Placed<UnitDeclaration>): void {
    this.#unitName(node.parent, uri, 'parentUnit', null, node.name?.text);
    this.#unitName(node.lead, uri, 'lead', null);
  }

  #block({ uri, node }: Placed<OkrSet>): void {
    const set = this.#names.set(node);
    this.#unitName(node.unit, uri, 'unit', set);
    this.#cycleName(node.cycle, uri, set);
    this.#owners(node.owners, uri, set);
    const naming = this.#workings.namingInBlocks[this.#blocks++] ?? [];
    for (let i = 0; i < naming.length; i++) this.#goal(naming[i] as BuildingGoal, uri);
  }

  #checkin({ uri, node }: Placed<CheckinBlock>): void {
    const set = this.#names.set(node);
    this.#unitName(node.unit, uri, 'unit', set);
    this.#cycleName(node.cycle, uri, set);
    const cycle = node.cycle && this.#workings.cycles.get(node.cycle.text);
    const day = dayOfDate(node.date, cycle?.range ?? null, this.#workings.days);
    this.#workings.checkins.push({ uri, node, day });
    const from = seenFrom(node);
    // Without iterators, as in goals.ts.
    const { readings } = node;
    for (let i = 0; i < readings.length; i++) this.#reading(readings[i] as WrittenReading, day, uri, from, set);
  }

  #reading(written: WrittenReading, day: Day | null, uri: string, from: Standpoint, holder: Holder): void {
    const { target: path } = written;
    if (!path) return;
    const meant = this.#resolver.resolve(path, from, 'readable');
    if (meant instanceof LateFailure || day === null || !hasValue(written) || !namesTarget(written)) {
      this.#keep(new PathReference(uri, 'reading', path, meant, holder));
    } else {
      const reading = new NamedReading(day, uri, written, meant, holder);
      this.#keep(reading);
      const read = meant as BuildingKeyResult | BuildingGuardrail | BuildingKpi;
      read.readings = append(read.readings, reading);
      if (read.kind === 'keyResult' && isLastAstray(read.readings)) this.#astray.add(read);
    }
    this.#cycleName(path.cycle, uri, holder);
  }

  #closing({ uri, node }: Placed<Closing>): void {
    const set = this.#names.set(node);
    this.#unitName(node.unit, uri, 'unit', set);
    this.#cycleName(node.cycle, uri, set);
    const day = dayOfDate(node.on, null, this.#workings.days);
    const closing = { uri, node, day };
    this.#workings.closings.push(closing);
    // As with readings, one of a later day does not count yet, and of two of one set the later place does.
    const counts = day === null || day <= this.#workings.today;
    if (set && counts) set.closing = closing;
    const from = seenFrom(node);
    for (const entry of node.entries) {
      const { target } = this.#path(entry.target, uri, 'closingEntry', from, 'goal', set);
      const closed: ClosedGoal = { uri, node: entry, day };
      const isGoal = target?.kind === 'objective' || target?.kind === 'keyResult';
      if (counts && isGoal) (target as BuildingGoal).closing = closed;
    }
  }

  #support({ reference, weight }: Support, from: BuildingGoal, standpoint: Standpoint): void {
    const resolved = this.#path(reference, from.uri, 'supports', standpoint, 'goal', from);
    const to = goalOf(resolved);
    if (!to) return;
    const edge = { from: from as GoalNode, to: to as GoalNode, weight: weight?.value ?? 1, reference: resolved };
    from.supports = append(from.supports, edge);
    if (from.kind === 'keyResult') this.#later.push(edge);
    else tellSupported(edge);
  }

  /** To be called when all goals have been linked. */
  tellSupported(): void {
    for (const edge of this.#later) tellSupported(edge);
  }

  #dependency(path: Reference, from: BuildingGoal, standpoint: Standpoint): void {
    const reference = this.#path(path, from.uri, 'dependsOn', standpoint, 'goal', from);
    const to = goalOf(reference);
    if (to) from.dependsOn = append(from.dependsOn, { from, to, reference });
  }

  #path(
    path: Reference,
    uri: string,
    role: ReferenceRole,
    from: Standpoint,
    wanted: Wanted,
    holder: Holder,
  ): ResolvedReference {
    const meant = this.#resolver.resolve(path, from, wanted, holder);
    const resolved = new PathReference(uri, role, path, meant, holder);
    this.#keep(resolved);
    this.#cycleName(path.cycle, uri, holder);
    return resolved;
  }

  #owners(names: readonly Name[], uri: string, holder: Holder): void {
    for (let i = 0; i < names.length; i++) this.#unitName(names[i] as Name, uri, 'owner', holder);
  }

  #unitName(name: Name | null, uri: string, role: ReferenceRole, holder: Holder, own?: string): void {
    if (!name) return;
    const unit = this.#workings.units.byName.get(name.text) ?? null;
    const failure = unit ? null : this.#resolver.unknown(name.text, 'unit', own);
    this.#keep(new NameReference(uri, role, name, unit, failure, holder));
  }

  #cycleName(name: Name | null, uri: string, holder: Holder): void {
    if (!name) return;
    const cycle = this.#workings.cycles.get(name.text);
    const failure = cycle ? null : this.#resolver.unknown(name.text, 'cycle');
    this.#keep(new NameReference(uri, 'cycle', name, cycle, failure, holder));
  }

  #keep(reference: Kept): void {
    if (reference.uri !== this.#uri) this.#open(reference.uri);
    const all = this.#ofFile;
    const last = all[all.length - 1];
    if (last && last.span.start > reference.span.start) this.#unsorted.add(all);
    all.push(reference);
  }

  #open(uri: string): void {
    const known = this.#byFile.get(uri);
    this.#ofFile = known ?? [];
    this.#uri = uri;
    if (!known) this.#byFile.set(uri, this.#ofFile);
  }
}

function goalOf({ target }: ResolvedReference): BuildingGoal | null {
  return target?.kind === 'objective' || target?.kind === 'keyResult' ? (target as BuildingGoal) : null;
}

/** Whatever supports a key result supports its objective too. */
function tellSupported(edge: SupportEdge): void {
  const to = edge.to as BuildingGoal;
  to.supportedBy = append(to.supportedBy, edge);
  if (to.kind !== 'keyResult') return;
  const around = to.objective;
  around.supportedBy = append(around.supportedBy, edge);
}

function seenFrom({ unit, cycle }: Pick<OkrSet, 'unit' | 'cycle'>): Standpoint {
  return { unit: unit?.text ?? '', cycle: cycle?.text ?? '', objective: null, isReport: true };
}

function standpointOf(holder: BuildingSet | BuildingGoal): Standpoint {
  if (holder.kind === 'set')
    return { unit: holder.unitName, cycle: holder.cycleName, objective: null, isReport: false };
  const objective = holder.kind === 'objective' ? holder : holder.objective;
  return { unit: objective.set.unitName, cycle: objective.set.cycleName, objective, isReport: false };
}
