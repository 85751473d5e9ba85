/**
 * What was found at the last start. Where every file, the day and the settings are as they were then, it is told at once, and nothing is checked
 * before something changes. Otherwise what is found is written down for the next time.
 */
import { type Config, type Day, type Finding, formatIsoDay } from '@okr-language/core';
import { Cache, type CheckedFile, digestOf, placedFinding, RunWriter } from '@okr-language/indexer';
import { isConfigFile, type OkrWorkspace } from '@okr-language/language';

export interface RecallOptions {
  readonly storage: string;
  readonly workspace: OkrWorkspace;
  readonly folders: readonly string[];
  readonly base: Config;
  readonly today: Day;
}

export class Recall {
  readonly #workspace: OkrWorkspace;
  readonly #cache: Cache;
  /** As everything stood when it was read. */
  readonly #version: number;
  readonly #digest: string;
  readonly #run = new RunWriter();
  readonly #noted = new Set<string>();
  readonly #remembered: Iterator<CheckedFile> | null;
  #isTold = false;
  #isForgotten = false;
  #isKept = false;

  private constructor({ workspace, folders, base, today }: RecallOptions, cache: Cache) {
    this.#workspace = workspace;
    this.#cache = cache;
    this.#version = workspace.version;
    const state = [...workspace.allUris].sort().map((uri) => [uri, workspace.stateOf(uri)]);
    this.#digest = digestOf([formatIsoDay(today), plain(base), folders, ...state]);
    this.#remembered = cache.run(this.#digest)?.[Symbol.iterator]() ?? null;
  }

  /** Called when all files have been read. Null where nothing may be kept. */
  static begin(options: RecallOptions): Recall | null {
    const cache = Cache.open({ folder: options.storage, about: ['findings', ...options.folders] });
    cache?.files.close();
    return cache && new Recall(options, cache);
  }

  get #isCurrent(): boolean {
    return this.#workspace.version === this.#version;
  }

  /** The next file with what was found in it; null where no more is remembered, or it does not hold any more. */
  next(): CheckedFile | null {
    if (!this.#remembered || this.#isTold || this.#isForgotten || !this.#isCurrent) return null;
    const { value, done } = this.#remembered.next();
    if (!done) return value;
    this.#isTold = true;
    return null;
  }

  /** Whether all that would be found has been told, and checking can wait. */
  get isEnough(): boolean {
    return this.#isTold && !this.#isForgotten && this.#isCurrent;
  }

  /** Nothing is remembered any more; says whether something was. */
  forget(): boolean {
    const wasRemembered = this.#remembered !== null && !this.#isForgotten;
    this.#isForgotten = true;
    return wasRemembered;
  }

  /** Notes what was found in a file. */
  note(uri: string, findings: readonly Finding[]): void {
    if (this.#remembered || this.#isKept || !this.#isCurrent || this.#noted.has(uri)) return;
    this.#noted.add(uri);
    this.#run.push({
      root: this.#workspace.rootOf(uri),
      uri,
      findings: findings.map((finding) => placedFinding(finding, (of) => this.#workspace.lineStarts(of))),
    });
  }

  /** Keeps what was noted, once everything has been checked. */
  keep(): void {
    if (this.#remembered || this.#isKept || !this.#isCurrent) return;
    for (const uri of this.#workspace.allUris) {
      if (isConfigFile(uri) || !this.#noted.has(uri)) this.note(uri, this.#workspace.findings(uri));
    }
    this.#isKept = true;
    void this.#cache.keepRun(this.#digest, this.#run);
  }
}

/** Settings as plain data. */
function plain(base: Config): string {
  return JSON.stringify(base, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));
}
