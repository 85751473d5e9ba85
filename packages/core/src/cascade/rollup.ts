/** Weighted means. What supports a goal from outside is no part of it and never moves its figure. */

export interface Part {
  readonly value: number;
  readonly weight: number;
}

/**
 * The weighted mean of the parts; 0 where there are none. A weight that is not a positive number counts 0. Where all weights
 * are 0, nothing was said about who counts more, and all count the same.
 */
export function weightedMean(parts: readonly Part[]): number {
  if (parts.length === 0) return 0;
  let heaviest = 0;
  for (const { weight } of parts) heaviest = Math.max(heaviest, usableWeight(weight));
  // Weights too large to be added up count against the heaviest of them.
  const scale = heaviest > 1e100 ? heaviest : 1;
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    const share = heaviest > 0 ? usableWeight(weight) / scale : 1;
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
