/**
 * A suite of random tests. `npm test` runs each in short (see `short.ts`), `npm run soak` for as long as one likes (see `soak.ts`).
 * To add one, write it and name it in `suites.ts`.
 */
import fc from 'fast-check';

export interface Suite {
  readonly name: string;
  /** What must hold whatever comes, in a few words. */
  readonly holds: string;
  /** How many runs `npm test` takes. */
  readonly shortRuns: number;
  /** The property; asked for anew before each round. */
  property(): fc.IRawProperty<unknown>;
  /** How many single steps its sequences took so far, where a run is a sequence of steps. */
  steps?(): number;
  /** Runs once after the last round, for what was started. */
  close?(): Promise<void>;
}

export interface Round {
  /** Inputs that were tried: texts, projects, sequences of steps. */
  readonly runs: number;
  /** Single steps: of a sequence all, of anything else one. */
  readonly steps: number;
  /** What went wrong, with the smallest input that shows it; null where all held. */
  readonly failure: string | null;
}

export interface RoundOptions {
  readonly seed: number;
  readonly runs: number;
  /** Where a failure was found before, to see it again. */
  readonly path?: string;
}

/** Tries so many inputs. Never throws: what failed is in the result. */
export async function runRound(suite: Suite, { seed, runs, path }: RoundOptions): Promise<Round> {
  const before = suite.steps?.() ?? 0;
  const details = await fc.check(suite.property(), {
    seed,
    numRuns: runs,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  });
  const steps = suite.steps ? suite.steps() - before : details.numRuns;
  if (!details.failed) return { runs: details.numRuns, steps, failure: null };
  const again = `npm run soak -- --suite ${suite.name} --seed ${details.seed} --runs ${runs} --path ${details.counterexamplePath ?? 0}`;
  const report = await fc.asyncDefaultReportMessage(details);
  const error = details.errorInstance;
  const why = error instanceof Error ? error.stack : String(error);
  return {
    runs: details.numRuns,
    steps,
    failure: `${suite.name}: ${suite.holds}\n${report}\n${why}\nSee it again: ${again}`,
  };
}
