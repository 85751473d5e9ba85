/** Processor time, so that a busy machine fails no test. */
export function cpuMs(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** No single text may take longer than this: a second, and 40 ms for each thousand characters, some hundred times what they need. */
export function expectSoon(size: number, work: () => void): void {
  const took = cpuMs(work);
  const most = 1_000 + size * 0.04;
  if (took > most)
    throw new Error(`Took ${Math.round(took)} ms for ${size} characters; at most ${Math.round(most)} are allowed.`);
}

/** Below this a time says more about the machine than about the work. */
const worthALook = 60;

/**
 * Throws where four times the input takes far more than four times as long. Work that follows the square of its input takes sixteen
 * times as long; ten leaves room for noise, and what looks slow is measured again before it is called so.
 */
export function expectLinear(run: (size: number) => void, size: number): void {
  if (cpuMs(() => run(4 * size)) < worthALook) return;
  const best = (of: number) => Math.min(...[1, 2, 3].map(() => cpuMs(() => run(of))));
  const small = best(size);
  const large = best(4 * size);
  if (large > worthALook && large > 10 * small) {
    throw new Error(
      `${size} pieces take ${small.toFixed(1)} ms, ${4 * size} take ${large.toFixed(1)} ms: far more than four times as long.`,
    );
  }
}
