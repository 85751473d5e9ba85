/**
 * What the server knows and when it says so: the files on the disk, the documents that are open over them, and the diagnostics that were
 * published.
 *
 * An edit is answered for its own file first, as soon as the messages that are already here have been read. Other files that it concerns follow
 * in short turns, so that the next keystroke never waits for them.
 */
import type { Config, Day, Finding } from '@okr-language/core';
import { isConfigFile, OkrWorkspace } from '@okr-language/language';
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf } from './diagnostics.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { Log } from './guard.ts';
import type { ServerStatus } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { turnMs } from './turns.ts';

/** What the session tells the client. */
export interface Outlet {
  /** The diagnostics of this file changed. */
  diagnosticsChanged(uri: string, diagnostics: readonly Diagnostic[]): void;
  /** Something in some project changed. */
  treeChanged(): void;
  status(status: ServerStatus): void;
}

export class Session {
  readonly #disk: Disk;
  readonly #outlet: Outlet;
  readonly #workspace: OkrWorkspace;
  readonly #publisher = new Publisher();
  /** Open documents: the client's own spelling of each address. */
  readonly #open = new Map<string, string>();
  /** Texts of open documents that have not been read yet: of quick typing only the last one is. */
  readonly #typed = new Map<string, string>();
  /** Documents whose findings come first. */
  readonly #first = new Set<string>();
  /** Files of which something was found while others were still being read. */
  readonly #later = new Set<string>();
  /** Folders whose files have been read. */
  readonly #read = new Set<string>();
  /** Whether the client can open a rule's page by a command. */
  opensPages = false;
  #folders: readonly string[] = [];
  /** Folders that are being read; the first count is taken back when the opened folders have been. */
  #reading = 1;
  #hasFolders = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether something changed since the client was last told that all is done. */
  #isNews = false;

