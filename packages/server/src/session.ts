/**
 * What the server knows and when it says so: the files on the disk, the documents that are open over them, and the diagnostics that were
 * published. Every change goes into the engine at once; what follows from it is worked out when the typing pauses, or when somebody asks.
 */
import type { Config, Day, Finding } from '@okr-language/core';
import { isConfigFile, OkrWorkspace, type Project } from '@okr-language/language';
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf } from './diagnostics.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { Log } from './guard.ts';
import type { ServerStatus } from './protocol.ts';
import { Publisher } from './publisher.ts';

/** What the session tells the client. */
export interface Outlet {
  /** The diagnostics of these files changed. */
  diagnosticsChanged(uris: readonly string[]): void;
  /** Something in some project changed. */
  treeChanged(): void;
  status(status: ServerStatus): void;
}

/** An edit waits for the next one as long as the last round of work took, but never longer than this. */
const longestPauseMs = 300;

export class Session {
  readonly #disk: Disk;
  readonly #outlet: Outlet;
  readonly #workspace: OkrWorkspace;
  readonly #publisher = new Publisher();
  /** Open documents: the client's own spelling of each address. */
  readonly #open = new Map<string, string>();
  /** Folders whose files have been read. */
  readonly #read = new Set<string>();
  /** Whether the client can open a rule's page by a command. */
  opensPages = false;
  #folders: readonly string[] = [];
  /** Folders that are being read; the first count is taken back when the opened folders have been. */
  #reading = 1;
  #hasFolders = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastRoundMs = 0;

