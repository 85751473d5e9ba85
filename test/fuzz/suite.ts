/**
 * A suite of random tests. `npm test` runs each in short (see `short.ts`), `npm run soak` for as long as one likes (see `soak.ts`).
 * To add one, write it and name it in `suites.ts`.
 */
import fc from 'fast-check';

export interface Suite {
  readonly name: string;
  /** What must hold whatever comes, in a few words. */
  readonly holds: string;
  /** How many steps `npm test` takes. */
  readonly shortRuns: number;
  /** The property; asked for anew before each round. */
  property(): fc.IRawProperty<unknown>;
  /** Runs once after the last round, for what was started. */
  close?(): Promise<void>;
}

export interface Round {
  readonly steps: number;
  /** What went wrong, with the smallest input that shows it; null where all held. */
  readonly failure: string | null;
}

export interface RoundOptions {
  readonly seed: number;
  readonly steps: number;
  /** Where a failure was found before, to see it again. */
  readonly path?: string;
}

/** Takes so many steps. Never throws: what failed is in the result. */
export async function runRound(suite: Suite, { seed, steps, path }: RoundOptions): Promise<Round> {
  const details = await fc.check(suite.property(), {
    seed,
    numRuns: steps,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  });
  if (!details.failed) return { steps: details.numRuns, failure: null };
  const again = `npm run soak -- --suite ${suite.name} --seed ${details.seed} --steps ${steps} --path ${details.counterexamplePath ?? 0}`;
  const report = await fc.asyncDefaultReportMessage(details);
  const error = details.errorInstance;
  const why = error instanceof Error ? error.stack : String(error);
  return {
    steps: details.numRuns,
    failure: `${suite.name}: ${suite.holds}\n${report}\n${why}\nSee it again: ${again}`,
  };
}
