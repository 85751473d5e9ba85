/** Weighted means. What supports a goal from outside is no part of it and never moves its figure. */

/** The parts of many wholes one after the other: those of a whole stand in `parts` from `first[whole]` to before `first[whole + 1]`. */
export interface Grouping {
  readonly first: Int32Array;
  readonly parts: Int32Array;
}

/**
 * The weighted mean of the values of a whole's parts, of which those that are not known (NaN) are left out; NaN where none is known.
 * Weights are usable ones. Where all are 0, nothing was said about who counts more, and all count the same.
 */
export function weightedMean(
  values: Float64Array,
  weights: Float64Array,
  { first, parts }: Grouping,
  whole: number,
): number {
  const from = first[whole] as number;
  const end = first[whole + 1] as number;
  let heaviest = 0;
  let count = 0;
  for (let i = from; i < end; i++) {
    const part = parts[i] as number;
    if (Number.isNaN(values[part])) continue;
    count++;
    const weight = weights[part] as number;
    if (weight > heaviest) heaviest = weight;
  }
  if (count === 0) return Number.NaN;
  // Weights too large to be added up, or too small to be multiplied, count against the heaviest of them.
  const scale = heaviest > 1e100 || heaviest < 1e-100 ? heaviest : 1;
  let sum = 0;
  let total = 0;
  for (let i = from; i < end; i++) {
    const part = parts[i] as number;
    const value = values[part] as number;
    if (Number.isNaN(value)) continue;
    const share = heaviest > 0 ? (weights[part] as number) / scale : 1;
    sum += value * share;
    total += share;
  }
  return Math.min(1, Math.max(0, sum / total));
}

/** Whether some parts count more than others. */
export function isWeighted(parts: readonly { readonly weight: number }[]): boolean {
  const first = parts[0];
  return first !== undefined && parts.some(({ weight }) => usableWeight(weight) !== usableWeight(first.weight));
}

/** A weight that is not a positive number counts 0. */
export function usableWeight(weight: number): number {
  return weight > 0 && Number.isFinite(weight) ? weight : 0;
}
