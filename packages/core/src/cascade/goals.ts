/** Objectives, key results and what they hold, with ids, inherited parts and measures; nothing refers to anything yet. */
import type { Initiative, KeyResult, Name, Objective, OkrSet } from '../model/file.ts';
import {
  append,
  type BuildingGoal,
  type BuildingKeyResult,
  type BuildingObjective,
  type BuildingSet,
  none,
} from './building.ts';
import type { Deadline, Duplicate } from './cascade.ts';
import { deadlineOf, deadlineOfCycle, passedDown, writtenDeadline } from './deadlines.ts';
import { addGuardrails } from './guardrails.ts';
import { ambitionOf, defaultsOfBlock, defaultsOfSet, ownersOf, passedOn, type SetDefaults } from './inheritance.ts';
import { measureOf } from './measures.ts';
import { pending } from './pending.ts';
import { isOf, type Placed } from './places.ts';
import { setOf } from './sets.ts';
import type { Workings } from './workings.ts';

/** What all blocks of one set share. */
interface SetShare {
  readonly defaults: SetDefaults;
  readonly deadline: Deadline | null;
}

export function collectGoals(workings: Workings): void {
  const shares = new Map<BuildingSet, SetShare>();
  for (const placed of workings.statements) {
    if (!isOf(placed, 'okrs')) continue;
    const set = setOf(placed.node, workings);
    let share = shares.get(set);
    if (!share) {
      const defaults = defaultsOfSet(set, workings.units.byName, workings.config);
      share = { defaults, deadline: deadlineOfCycle(set.cycle) };
      shares.set(set, share);
    }
    addBlock(placed, set, share, workings);
  }
}

function addBlock({ uri, node }: Placed<OkrSet>, set: BuildingSet, share: SetShare, workings: Workings): void {
  const defaults = defaultsOfBlock({ uri, node, span: node.span }, share.defaults, workings.units.byName);
  for (const objective of node.objectives) addObjective(objective, uri, set, { ...share, defaults }, workings);
  for (const initiative of node.initiatives) addInitiative(initiative, uri, set, defaults.owners, workings);
  addGuardrails(node.guardrails, uri, set, workings);
}

function addObjective(node: Objective, uri: string, set: BuildingSet, share: SetShare, workings: Workings): void {
  const name = node.name?.text ?? null;
  const title = node.title?.text ?? '';
  const { defaults } = share;
  const objective: BuildingObjective = {
    kind: 'objective',
    id: workings.ids.give(set.id, name, title, workings.goals),
    name,
    title,
    uri,
    node,
    set,
    keyResults: none(),
    initiatives: none(),
    guardrails: none(),
    owners: ownersOf(node.owners, uri, workings.units.byName, defaults.owners),
    ambition: ambitionOf(node.ambition, uri, defaults.ambition),
    deadline: deadlineOf(node, uri, set.cycle, share.deadline),
    draft: set.draft || node.draft !== null,
    weight: node.weight?.value ?? 1,
    supports: none(),
    supportedBy: none(),
    dependsOn: none(),
    carriedFrom: null,
    closing: null,
    progress: pending.progress,
    health: pending.health,
  };
  set.objectives = append(set.objectives, objective);
  workings.objectives.push(objective);
  keep(objective, node.name, set.id, workings);
  const passed = {
    owners: passedOn(objective.owners, 'objective'),
    ambition: passedOn(objective.ambition, 'objective'),
    deadline: passedDown(objective.deadline),
  };
  for (const keyResult of node.keyResults) addKeyResult(keyResult, uri, objective, passed, workings);
  for (const initiative of node.initiatives) addInitiative(initiative, uri, objective, passed.owners, workings);
  addGuardrails(node.guardrails, uri, objective, workings);
}

type Passed = Pick<BuildingObjective, 'owners' | 'ambition' | 'deadline'>;

function addKeyResult(
  node: KeyResult,
  uri: string,
  objective: BuildingObjective,
  passed: Passed,
  workings: Workings,
): void {
  const name = node.name?.text ?? null;
  const title = node.title?.text ?? '';
  const keyResult: BuildingKeyResult = {
    kind: 'keyResult',
    id: workings.ids.give(objective.id, name, title, workings.goals),
    name,
    title,
    uri,
    node,
    objective,
    owners: ownersOf(node.owners, uri, workings.units.byName, passed.owners),
    ambition: ambitionOf(node.ambition, uri, passed.ambition),
    measure: measureOf(node, uri),
    deadline: deadlineOf(node, uri, objective.set.cycle, passed.deadline),
    weight: node.weight?.value ?? 1,
    draft: objective.draft,
    initiatives: none(),
    supports: none(),
    supportedBy: none(),
    dependsOn: none(),
    closing: null,
    readings: none(),
    progress: pending.progress,
    health: pending.health,
  };
  objective.keyResults = append(objective.keyResults, keyResult);
  workings.keyResults.push(keyResult);
  keep(keyResult, node.name, objective.id, workings);
  if (node.initiatives.length === 0) return;
  const owners = passedOn(keyResult.owners, 'keyResult');
  for (const initiative of node.initiatives) addInitiative(initiative, uri, keyResult, owners, workings);
}

/** Files a goal under its id. A goal whose id is not simply its name came after another of that name in the same scope. */
function keep(goal: BuildingGoal, name: Name | null, scope: string, workings: Workings): void {
  workings.goals.set(goal.id, goal);
  // An id is the scope and the name, or longer where these were taken.
  if (!name || goal.id.length === scope.length + 1 + name.text.length) return;
  const first = workings.goals.get(`${scope}/${name.text}`);
  if (first?.node.name) report(name, goal.uri, goal.kind, { uri: first.uri, span: first.node.name.span }, workings);
}

function report(name: Name, uri: string, kind: Duplicate['kind'], first: Duplicate['first'], workings: Workings): void {
  workings.duplicates.push({ name, uri, kind, first });
}

function addInitiative(
  node: Initiative,
  uri: string,
  holder: BuildingSet | BuildingGoal,
  owners: BuildingObjective['owners'],
  workings: Workings,
): void {
  const name = node.name?.text ?? null;
  const title = node.title?.text ?? '';
  const cycle =
    holder.kind === 'set' ? holder.cycle : (holder.kind === 'objective' ? holder : holder.objective).set.cycle;
  const scope = `initiative:${holder.id}`;
  const initiative = {
    kind: 'initiative' as const,
    id: workings.ids.give(scope, name, title, workings.initiatives),
    name,
    title,
    uri,
    node,
    in: holder,
    for: none<BuildingKeyResult>(),
    owners: ownersOf(node.owners, uri, workings.units.byName, owners),
    deadline: writtenDeadline(node.deadline, uri, cycle),
  };
  if (node.name && initiative.id !== `${scope}/${name}`) {
    const first = holder.initiatives.find((other) => other.name === name);
    if (first?.node.name) {
      report(node.name, uri, 'initiative', { uri: first.uri, span: first.node.name.span }, workings);
    }
  }
  holder.initiatives = append(holder.initiatives, initiative);
  workings.initiatives.set(initiative.id, initiative);
}
