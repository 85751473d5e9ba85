import type { Config } from '../config/config.ts';
import type { Day } from '../dates/day.ts';
import type { OkrFile } from '../model/file.ts';
import { Cascade, type Duplicate } from './cascade.ts';
import { Cycles } from './cycles.ts';
import { everywhereIn } from './everywhere.ts';
import { collectGoals } from './goals.ts';
import { collectKpis, judgeLimits } from './guardrails.ts';
import { linkAll } from './link.ts';
import { comparePlaces, statementsInOrder } from './places.ts';
import { collectSets } from './sets.ts';
import type { Surroundings } from './surroundings.ts';
import { unitsOf } from './units.ts';
import { newWorkings } from './workings.ts';

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
  const { keyResults, objectives, sets, checkins, closings } = workings;
  workings.figures.settle({ keyResults, objectives, sets: [...sets.values()] });
  duplicates.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const parts = {
    today,
    config,
    files,
    cycles: cycles.byName,
    units: units.byName,
    rootUnits: units.roots,
    sets,
    objectives,
    keyResults,
    initiatives: [...workings.initiatives.values()],
    guardrails: [...workings.guardrails.values()],
    kpis: [...workings.kpis.values()],
    closings,
    checkins,
    references,
    duplicates,
  };
  return new Cascade({ ...parts, everywhere: surroundings?.everywhere ?? everywhereIn(parts) });
}

function placeOf({ uri, name }: Duplicate) {
  return { uri, span: name.span };
}
