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
 * times as long; ten leaves room for noise. What looks slow is measured again, and once more four times larger: work that is bounded
 * (so many names are compared, and no more) has a knee, and the square of the input has none.
 */
export function expectLinear(run: (size: number) => void, size: number): void {
  if (cpuMs(() => run(4 * size)) < worthALook) return;
  const best = (of: number) => Math.min(...[1, 2, 3].map(() => cpuMs(() => run(of))));
  const [small, large] = [best(size), best(4 * size)];
  if (large < worthALook || large < 10 * small) return;
  const giant = cpuMs(() => run(16 * size));
  if (giant < 10 * large) return;
  const times = [small, large, giant].map((ms) => ms.toFixed(1)).join(', ');
  throw new Error(
    `${size} pieces, four times and sixteen times as many take ${times} ms: far more than four times as long each.`,
  );
}