  constructor(options: { disk: Disk; outlet: Outlet; today: Day; base: Config; log: Log }) {
    this.#disk = options.disk;
    this.#outlet = options.outlet;
    this.#workspace = new OkrWorkspace({
      today: options.today,
      folders: [],
      base: options.base,
      trees: true,
      readText: (uri) => (uri.startsWith('file:') ? options.disk.readNow(uri) : null),
      onFindings: (uri, findings) => {
        // While files are missing, names would seem unknown.
        if (this.#reading > 0) this.#later.add(uri);
        else this.#publish(uri, findings);
      },
      onInternalError: (where, error) =>
        options.log(`${where}: ${error instanceof Error ? error.stack : String(error)}`),
    });
  }

  /** The engine, with everything in it that was typed so far. */
  get workspace(): OkrWorkspace {
    this.#takeTyped();
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
    if (today === this.#workspace.today) return;
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
      if (!this.#hasFolders) this.#endReading();
      this.#hasFolders = true;
    }
    this.#changed();
  }

  async opened(clientUri: string, text: string): Promise<void> {
    const uri = this.known(clientUri);
    this.#open.set(uri, clientUri);
    this.#type(uri, text);
    if (uri.startsWith('file:') && !this.#isRead(uri)) await this.#readAround(uri);
  }

  edited(clientUri: string, text: string): void {
    this.#type(this.known(clientUri), text);
  }

  async closed(clientUri: string): Promise<void> {
    const uri = this.known(clientUri);
    this.#open.delete(uri);
    this.#typed.delete(uri);
    this.#first.delete(uri);
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
      for (const uri of this.#workspace.allUris) {
        if (uri.startsWith(folder) && !this.#open.has(uri)) this.#workspace.remove(uri);
      }
      await this.#readFolder(folder.slice(0, -1));
    }
    this.#changed();
  }

  /** Everything is worked out and told now. */
  settle(): void {
    this.#stop();
    this.#work(() => false);
  }

  /** The diagnostics of a file, with every edit that came before. */
  diagnosticsNow(uri: string): { readonly diagnostics: readonly Diagnostic[]; readonly resultId: string } {
    const diagnostics = this.#diagnosticsOf(this.#reading > 0 ? this.#provisional(uri) : this.workspace.findings(uri));
    this.#publisher.update(uri, diagnostics);
    return { diagnostics, resultId: this.#publisher.resultId(uri) };
  }

  resultId(uri: string): string {
    return this.#publisher.resultId(uri);
  }

  get published(): IterableIterator<string> {
    return this.#publisher.uris;
  }

  dispose(): void {
    this.#stop();
  }

  #type(uri: string, text: string): void {
    this.#typed.set(uri, text);
    this.#first.add(uri);
    this.#changed();
  }

  #takeTyped(): void {
    for (const [uri, text] of this.#typed) {
      this.#typed.delete(uri);
      this.#workspace.set(uri, text);
    }
  }

  #isRead(uri: string): boolean {
    return this.#folderAround(uri) !== null;
  }

  /** The outermost folder that has been read and holds the file. */
  #folderAround(uri: string): string | null {
    const around = [...this.#read].filter((folder) => uri.startsWith(folder));
    return around.sort((a, b) => a.length - b.length)[0] ?? null;
  }

  /** A document from outside of the opened folders: the project that it belongs to is read too. */
  async #readAround(uri: string): Promise<void> {
    const folder = await this.#disk.configuredFolder(uri);
    if (folder !== null) await this.#readFolder(folder);
  }

  async #readFolder(folder: string): Promise<void> {
    this.#read.add(`${folder.replace(/\/$/, '')}/`);
    this.#reading++;
    this.#changed();
    try {
      const files = await this.#disk.readFolder(folder);
      // Configurations first: each new one makes the engine sort the files it knows into projects anew.
      const inOrder = [...files].sort((a, b) => Number(isConfigFile(b.uri)) - Number(isConfigFile(a.uri)));
      let begun = performance.now();
      for (const file of inOrder) {
        this.#take(file);
        if (performance.now() - begun < turnMs) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        begun = performance.now();
      }
    } finally {
      this.#endReading();
    }
    this.#changed();
  }

  /** What was found while files were missing was not told, or not in full. */
  #endReading(): void {
    this.#reading--;
    if (this.#reading > 0) return;
    for (const uri of [...this.#open.keys(), ...this.#later]) this.#first.add(uri);
    this.#later.clear();
  }

  #take(file: DiskFile): void {
    if (!this.#open.has(file.uri)) this.#workspace.set(file.uri, file.text, file.problem, false);
  }

  async #takeFromDisk(uri: string): Promise<void> {
    if (this.#open.has(uri)) return;
    // Closed documents stay known as long as their project is read.
    const folder = uri.startsWith('file:') ? this.#folderAround(uri) : null;
    const file = folder === null ? null : await this.#disk.readFile(uri, folder);
    if (this.#open.has(uri)) return;
    if (file) this.#workspace.set(uri, file.text, file.problem, false);
    else this.#workspace.remove(uri);
    this.#changed();
  }

  #forgetWhatIsOutside(): void {
    const folders = this.#folders.map((folder) => `${folder}/`);
    for (const folder of this.#read) {
      if (!folders.some((open) => open.startsWith(folder) || folder.startsWith(open))) this.#read.delete(folder);
    }
    for (const uri of this.#workspace.allUris) {
      if (!this.#open.has(uri) && !this.#isRead(uri)) this.#workspace.remove(uri);
    }
  }

  #changed(): void {
    this.#isNews = true;
    this.#timer ??= setTimeout(() => this.#turn(), 0);
  }

  #stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** One short turn of work; where something is left, another one follows after the messages that came meanwhile. */
  #turn(): void {
    this.#timer = null;
    const end = performance.now() + turnMs;
    if (!this.#work(() => performance.now() >= end)) this.#timer ??= setTimeout(() => this.#turn(), 0);
  }

  /** Says whether all is done. */
  #work(isOver: () => boolean): boolean {
    this.#takeTyped();
    if (this.#reading > 0) {
      for (const uri of this.#first) this.#publish(uri, this.#provisional(uri));
      this.#first.clear();
      this.#outlet.status({ reading: true, files: 0, errors: 0, warnings: 0 });
      return true; // the end of the reading comes here again
    }
    for (const uri of this.#first) this.#publish(uri, this.#workspace.findings(uri));
    this.#first.clear();
    if (!this.#workspace.settle(isOver)) return false;
    if (!this.#isNews) return true;
    this.#isNews = false;
    const { errors, warnings } = this.#publisher;
    this.#outlet.treeChanged();
    this.#outlet.status({ reading: false, files: this.#workspace.fileCount, errors, warnings });
    return true;
  }

  /** While files are still being read: what the file alone says. */
  #provisional(uri: string): readonly Finding[] {
    return isConfigFile(uri) ? this.workspace.findings(uri) : this.workspace.findingsAlone(uri);
  }

  #publish(uri: string, findings: readonly Finding[]): void {
    const diagnostics = this.#diagnosticsOf(findings);
    if (this.#publisher.update(uri, diagnostics)) this.#outlet.diagnosticsChanged(uri, diagnostics);
  }

  #diagnosticsOf(findings: readonly Finding[]): readonly Diagnostic[] {
    return diagnosticsOf(findings, (uri) => this.#workspace.lineStarts(uri));
  }
}
