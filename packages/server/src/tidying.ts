/** Something that everything else waits for, a second where the company is large: it is done when nobody has typed for a while. */

/** Who has paused so long hardly presses the next key within the second that this takes; whoever looks for a word pauses for less. */
const restMs = 5_000;
/** So long after it became worthwhile whatever else follows has been done. */
const soonMs = 500;

export interface TidyingOptions {
  /** When a text was last edited, on the clock of `performance.now()`. */
  readonly typedAt: () => number;
  /** Whether it is not the time for it, and `soon` will be called again. */
  readonly isEarly: () => boolean;
  readonly tidy: () => void;
}

export class Tidying {
  readonly #options: TidyingOptions;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: TidyingOptions) {
    this.#options = options;
  }

  /** It is worthwhile now. */
  soon(): void {
    this.#in(soonMs);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #in(milliseconds: number): void {
    this.stop();
    this.#timer = setTimeout(() => this.#look(), milliseconds);
  }

  #look(): void {
    this.#timer = null;
    const { typedAt, isEarly, tidy } = this.#options;
    if (isEarly()) return;
    const left = typedAt() + restMs - performance.now();
    if (left > 0) this.#in(left);
    else tidy();
  }
}
