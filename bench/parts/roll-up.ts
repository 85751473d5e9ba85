/** The figures of every goal of a company, computed again and again over a cascade that stands; prints the milliseconds of each time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCascade } from '../../packages/core/src/cascade/build.ts';
import { computeFigures } from '../../packages/core/src/cascade/figures.ts';
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
const milliseconds = Array.from({ length: Number(times) }, () => {
  const { user, system } = process.cpuUsage();
  computeFigures(workings);
  const since = process.cpuUsage({ user, system });
  return (since.user + since.system) / 1_000;
});
console.log(JSON.stringify({ objectives: cascade.objectives.length, milliseconds }));
