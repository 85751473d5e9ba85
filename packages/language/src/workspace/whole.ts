/** A whole project at once, for those who ask about all of it: the tree, a search over all names, renaming. */
import {
  buildCascade,
  type Cascade,
  type Config,
  checkProject,
  type Day,
  type Finding,
  type OkrFile,
} from '@okr-language/core';
import { fileWithProblem, neutralNotice } from './notices.ts';

/** One project as it stands now. Every object is replaced when something in the project changes. */
export interface Project {
  /** Address of its folder, ending in `/`. */
  readonly root: string;
  readonly config: Config;
  /** Addresses of its files, the configuration among them, in order. */
  readonly uris: readonly string[];
  /** Worked out when it is first asked for; this takes as long as the project is large. */
  readonly cascade: Cascade;
  /** By file, also the configuration's own; a file without findings has an empty list. Takes as long as `cascade`. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

export interface WholeOptions {
  readonly root: string;
  readonly config: Config;
  readonly today: Day;
  readonly uris: () => readonly string[];
  readonly files: () => ReadonlyMap<string, OkrFile>;
  /** The configuration's own findings, by its address. */
  readonly configFindings: ReadonlyMap<string, readonly Finding[]>;
  /** Told when somebody asks for the whole. */
  readonly onBuilt: () => void;
  readonly onInternalError: (where: string, error: unknown) => void;
}

interface Understood {
  readonly cascade: Cascade;
  readonly findings: () => ReadonlyMap<string, readonly Finding[]>;
}

export class WholeProject implements Project {
  readonly root: string;
  readonly config: Config;
  readonly #options: WholeOptions;
  #understood: Understood | null = null;
  #findings: ReadonlyMap<string, readonly Finding[]> | null = null;

  constructor(options: WholeOptions) {
    this.root = options.root;
    this.config = options.config;
    this.#options = options;
  }

  get uris(): readonly string[] {
    return this.#options.uris();
  }

  get cascade(): Cascade {
    this.#understood ??= this.#understand();
    return this.#understood.cascade;
  }

  get findings(): ReadonlyMap<string, readonly Finding[]> {
    if (!this.#findings) {
      this.#understood ??= this.#understand();
      this.#findings = new Map([...this.#understood.findings(), ...this.#options.configFindings]);
    }
    return this.#findings;
  }

  /** No file may silence the others: where the whole cannot be understood, the files that cannot even stand alone are left out. */
  #understand(): Understood {
    const { config, today, onBuilt, onInternalError } = this.#options;
    onBuilt();
    const attempt = (some: ReadonlyMap<string, OkrFile>): Understood => {
      const cascade = buildCascade(some, config, today);
      return { cascade, findings: () => checkProject(cascade) };
    };
    const files = this.#options.files();
    try {
      return attempt(files);
    } catch (error) {
      onInternalError('building the cascade', error);
    }
    const left = (uri: string) => fileWithProblem(uri, neutralNotice);
    const sound = new Map<string, OkrFile>();
    for (const [uri, file] of files) {
      try {
        attempt(new Map([[uri, file]]));
        sound.set(uri, file);
      } catch {
        sound.set(uri, left(uri));
      }
    }
    try {
      return attempt(sound);
    } catch (error) {
      onInternalError('building the cascade without the files that fail alone', error);
      return attempt(new Map([...files.keys()].map((uri) => [uri, left(uri)])));
    }
  }
}
