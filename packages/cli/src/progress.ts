/** Tells a person at a terminal how far a long command is, in one line that is written over and taken away again. */
const waitMs = 1_000;
const everyMs = 100;

export class Progress {
  readonly #show: ((line: string) => void) | null;
  readonly #now: () => number;
  readonly #begun: number;
  #shownAt = 0;

  /** `show` puts a line in place of the one before; an empty one takes it away. Null where nobody looks. */
  constructor(show: ((line: string) => void) | null, now: () => number = () => performance.now()) {
    this.#show = show;
    this.#now = now;
    this.#begun = now();
  }

  /** `what` as in "Reading 1,200 of 10,000 files". Nothing is shown before the command has taken a second. */
  tell(what: string, done: number, all: number): void {
    if (!this.#show) return;
    const now = this.#now();
    if (now - this.#begun < waitMs || now - this.#shownAt < everyMs) return;
    this.#shownAt = now;
    this.#show(`${what} ${done.toLocaleString('en')} of ${all.toLocaleString('en')} files`);
  }

  end(): void {
    if (this.#shownAt > 0) this.#show?.('');
    this.#shownAt = 0;
  }
}
