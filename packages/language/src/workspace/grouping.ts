/** Which project each file belongs to, as folders and configurations come, change and go. */
import type { Config, Day, Finding } from '@okr-language/core';
import { asFolder, configFileName, folderOf, nearestFolder } from './folders.ts';
import { type ConfigText, ProjectSlot, type SlotOptions } from './slot.ts';

type SharedOptions = Pick<SlotOptions, 'fileOf' | 'mayHold' | 'hasTree' | 'counts' | 'onInternalError'>;

export interface GroupingOptions extends SharedOptions {
  readonly folders: readonly string[];
  readonly base: Config;
  readonly today: Day;
  /** Addresses of the files that are known, configurations left out. */
  readonly uris: () => Iterable<string>;
  /** Told that somebody may be told something else from now on. */
  readonly onChange: () => void;
  /** Told what a configuration is found to say, and of files that are no longer looked at. */
  readonly onFound: (uri: string, findings: readonly Finding[]) => void;
}

export class Grouping {
  readonly #options: GroupingOptions;
  readonly #configs = new Map<string, ConfigText>();
  readonly #rootOf = new Map<string, string>();
  readonly #slots = new Map<string, ProjectSlot>();
  /** Folders that hold a configuration. */
  readonly #configured = new Set<string>();
  #folders: ReadonlySet<string>;
  #base: Config;
  #today: Day;

  constructor(options: GroupingOptions) {
    this.#options = options;
    this.#folders = new Set(options.folders.map(asFolder));
    this.#base = options.base;
    this.#today = options.today;
  }

  /** By address. */
  get configs(): ReadonlyMap<string, ConfigText> {
    return this.#configs;
  }

  /** Every project by the address of its folder. */
  get slots(): ReadonlyMap<string, ProjectSlot> {
    return this.#slots;
  }

  get today(): Day {
    return this.#today;
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

  setConfig(uri: string, config: ConfigText): void {
    const known = this.#configs.get(uri);
    if (known?.text === config.text && known.problem?.message === config.problem?.message) return;
    this.#configs.set(uri, config);
    this.#sortConfigs(folderOf(uri));
  }

  /** Says whether there was one. */
  removeConfig(uri: string): boolean {
    if (!this.#configs.delete(uri)) return false;
    this.#options.onFound(uri, []);
    this.#sortConfigs(folderOf(uri));
    return true;
  }

  /** Address of the project's folder that a file belongs to, or would. */
  rootOf(uri: string): string {
    return nearestFolder(uri, this.#configured) ?? nearestFolder(uri, this.#folders) ?? folderOf(uri);
  }

  /** The project that a known file belongs to; null where the file is not known. */
  slotWith(uri: string): ProjectSlot | null {
    return this.#slots.get(this.#rootOf.get(uri) ?? '') ?? null;
  }

  /** The project for a file that is put into it. */
  slotFor(uri: string): ProjectSlot {
    const root = this.#rootOf.get(uri) ?? this.rootOf(uri);
    this.#rootOf.set(uri, root);
    return this.#slot(root);
  }

  /** A file goes. */
  remove(uri: string): void {
    this.#leave(uri);
    this.#rootOf.delete(uri);
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

  #slot(root: string): ProjectSlot {
    let slot = this.#slots.get(root);
    if (!slot) {
      const { fileOf, mayHold, hasTree, counts, onInternalError } = this.#options;
      slot = new ProjectSlot({
        root,
        fileOf,
        mayHold,
        ignoredAround: (uri) => this.#isIgnoredAround(uri, root),
        hasTree,
        base: this.#base,
        today: this.#today,
        counts,
        onInternalError,
      });
      this.#slots.set(root, slot);
    }
    return slot;
  }

  #configure(slot: ProjectSlot): void {
    this.#options.onChange();
    const text = this.#configured.has(slot.root) ? this.#configs.get(slot.configUri) : null;
    const wasConfigured = slot.isConfigured;
    slot.configure(this.#base, this.#today, text ?? null);
    if (slot.isConfigured || wasConfigured) this.#options.onFound(slot.configUri, slot.configFindings);
    for (const inner of this.#slots.values()) {
      if (!inner.root.startsWith(slot.root)) continue;
      if (inner !== slot) inner.chooseFiles();
      // What is ignored from now on has no findings any more.
      for (const uri of inner.members) if (!inner.files.has(uri)) this.#options.onFound(uri, []);
    }
  }

  /** A folder or a configuration came or went: files may now belong to another project. */
  #regroup(): void {
    this.#options.onChange();
    for (const folder of this.#configured) this.#slot(folder);
    for (const slot of this.#slots.values()) {
      if (slot.isConfigured !== this.#configured.has(slot.root)) this.#configure(slot);
    }
    for (const uri of this.#options.uris()) {
      const root = this.rootOf(uri);
      if (this.#rootOf.get(uri) === root) continue;
      this.#leave(uri);
      this.#rootOf.set(uri, root);
      const file = this.#options.fileOf(uri);
      if (!file) continue;
      const slot = this.#slot(root);
      slot.put(uri, null, file);
      // What its new project ignores has no findings any more.
      if (!slot.files.has(uri)) this.#options.onFound(uri, []);
    }
    for (const root of [...this.#slots.keys()]) this.#dropIfEmpty(root);
  }

  #leave(uri: string): void {
    const root = this.#rootOf.get(uri);
    const slot = root === undefined ? undefined : this.#slots.get(root);
    const file = this.#options.fileOf(uri);
    if (root === undefined || !slot || !file) return;
    slot.remove(uri, file);
    this.#dropIfEmpty(root);
  }

  #dropIfEmpty(root: string): void {
    if (this.#slots.get(root)?.members.size === 0 && !this.#configured.has(root)) this.#slots.delete(root);
  }
}
