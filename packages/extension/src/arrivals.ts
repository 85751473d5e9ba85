/**
 * Findings of files that nobody has open, on their way to the editor. When a large folder was read they come by the thousand, and what somebody types
 * stood behind them: the editor takes file by file, and after each it counts the findings of every folder in its explorer anew. So they are handed over
 * some files at once and a few times a second; of a file that changes meanwhile, only the last is.
 */

/** From one lot to the next; the first comes at once. */
const everyMs = 250;
/** Findings in a lot. The editor itself passes over what exceeds 1,100 at once, and one file has up to 201. */
const mostAtOnce = 400;

export type Lot<Shown> = readonly (readonly [file: string, findings: readonly Shown[]])[];

export interface ArrivalsOptions<Sent, Shown> {
  /** Makes of findings what the editor shows. */
  readonly prepare: (findings: readonly Sent[]) => Promise<readonly Shown[]>;
  readonly show: (lot: Lot<Shown>) => void;
  /** What could not be shown is passed over. */
  readonly onProblem: (problem: unknown) => void;
}

export class Arrivals<Sent, Shown> {
  readonly #options: ArrivalsOptions<Sent, Shown>;
  /** By file; the one that waits longest comes first. */
  readonly #waiting = new Map<string, readonly Sent[]>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isShowing = false;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(options: ArrivalsOptions<Sent, Shown>) {
    this.#options = options;
  }

  take(file: string, findings: readonly Sent[]): void {
    this.#waiting.set(file, findings);
    this.#next();
  }

  /** The file is told in another way: what waits is no longer so. */
  forget(file: string): void {
    this.#waiting.delete(file);
  }

  /** Somebody looks at the file now. */
  hurry(file: string): Promise<void> {
    return this.#waiting.has(file) ? this.#hand([file]) : Promise.resolve();
  }

  clear(): void {
    this.#waiting.clear();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #next(): void {
    if (this.#waiting.size === 0 || this.#timer || this.#isShowing) return;
    const left = Math.max(0, this.#shownAt + everyMs - performance.now());
    this.#timer = setTimeout(() => void this.#turn(), left);
  }

  async #turn(): Promise<void> {
    this.#timer = null;
    this.#isShowing = true;
    await this.#hand(this.#lot());
    this.#isShowing = false;
    this.#shownAt = performance.now();
    this.#next();
  }

  #lot(): readonly string[] {
    const files: string[] = [];
    let count = 0;
    for (const [file, findings] of this.#waiting) {
      count += findings.length;
      if (files.length > 0 && count > mostAtOnce) break;
      files.push(file);
    }
    return files;
  }

  /** What changes while it is prepared waits for the next time. */
  async #hand(files: readonly string[]): Promise<void> {
    const lot: [string, readonly Shown[], readonly Sent[]][] = [];
    try {
      for (const file of files) {
        const sent = this.#waiting.get(file);
        if (sent) lot.push([file, await this.#options.prepare(sent), sent]);
      }
      const current = lot.filter(([file, , sent]) => this.#waiting.get(file) === sent);
      for (const [file] of current) this.#waiting.delete(file);
      if (current.length > 0) this.#options.show(current.map(([file, shown]) => [file, shown]));
    } catch (problem) {
      for (const file of files) this.#waiting.delete(file);
      this.#options.onProblem(problem);
    }
  }
}
