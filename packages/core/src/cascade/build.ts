import type { Config } from '../config/config.ts';
import type { Day } from '../dates/day.ts';
import type { OkrFile } from '../model/file.ts';
import type { Cascade, Duplicate, GoalNode } from './cascade.ts';
import { Cycles } from './cycles.ts';
import { everywhereIn } from './everywhere.ts';
import { collectGoals } from './goals.ts';
import { collectKpis, judgeLimits } from './guardrails.ts';
import { linkAll } from './link.ts';
import { comparePlaces, statementsInOrder } from './places.ts';
import { collectSets } from './sets.ts';
import type { Surroundings } from './surroundings.ts';
import { unitsOf } from './units.ts';
import { newWorkings, type Workings } from './workings.ts';

/**
 * What all files of a project mean together on a day. The order in which the files come changes nothing. Never throws;
 * half-typed parts leave gaps and hide nothing else. The time it takes grows with the size of the files.
 *
 * `surroundings` is given where the files are only a part of the project.
 */
export function buildCascade(
  files: ReadonlyMap<string, OkrFile>,
  config: Config,
  today: Day,
  surroundings: Surroundings | null = null,
): Cascade {
  const statements = statementsInOrder(files);
  const duplicates: Duplicate[] = [];
  const cycles = new Cycles(statements, duplicates);
  const units = unitsOf(statements, duplicates);
  const workings = newWorkings({ today, config, statements, cycles, units, duplicates, surroundings });
  collectSets(workings);
  collectKpis(workings);
  collectGoals(workings);
  const references = linkAll(workings);
  judgeLimits(workings);
  const { keyResults, objectives, sets } = workings;
  workings.figures.settle({ keyResults, objectives, sets: [...sets.values()] });
  duplicates.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  return new BuiltCascade(workings, files, references);
}

/** A class, so that all cascades have one shape: rules ask them for something all the time. */
class BuiltCascade implements Cascade {
  readonly today: Day;
  readonly config: Config;
  readonly files: Cascade['files'];
  readonly cycles: Cascade['cycles'];
  readonly units: Cascade['units'];
  readonly rootUnits: Cascade['rootUnits'];
  readonly sets: Cascade['sets'];
  readonly objectives: Cascade['objectives'];
  readonly keyResults: Cascade['keyResults'];
  readonly initiatives: Cascade['initiatives'];
  readonly guardrails: Cascade['guardrails'];
  readonly kpis: Cascade['kpis'];
  readonly closings: Cascade['closings'];
  readonly checkins: Cascade['checkins'];
  readonly references: Cascade['references'];
  readonly duplicates: Cascade['duplicates'];
  readonly everywhere: Cascade['everywhere'];
  #goals: Cascade['goals'] | null = null;

  constructor(workings: Workings, files: Cascade['files'], references: Cascade['references']) {
    this.today = workings.today;
    this.config = workings.config;
    this.files = files;
    this.cycles = workings.cycles.byName;
    this.units = workings.units.byName;
    this.rootUnits = workings.units.roots;
    this.sets = workings.sets;
    this.objectives = workings.objectives;
    this.keyResults = workings.keyResults;
    this.initiatives = [...workings.initiatives.values()];
    this.guardrails = [...workings.guardrails.values()];
    this.kpis = [...workings.kpis.values()];
    this.closings = workings.closings;
    this.checkins = workings.checkins;
    this.references = references;
    this.duplicates = workings.duplicates;
    this.everywhere = workings.surroundings?.everywhere ?? everywhereIn(this);
  }

  get goals(): ReadonlyMap<string, GoalNode> {
    this.#goals ??= goalsById(this);
    return this.#goals;
  }
}

function goalsById({ objectives }: Cascade): ReadonlyMap<string, GoalNode> {
  const goals = new Map<string, GoalNode>();
  for (const objective of objectives) {
    goals.set(objective.id, objective);
    for (const keyResult of objective.keyResults) goals.set(keyResult.id, keyResult);
  }
  return goals;
}

function placeOf({ uri, name }: Duplicate) {
  return { uri, span: name.span };
}
