/** Weighted means. What supports a goal from outside is no part of it and never moves its figure. */

/**
 * The weighted mean of what `read` says of the parts, of which it may leave some out (null); null where it leaves out all. A weight that is
 * not a positive number counts 0. Where all weights are 0, nothing was said about who counts more, and all count the same.
 */
export function weightedMean<P extends { readonly weight: number }>(
  parts: readonly P[],
  read: (part: P) => number | null,
): number | null {
  let heaviest = 0;
  let count = 0;
  for (const part of parts) {
    if (read(part) === null) continue;
    count++;
    const weight = usableWeight(part.weight);
    if (weight > heaviest) heaviest = weight;
  }
  if (count === 0) return null;
  // Weights too large to be added up count against the heaviest of them.
  const scale = heaviest > 1e100 ? heaviest : 1;
  let sum = 0;
  let weights = 0;
  for (const part of parts) {
    const value = read(part);
    if (value === null) continue;
    const share = heaviest > 0 ? usableWeight(part.weight) / scale : 1;
    sum += value * share;
    weights += share;
  }
  return Math.min(1, Math.max(0, sum / weights));
}

/** Whether some parts count more than others. */
export function isWeighted(parts: readonly { readonly weight: number }[]): boolean {
  const first = parts[0];
  return first !== undefined && parts.some(({ weight }) => usableWeight(weight) !== usableWeight(first.weight));
}

function usableWeight(weight: number): number {
  return weight > 0 && Number.isFinite(weight) ? weight : 0;
}
