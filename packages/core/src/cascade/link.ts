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
import {
  append,
  type BuildingGoal,
  type BuildingGuardrail,
  type BuildingInitiative,
  type BuildingKeyResult,
  type BuildingKpi,
} from './building.ts';
import type { ClosedGoal, GoalNode, ReferenceRole, ResolvedReference } from './cascade.ts';
import { namesKpi } from './guardrails.ts';
import { Names } from './names.ts';
import { isOf, type Placed } from './places.ts';
import { dayOfDate, inOrder, ownReadings, readingOf } from './readings.ts';
import { Resolver, type Standpoint, unknownName, type Wanted } from './resolve.ts';
import { setKey, type Workings } from './workings.ts';

type Holder = ResolvedReference['holder'];

/** Every reference by file, in text order. */
export function linkAll(workings: Workings): ReadonlyMap<string, readonly ResolvedReference[]> {
  const linker = new Linker(workings);
  for (const placed of workings.statements) linker.statement(placed);
  for (const objective of workings.objectives) linker.goal(objective);
  for (const keyResult of workings.keyResults) linker.keyResult(keyResult);
  for (const initiative of workings.initiatives.values()) linker.initiative(initiative);
  for (const guardrail of workings.guardrails.values()) linker.guardrail(guardrail);
  for (const kpi of workings.kpis.values()) linker.kpi(kpi);
  for (const keyResult of workings.keyResults) keyResult.readings = inOrder(keyResult.readings);
  for (const references of linker.byFile.values()) references.sort((a, b) => a.path.span.start - b.path.span.start);
  return linker.byFile;
}

class Linker {
  readonly byFile = new Map<string, ResolvedReference[]>();
  readonly #workings: Workings;
  readonly #names: Names;
  readonly #resolver: Resolver;

  constructor(workings: Workings) {
    this.#workings = workings;
    this.#names = new Names(workings);
    this.#resolver = new Resolver(workings, this.#names);
  }

  statement(placed: Placed): void {
    if (isOf(placed, 'unit')) this.#unit(placed);
    else if (isOf(placed, 'okrs')) this.#block(placed);
    else if (isOf(placed, 'checkin')) this.#checkin(placed);
    else if (isOf(placed, 'closing')) this.#closing(placed);
  }

  goal(goal: BuildingGoal): void {
    const { node, uri } = goal;
    this.#owners(node.owners, uri, goal);
    if (node.supports.length === 0 && node.dependsOn.length === 0 && !node.carriedFrom) return;
    const from = standpointOf(goal);
    for (const support of node.supports) this.#support(support, goal, from);
    for (const path of node.dependsOn) this.#dependency(path, goal, from);
    if (!node.carriedFrom) return;
    const carried = this.#path(node.carriedFrom, uri, 'carriedFrom', from, 'goal', goal);
    if (goal.kind === 'objective') goal.carriedFrom = carried;
  }

  keyResult(keyResult: BuildingKeyResult): void {
    this.goal(keyResult);
    const { node, uri, objective } = keyResult;
    if (node.readings.length === 0) return;
    keyResult.readings = [
      ...keyResult.readings,
      ...ownReadings(node.readings, uri, objective.set.cycle?.range ?? null),
    ];
  }

  initiative(initiative: BuildingInitiative): void {
    const { node, uri, in: holder } = initiative;
    this.#owners(node.owners, uri, initiative);
    if (node.for.length === 0) return;
    const from = standpointOf(holder);
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
    const failure = guardrail.kpi ? null : unknownName(text, () => this.#names.kpiNames());
    this.#add(uri, 'kpi', pathOf(node.name), guardrail.kpi, failure, guardrail);
  }

  kpi(kpi: BuildingKpi): void {
    this.#unitName(kpi.node.unit, kpi.uri, 'unit', kpi);
    this.#owners(kpi.node.owners, kpi.uri, kpi);
  }

  #unit({ uri, node }: Placed<UnitDeclaration>): void {
    this.#unitName(node.parent, uri, 'parentUnit', null);
    this.#unitName(node.lead, uri, 'lead', null);
  }

