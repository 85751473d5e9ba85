/**
 * The figures of a company, computed again and again over a cascade that stands; prints the milliseconds of each time: of all goals from their
 * readings, of objectives and sets from their key results, and of one key result with what it is in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCascade } from '../../packages/core/src/cascade/build.ts';
import { computeFigures, figureKeyResult, rollUp } from '../../packages/core/src/cascade/figures.ts';
import type { Workings } from '../../packages/core/src/cascade/workings.ts';
import { defaultConfig, type OkrFile, parseIsoDay } from '../../packages/core/src/index.ts';
import { parseOkr } from '../../packages/language/src/parse.ts';
import { today } from '../workspace/invent.ts';

const [folder, times] = process.argv.slice(2) as [string, string];
const files = new Map<string, OkrFile>();
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.okr')) continue;
  const uri = pathToFileURL(join(folder, path)).href;
  files.set(uri, parseOkr(uri, readFileSync(join(folder, path), 'utf8')));
}
const cascade = buildCascade(files, defaultConfig, parseIsoDay(today) ?? 0);
// The cascade holds all that the roll-up works on, under the names that it uses while it is being built.
const workings = { ...cascade, units: { byName: cascade.units, roots: cascade.rootUnits } } as unknown as Workings;
const asked = { today: cascade.today, config: cascade.config };
const cpu = (work: () => void): number => {
  const { user, system } = process.cpuUsage();
  work();
  const since = process.cpuUsage({ user, system });
  return (since.user + since.system) / 1_000;
};
const timed = (work: () => void) => Array.from({ length: Number(times) }, () => cpu(work));
/** One key result after the other, each with the objective and the set that it is in. */
const some = workings.keyResults.slice(0, 10_000);
const one = timed(() => {
  for (const keyResult of some) {
    const { objective } = keyResult;
    figureKeyResult(keyResult, asked);
    rollUp({
      ...workings,
      objectives: [objective] as Workings['objectives'],
      sets: new Map([['', objective.set]]) as Workings['sets'],
    });
  }
});
console.log(
  JSON.stringify({
    objectives: cascade.objectives.length,
    all: timed(() => computeFigures(workings)),
    // Ten at once: the clock of the processor ticks in milliseconds.
    rollUp: timed(() => {
      for (let i = 0; i < 10; i++) rollUp(workings);
    }).map((milliseconds) => milliseconds / 10),
    one: one.map((milliseconds) => milliseconds / some.length),
  }),
);
