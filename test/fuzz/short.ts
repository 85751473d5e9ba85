/**
 * The random tests in short, for `npm test`: always the same steps, and as many that follow from what is tested. Every change tries others, and what
 * passed once passes again; `npm run soak` tries ever new ones.
 */
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { runRound, type Suite } from './suite.ts';

const fixed = 20_261_122;
const ofThisTree = seedOfTree();

export function inShort(suites: readonly Suite[]): void {
  describe.each(suites.map((suite) => [suite.name, suite] as const))('%s', (_, suite) => {
    afterAll(() => suite.close?.());

    test.each([
      ['as ever', fixed],
      ['as this tree has it', ofThisTree],
    ])(`${suite.holds}: %s`, { timeout: 300_000 }, async (_, seed) => {
      const { failure } = await runRound(suite, { seed, runs: suite.shortRuns });
      expect(failure, failure ?? '').toBeNull();
    });
  });
}

/** A number for the files of the last commit; where there is no git, the usual one once more. */
function seedOfTree(): number {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: import.meta.dirname, encoding: 'utf8' });
    return Number.parseInt(tree.slice(0, 7), 16);
  } catch {
    return fixed + 1;
  }
}