  #block({ uri, node }: Placed<OkrSet>): void {
    const set = this.#setFor(node);
    this.#unitName(node.unit, uri, 'unit', set);
    this.#cycleName(node.cycle, uri, set);
    this.#owners(node.owners, uri, set);
  }

  #checkin({ uri, node }: Placed<CheckinBlock>): void {
    const set = this.#setFor(node);
    this.#unitName(node.unit, uri, 'unit', set);
    this.#cycleName(node.cycle, uri, set);
    const cycle = node.cycle && this.#workings.cycles.get(node.cycle.text);
    const day = dayOfDate(node.date, cycle?.range ?? null);
    this.#workings.checkins.push({ uri, node, day });
    const from = seenFrom(node);
    for (const reading of node.readings) this.#reading(reading, day, uri, from, set);
  }

  #reading(written: WrittenReading, day: Day | null, uri: string, from: Standpoint, holder: Holder): void {
    if (!written.target) return;
    const { target } = this.#path(written.target, uri, 'reading', from, 'readable', holder);
    if (target?.kind !== 'keyResult' && target?.kind !== 'guardrail' && target?.kind !== 'kpi') return;
    const reading = readingOf(written, day, uri);
    if (!reading) return;
    const read = target as BuildingKeyResult | BuildingGuardrail | BuildingKpi;
    read.readings = append(read.readings, reading);
  }

  #closing({ uri, node }: Placed<Closing>): void {
    const set = this.#setFor(node);
    this.#unitName(node.unit, uri, 'unit', set);
    this.#cycleName(node.cycle, uri, set);
    const day = dayOfDate(node.on, null);
    const closing = { uri, node, day };
    this.#workings.closings.push(closing);
    // Of two closings of one set the later place counts, as with readings.
    if (set) set.closing = closing;
    const from = seenFrom(node);
    for (const entry of node.entries) {
      const { target } = this.#path(entry.target, uri, 'closingEntry', from, 'goal', set);
      const closed: ClosedGoal = { uri, node: entry, day };
      if (target?.kind === 'objective' || target?.kind === 'keyResult') (target as BuildingGoal).closing = closed;
    }
  }

  #support({ reference, weight }: Support, from: BuildingGoal, standpoint: Standpoint): void {
    const resolved = this.#path(reference, from.uri, 'supports', standpoint, 'goal', from);
    const to = goalOf(resolved);
    if (!to) return;
    const edge = { from: from as GoalNode, to: to as GoalNode, weight: weight?.value ?? 1, reference: resolved };
    from.supports = append(from.supports, edge);
    to.supportedBy = append(to.supportedBy, edge);
    if (to.kind !== 'keyResult') return;
    const around = to.objective as Extract<BuildingGoal, { kind: 'objective' }>;
    around.supportedBy = append(around.supportedBy, edge);
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
    const { target, segmentTargets, failure } = this.#resolver.resolve(path, from, wanted);
    const resolved = { uri, role, path, target, segmentTargets, failure, holder };
    this.#keep(resolved);
    this.#cycleName(path.cycle, uri, holder);
    return resolved;
  }

  #owners(names: readonly Name[], uri: string, holder: Holder): void {
    for (const name of names) this.#unitName(name, uri, 'owner', holder);
  }

  #unitName(name: Name | null, uri: string, role: ReferenceRole, holder: Holder): void {
    if (!name) return;
    const unit = this.#workings.units.byName.get(name.text) ?? null;
    const failure = unit ? null : unknownName(name.text, () => this.#names.unitNames());
    this.#add(uri, role, pathOf(name), unit, failure, holder);
  }

  #cycleName(name: Name | null, uri: string, holder: Holder): void {
    if (!name) return;
    const cycle = this.#workings.cycles.get(name.text);
    const failure = cycle ? null : unknownName(name.text, () => this.#names.cycleNames());
    this.#add(uri, 'cycle', pathOf(name), cycle, failure, holder);
  }

  #add(
    uri: string,
    role: ReferenceRole,
    path: Reference,
    target: ResolvedReference['target'],
    failure: ResolvedReference['failure'],
    holder: Holder,
  ): void {
    this.#keep({ uri, role, path, target, segmentTargets: [target], failure, holder });
  }

  #keep(reference: ResolvedReference): void {
    const list = this.byFile.get(reference.uri);
    if (list) list.push(reference);
    else this.byFile.set(reference.uri, [reference]);
  }

  #setFor({ unit, cycle }: Pick<OkrSet, 'unit' | 'cycle'>) {
    return this.#workings.sets.get(setKey(unit?.text ?? '', cycle?.text ?? '')) ?? null;
  }
}

function goalOf({ target }: ResolvedReference): BuildingGoal | null {
  return target?.kind === 'objective' || target?.kind === 'keyResult' ? (target as BuildingGoal) : null;
}

function pathOf(name: Name): Reference {
  return { segments: [name], cycle: null, span: name.span };
}

function seenFrom({ unit, cycle }: Pick<OkrSet, 'unit' | 'cycle'>): Standpoint {
  return { unit: unit?.text ?? '', cycle: cycle?.text ?? '', objective: null };
}

function standpointOf(holder: BuildingInitiative['in'] | BuildingGoal): Standpoint {
  if (holder.kind === 'set') return { unit: holder.unitName, cycle: holder.cycleName, objective: null };
  const objective = holder.kind === 'objective' ? holder : holder.objective;
  return { unit: objective.set.unitName, cycle: objective.set.cycleName, objective: objective };
}
