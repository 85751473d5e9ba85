/** How many files or folders are asked for at once: enough to keep a cold disk busy, few enough for the limits of open files that systems set. */
export const readsAtOnce = 64;

/** Runs `work` on every item, `atOnce` at a time; the results stand in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = readsAtOnce,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