  constructor(options: { disk: Disk; outlet: Outlet; today: Day; base: Config; log: Log }) {
    this.#disk = options.disk;
    this.#outlet = options.outlet;
    this.#workspace = new OkrWorkspace({
      today: options.today,
      folders: [],
      base: options.base,
      onInternalError: (where, error) =>
        options.log(`${where}: ${error instanceof Error ? error.stack : String(error)}`),
    });
  }

  get workspace(): OkrWorkspace {
    return this.#workspace;
  }

  /** The address under which the engine knows a document of the client. */
  known(uri: string): string {
    return this.#disk.sameUri(uri);
  }

  /** The address as the client spells it. */
  spelled(uri: string): string {
    return this.#open.get(uri) ?? uri;
  }

  setToday(today: Day): void {
    this.#workspace.setToday(today);
    this.#changed();
  }

  setBase(base: Config): void {
    this.#workspace.setBase(base);
    this.#changed();
  }

  /** The folders that are open in the editor; new ones are read. */
  async setFolders(uris: readonly string[]): Promise<void> {
    this.#folders = uris.map((uri) => this.known(uri));
    this.#workspace.setFolders(this.#folders);
    this.#forgetWhatIsOutside();
    try {
      for (const folder of this.#folders) await this.#readFolder((await this.#disk.configuredFolder(folder)) ?? folder);
    } finally {
      if (!this.#hasFolders) this.#reading--;
      this.#hasFolders = true;
    }
    this.#changed();
  }

  async opened(clientUri: string, text: string): Promise<void> {
    const uri = this.known(clientUri);
    this.#open.set(uri, clientUri);
    this.#workspace.set(uri, text);
    this.#changed();
    if (uri.startsWith('file:') && !this.#isRead(uri)) await this.#readAround(uri);
  }

  edited(clientUri: string, text: string): void {
    this.#workspace.set(this.known(clientUri), text);
    this.#changed();
  }

  async closed(clientUri: string): Promise<void> {
    const uri = this.known(clientUri);
    this.#open.delete(uri);
    await this.#takeFromDisk(uri);
  }

  /** Something happened to these files outside of the open documents. */
  async touched(clientUris: readonly string[]): Promise<void> {
    await Promise.all(clientUris.map((uri) => this.#takeFromDisk(this.known(uri))));
  }

  /** Folders came, went or were renamed: what is known below them is read again. */
  async foldersTouched(clientUris: readonly string[]): Promise<void> {
    for (const clientUri of clientUris) {
      const folder = `${this.known(clientUri).replace(/\/$/, '')}/`;
      for (const uri of [...this.#knownFiles()]) {
        if (uri.startsWith(folder) && !this.#open.has(uri)) this.#workspace.remove(uri);
      }
      await this.#readFolder(folder.slice(0, -1));
    }
    this.#changed();
  }

  /** Everything is worked out and told now. */
  settle(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#round();
  }

  diagnostics(uri: string) {
    return this.#publisher.get(uri);
  }

  get published(): IterableIterator<string> {
    return this.#publisher.uris;
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  *#knownFiles(): Iterable<string> {
    for (const project of this.#workspace.projects()) yield* project.findings.keys();
  }

  #isRead(uri: string): boolean {
    for (const folder of this.#read) if (uri.startsWith(folder)) return true;
    return false;
  }

  /** A document from outside of the opened folders: the project that it belongs to is read too. */
  async #readAround(uri: string): Promise<void> {
    const folder = await this.#disk.configuredFolder(uri);
    if (folder !== null) await this.#readFolder(folder);
  }

  async #readFolder(folder: string): Promise<void> {
    this.#read.add(`${folder.replace(/\/$/, '')}/`);
    this.#reading++;
    try {
      for (const file of await this.#disk.readFolder(folder)) this.#take(file);
    } finally {
      this.#reading--;
    }
    this.#changed();
  }

  #take(file: DiskFile): void {
    if (!this.#open.has(file.uri)) this.#workspace.set(file.uri, file.text, file.problem);
  }

  async #takeFromDisk(uri: string): Promise<void> {
    if (this.#open.has(uri)) return;
    const file = uri.startsWith('file:') && this.#belongs(uri) ? await this.#disk.readFile(uri) : null;
    if (this.#open.has(uri)) return;
    if (file) this.#workspace.set(uri, file.text, file.problem);
    else this.#workspace.remove(uri);
    this.#changed();
  }

  /** Closed documents stay known as long as their project is read. */
  #belongs(uri: string): boolean {
    return this.#isRead(uri);
  }

  #forgetWhatIsOutside(): void {
    const folders = this.#folders.map((folder) => `${folder}/`);
    for (const folder of this.#read) {
      if (!folders.some((open) => open.startsWith(folder) || folder.startsWith(open))) this.#read.delete(folder);
    }
    for (const uri of [...this.#knownFiles()]) {
      if (!this.#open.has(uri) && !this.#isRead(uri)) this.#workspace.remove(uri);
    }
  }

  #changed(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), Math.min(this.#lastRoundMs, longestPauseMs));
  }

  #round(): void {
    if (this.#reading > 0) {
      this.#outlet.status({ reading: true, files: 0, errors: 0, warnings: 0 });
      return; // while files are missing, names would seem unknown; the end of the reading comes here again
    }
    const begun = performance.now();
    const now = new Map<string, readonly Diagnostic[]>();
    const status = { reading: false, files: 0, errors: 0, warnings: 0 };
    for (const project of this.#workspace.projects()) {
      for (const [uri, findings] of project.findings) {
        now.set(uri, this.#diagnosticsOf(findings));
        if (!isConfigFile(uri)) status.files++;
        for (const finding of findings) {
          if (finding.severity === 'error') status.errors++;
          else if (finding.severity === 'warning') status.warnings++;
        }
      }
    }
    const changed = this.#publisher.update(now);
    this.#lastRoundMs = performance.now() - begun;
    if (changed.length > 0) this.#outlet.diagnosticsChanged(changed);
    this.#outlet.treeChanged();
    this.#outlet.status(status);
  }

  #diagnosticsOf(findings: readonly Finding[]): readonly Diagnostic[] {
    return diagnosticsOf(findings, (uri) => this.#workspace.lineStarts(uri));
  }

  /** The project that a file belongs to; the first one of the workspace for null. */
  projectOf(uri: string | null): Project | null {
    if (uri !== null) {
      const project = this.#workspace.projectOf(this.known(uri));
      if (project) return project;
    }
    return this.#workspace.projects()[0] ?? null;
  }
}
