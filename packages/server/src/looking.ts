/** Looks at the disk when there is a reason to, for clients that tell nothing of what happens there: at once, and then not again for a while. */

/** Another branch takes about so long to be written, and who saves again and again should not make the disk busy. */
const pauseMs = 3_000;

export class Looking {
  readonly #look: () => Promise<void>;
  readonly #pauseMs: number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isLooking = false;
  /** Whether there was another reason since the last look began. */
  #isAsked = false;
  #endedAt = Number.NEGATIVE_INFINITY;

  constructor(look: () => Promise<void>, pause = pauseMs) {
    this.#look = look;
    this.#pauseMs = pause;
  }

  soon(): void {
    this.#isAsked = true;
    if (this.#timer || this.#isLooking) return;
    const left = this.#endedAt + this.#pauseMs - performance.now();
    this.#timer = setTimeout(() => void this.#now(), Math.max(0, left));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #now(): Promise<void> {
    this.#timer = null;
    this.#isLooking = true;
    this.#isAsked = false;
    await this.#look();
    this.#isLooking = false;
    this.#endedAt = performance.now();
    if (this.#isAsked) this.soon();
  }
}
