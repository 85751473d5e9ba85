/**
 * `npm run soak -- [--minutes N | --runs N | --steps N] [--suite NAME,NAME] [--seed N] [--path P]`: the random tests for as long as one likes. Says how
 * many steps each suite took and every counterexample; ends with 1 where there was one.
 *
 * A run tries one input; where that is a sequence of edits, saves and the like, each of these is a step. `--runs` and `--steps` are of each suite.
 *
 * The suite `memory` is another thing and runs only where it is named: `npm run soak -- --suite memory --minutes 15`. It lives in the built server for
 * so long, tells what that holds, and fails where it grows.
 *
 * Each round runs in a worker, so that one that never ends is noticed too: it is ended and told with its seed.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { describePoint, describeVerdict, soakMemory } from './memory/soak.ts';
import { type Round, type RoundOptions, runRound, type Suite } from './suite.ts';
import { allSuites } from './suites.ts';

interface Order extends RoundOptions {
  readonly suite: string;
}

/** Rounds are short, so that all suites have their turn: so many times what `npm test` takes of each. */
const shortsOfARound = 10;
const mostOfARound = 2_000;
/** A suite that fails this often is not asked again: it has said what there is to say. */
const mostFailures = 3;
/** A round takes half a minute of the processor. One that takes many works in circles; one that takes an hour by the clock waits for nothing. */
const mostOfProcessorMs = 300_000;
const longestRoundMs = 3_600_000;
const lookedAfterEveryMs = 2_000;

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
      clearInterval(timer);
      resolve(round);
      void worker.terminate();
    };
    const again = `npm run soak -- --suite ${order.suite} --seed ${order.seed} --runs ${order.runs}`;
    const begun = Date.now();
    const before = process.cpuUsage();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      const [taken, passed] = [(user + system) / 1000, Date.now() - begun];
      if (taken < mostOfProcessorMs && passed < longestRoundMs) return;
      const seconds = `${Math.round(taken / 1000)} s of the processor and ${Math.round(passed / 1000)} s by the clock`;
      finish({ ...nothing, failure: `${order.suite}: a round did not end within ${seconds}.\nSee it again: ${again}` });
    }, lookedAfterEveryMs);
    worker.on('message', finish);
    worker.on('error', (error) =>
      finish({ ...nothing, failure: `${order.suite}: the worker died: ${error.stack}\nSee it again: ${again}` }),
    );
  });
}

const nothing = { runs: 0, steps: 0 };

const memory = 'memory';

interface Plan {
  readonly hasMemory: boolean;
  readonly chosen: readonly Suite[];
  /** By the clock, in ms; or so many runs or steps of each suite. */
  readonly until: number;
  readonly runs: number;
  readonly steps: number;
  readonly seed: number | null;
  readonly path: string | null;
}

function plan(): Plan {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      runs: { type: 'string' },
      steps: { type: 'string' },
      suite: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
    },
  });
  const names = values.suite?.split(',') ?? allSuites.map(({ name }) => name);
  const unknown = names.find((name) => name !== memory && !allSuites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    throw new Error(
      `There is no suite "${unknown}". These are: ${[...allSuites.map(({ name }) => name), memory].join(', ')}.`,
    );
  const isCounted = values.runs !== undefined || values.steps !== undefined;
  const minutes = isCounted ? Number.POSITIVE_INFINITY : Number(values.minutes ?? 15);
  return {
    hasMemory: names.includes(memory),
    chosen: allSuites.filter(({ name }) => names.includes(name)),
    until: Date.now() + minutes * 60_000,
    runs: Number(values.runs ?? Number.POSITIVE_INFINITY),
    steps: Number(values.steps ?? Number.POSITIVE_INFINITY),
    seed: values.seed === undefined ? null : Number(values.seed),
    path: values.path ?? null,
  };
}

async function run(order: Plan): Promise<boolean> {
  const grows = order.hasMemory && !(await soakMemoryFor(order.until - Date.now()));
  return (await soak(order)) && !grows;
}

/** What became of a suite so far. */
interface Account {
  runs: number;
  steps: number;
  failures: number;
}

async function soak({ chosen, until, runs, steps, seed, path }: Plan): Promise<boolean> {
  const accounts = new Map<Suite, Account>(chosen.map((suite) => [suite, { ...nothing, failures: 0 }]));
  const begun = Date.now();
  const wants = ({ runs: run, steps: taken, failures }: Account) =>
    (path === null ? run < runs && taken < steps : run === 0) && failures < mostFailures;
  const isLeft = () => Date.now() < until && [...accounts.values()].some(wants);
  for (let round = 0; isLeft(); round++) {
    for (const [suite, account] of accounts) {
      if (Date.now() >= until || !wants(account)) continue;
      const result = await inWorker({
        suite: suite.name,
        seed: seed === null ? randomInt(2 ** 31) : seed + round,
        runs: path === null ? Math.min(mostOfARound, shortsOfARound * suite.shortRuns, runs - account.runs) : runs,
        ...(path === null ? {} : { path }),
      });
      account.runs += Math.max(1, result.runs);
      account.steps += result.steps;
      if (result.failure === null) continue;
      account.failures++;
      console.log(`\n${result.failure}\n`);
    }
    tell(accounts, begun);
  }
  return sum(accounts, 'failures') === 0;
}

function tell(accounts: ReadonlyMap<Suite, Account>, begun: number): void {
  const seconds = Math.round((Date.now() - begun) / 1000);
  const counted = (count: number) => count.toLocaleString('en');
  for (const [{ name }, { runs, steps }] of accounts)
    console.log(`${name.padEnd(16)} ${counted(runs).padStart(9)} runs ${counted(steps).padStart(11)} steps`);
  console.log(`${counted(sum(accounts, 'steps'))} steps in ${seconds} s, ${sum(accounts, 'failures')} failures`);
}

function sum(accounts: ReadonlyMap<Suite, Account>, what: keyof Account): number {
  return [...accounts.values()].reduce((total, account) => total + account[what], 0);
}

/** How often it is told what the server holds. */
const measuredEveryMs = 20_000;

async function soakMemoryFor(ms: number): Promise<boolean> {
  const soaked = await soakMemory({
    files: 300,
    measurements: Math.max(8, Math.round(ms / measuredEveryMs)),
    each: { ms: Math.min(measuredEveryMs, ms / 8) },
    tell: (point) => console.log(describePoint(point)),
  });
  console.log(`${soaked.steps.toLocaleString('en')} steps; ${describeVerdict(soaked)}`);
  return !soaked.grows;
}

if (isMainThread) process.exitCode = (await run(plan())) ? 0 : 1;
else await serve();
