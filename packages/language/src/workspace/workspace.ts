/**
 * The engine: texts go in, the findings of each file and the cascade of each project come out. Command line and language server both hold
 * one, so that they say the same. It reads no disk and no clock: whoever owns it tells it what stands in the files.
 *
 * What an edit costs follows the edit: findings are worked out file by file, on slices of the project. Closed files are kept as bytes.
 */
import {
  buildCascade,
  type Cascade,
  type Config,
  checkProject,
  type Day,
  defaultConfig,
  type Finding,
  lineStartsOf,
  type OkrFile,
  rules,
} from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import { contentsOf } from '../slices/contents.ts';
import type { Sight } from '../slices/reach.ts';
import { encodeFile } from '../store/codec.ts';
import { FileStore, type StoredFile } from '../store/files.ts';
import type { ProjectTree } from '../tree/project-tree.ts';
import { Entry } from './entry.ts';
import { asFolder, configFileName, folderOf, isConfigFile, nearestFolder } from './folders.ts';
import { isSame, markOf, type TextMark } from './marks.ts';
import { type DiskProblem, fileWithProblem, neutralNotice } from './notices.ts';
import { type ConfigText, ProjectSlot } from './slot.ts';
import { understood } from './understood.ts';
import type { Project } from './whole.ts';

export interface WorkspaceOptions {
  readonly today: Day;
  /** Opened folders, or the folder named on the command line. */
  readonly folders: readonly string[];
  /** What applies where `okr.config.json` says nothing: the editor's settings. */
  readonly base?: Config;
  /** Reads the text of a closed file again when somebody asks for it; null where it is not there. Without it such texts are not to be had. */
  readonly readText?: (uri: string) => string | null;
  /** True where somebody looks at cascades as rows: `treeOf`. */
  readonly trees?: boolean;
  /**
   * How much `check` may look at together, in bytes of stored files; taken apart they are some twenty times as large. The more, the less is
   * looked at twice.
   */
  readonly bytesAtOnce?: number;
  /** Told the findings of a file each time they were worked out anew. */
  readonly onFindings?: (uri: string, findings: readonly Finding[]) => void;
  /** Told when a defect of ours was contained; the message is for a log, not for people who write OKRs. */
  readonly onInternalError?: (where: string, error: unknown) => void;
}

/** What was done so far: numbers that do not depend on the machine. */
export interface WorkspaceCounts {
  /** Texts that were parsed. */
  parsed: number;
  /** Files whose findings were worked out. */
  checked: number;
  /** Slices that were built for it. */
  slices: number;
  /** Projects that were built in whole: never where somebody types. */
  whole: number;
}

/** Files that are looked at together where nobody waits for anything in between and nothing else is said, in bytes of stored files. */
const usualBytesAtOnce = 4_000_000;

/** What a thousand files look at in others is some two thirds of what they are themselves. */
const withNeighbours = 2;

/** Rules whose findings in one file may follow from another, and what follows from them. */
const needOthers: ReadonlySet<string> = new Set([
  'unused-suppression',
  ...rules.filter(({ meta }) => meta.scope === 'project').map(({ meta }) => meta.name),
]);

/** Files are looked at one after the other; only a few lie open side by side. */
const mostNear = 4;

/** Findings are cheap to work out again, so only the last ones are kept. */
const mostFindingsKept = 300;

