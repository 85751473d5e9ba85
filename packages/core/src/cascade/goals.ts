/** Objectives, key results and what they hold, with ids, inherited parts and measures; nothing refers to anything yet. */
import type { Initiative, KeyResult, Name, Objective, OkrSet } from '../model/file.ts';
import { append, none } from './building.ts';
import type { CycleNode, Deadline, Duplicate } from './cascade.ts';
import { deadlineOf, deadlineOfCycle, passedDown, writtenDeadline } from './deadlines.ts';
import { addGuardrails } from './guardrails.ts';
import { ambitionOf, defaultsOfBlock, defaultsOfSet, ownersOf, passedOn, type SetDefaults } from './inheritance.ts';
import { measureOf } from './measures.ts';
import { type BuildingGoal, BuildingKeyResult, BuildingObjective, type BuildingSet } from './nodes.ts';
import { isOf, type Placed } from './places.ts';
import { ownReadings } from './readings.ts';
import type { Workings } from './workings.ts';

/** What all blocks of one set share. */
interface SetShare {
  readonly defaults: SetDefaults;
  readonly deadline: Deadline | null;
}

/** What all goals of a block share. */
interface Around extends SetShare {
  readonly uri: string;
  readonly set: BuildingSet;
  /** Takes those that name others. */
  readonly naming: BuildingGoal[];
}

export function collectGoals(workings: Workings): void {
  const shares = new Map<BuildingSet, SetShare>();
  const deadlines = new Map<CycleNode | null, Deadline | null>();
  let blocks = 0;
  for (const placed of workings.statements) {
    if (!isOf(placed, 'okrs')) continue;
    const set = workings.setsOfBlocks[blocks++] as BuildingSet;
    let share = shares.get(set);
    if (!share) {
      const defaults = defaultsOfSet(set, workings.units.byName, workings.config);
      let deadline = deadlines.get(set.cycle);
      if (deadline === undefined) {
        deadline = deadlineOfCycle(set.cycle);
        deadlines.set(set.cycle, deadline);
      }
      share = { defaults, deadline };
      shares.set(set, share);
    }
    addBlock(placed, set, share, workings);
  }
}

function addBlock({ uri, node }: Placed<OkrSet>, set: BuildingSet, share: SetShare, workings: Workings): void {
  const defaults = defaultsOfBlock({ uri, node, span: node.span }, share.defaults, workings.units.byName);
  const around: Around = { defaults, deadline: share.deadline, uri, set, naming: [] };
  // Here and below without iterators: most of these lists are empty or short, and a project has hundreds of thousands.
  const { objectives, initiatives } = node;
  for (let i = 0; i < objectives.length; i++) addObjective(objectives[i] as Objective, around, workings);
  workings.namingInBlocks.push(around.naming);
  for (let i = 0; i < initiatives.length; i++) {
    addInitiative(initiatives[i] as Initiative, uri, set, defaults.owners, workings);
  }
  addGuardrails(node.guardrails, uri, set, workings);
}

function addObjective(node: Objective, around: Around, workings: Workings): void {
  const { uri, set } = around;
  const { units, goalIds, objectives, days } = workings;
  const owners = ownersOf(node.owners, uri, units.byName, around.defaults.owners);
  const ambition = ambitionOf(node.ambition, uri, around.defaults.ambition);
  const deadline = deadlineOf(node, uri, set.cycle, around.deadline, days);
  const objective = new BuildingObjective(node, uri, set, owners, ambition, deadline, objectives.length);
  reportRepeated(objective, goalIds.give(objective, set, set.objectives), workings);
  set.objectives = append(set.objectives, objective);
  objectives.push(objective);
  if (namesOthers(node)) around.naming.push(objective);
  const passed: Passed = {
    owners: passedOn(owners, 'objective'),
    ambition: passedOn(ambition, 'objective'),
    deadline: passedDown(deadline),
  };
  const { keyResults, initiatives } = node;
  if (keyResults.length > 0) {
    // Made all at once: a list that grows takes room for many more.
    objective.keyResults = keyResults.map((keyResult, i) =>
      newKeyResult(keyResult, i, around, objective, passed, workings),
    );
    for (let i = 0; i < keyResults.length; i++) {
      addKeyResult(objective.keyResults[i] as BuildingKeyResult, around, workings);
    }
  }
  for (let i = 0; i < initiatives.length; i++) {
    addInitiative(initiatives[i] as Initiative, uri, objective, passed.owners, workings);
  }
  addGuardrails(node.guardrails, uri, objective, workings);
}

/** What key results have from their objective unless they say otherwise. */
type Passed = Pick<BuildingObjective, 'owners' | 'ambition' | 'deadline'>;

function newKeyResult(
  node: KeyResult,
  i: number,
  { uri, set }: Around,
  objective: BuildingObjective,
  passed: Passed,
  { units, keyResults, days }: Workings,
): BuildingKeyResult {
  const owners = ownersOf(node.owners, uri, units.byName, passed.owners);
  const ambition = ambitionOf(node.ambition, uri, passed.ambition);
  const deadline = deadlineOf(node, uri, set.cycle, passed.deadline, days);
  const at = keyResults.length + i;
  return new BuildingKeyResult(node, objective, owners, ambition, deadline, measureOf(node, uri), at);
}

function addKeyResult(keyResult: BuildingKeyResult, around: Around, workings: Workings): void {
  const { node, objective } = keyResult;
  const { uri, set } = around;
  reportRepeated(keyResult, workings.goalIds.give(keyResult, objective, objective.keyResults), workings);
  workings.keyResults.push(keyResult);
  keyResult.readings = ownReadings(node.readings, uri, set.cycle?.range ?? null, workings.days);
  if (namesOthers(node)) around.naming.push(keyResult);
  if (node.initiatives.length === 0) return;
  const passedOwners = passedOn(keyResult.owners, 'keyResult');
  for (const initiative of node.initiatives) addInitiative(initiative, uri, keyResult, passedOwners, workings);
}

function namesOthers({ owners, supports, dependsOn, carriedFrom }: Objective | KeyResult): boolean {
  return owners.length > 0 || supports.length > 0 || dependsOn.length > 0 || carriedFrom !== null;
}

function reportRepeated(goal: BuildingGoal, first: BuildingGoal | null, workings: Workings): void {
  const { name } = goal.node;
  if (!name || !first?.node.name) return;
  report(name, goal.uri, goal.kind, { uri: first.uri, span: first.node.name.span }, workings);
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
    deadline: writtenDeadline(node.deadline, uri, cycle, workings.days),
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
