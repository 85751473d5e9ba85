/**
 * The random tests in short, for `npm test`: always the same steps, and as many that follow from what is tested. Every change tries others, and what
 * passed once passes again; `npm run soak` tries ever new ones.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { fixedSeed, seedOfTree } from './seed.ts';
import { runRound, type Suite } from './suite.ts';

const ofThisTree = seedOfTree();

export function inShort(suites: readonly Suite[]): void {
  describe.each(suites.map((suite) => [suite.name, suite] as const))('%s', (_, suite) => {
    afterAll(() => suite.close?.());

    test.each([
      ['as ever', fixedSeed],
      ['as this tree has it', ofThisTree],
    ])(`${suite.holds}: %s`, { timeout: 300_000 }, async (_, seed) => {
      const { failure } = await runRound(suite, { seed, runs: suite.shortRuns });
      expect(failure, failure ?? '').toBeNull();
    });
  });
}
