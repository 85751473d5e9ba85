/** Weighted means. What supports a goal from outside is no part of it and never moves its figure. */

/** The parts of many wholes one after the other: those of a whole stand in `parts` from `first[whole]` to before `first[whole + 1]`. */
export interface Grouping {
  readonly first: Int32Array;
  readonly parts: Int32Array;
}

/** Progress of many parts, number beside number. */
export interface Standings {
  /** 0…1; NaN where it is not known. */
  readonly value: Float64Array;
  /** Where it should stand, 0…1; NaN where that is not known. */
  readonly expected: Float64Array;
  /** Usable ones. */
  readonly weight: Float64Array;
}

/** Puts the weighted means of both figures of a whole's parts into its row: `carefulMean` of each, in one go for weights as people write them. */
export function rollUpInto(
  wholes: Standings,
  { value, expected, weight }: Standings,
  by: Grouping,
  whole: number,
): void {
  const end = by.first[whole + 1] as number;
  let values = 0;
  let valued = 0;
  let expectations = 0;
  let expecting = 0;
  for (let i = by.first[whole] as number; i < end; i++) {
    const part = by.parts[i] as number;
    const share = weight[part] as number;
    const reached = value[part] as number;
    const due = expected[part] as number;
    if (!Number.isNaN(reached)) {
      values += reached * share;
      valued += share;
    }
    if (!Number.isNaN(due)) {
      expectations += due * share;
      expecting += share;
    }
  }
  wholes.value[whole] = isPlain(valued) ? share01(values / valued) : carefulMean(value, weight, by, whole);
  wholes.expected[whole] = isPlain(expecting)
    ? share01(expectations / expecting)
    : carefulMean(expected, weight, by, whole);
}

/**
 * The weighted mean of the values of a whole's parts, of which those that are not known (NaN) are left out; NaN where none is known.
 * Weights are usable ones. Where all are 0, nothing was said about who counts more, and all count the same.
 */
function carefulMean(values: Float64Array, weights: Float64Array, { first, parts }: Grouping, whole: number): number {
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
  return share01(sum / total);
}

/** Whether weights that add up to this can be multiplied and added up as they are. */
function isPlain(total: number): boolean {
  return total > 1e-90 && total < 1e90;
}

/** A mean is no more and no less than its parts, but for a hair of the computer's. */
function share01(mean: number): number {
  return Math.min(1, Math.max(0, mean));
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
