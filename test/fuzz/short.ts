/** The random tests in short, for `npm test`: always the same steps, and as many that nobody has seen before. */
import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { runRound, type Suite } from './suite.ts';

const fixed = 20_261_122;
const fresh = randomInt(2 ** 31);

export function inShort(suites: readonly Suite[]): void {
  describe.each(suites.map((suite) => [suite.name, suite] as const))('%s', (_, suite) => {
    afterAll(() => suite.close?.());

    test.each([
      ['as ever', fixed],
      ['as never before', fresh],
    ])(`${suite.holds}: %s`, { timeout: 300_000 }, async (_, seed) => {
      const { failure } = await runRound(suite, { seed, runs: suite.shortRuns });
      expect(failure, failure ?? '').toBeNull();
    });
  });
}
