/** The little that a suite inside VS Code needs: tests in order, each with a limit of time, and proof that all were run. */
import { appendFileSync, writeFileSync } from 'node:fs';

export interface Report {
  readonly passed: number;
  readonly failed: number;
}

const longestTestMs = 60_000;
const longestWaitMs = 30_000;

const tests: { readonly name: string; readonly body: () => Promise<void> }[] = [];

export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

let tidy: () => Promise<void> = async () => {};

/** What to do after each test, so that one that fails does not spoil the next. */
export function afterEach(work: () => Promise<void>): void {
  tidy = work;
}

/** Runs all tests, tells of each in `OKR_TEST_OUTPUT` and of the end in `OKR_TEST_DONE`. Rejects when one failed. */
export async function runAll(): Promise<void> {
  let passed = 0;
  for (const { name, body } of tests) {
    const begun = performance.now();
    try {
      await inTime(body(), longestTestMs, name);
      passed++;
      say(`  ✓ ${name} (${Math.round(performance.now() - begun)} ms)`);
    } catch (problem) {
      say(`  ✗ ${name}\n${problem instanceof Error ? problem.stack : problem}`);
    }
    await tidy();
  }
  const report: Report = { passed, failed: tests.length - passed };
  writeFileSync(process.env['OKR_TEST_DONE'] ?? 'done.json', JSON.stringify(report));
  if (report.failed > 0) throw new Error(`${report.failed} of ${tests.length} tests failed.`);
}

type Nothing = null | undefined | false;

/** Asks again and again until the answer is something; what it waits for stands in the message when it never comes. */
export async function until<T>(what: string, ask: () => T | Promise<T>): Promise<Exclude<T, Nothing>> {
  const end = performance.now() + longestWaitMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, Nothing>;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It never happened: ${what}`);
}

async function inTime(work: Promise<void>, ms: number, name: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`"${name}" took longer than ${ms} ms.`)), ms);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function say(line: string): void {
  appendFileSync(process.env['OKR_TEST_OUTPUT'] ?? 'output.txt', `${line}\n`);
}
