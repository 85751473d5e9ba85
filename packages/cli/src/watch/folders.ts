/**
 * Tells when something happens in some folders. Each folder is watched by itself, with what the system has for that: watching whole trees is made
 * up by Node on Linux and has missed new folders there, and a package of its own would be one more to trust. What an event says is only a hint of
 * where to look again, so that lost, doubled and misnamed ones do no harm. Where the system has no more to give, the folders are looked at every
 * two seconds.
 */
import { type FSWatcher, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** One save makes several events, and another branch thousands. */
const pauseMs = 50;
const longestPauseMs = 500;
const everyMs = 2_000;

/** Paths of files in which something may have happened; null where that is not known. */
export type Touched = ReadonlySet<string> | null;

export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #onTouched: (touched: Touched) => void;
  #touched = new Set<string>();
  #isUnknown = false;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #since = 0;
  #polling: ReturnType<typeof setInterval> | null = null;

  constructor(onTouched: (touched: Touched) => void) {
    this.#onTouched = onTouched;
  }

  /** From now on these folders are watched and no others. */
  set(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watch(folder);
  }

  /** Looks at everything again, and watches what stands there then. */
  renew(): void {
    this.set(new Set());
    this.#note(null);
  }

  close(): void {
    this.set(new Set());
    if (this.#pause) clearTimeout(this.#pause);
    if (this.#polling) clearInterval(this.#polling);
    this.#pause = null;
    this.#polling = null;
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, (event, name) => {
        const path = name === null ? null : join(folder, name);
        // Another folder may stand there by now, with files of the same names, and nobody watches that one. What happens to the folder
        // itself is told with its own name, as if it were in it.
        const isExchanged = path !== null && event === 'rename' && this.#unwatch(path);
        const isItself = event === 'rename' && name === basename(folder) && this.#unwatch(folder);
        this.#note(isExchanged || isItself ? null : path);
      });
      // A folder that goes is told by the one around it.
      watcher.on('error', () => this.#note(null));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') this.#poll();
    }
  }

  /** Lets go of a folder and all in it, until they are set again; says whether any was watched. */
  #unwatch(path: string): boolean {
    const before = this.#watchers.size;
    for (const [folder, watcher] of this.#watchers) {
      if (folder !== path && !folder.startsWith(path + sep)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    return this.#watchers.size < before;
  }

  #poll(): void {
    this.#polling ??= setInterval(() => this.#note(null), everyMs);
  }

  #note(path: string | null): void {
    if (path === null) this.#isUnknown = true;
    else this.#touched.add(path);
    const now = performance.now();
    if (this.#pause) clearTimeout(this.#pause);
    else this.#since = now;
    // However much goes on, it is told at last.
    this.#pause = setTimeout(() => this.#tell(), Math.max(0, Math.min(pauseMs, this.#since + longestPauseMs - now)));
  }

  #tell(): void {
    this.#pause = null;
    const touched = this.#isUnknown ? null : this.#touched;
    this.#touched = new Set();
    this.#isUnknown = false;
    this.#onTouched(touched);
  }
}
