/**
 * Work that nobody waits for while typing. Where it lasted longer than a moment the last time, it waits until the typing rests: it would stand
 * between the next key and its findings.
 */

/** Shorter work is done at once. */
const momentMs = 20;
/** Who has not pressed a key for so long rests. */
const restMs = 500;

export class Calm {
  readonly #typedAt: () => number;
  #lastedMs = 0;

  /** `typedAt` says when a text was last edited, on the clock of `performance.now()`. */
  constructor(typedAt: () => number) {
    this.#typedAt = typedAt;
  }

  /** Does the work when its time has come; null where it is no longer wanted by then. */
  async whenCalm<Result>(work: () => Result | Promise<Result>, isUnwanted: () => boolean): Promise<Result | null> {
    while (this.#lastedMs > momentMs) {
      const left = this.#typedAt() + restMs - performance.now();
      if (left <= 0) break;
      await new Promise((resolve) => setTimeout(resolve, left));
      if (isUnwanted()) return null;
    }
    const begun = performance.now();
    try {
      return await work();
    } finally {
      // Also where it was broken off: whoever types breaks off what lasts long.
      this.#lastedMs = performance.now() - begun;
    }
  }
}
