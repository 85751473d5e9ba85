/** Work in short turns, between which everything else that waits on this thread is done. */
const turnMs = 8;

export class Turns {
  #end = performance.now() + turnMs;
  #pause: Promise<void> | null = null;

  /** Resolves when there is time for a piece of work, at once while the turn lasts. Any number may wait. */
  async next(): Promise<void> {
    while (performance.now() >= this.#end) {
      this.#pause ??= new Promise((resolve) => {
        setImmediate(() => {
          this.#end = performance.now() + turnMs;
          this.#pause = null;
          resolve();
        });
      });
      await this.#pause;
    }
  }
}
