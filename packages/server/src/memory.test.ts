import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** In a process of its own: what is told to V8 holds for all of one. Prints how large the room for what was just made is, in MB, at three times. */
const program = `
import { getHeapSpaceStatistics } from 'node:v8';
import { giveBack, growSlowly, watchGrowth } from ${JSON.stringify(new URL('memory.ts', import.meta.url).href)};

const room = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 1e6;
async function make(parts, each, kept) {
  for (let part = 0; part < parts; part++) {
    const made = Array.from({ length: each }, (_, i) => ({ i }));
    if (kept) kept.push(made);
    await new Promise(setImmediate); // whoever watches hears of collections in between
  }
}
const work = () => make(20, 300_000, null);
growSlowly();
watchGrowth();
globalThis.kept = [];
await make(20, 100_000, kept);
await work();
const atWork = room();
giveBack(() => {});
const atRest = room();
await work();
console.log(JSON.stringify([atWork, atRest, room()]));
`;

test('there is as much room for what was just made after memory was given back as before, once it is needed', async () => {
  const run = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const [atWork, atRest, again] = JSON.parse(run.stdout) as [number, number, number];
  expect(atRest).toBeLessThan(atWork / 4);
  expect(again).toBeGreaterThan(atWork / 2);
}, 30_000);
