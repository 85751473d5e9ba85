/**
 * The engine: texts go in, the cascade and the findings of each project come out. Command line and language server both hold
 * one, so that they say the same. It reads no disk and no clock: whoever owns it tells it what stands in the files.
 */
import {
  buildCascade,
  type Cascade,
  type Config,
  checkProject,
  type Day,
  defaultConfig,
  type FileProblem,
  type Finding,
  lineStartsOf,
  type NoticeCode,
  noticeOf,
  type OkrFile,
  parseConfig,
  type Span,
} from '@okr-language/core';
import { parseOkr } from '../parse.ts';
import { asFolder, folderOf, isConfigFile, nearestFolder } from './folders.ts';
import { ignoreMatcher } from './ignored.ts';

/** What is wrong with a file as it stands on the disk, known before its text is looked at. */
export type DiskProblem = Pick<FileProblem, 'code' | 'message'>;

export interface WorkspaceOptions {
  readonly today: Day;
  /** Opened folders, or the folder named on the command line. */
  readonly folders: readonly string[];
  /** What applies where `okr.config.json` says nothing: the editor's settings. */
  readonly base?: Config;
  /** Told when a defect of ours was contained; the message is for a log, not for people who write OKRs. */
  readonly onInternalError?: (where: string, error: unknown) => void;
}

/** One project as it stands now. Every object is replaced when something in the project changes. */
export interface Project {
  /** Address of its folder, ending in `/`. */
  readonly root: string;
  readonly config: Config;
  readonly cascade: Cascade;
  /** By file, also the configuration's own; a file without findings has an empty list. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

interface Entry {
  /** Null where the file is there but could not be read. */
  readonly text: string | null;
  readonly problem: DiskProblem | null;
  parsed: OkrFile | null;
}

/** A configuration that could not be read is empty: its folder is a project all the same. */
interface ConfigText {
  readonly text: string;
  readonly problem: DiskProblem | null;
}

interface ProjectSlot {
  readonly files: Set<string>;
  built: Project | null;
}

export class OkrWorkspace {
  readonly #onInternalError: (where: string, error: unknown) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #configs = new Map<string, ConfigText>();
  readonly #rootOf = new Map<string, string>();
  readonly #slots = new Map<string, ProjectSlot>();
  /** Folders that hold a configuration. */
  readonly #configured = new Set<string>();
  #folders: ReadonlySet<string>;
  #base: Config;
  #today: Day;

  constructor(options: WorkspaceOptions) {
    this.#today = options.today;
    this.#folders = new Set(options.folders.map(asFolder));
    this.#base = options.base ?? defaultConfig;
    this.#onInternalError = options.onInternalError ?? (() => {});
  }

  get today(): Day {
    return this.#today;
  }

