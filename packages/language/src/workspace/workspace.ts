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
  firstOf,
  lineStartsOf,
  type OkrFile,
  rules,
} from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import type { Sight } from '../slices/reach.ts';
import { encodeFile } from '../store/codec.ts';
import { FileStore, type StoredFile } from '../store/files.ts';
import type { ProjectTree } from '../tree/project-tree.ts';
import { Entry } from './entry.ts';
import { folderOf, isConfigFile } from './folders.ts';
import { Grouping } from './grouping.ts';
import { isSame, markOf, type TextMark } from './marks.ts';
import { type DiskProblem, fileWithProblem, neutralNotice } from './notices.ts';
import type { WorkspaceCounts, WorkspaceOptions } from './options.ts';
import { understood } from './understood.ts';
import type { Project } from './whole.ts';

/** Files that are looked at together where nobody waits for anything in between and nothing else is said, in bytes of stored files. */
const usualBytesAtOnce = 4_000_000;

/**
 * So many times as much is kept decoded: the files of one part of a project look at others all over it, and at those that declare their units. Of
 * 150,000 files each was decoded eighteen times with room for twice as much as is looked at together.
 */
const withNeighbours = 5;

/** More of them together would spare hardly anything more. */
const mostSettledTogether = 16;

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
  readonly #grouping: Grouping;
  readonly #recent = new Map<string, readonly Finding[]>();
  /** Counts everything that may change what somebody is told. */
  #version = 0;
  /** What was seen around files last, until something changes. */
  #near: { readonly version: number; readonly cascades: Map<string, Cascade> } = { version: 0, cascades: new Map() };
  /** How many files are settled together next. */
  #together = 1;
  #lastRead: { readonly entry: Entry; readonly text: string | null } | null = null;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#onInternalError = options.onInternalError ?? (() => {});
    this.#store = new FileStore((uri, error) => {
      this.#onInternalError(`the stored bytes of ${uri}`, error);
      return fileWithProblem(uri, neutralNotice);
    });
    this.#grouping = new Grouping({
      folders: options.folders,
      base: options.base ?? defaultConfig,
      today: options.today,
      fileOf: (uri) => this.#store.get(uri),
      mayHold: (uri, probe) => this.#store.mayHold(uri, probe),
      hasTree: options.trees ?? false,
      counts: this.counts,
      uris: () => this.#entries.keys(),
      onChange: () => this.#version++,
      onFound: (uri, findings) => this.#found(uri, findings),
      onInternalError: this.#onInternalError,
    });
  }

  get today(): Day {
    return this.#grouping.today;
  }

  /** Everything that is known, configurations among it. */
  get allUris(): readonly string[] {
    return [...this.#entries.keys(), ...this.#grouping.configs.keys()];
  }

  /** Changes with everything that may change what somebody is told. */
  get version(): number {
    return this.#version;
  }

  /** How many `.okr` files count: those that no configuration ignores. */
  get fileCount(): number {
    let count = 0;
    for (const { files } of this.#grouping.slots.values()) count += files.size;
    return count;
  }

  has(uri: string): boolean {
    return this.#entries.has(uri) || this.#grouping.configs.has(uri);
  }

  /** What tells the text of a file from any other; null where the file is not known or could not be read. */
  markOf(uri: string): TextMark | null {
    return this.#entries.get(uri)?.mark ?? null;
  }

  /** What tells a file as it is known from any other, as plain data; null where it is not known. */
  stateOf(uri: string): unknown {
    const entry = this.#entries.get(uri);
    if (entry) return [entry.mark?.length, entry.mark?.hash, entry.problem];
    const config = this.#grouping.configs.get(uri);
    return config ? [config.text, config.problem] : null;
  }

  /** The text as it was read; null where it could not be read, or is not kept and is another by now. */
  text(uri: string): string | null {
    const entry = this.#entries.get(uri);
    if (!entry) return this.#grouping.configs.get(uri)?.text ?? null;
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
    this.#grouping.setToday(today);
  }

  setBase(base: Config): void {
    this.#grouping.setBase(base);
  }

  setFolders(folders: readonly string[]): void {
    this.#grouping.setFolders(folders);
  }

  /**
   * Takes an `.okr` file or a project's configuration as it stands now. `text` is null where it is there but could not be read; `problem` says
   * why, or what of it could not be read, and is reported at the file's first character. A file that is not `open` is kept in few bytes and
   * without its text.
   */
  set(uri: string, text: string | null, problem: DiskProblem | null = null, open = true): void {
    if (isConfigFile(uri)) {
      this.#grouping.setConfig(uri, { text: text ?? '', problem });
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
    this.#grouping.slotFor(uri).put(uri, before, after);
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
    const slot = this.#grouping.slotFor(uri);
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
    this.#grouping.slotFor(file.uri).put(file.uri, before, file);
  }

  remove(uri: string): void {
    if (this.#grouping.removeConfig(uri) || !this.#entries.delete(uri)) return;
    this.#version++;
    this.#grouping.remove(uri);
    this.#store.delete(uri);
    this.#found(uri, []);
  }

  /** Address of the project's folder that a file belongs to, or would. */
  rootOf(uri: string): string {
    return this.#grouping.rootOf(uri);
  }

  /** The file as it was read; null where it is not known. */
  file(uri: string): OkrFile | null {
    return this.#store.get(uri);
  }

  /**
   * What people see around some files of one project, as a cascade: in these files all is as in the whole, and what they refer to is there.
   * Kept until something changes.
   */
  near(uris: readonly string[], sight: Sight): Cascade | null {
    const slot = this.#grouping.slotWith(uris[0] ?? '');
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
    return this.#grouping.slots.get(this.rootOf(uri))?.sliced.directory ?? null;
  }

  /** The same of every project, by address. */
  get directories(): readonly Directory[] {
    return this.roots.flatMap((root) => this.#grouping.slots.get(root)?.sliced.directory ?? []);
  }

  /** The cascade of a project as rows; null where there is none. Only with the option `trees`. */
  treeOf(root: string): ProjectTree | null {
    return this.#grouping.slots.get(root)?.tree ?? null;
  }

  /** Addresses of all projects, in order. */
  get roots(): readonly string[] {
    return [...this.#grouping.slots.keys()].sort();
  }

  /** A whole project; what is asked of it takes as long as the project is large. */
  project(root: string): Project | null {
    return this.#grouping.slots.get(root)?.whole ?? null;
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
    if (isConfigFile(uri)) return this.#grouping.slots.get(folderOf(uri))?.configFindings ?? [];
    const slot = this.#grouping.slotWith(uri);
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
    const slot = this.#grouping.slotWith(uri);
    if (!file || !slot?.files.has(uri)) return [];
    const alone = checkProject(buildCascade(new Map([[uri, file]]), slot.config, this.#grouping.today)).get(uri) ?? [];
    return alone.filter(({ rule }) => !needOthers.has(rule));
  }

  /** All findings of all files, project by project, in the order of addresses, and nothing of them is kept. */
  *check(): Generator<{ readonly root: string; readonly uri: string; readonly findings: readonly Finding[] }> {
    const atOnce = this.#options.bytesAtOnce ?? usualBytesAtOnce;
    for (const root of this.roots) {
      const slot = this.#grouping.slots.get(root);
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
    for (const { sliced } of this.#grouping.slots.values()) waiting += sliced.waiting.size;
    return waiting;
  }

  /**
   * Checks files that wait until none is left or `isOver` says so. Says whether none is left. Files that lie together are cheaper together, but
   * nobody can come in between: so it begins with one, takes twice as many where two lots left some time, and half as many where one took all there
   * was. So a lot never takes much longer than the turn.
   */
  settle(isOver: () => boolean = () => false): boolean {
    let lots = 0;
    for (const slot of this.#grouping.slots.values()) {
      while (slot.sliced.waiting.size > 0) {
        const lot = firstOf(slot.sliced.waiting, this.#together);
        for (const uri of lot) slot.sliced.leaveOut(uri);
        for (const [uri, findings] of slot.check(lot)) this.#found(uri, findings);
        lots++;
        if (isOver()) {
          if (lots === 1) this.#together = Math.max(1, this.#together / 2);
          return this.waiting === 0;
        }
        if (lots % 2 === 0) this.#together = Math.min(2 * this.#together, mostSettledTogether);
      }
    }
    this.#together = 1;
    return true;
  }

  /** Lets go of what can be worked out again: nothing that is asked has another answer, but the first one takes longer. */
  forgetWhatCanBeMade(): void {
    this.#store.forgetDecoded();
    for (const { sliced } of this.#grouping.slots.values()) sliced.forgetWhatCanBeMade();
    this.#recent.clear();
    this.#near.cascades.clear();
    this.#lastRead = null;
  }

  /** Offsets at which the file's lines begin; of a file that is not known, one line. */
  lineStarts(uri: string): readonly number[] {
    const config = this.#grouping.configs.get(uri);
    return config === undefined ? (this.file(uri)?.lineStarts ?? [0]) : lineStartsOf(config.text);
  }

  #found(uri: string, findings: readonly Finding[]): void {
    this.#keep(uri, findings);
    this.#grouping.slotWith(uri)?.tree?.found(uri, findings);
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

  #parse(uri: string, text: string | null, problem: DiskProblem | null): OkrFile {
    if (text !== null) this.counts.parsed++;
    return understood(uri, text, problem, this.#onInternalError);
  }
}
