import type { Disk } from './disk.ts';
import { codeOf } from './problem.ts';

export interface Patience {
  /** After so many milliseconds in which nothing at all could be opened, whoever asks is told. */
  readonly giveUpMs: number;
  /** Between two tries. */
  readonly pauseMs: number;
}

const usual: Patience = { giveUpMs: 5_000, pauseMs: 20 };

/**
 * A disk that waits where too many files are open, in this program or in all others: a file that can be opened a moment later is not unreadable.
 * Of what has to be opened it asks for fewer at once from then on, until that is long past.
 */
export function patient(disk: Disk, patience: Patience = usual): Disk {
  const openings = new Openings(patience);
  return {
    list: (folder) => openings.run(() => disk.list(folder)),
    kindOf: (path) => disk.kindOf(path),
    realPath: (path) => disk.realPath(path),
    read: (path, limit) => openings.run(() => disk.read(path, limit)),
  };
}

/** Whether the system says that too many files are open, in this program or in all of them together. */
export function isTooManyOpen(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EMFILE' || code === 'ENFILE';
}

class Openings {
  readonly #patience: Patience;
  #running = 0;
  /** How many may run. */
  #most = Number.POSITIVE_INFINITY;
  readonly #waiting: (() => void)[] = [];
  /** When it was refused last; since when nothing else happened, null where something was opened since. */
  #refusedAt = Number.NEGATIVE_INFINITY;
  #refusedSince: number | null = null;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  async run<T>(open: () => Promise<T>): Promise<T> {
    for (;;) {
      if (this.#most !== Number.POSITIVE_INFINITY) await this.#turn();
      this.#running++;
      try {
        const opened = await open();
        this.#refusedSince = null;
        return opened;
      } catch (error) {
        if (!isTooManyOpen(error) || !this.#isWorthWaiting()) throw error;
      } finally {
        this.#running--;
        this.#waiting.shift()?.();
      }
      await new Promise((resolve) => setTimeout(resolve, this.#patience.pauseMs));
    }
  }

  async #turn(): Promise<void> {
    if (performance.now() - this.#refusedAt > this.#patience.giveUpMs) this.#most = Number.POSITIVE_INFINITY;
    while (this.#running >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Notes that something could not be opened. */
  #isWorthWaiting(): boolean {
    const now = performance.now();
    const isNew = now - this.#refusedAt > this.#patience.giveUpMs;
    this.#refusedSince = isNew ? now : (this.#refusedSince ?? now);
    this.#refusedAt = now;
    this.#most = Math.max(1, Math.min(this.#most, Math.floor(this.#running / 2)));
    return now - this.#refusedSince <= this.#patience.giveUpMs;
  }
}
