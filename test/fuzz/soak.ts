/**
 * `npm run soak -- [--minutes N | --steps N] [--suite NAME,NAME] [--seed N] [--path P]`: the random tests for as long as one likes. Says how many
 * steps each suite took and every counterexample; ends with 1 where there was one.
 *
 * Each round runs in a worker, so that one that never ends is noticed too: it is ended and told with its seed.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Round, type RoundOptions, runRound, type Suite } from './suite.ts';
import { allSuites } from './suites.ts';

interface Order extends RoundOptions {
  readonly suite: string;
}

/** Rounds are short, so that all suites have their turn: so many times what `npm test` takes of each. */
const shortsOfARound = 20;
const mostOfARound = 500;
/** A suite that fails this often is not asked again: it has said what there is to say. */
const mostFailures = 3;
/** A round takes seconds, on a busy machine a minute; one of many minutes hangs. */
const longestRoundMs = 300_000;

async function serve(): Promise<void> {
  const { suite: name, ...options } = workerData as Order;
  const suite = allSuites.find((one) => one.name === name) as Suite;
  const round = await runRound(suite, options);
  await suite.close?.();
  parentPort?.postMessage(round);
}

function inWorker(order: Order): Promise<Round> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: order });
    const finish = (round: Round) => {
      clearTimeout(timer);
      resolve(round);
      void worker.terminate();
    };
    const again = `npm run soak -- --suite ${order.suite} --seed ${order.seed} --steps ${order.steps}`;
    const timer = setTimeout(
      () =>
        finish({
          steps: 0,
          failure: `${order.suite}: a round did not end within ${longestRoundMs / 1000} s.\nSee it again: ${again}`,
        }),
      longestRoundMs,
    );
    worker.on('message', finish);
    worker.on('error', (error) =>
      finish({ steps: 0, failure: `${order.suite}: the worker died: ${error.stack}\nSee it again: ${again}` }),
    );
  });
}

interface Plan {
  readonly chosen: readonly Suite[];
  /** By the clock, in ms; or so many steps of each suite. */
  readonly until: number;
  readonly steps: number;
  readonly seed: number | null;
  readonly path: string | null;
}

function plan(): Plan {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      steps: { type: 'string' },
      suite: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
    },
  });
  const names = values.suite?.split(',') ?? allSuites.map(({ name }) => name);
  const unknown = names.find((name) => !allSuites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no suite "${unknown}". These are: ${allSuites.map(({ name }) => name).join(', ')}.`);
  const minutes = values.steps === undefined ? Number(values.minutes ?? 15) : Number.POSITIVE_INFINITY;
  return {
    chosen: allSuites.filter(({ name }) => names.includes(name)),
    until: Date.now() + minutes * 60_000,
    steps: Number(values.steps ?? Number.POSITIVE_INFINITY),
    seed: values.seed === undefined ? null : Number(values.seed),
    path: values.path ?? null,
  };
}

async function soak({ chosen, until, steps, seed, path }: Plan): Promise<boolean> {
  const taken = new Map(chosen.map(({ name }) => [name, 0]));
  const failures = new Map(chosen.map(({ name }) => [name, 0]));
  const begun = Date.now();
  const wants = ({ name }: Suite) => {
    const [count = 0, failed = 0] = [taken.get(name), failures.get(name)];
    return (path === null ? count < steps : count === 0) && failed < mostFailures;
  };
  for (let round = 0; Date.now() < until && chosen.some(wants); round++) {
    for (const suite of chosen) {
      if (Date.now() >= until || !wants(suite)) continue;
      const { name } = suite;
      const before = taken.get(name) ?? 0;
      const order = {
        suite: name,
        seed: seed === null ? randomInt(2 ** 31) : seed + round,
        steps: path === null ? Math.min(mostOfARound, shortsOfARound * suite.shortRuns, steps - before) : steps,
        ...(path === null ? {} : { path }),
      };
      const result = await inWorker(order);
      taken.set(name, before + Math.max(1, result.steps));
      if (result.failure === null) continue;
      failures.set(name, (failures.get(name) ?? 0) + 1);
      console.log(`\n${result.failure}\n`);
    }
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  for (const [name, count] of taken) console.log(`${name.padEnd(16)} ${count.toLocaleString('en')} steps`);
  const failed = sum(failures.values());
  console.log(`${sum(taken.values()).toLocaleString('en')} steps in ${seconds} s, ${failed} failures`);
  return failed === 0;
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}

if (isMainThread) process.exitCode = (await soak(plan())) ? 0 : 1;
else await serve();
