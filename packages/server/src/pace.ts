/**
 * When the rest of a folder is checked while somebody types: that takes seconds of work, and none of it may stand between a key and its findings. It
 * waits until the typing rests; who types on and on lets it wait only so long, and from then on it gets small turns among the keys.
 */

/** Who has not pressed a key for so long rests. */
const restMs = 300;
/** Nobody waits longer than this for the rest to go on. */
const longestHoldMs = 3_000;
/** From one small turn to the next: in between the editor draws what was found, and what is typed. */
const betweenTurnsMs = 60;

export class Pace {
  readonly #now: () => number;
  #typedAt = Number.NEGATIVE_INFINITY;
  /** Since when the rest waits; null where nothing held it up since it had its way. */
  #heldSince: number | null = null;
  #workedAt = Number.NEGATIVE_INFINITY;

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A key was pressed. */
  typed(): void {
    this.#typedAt = this.#now();
  }

  /** Nobody types, whatever was told before. */
  rested(): void {
    this.#typedAt = Number.NEGATIVE_INFINITY;
  }

  /** A turn was given to the rest. */
  worked(): void {
    this.#workedAt = this.#now();
  }

  /** How long to wait with the next turn, in milliseconds; 0 where it may come now. */
  wait(): number {
    const now = this.#now();
    const untilRest = this.#typedAt + restMs - now;
    if (untilRest <= 0) {
      this.#heldSince = null;
      return 0;
    }
    this.#heldSince ??= now;
    const untilSmallTurn = Math.max(this.#heldSince + longestHoldMs, this.#workedAt + betweenTurnsMs) - now;
    return Math.max(0, Math.min(untilRest, untilSmallTurn));
  }
}
