/**
 * What is kept between two starts: the files of some projects as they were read, and what was found in them. Nothing of it is needed: what is
 * missing, damaged, foreign or old is made anew without a word.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { IndexedFile } from '../file.ts';
import { KeptFiles } from './keptFiles.ts';
import { type CheckedFile, RunWriter, readRun } from './keptRun.ts';
import { endings, tidy, used } from './tidy.ts';
import { keepingVersion } from './version.ts';

export interface CacheOptions {
  readonly folder: string;
  /** Whose files these are: the folders of the projects, say. Each has its own. */
  readonly about: readonly string[];
  /** Unless given, that of this product; for tests. */
  readonly version?: string;
}

export class Cache {
  readonly files: KeptFiles;
  readonly #folder: string;
  readonly #about: string;
  readonly #version: string;

  private constructor(folder: string, about: string, version: string) {
    this.#folder = folder;
    this.#about = about;
    this.#version = version;
    this.files = KeptFiles.open(this.#path('files'), version, about);
  }

  /** Null where nothing may be kept: see `keepingVersion`. */
  static open({ folder, about, version }: CacheOptions): Cache | null {
    const holds = version ?? keepingVersion();
    return holds === null ? null : new Cache(folder, JSON.stringify(about), holds);
  }

  /** What the last run found, if all that its findings depend on is still the same. */
  run(digest: string): Iterable<CheckedFile> | null {
    const run = readRun(this.#path('run'), this.#version, this.#about, digest);
    if (run) for (const kind of ['files', 'run'] as const) used(this.#path(kind));
    return run;
  }

  async keepFiles(files: Iterable<IndexedFile>): Promise<void> {
    await KeptFiles.write(this.#path('files'), this.#version, this.#about, files);
    tidy(this.#folder);
  }

  async keepRun(digest: string, found: Iterable<CheckedFile>): Promise<void> {
    let run: RunWriter;
    if (found instanceof RunWriter) run = found;
    else {
      run = new RunWriter();
      for (const file of found) run.push(file);
    }
    await run.write(this.#path('run'), this.#version, this.#about, digest);
    tidy(this.#folder);
  }

  #path(kind: keyof typeof endings): string {
    const name = createHash('sha256').update(this.#about).digest('hex').slice(0, 24);
    return join(this.#folder, `${name}${endings[kind]}`);
  }
}