export class OkrWorkspace {
  readonly counts: WorkspaceCounts = { parsed: 0, checked: 0, slices: 0, whole: 0 };
  readonly #options: WorkspaceOptions;
  readonly #onInternalError: (where: string, error: unknown) => void;
  readonly #store: FileStore;
  readonly #entries = new Map<string, Entry>();
  readonly #configs = new Map<string, ConfigText>();
  readonly #rootOf = new Map<string, string>();
  readonly #slots = new Map<string, ProjectSlot>();
  /** Folders that hold a configuration. */
  readonly #configured = new Set<string>();
  readonly #recent = new Map<string, readonly Finding[]>();
  /** Counts everything that may change what somebody is told. */
  #version = 0;
  /** What was seen around files last, until something changes. */
  #near: { readonly version: number; readonly cascades: Map<string, Cascade> } = { version: 0, cascades: new Map() };
  #lastRead: { readonly entry: Entry; readonly text: string | null } | null = null;
  #folders: ReadonlySet<string>;
  #base: Config;
  #today: Day;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#today = options.today;
    this.#folders = new Set(options.folders.map(asFolder));
    this.#base = options.base ?? defaultConfig;
    this.#onInternalError = options.onInternalError ?? (() => {});
    this.#store = new FileStore((uri, error) => {
      this.#onInternalError(`the stored bytes of ${uri}`, error);
      return fileWithProblem(uri, neutralNotice);
    });
  }

  get today(): Day {
    return this.#today;
  }

  /** Files that are known, configurations left out. */
  get uris(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** Everything that is known, configurations among it. */
  get allUris(): readonly string[] {
    return [...this.#entries.keys(), ...this.#configs.keys()];
  }

  /** Changes with everything that may change what somebody is told. */
  get version(): number {
    return this.#version;
  }

  /** How many `.okr` files count: those that no configuration ignores. */
  get fileCount(): number {
    let count = 0;
    for (const { files } of this.#slots.values()) count += files.size;
    return count;
  }

  has(uri: string): boolean {
    return this.#entries.has(uri) || this.#configs.has(uri);
  }

  /** What tells the text of a file from any other; null where the file is not known or could not be read. */
  markOf(uri: string): TextMark | null {
    return this.#entries.get(uri)?.mark ?? null;
  }

  /** What tells a file as it is known from any other, as plain data; null where it is not known. */
  stateOf(uri: string): unknown {
    const entry = this.#entries.get(uri);
    if (entry) return [entry.mark?.length, entry.mark?.hash, entry.problem];
    const config = this.#configs.get(uri);
    return config ? [config.text, config.problem] : null;
  }

  /** The text as it was read; null where it could not be read, or is not kept and is another by now. */
  text(uri: string): string | null {
    const entry = this.#entries.get(uri);
    if (!entry) return this.#configs.get(uri)?.text ?? null;
    if (entry.text !== null || entry.mark === null) return entry.text;
    // Whoever asks for a text asks for it line after line.
    const last = this.#lastRead;
    if (last?.entry === entry) return last.text;
    const read = this.#options.readText?.(uri) ?? null;
    const text = read !== null && isSame(markOf(read), entry.mark) ? read : null;
    this.#lastRead = { entry, text };
    return text;
  }

  setToday(today: Day): void {
    if (today === this.#today) return;
    this.#today = today;
    for (const slot of this.#slots.values()) this.#configure(slot);
  }

  setBase(base: Config): void {
    this.#base = base;
    for (const slot of this.#slots.values()) this.#configure(slot);
    this.#sortConfigs(null);
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = new Set(folders.map(asFolder));
    this.#regroup();
  }

  /**
   * Takes an `.okr` file or a project's configuration as it stands now. `text` is null where it is there but could not be read; `problem` says
   * why, or what of it could not be read, and is reported at the file's first character. A file that is not `open` is kept in few bytes and
   * without its text.
   */
  set(uri: string, text: string | null, problem: DiskProblem | null = null, open = true): void {
    if (isConfigFile(uri)) {
      this.#setConfig(uri, { text: text ?? '', problem });
      return;
    }
    const entry = new Entry(text, problem);
    const known = this.#entries.get(uri);
    const isKnown = known?.isLike(entry) ?? false;
    if (isKnown && open === (known?.text !== null)) return;
    const before = this.#store.get(uri);
    const after = isKnown && before ? before : this.#parse(uri, text, problem);
    if (open) this.#store.keepOpen(uri, after);
    else this.#store.keepClosed(uri, encodeFile(after));
    this.#entries.set(uri, open ? entry : entry.closed());
    if (isKnown) return;
    this.#version++;
    this.#slotOf(uri).put(uri, before, after);
  }

  /** Takes a closed file that was read elsewhere: by a worker, or in an earlier session. */
  take(uri: string, { bytes, keys }: StoredFile, mark: TextMark | null, problem: DiskProblem | null = null): void {
    const entry = new Entry(null, problem, mark);
    const known = this.#entries.get(uri);
    if (known?.text === null && known.isLike(entry)) return;
    const before = known ? this.#store.get(uri) : null;
    this.#store.keepClosed(uri, bytes);
    this.#entries.set(uri, entry);
    this.#version++;
    const slot = this.#slotOf(uri);
    const after = before && this.#store.get(uri);
    if (after) slot.put(uri, before, after);
    else slot.putKnown(uri, keys);
  }

  /**
   * Takes a file that was understood elsewhere, without its text, and keeps it as it is: for who looks at everything at once and then at nothing any
   * more.
   */
  hold(file: OkrFile, mark: TextMark | null, problem: DiskProblem | null): void {
    const before = this.#store.get(file.uri);
    this.#store.keepOpen(file.uri, file);
    this.#entries.set(file.uri, new Entry(null, problem, mark));
    this.#version++;
    this.#slotOf(file.uri).put(file.uri, before, file);
  }

  /** A file as `take` takes it; null where it is not known. */
  stored(uri: string): (StoredFile & { readonly mark: TextMark | null }) | null {
    const bytes = this.#store.bytes(uri);
    const file = this.#store.get(uri);
    if (!bytes || !file) return null;
    return { bytes, keys: [...contentsOf(file).keys()], mark: this.#entries.get(uri)?.mark ?? null };
  }

  remove(uri: string): void {
    if (this.#configs.delete(uri)) {
      this.#found(uri, []);
      this.#sortConfigs(folderOf(uri));
      return;
    }
    if (!this.#entries.delete(uri)) return;
    this.#version++;
    this.#leave(uri);
    this.#rootOf.delete(uri);
    this.#store.delete(uri);
    this.#found(uri, []);
  }

  /** Address of the project's folder that a file belongs to, or would. */
  rootOf(uri: string): string {
    return nearestFolder(uri, this.#configured) ?? nearestFolder(uri, this.#folders) ?? folderOf(uri);
  }

  /** The file as it was read; null where it is not known. */
  file(uri: string): OkrFile | null {
    return this.#store.get(uri);
  }

  /**
   * What people see around some files of one project, as a cascade: in these files all is as in the whole, and what they refer to is there.
   * Kept until something changes.
   */
  near(uris: readonly string[], sight: Sight = 'all'): Cascade | null {
    const slot = this.#slots.get(this.#rootOf.get(uris[0] ?? '') ?? '');
    const known = uris.filter((uri) => slot?.files.has(uri));
    if (!slot || known.length === 0) return null;
    if (this.#near.version !== this.#version) this.#near = { version: this.#version, cascades: new Map() };
    const { cascades } = this.#near;
    const key = [sight, ...known].join('\n');
    let cascade = cascades.get(key);
    if (!cascade) {
      cascade = slot.sliced.near(known, sight);
      if (cascades.size === mostNear) cascades.clear();
      cascades.set(key, cascade);
    }
    return cascade;
  }

  /** What is known by name of the project that a file belongs to; null where there is none. */
  directoryOf(uri: string): Directory | null {
    return this.#slots.get(this.rootOf(uri))?.sliced.directory ?? null;
  }

  /** The same of every project, by address. */
  get directories(): readonly Directory[] {
    return this.roots.flatMap((root) => this.#slots.get(root)?.sliced.directory ?? []);
  }

  /** The cascade of a project as rows; null where there is none. Only with the option `trees`. */
  treeOf(root: string): ProjectTree | null {
    return this.#slots.get(root)?.tree ?? null;
  }

  /** Addresses of all projects, in order. */
  get roots(): readonly string[] {
    return [...this.#slots.keys()].sort();
  }

  /** A whole project; what is asked of it takes as long as the project is large. */
  project(root: string): Project | null {
    return this.#slots.get(root)?.whole ?? null;
  }

  projectOf(uri: string): Project | null {
    return this.project(this.rootOf(uri));
  }

  /** Every project, by address. */
  projects(): readonly Project[] {
    return this.roots.flatMap((root) => this.project(root) ?? []);
  }

  /** The findings of a file as everything stands now, worked out at once where they are not known. */
  findings(uri: string): readonly Finding[] {
    if (isConfigFile(uri)) return this.#slots.get(folderOf(uri))?.configFindings ?? [];
    const slot = this.#slots.get(this.#rootOf.get(uri) ?? '');
    if (!slot?.files.has(uri)) return [];
    const isWaiting = slot.sliced.waiting.has(uri);
    const recent = isWaiting ? undefined : this.#recent.get(uri);
    if (recent) return recent;
    const findings = slot.check([uri]).get(uri) ?? [];
    if (isWaiting) this.#found(uri, findings);
    else this.#keep(uri, findings);
    return findings;
  }

  /** What the file alone says, whatever stands in others: all that can be told while these are still being read. */
  findingsAlone(uri: string): readonly Finding[] {
    const file = this.file(uri);
    const slot = this.#slots.get(this.#rootOf.get(uri) ?? '');
    if (!file || !slot?.files.has(uri)) return [];
    const alone = checkProject(buildCascade(new Map([[uri, file]]), slot.config, this.#today)).get(uri) ?? [];
    return alone.filter(({ rule }) => !needOthers.has(rule));
  }

  /** All findings of all files, project by project, in the order of addresses, and nothing of them is kept. */
  *check(): Generator<{ readonly root: string; readonly uri: string; readonly findings: readonly Finding[] }> {
    const atOnce = this.#options.bytesAtOnce ?? usualBytesAtOnce;
    for (const root of this.roots) {
      const slot = this.#slots.get(root);
      if (!slot) continue;
      const lots = [...this.#lotsOf(slot.uris, atOnce)];
      if (lots.length > 1) this.#store.makeRoom(atOnce * withNeighbours);
      for (const lot of lots) {
        const found = lots.length === 1 ? slot.whole.findings : slot.check(lot, true);
        for (const uri of lot) {
          const findings = uri === slot.configUri ? slot.configFindings : (found.get(uri) ?? []);
          yield { root, uri, findings };
        }
      }
      this.#store.makeRoom();
    }
  }

  /** Files that are looked at together. */
  *#lotsOf(uris: readonly string[], most: number): Generator<readonly string[]> {
    if (most === Number.POSITIVE_INFINITY) {
      yield uris;
      return;
    }
    let lot: string[] = [];
    let bytes = 0;
    for (const uri of uris) {
      lot.push(uri);
      bytes += this.#store.bytes(uri)?.length ?? 0;
      if (bytes < most) continue;
      yield lot;
      lot = [];
      bytes = 0;
    }
    if (lot.length > 0) yield lot;
  }

  /** How many files wait to be checked. */
  get waiting(): number {
    let waiting = 0;
    for (const { sliced } of this.#slots.values()) waiting += sliced.waiting.size;
    return waiting;
  }

  /**
   * Checks files that wait, one after the other, until none is left or `isOver` says so. Says whether none is left. To check neighbours together
   * costs about the same, and nobody could come in between.
   */
  settle(isOver: () => boolean = () => false): boolean {
    for (const slot of this.#slots.values()) {
      for (const waiting of slot.sliced.waiting) {
        for (const [uri, findings] of slot.check([waiting])) this.#found(uri, findings);
        if (isOver()) return this.waiting === 0;
      }
    }
    return true;
  }

  /** Offsets at which the file's lines begin; of a file that is not known, one line. */
  lineStarts(uri: string): readonly number[] {
    const config = this.#configs.get(uri);
    return config === undefined ? (this.file(uri)?.lineStarts ?? [0]) : lineStartsOf(config.text);
  }

  #found(uri: string, findings: readonly Finding[]): void {
    this.#keep(uri, findings);
    this.#slots.get(this.#rootOf.get(uri) ?? '')?.tree?.found(uri, findings);
    this.#options.onFindings?.(uri, findings);
  }

  #keep(uri: string, findings: readonly Finding[]): void {
    this.#recent.delete(uri);
    this.#recent.set(uri, findings);
    if (this.#recent.size <= mostFindingsKept) return;
    for (const oldest of this.#recent.keys()) {
      this.#recent.delete(oldest);
      break;
    }
  }

  #setConfig(uri: string, config: ConfigText): void {
    const known = this.#configs.get(uri);
    if (known?.text === config.text && known.problem?.message === config.problem?.message) return;
    this.#configs.set(uri, config);
    this.#sortConfigs(folderOf(uri));
  }

  /**
   * Finds out which folders are projects of their own: of all, or of the one whose configuration changed and those in it. Outer ones come first: a
   * configuration in what they ignore is left out like all else there.
   */
  #sortConfigs(changed: string | null): void {
    const isConcerned = (folder: string) => changed === null || folder.startsWith(changed);
    const before = [...this.#configured].filter(isConcerned);
    for (const folder of before) this.#configured.delete(folder);
    const folders = [...this.#configs.keys()].map(folderOf).filter(isConcerned);
    for (const folder of folders.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const uri = `${folder}${configFileName}`;
      if (this.#isIgnoredAround(uri, folder)) continue;
      this.#configured.add(folder);
      const slot = this.#slot(folder);
      if (folder === changed || !slot.isConfigured) this.#configure(slot);
    }
    const areAllKept = before.every((folder) => this.#configured.has(folder));
    if (!areAllKept || [...this.#configured].filter(isConcerned).length !== before.length) this.#regroup();
  }

  /** Whether a project that holds another folder ignores a file in it. */
  #isIgnoredAround(uri: string, root: string): boolean {
    const around = (folder: string) => nearestFolder(folder.slice(0, -1), this.#configured);
    for (let outer = around(root); outer !== null; outer = around(outer)) {
      if (this.#slots.get(outer)?.ignores(uri)) return true;
    }
    return false;
  }

  #slotOf(uri: string): ProjectSlot {
    const root = this.#rootOf.get(uri) ?? this.rootOf(uri);
    this.#rootOf.set(uri, root);
    return this.#slot(root);
  }

  #slot(root: string): ProjectSlot {
    let slot = this.#slots.get(root);
    if (!slot) {
      slot = new ProjectSlot({
        root,
        fileOf: (uri) => this.#store.get(uri),
        mayHold: (uri, probe) => this.#store.mayHold(uri, probe),
        ignoredAround: (uri) => this.#isIgnoredAround(uri, root),
        hasTree: this.#options.trees ?? false,
        base: this.#base,
        today: this.#today,
        counts: this.counts,
        onInternalError: this.#onInternalError,
      });
      this.#slots.set(root, slot);
    }
    return slot;
  }

  #configure(slot: ProjectSlot): void {
    this.#version++;
    const text = this.#configured.has(slot.root) ? this.#configs.get(slot.configUri) : null;
    const wasConfigured = slot.isConfigured;
    slot.configure(this.#base, this.#today, text ?? null);
    if (slot.isConfigured || wasConfigured) this.#found(slot.configUri, slot.configFindings);
    for (const inner of this.#slots.values()) {
      if (!inner.root.startsWith(slot.root)) continue;
      if (inner !== slot) inner.chooseFiles();
      // What is ignored from now on has no findings any more.
      for (const uri of inner.members) if (!inner.files.has(uri)) this.#found(uri, []);
    }
  }

  /** A folder or a configuration came or went: files may now belong to another project. */
  #regroup(): void {
    this.#version++;
    for (const folder of this.#configured) this.#slot(folder);
    for (const slot of this.#slots.values()) {
      if (slot.isConfigured !== this.#configured.has(slot.root)) this.#configure(slot);
    }
    for (const uri of this.#entries.keys()) {
      const root = this.rootOf(uri);
      if (this.#rootOf.get(uri) === root) continue;
      this.#leave(uri);
      this.#rootOf.set(uri, root);
      const file = this.#store.get(uri);
      if (!file) continue;
      const slot = this.#slot(root);
      slot.put(uri, null, file);
      // What its new project ignores has no findings any more.
      if (!slot.files.has(uri)) this.#found(uri, []);
    }
    for (const root of [...this.#slots.keys()]) this.#dropIfEmpty(root);
  }

  #leave(uri: string): void {
    const root = this.#rootOf.get(uri);
    const slot = root === undefined ? undefined : this.#slots.get(root);
    const file = this.#store.get(uri);
    if (root === undefined || !slot || !file) return;
    slot.remove(uri, file);
    this.#dropIfEmpty(root);
  }

  #dropIfEmpty(root: string): void {
    if (this.#slots.get(root)?.members.size === 0 && !this.#configured.has(root)) this.#slots.delete(root);
  }

  #parse(uri: string, text: string | null, problem: DiskProblem | null): OkrFile {
    if (text !== null) this.counts.parsed++;
    return understood(uri, text, problem, this.#onInternalError);
  }
}
