/** A project as the workspace keeps it: its configuration, the files that belong to it, and its findings on slices. */
import { type Config, type Day, type Finding, isSameConfig, type OkrFile, parseConfig } from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import { type Counts, SlicedProject } from '../slices/project.ts';
import type { Probe } from '../store/sieve.ts';
import { ProjectTree } from '../tree/project-tree.ts';
import { configFileName } from './folders.ts';
import { ignoreMatcher } from './ignored.ts';
import { configFinding, type DiskProblem, fileWithProblem, finding, firstCharacter, neutralNotice } from './notices.ts';
import { type Project, WholeProject } from './whole.ts';

/** A configuration that could not be read is empty: its folder is a project all the same. */
export interface ConfigText {
  readonly text: string;
  readonly problem: DiskProblem | null;
}

export interface SlotOptions {
  readonly root: string;
  readonly fileOf: (uri: string) => OkrFile | null;
  readonly mayHold: (uri: string, probe: Probe) => boolean;
  /** Whether a project around this one ignores a file: it is then left out here too. */
  readonly ignoredAround: (uri: string) => boolean;
  /** Whether somebody looks at the cascade as rows. */
  readonly hasTree: boolean;
  readonly base: Config;
  readonly today: Day;
  readonly counts: Counts;
  readonly onInternalError: (where: string, error: unknown) => void;
}

export class ProjectSlot {
  readonly root: string;
  readonly configUri: string;
  /** Also those that the configuration ignores. */
  readonly members = new Set<string>();
  readonly #fileOf: (uri: string) => OkrFile | null;
  readonly #ignoredAround: (uri: string) => boolean;
  readonly #onInternalError: (where: string, error: unknown) => void;
  readonly #counts: Counts;
  readonly #mayHold: SlotOptions['mayHold'];
  readonly #hasTree: boolean;
  /** Files that count, while nobody asked for a part of the project. */
  readonly #unsorted = new Set<string>();
  #sliced: SlicedProject | null = null;
  #tree: ProjectTree | null = null;
  #base: Config;
  #today: Day;
  #configText: ConfigText | null = null;
  #config: Config;
  #configFindings: readonly Finding[] = [];
  #ignored: (path: string) => boolean = () => false;
  #whole: Project | null = null;

  constructor({ root, fileOf, mayHold, ignoredAround, hasTree, base, today, counts, onInternalError }: SlotOptions) {
    this.root = root;
    this.configUri = `${root}${configFileName}`;
    this.#fileOf = fileOf;
    this.#ignoredAround = ignoredAround;
    this.#base = base;
    this.#today = today;
    this.#config = base;
    this.#onInternalError = onInternalError;
    this.#counts = counts;
    this.#mayHold = mayHold;
    this.#hasTree = hasTree;
    this.#ignored = ignoreMatcher(base.ignore);
  }

