/** Whether memory grows: a line through what was measured, and how far off the line the figures lie. */

/** What the server held after so many edits, all else being as at the beginning, in bytes. */
export interface Point {
  readonly edits: number;
  /** Heap and what hangs on it, after a forced collection. */
  readonly used: number;
  /** The same with what the heap has taken from the system for later. */
  readonly reserved: number;
  /** What the system gave the process: also code, stacks, and what was once needed and is not given back. It is told and not judged. */
  readonly rss: number;
}

export interface Verdict {
  /** Of the heap, in bytes an edit. */
  readonly slope: number;
  /** So much the slope may be off: three times its standard error. */
  readonly noise: number;
  /** How far the figures lie off the line, as a standard deviation, in bytes. */
  readonly scatter: number;
  /** More than noise, and more than what goes on being learned about code. */
  readonly grows: boolean;
}

/**
 * Below so many bytes an edit nothing is said: the engine of Node goes on learning about the code that runs, for a long time and less and less. A
 * day of typing, 100,000 edits, would take 10 MB.
 */
const worthAWord = 100;

/** Of a normal distribution, the standard deviation is so many times the median deviation. */
const deviations = 1.4826;

/**
 * Over the second half, where all that is kept for a while is full. The slope is the median over all pairs of figures, so that one that was taken
 * while something was still going on does not matter.
 */
export function verdictOn(points: readonly Point[]): Verdict {
  const half = points.slice(Math.floor(points.length / 2));
  if (half.length < 4) throw new Error('Too few figures to say anything.');
  const slopes = half.flatMap((a, i) => half.slice(i + 1).map((b) => (b.used - a.used) / (b.edits - a.edits)));
  const slope = median(slopes);
  const level = median(half.map(({ edits, used }) => used - slope * edits));
  const scatter = deviations * median(half.map(({ edits, used }) => Math.abs(used - slope * edits - level)));
  const middle = half.reduce((sum, { edits }) => sum + edits, 0) / half.length;
  const width = half.reduce((sum, { edits }) => sum + (edits - middle) ** 2, 0);
  const noise = (3 * scatter) / Math.sqrt(width);
  return { slope, noise, scatter, grows: slope > worthAWord && slope > noise };
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
