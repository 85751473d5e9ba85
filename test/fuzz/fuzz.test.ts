/** The random tests in short: always the same steps, and as many that nobody has seen before. The long form is `npm run soak`. */
import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { runRound } from './suite.ts';
import { suites } from './suites.ts';

const fixed = 20_261_122;
const fresh = randomInt(2 ** 31);

describe.each(suites.map((suite) => [suite.name, suite] as const))('%s', (_, suite) => {
  afterAll(() => suite.close?.());

  test.each([
    ['as ever', fixed],
    ['as never before', fresh],
  ])(`${suite.holds}: %s`, { timeout: 60_000 }, async (_, seed) => {
    const { failure } = await runRound(suite, { seed, steps: suite.shortRuns });
    expect(failure, failure ?? '').toBeNull();
  });
});