  /** Made when somebody asks for it: who checks the whole project needs no tables of what stands where. */
  get sliced(): SlicedProject {
    if (this.#sliced) return this.#sliced;
    const watcher = (directory: Directory) => {
      this.#tree = new ProjectTree(directory);
      return this.#tree;
    };
    const sliced = new SlicedProject({
      fileOf: this.#fileOf,
      mayHold: this.#mayHold,
      ...(this.#hasTree ? { watcher } : {}),
      config: this.#config,
      today: this.#today,
      counts: this.#counts,
    });
    this.#sliced = sliced;
    for (const uri of this.#unsorted) {
      const file = this.#fileOf(uri);
      if (file) sliced.put(uri, null, file);
    }
    this.#unsorted.clear();
    return sliced;
  }

  /** The cascade as rows; null where nobody looks at it. */
  get tree(): ProjectTree | null {
    return this.#hasTree && this.sliced ? this.#tree : null;
  }

  /** Files that count: those that no configuration ignores. */
  get files(): ReadonlySet<string> {
    return this.#sliced?.files ?? this.#unsorted;
  }

  get isConfigured(): boolean {
    return this.#configText !== null;
  }

  get config(): Config {
    return this.#config;
  }

  get configFindings(): readonly Finding[] {
    return this.#configFindings;
  }

  /** Addresses of the files that count, the configuration among them, in order. */
  get uris(): readonly string[] {
    return [...this.files, ...(this.isConfigured ? [this.configUri] : [])].sort();
  }

  get whole(): Project {
    this.#whole ??= new WholeProject({
      root: this.root,
      config: this.#config,
      today: this.#today,
      uris: () => this.uris,
      files: () => this.#files(),
      configFindings: new Map(this.isConfigured ? [[this.configUri, this.#configFindings]] : []),
      onBuilt: () => {
        this.#counts.whole++;
      },
      onInternalError: this.#onInternalError,
    });
    return this.#whole;
  }

  /** A file came or is another now. */
  put(uri: string, before: OkrFile | null, after: OkrFile): void {
    const wasMember = this.members.has(uri);
    this.members.add(uri);
    if (this.#isLeftOut(uri)) return;
    this.#add(uri, wasMember ? before : null, after);
  }

  #add(uri: string, before: OkrFile | null, after: OkrFile): void {
    if (this.#sliced) this.#sliced.put(uri, before, after);
    else this.#unsorted.add(uri);
    this.#whole = null;
  }

  /** A file came that was read elsewhere, with the keys under which others find something in it. */
  putKnown(uri: string, keys: Iterable<string>): void {
    this.members.add(uri);
    if (this.#isLeftOut(uri)) return;
    this.sliced.putKnown(uri, keys);
    this.#whole = null;
  }

  remove(uri: string, before: OkrFile): void {
    this.members.delete(uri);
    if (this.files.has(uri)) this.#remove(uri, before);
  }

  #remove(uri: string, before: OkrFile): void {
    if (this.#sliced) this.#sliced.remove(uri, before);
    else this.#unsorted.delete(uri);
    this.#whole = null;
  }

  configure(base: Config, today: Day, text: ConfigText | null): void {
    const isSameDay = today === this.#today;
    this.#base = base;
    this.#today = today;
    this.#configText = text;
    const read = text === null ? { config: base, problems: [] } : parseConfig(text.text, this.#base);
    const before = this.#config;
    this.#configFindings = this.#findingsOf(text, read.problems);
    this.#whole = null;
    // Editors tell of every setting that changes, also of those that no finding depends on.
    if (isSameDay && isSameConfig(read.config, before)) return;
    this.#config = read.config;
    this.#sliced?.reset(read.config, today);
    if (before.ignore.join('\n') === read.config.ignore.join('\n')) return;
    this.#ignored = ignoreMatcher(read.config.ignore);
    this.chooseFiles();
  }

  /**
   * Findings of files that are checked together. One that cannot be understood says so and does not silence the others; it is looked at again
   * when it changes.
   */
  check(uris: readonly string[], once = false): ReadonlyMap<string, readonly Finding[]> {
    try {
      return once ? this.sliced.look(uris) : this.sliced.check(uris);
    } catch (error) {
      const [only] = uris;
      if (only === undefined || uris.length > 1) {
        return new Map(uris.flatMap((uri) => [...this.check([uri], once)]));
      }
      this.#onInternalError(`checking ${only}`, error);
      this.sliced.leaveOut(only);
      const [problem] = fileWithProblem(only, neutralNotice).problems;
      return new Map([[only, problem ? [finding(only, problem.code, problem.message, firstCharacter)] : []]]);
    }
  }

  #findingsOf(text: ConfigText | null, problems: ReturnType<typeof parseConfig>['problems']): readonly Finding[] {
    if (text === null) return [];
    const { problem } = text;
    const unreadable = problem ? [configFinding(this.configUri, problem)] : [];
    const slips = problems.map(({ code, message, span }) => finding(this.configUri, code, message, span));
    return [...unreadable, ...slips];
  }

  /** What is ignored now goes, what is ignored no longer comes. */
  chooseFiles(): void {
    for (const uri of this.members) {
      const isIgnored = this.#isLeftOut(uri);
      if (isIgnored !== this.files.has(uri)) continue;
      const file = this.#fileOf(uri);
      if (!file) continue;
      if (isIgnored) this.#remove(uri, file);
      else this.#add(uri, null, file);
    }
  }

  #isLeftOut(uri: string): boolean {
    return this.ignores(uri) || this.#ignoredAround(uri);
  }

  /** Whether the configuration leaves out a file of its folder. */
  ignores(uri: string): boolean {
    return this.#ignored(decodePath(uri.slice(this.root.length)));
  }

  #files(): ReadonlyMap<string, OkrFile> {
    const files = new Map<string, OkrFile>();
    for (const uri of [...this.files].sort()) {
      const file = this.#fileOf(uri);
      if (file) files.set(uri, file);
    }
    return files;
  }
}

/** Globs speak of plain names, addresses of percent-encoded ones. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
