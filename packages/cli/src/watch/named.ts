/**
 * Tells when another folder stands in the place of one that was named, or none any more, or one again, and when it belongs to another project: a
 * configuration may come in any folder around it. Of folders in a folder that is watched the events tell it; around those that were named nobody
 * watches, and on some systems a folder itself tells nothing when it goes.
 */
import { promises } from 'node:fs';
import { dirname } from 'node:path';
import { nearestProjectFolder } from '@okr-language/files';

const everyMs = 2_000;

export class NamedFolders {
  readonly #paths: readonly string[];
  /** What stood there when everything was looked at last; null for nothing. */
  #known: Promise<readonly (string | null)[]>;
  readonly #looking: ReturnType<typeof setInterval>;

  /** Each path may also be of a file: then it is about that one. */
  constructor(paths: readonly string[], onExchanged: () => void) {
    this.#paths = paths;
    this.#known = this.#now();
    this.#looking = setInterval(async () => {
      const [known, now] = [await this.#known, await this.#now()];
      if (known.every((one, i) => one === now[i])) return;
      this.#known = Promise.resolve(now);
      onExchanged();
    }, everyMs);
  }

  /** Everything is looked at now: what is told from here on is what changes after that. */
  async note(): Promise<void> {
    this.#known = this.#now();
    await this.#known;
  }

  close(): void {
    clearInterval(this.#looking);
  }

  #now(): Promise<readonly (string | null)[]> {
    return Promise.all(this.#paths.map(identityOf));
  }
}

/**
 * What tells a folder from another one at the same path, and its project from another: numbers are given again when a folder is gone, so also when
 * it was made. Of a file its folder counts: many editors put another file in its place whenever they save.
 */
async function identityOf(path: string): Promise<string | null> {
  try {
    const there = await promises.stat(path, { bigint: true });
    const folder = there.isDirectory() ? path : dirname(path);
    const { dev, ino, birthtimeNs } = folder === path ? there : await promises.stat(folder, { bigint: true });
    return `${dev}/${ino}/${birthtimeNs} in ${await nearestProjectFolder(folder)}`;
  } catch {
    return null;
  }
}