  /** Files that are known, configurations left out. */
  get uris(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(uri: string): boolean {
    return this.#entries.has(uri) || this.#configs.has(uri);
  }

  text(uri: string): string | null {
    return this.#entries.get(uri)?.text ?? this.#configs.get(uri)?.text ?? null;
  }

  setToday(today: Day): void {
    if (today === this.#today) return;
    this.#today = today;
    this.#forgetAll();
  }

  setBase(base: Config): void {
    this.#base = base;
    this.#forgetAll();
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = new Set(folders.map(asFolder));
    this.#regroup();
  }

  /**
   * Takes an `.okr` file or a project's configuration as it stands now. `text` is null where it is there but could not be read; `problem` says
   * why, or what of it could not be read, and is reported at the file's first character.
   */
  set(uri: string, text: string | null, problem: DiskProblem | null = null): void {
    if (isConfigFile(uri)) {
      this.#setConfig(uri, text ?? '', problem);
      return;
    }
    const entry = this.#entries.get(uri);
    if (entry && entry.text === text && entry.problem?.message === problem?.message) return;
    this.#setEntry(uri, { text, problem, parsed: null });
  }

  remove(uri: string): void {
    if (this.#configs.delete(uri)) {
      this.#configured.delete(folderOf(uri));
      this.#regroup();
      return;
    }
    if (!this.#entries.delete(uri)) return;
    const root = this.#rootOf.get(uri);
    this.#rootOf.delete(uri);
    const slot = root === undefined ? undefined : this.#slots.get(root);
    if (root === undefined || slot === undefined) return;
    slot.files.delete(uri);
    slot.built = null;
    if (slot.files.size === 0 && !this.#configured.has(root)) this.#slots.delete(root);
  }

  /** Address of the project's folder that a file belongs to, or would. */
  rootOf(uri: string): string {
    return nearestFolder(uri, this.#configured) ?? nearestFolder(uri, this.#folders) ?? folderOf(uri);
  }

  /** The file as it was read; null where it is not known. */
  file(uri: string): OkrFile | null {
    const entry = this.#entries.get(uri);
    if (!entry) return null;
    entry.parsed ??= this.#parse(uri, entry);
    return entry.parsed;
  }

  project(root: string): Project | null {
    const slot = this.#slots.get(root);
    if (!slot) return null;
    slot.built ??= this.#build(root, slot);
    return slot.built;
  }

  projectOf(uri: string): Project | null {
    return this.project(this.rootOf(uri));
  }

  /** Every project, by address. */
  projects(): readonly Project[] {
    const roots = [...this.#slots.keys()].sort();
    return roots.flatMap((root) => this.project(root) ?? []);
  }

  findings(uri: string): readonly Finding[] {
    return this.projectOf(uri)?.findings.get(uri) ?? [];
  }

  /** Offsets at which the file's lines begin; of a file that is not known, one line. */
  lineStarts(uri: string): readonly number[] {
    const config = this.#configs.get(uri);
    return config === undefined ? (this.file(uri)?.lineStarts ?? [0]) : lineStartsOf(config.text);
  }

  #setEntry(uri: string, entry: Entry): void {
    this.#entries.set(uri, entry);
    const root = this.#rootOf.get(uri) ?? this.rootOf(uri);
    this.#rootOf.set(uri, root);
    const slot = this.#slot(root);
    slot.files.add(uri);
    slot.built = null;
  }

  #setConfig(uri: string, text: string, problem: DiskProblem | null): void {
    const known = this.#configs.get(uri);
    if (known?.text === text && known.problem?.message === problem?.message) return;
    const isNew = known === undefined;
    this.#configs.set(uri, { text, problem });
    this.#configured.add(folderOf(uri));
    if (isNew) this.#regroup();
    else this.#slot(folderOf(uri)).built = null;
  }

  #slot(root: string): ProjectSlot {
    let slot = this.#slots.get(root);
    if (!slot) {
      slot = { files: new Set(), built: null };
      this.#slots.set(root, slot);
    }
    return slot;
  }

  #forgetAll(): void {
    for (const slot of this.#slots.values()) slot.built = null;
  }

  /** A folder or a configuration came or went: files may now belong to another project. */
  #regroup(): void {
    this.#slots.clear();
    this.#rootOf.clear();
    for (const folder of this.#configured) this.#slot(folder);
    for (const uri of this.#entries.keys()) {
      const root = this.rootOf(uri);
      this.#rootOf.set(uri, root);
      this.#slot(root).files.add(uri);
    }
  }

  #parse(uri: string, entry: Entry): OkrFile {
    if (entry.text === null) return fileWithProblem(uri, entry.problem ?? neutralNotice);
    try {
      const file = parseOkr(uri, entry.text);
      return entry.problem
        ? { ...file, problems: [{ ...entry.problem, span: firstCharacter }, ...file.problems] }
        : file;
    } catch (error) {
      this.#onInternalError(`reading ${uri}`, error);
      return fileWithProblem(uri, neutralNotice);
    }
  }

  #build(root: string, slot: ProjectSlot): Project {
    const configUri = this.#configured.has(root) ? `${root}okr.config.json` : null;
    const config = configUri === null ? undefined : this.#configs.get(configUri);
    const read = config === undefined ? { config: this.#base, problems: [] } : parseConfig(config.text, this.#base);
    const files = this.#filesOf(root, slot, read.config);
    const { cascade, findings } = this.#understand(files, read.config);
    const all = new Map(findings);
    for (const uri of files.keys()) if (!all.has(uri)) all.set(uri, []);
    if (configUri !== null) {
      const unreadable = config?.problem
        ? [finding(configUri, config.problem.code, config.problem.message, firstCharacter)]
        : [];
      const slips = read.problems.map(({ message, span }) => finding(configUri, 'invalid-config', message, span));
      all.set(configUri, [...unreadable, ...slips]);
    }
    return { root, config: read.config, cascade, findings: all };
  }

  #filesOf(root: string, slot: ProjectSlot, config: Config): Map<string, OkrFile> {
    const ignored = ignoreMatcher(config.ignore);
    const files = new Map<string, OkrFile>();
    for (const uri of [...slot.files].sort()) {
      if (ignored(decodePath(uri.slice(root.length)))) continue;
      const file = this.file(uri);
      if (file) files.set(uri, file);
    }
    return files;
  }

  /** No file may silence the others: where the whole cannot be understood, the files that cannot even stand alone are left out. */
  #understand(files: ReadonlyMap<string, OkrFile>, config: Config) {
    const attempt = (some: ReadonlyMap<string, OkrFile>) => {
      const cascade = buildCascade(some, config, this.#today);
      return { cascade, findings: checkProject(cascade) };
    };
    try {
      return attempt(files);
    } catch (error) {
      this.#onInternalError('building the cascade', error);
    }
    const sound = new Map<string, OkrFile>();
    for (const [uri, file] of files) {
      try {
        attempt(new Map([[uri, file]]));
        sound.set(uri, file);
      } catch {
        sound.set(uri, fileWithProblem(uri, neutralNotice));
      }
    }
    try {
      return attempt(sound);
    } catch (error) {
      this.#onInternalError('building the cascade without the files that fail alone', error);
      return attempt(new Map([...files.keys()].map((uri) => [uri, fileWithProblem(uri, neutralNotice)])));
    }
  }
}

const firstCharacter = { start: 0, end: 0 };

const neutralNotice: DiskProblem = {
  code: 'unreadable-file',
  message: 'This file could not be understood, so it is left out. All other files are served as before.',
};

function fileWithProblem(uri: string, problem: DiskProblem): OkrFile {
  return {
    uri,
    lineStarts: [0],
    length: 0,
    statements: [],
    problems: [{ ...problem, span: firstCharacter }],
    suppressions: [],
  };
}

function finding(uri: string, code: NoticeCode, what: string, span: Span): Finding {
  const { level, why } = noticeOf(code);
  return { rule: code, severity: level, uri, span, message: { what, why, todo: '' }, related: [], data: null };
}

/** Globs speak of plain names, addresses of percent-encoded ones. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
