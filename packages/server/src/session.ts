/**
 * What the server knows and when it says so: the files on the disk, the documents that are open over them, and the diagnostics that were
 * published.
 *
 * An edit is answered for its own file first, as soon as the messages that are already here have been read. Other files that it concerns follow
 * in short turns, so that the next keystroke never waits for them.
 */
import type { Config, Day, Finding } from '@okr-language/core';
import { inParallel } from '@okr-language/files';
import { unpacked } from '@okr-language/indexer';
import { isConfigFile, OkrWorkspace } from '@okr-language/language';
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf, diagnosticsOfPlaced } from './diagnostics.ts';
import type { Disk, Lot } from './disk.ts';
import type { Log } from './guard.ts';
import { Pace } from './pace.ts';
import type { ServerStatus } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { Recall } from './recall.ts';
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
  /** Folders of which only the files have been read and nothing that lies deeper: of documents that belong to no project. */
  readonly #beside = new Set<string>();
  /** What each configuration ignored when its folder was last looked through. */
  readonly #ignored = new Map<string, string>();
  /** Whether the client can open a rule's page by a command. */
  opensPages = false;
  /** Whether the client shows what a fix wrote out of sight. */
  showsPlaces = false;
  /** The folder where what was read may be kept for the next start; null for nowhere. */
  storage: string | null = null;
  /** Whether nobody tells what happens on the disk, so that it has to be looked at. */
  looksItself = false;
  /** By folder, its files as they stood when they were looked at last. */
  readonly #seen = new Map<string, ReadonlyMap<string, string>>();
  #folders: readonly string[] = [];
  /** Folders that are being read; the first count is taken back when the opened folders have been. */
  #reading = 1;
  #catchingUp = true;
  /** Whether the client has said which folders are open. */
  #knowsFolders = false;
  #base: Config;
  /** Batches of files that are being taken; until all of one have been, only what somebody types is told. */
  #holding = 0;
  /** Ends when all that has happened on the disk so far has been looked at. */
  #lastLook: Promise<void> = Promise.resolve();
  /** What was found at the last start; null until all files have been read, and where nothing is kept. */
  #recall: Recall | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether the next turn waits for the typing. */
  #isHeld = false;
  readonly #pace = new Pace();
  /** Whether something changed since the client was last told that all is done. */
  #isNews = false;

  constructor(options: { disk: Disk; outlet: Outlet; today: Day; base: Config; log: Log }) {
    this.#disk = options.disk;
    this.#outlet = options.outlet;
    this.#base = options.base;
    this.#workspace = new OkrWorkspace({
      today: options.today,
      folders: [],
      base: options.base,
      trees: true,
      readText: (uri) => (isOnDisk(uri) ? options.disk.readNow(uri) : null),
      onFindings: (uri, findings) => {
        // While files are missing, names would seem unknown.
        if (this.#reading > 0) {
          this.#later.add(uri);
          return;
        }
        this.#recall?.note(uri, findings);
        this.#publish(uri, findings);
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

  /** Whether the files of an opened folder have not all been read and checked yet. */
  get isCatchingUp(): boolean {
    return this.#catchingUp;
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
    this.begin(base);
    this.#changed();
  }

  /** The same before the client is ready to be told anything. */
  begin(base: Config): void {
    this.#base = base;
    this.#workspace.setBase(base);
  }

  /** The folders that are open in the editor; new ones are read. */
  async setFolders(uris: readonly string[]): Promise<void> {
    const isFirst = !this.#knowsFolders;
    this.#knowsFolders = true;
    this.#folders = uris.map((uri) => this.known(uri));
    this.#workspace.setFolders(this.#folders);
    this.#forgetWhatIsOutside();
    try {
      await this.#inTurn(() => this.#readWhatIsNeeded());
    } finally {
      if (isFirst) this.#endReading();
    }
    this.#changed();
  }

  /** A folder, a configuration or an open document came or went: other folders may be needed now. */
  async #readWhatIsNeeded(): Promise<void> {
    const folders = await this.#forgetWhatNobodyNeeds();
    for (const folder of folders) if (!this.#read.has(`${folder}/`)) await this.#readFolder(folder);
    for (const uri of this.#open.keys()) await this.#readAround(uri);
  }

  /** Keeps what belongs to an opened folder or to an open document; gives back the folders to read for the opened ones. */
  async #forgetWhatNobodyNeeds(): Promise<ReadonlySet<string>> {
    const folders = new Set<string>();
    for (const folder of this.#folders) folders.add((await this.#disk.configuredFolder(folder)) ?? folder);
    const needed = new Set([...folders].map((folder) => `${folder}/`));
    const beside = new Set<string>();
    for (const uri of this.#open.keys()) {
      const isInside = [...needed].some((folder) => uri.startsWith(folder));
      if (isInside || !isOnDisk(uri)) continue;
      const project = await this.#disk.configuredFolder(uri);
      if (project !== null) needed.add(`${project}/`);
      else beside.add(folderOf(uri));
    }
    for (const folder of this.#read) if (!needed.has(folder)) this.#read.delete(folder);
    for (const folder of this.#beside) if (!beside.has(folder)) this.#beside.delete(folder);
    this.#removeUnread();
    return folders;
  }

  /** Whether a file or folder is no part of any opened folder. */
  #isOutside(uri: string): boolean {
    return !this.#folders.some((folder) => `${uri}/`.startsWith(`${folder}/`));
  }

  /** Whether a configuration in this folder decides what is read for an opened folder, or for a document outside of all. */
  #decidesWhatIsRead(folder: string): boolean {
    const isAround = (uri: string) => `${uri}/`.startsWith(`${folder}/`);
    return this.#folders.some(isAround) || [...this.#open.keys()].some((uri) => isAround(uri) && this.#isOutside(uri));
  }

  /**
   * What happens on the disk is taken in one after the other, as it happened: were an older look at a file to end after a younger one, it would
   * undo it.
   */
  #inTurn(look: () => Promise<unknown>): Promise<void> {
    const done = this.#lastLook.then(look).then(() => {});
    this.#lastLook = done.catch(() => {});
    return done;
  }

  async opened(clientUri: string, text: string): Promise<void> {
    const uri = this.known(clientUri);
    this.#open.set(uri, clientUri);
    this.#type(uri, text);
    // A document most often comes before the folder that it is in: all of that would be read twice.
    if (!this.#knowsFolders) return;
    if (!this.#isRead(uri)) await this.#inTurn(() => this.#readAround(uri));
  }

  edited(clientUri: string, text: string): void {
    this.#pace.typed();
    if (this.#isHeld) this.#stop(); // the turn comes at once
    this.#type(this.known(clientUri), text);
  }

  async closed(clientUri: string): Promise<void> {
    const uri = this.known(clientUri);
    this.#open.delete(uri);
    this.#typed.delete(uri);
    this.#first.add(uri);
    await this.#inTurn(async () => {
      if (this.#isOutside(uri)) await this.#readWhatIsNeeded();
      await this.#takeFromDisk([uri]);
    });
  }

  /** Something happened to these files or folders outside of the open documents: to one, or by another branch to thousands at once. */
  async touched(clientUris: readonly string[]): Promise<void> {
    await this.#inTurn(() => this.#takeTouched(clientUris.map((uri) => this.known(uri))));
  }

  /** Takes what has changed on the disk since it was looked at last. Dates and sizes tell of which files: of thousands few are read. */
  async look(): Promise<void> {
    const changed = new Set<string>();
    const all = [...[...this.#read].map((folder) => folder.slice(0, -1)), ...this.#beside];
    for (const folder of all) {
      const before = this.#seen.get(folder);
      if (!before) continue; // it is just being read for the first time
      const now = await this.#see(folder);
      for (const uri of new Set([...before.keys(), ...now.keys()])) {
        if (before.get(uri) !== now.get(uri)) changed.add(uri);
      }
    }
    for (const folder of this.#seen.keys()) if (!all.includes(folder)) this.#seen.delete(folder);
    if (changed.size > 0) await this.touched([...changed]);
  }

  async #see(folder: string): Promise<ReadonlyMap<string, string>> {
    const configText = (uri: string) => (this.#open.has(uri) ? this.workspace.text(uri) : null);
    const states = await this.#disk.states(folder, { configText, deep: this.#read.has(`${folder}/`) });
    this.#seen.set(folder, states);
    return states;
  }

  /** Of a folder that comes, goes or is moved elsewhere than in the editor, nothing but the folder itself is told. */
  async #takeTouched(uris: readonly string[]): Promise<void> {
    const isOurs = (uri: string) => uri.endsWith('.okr') || isConfigFile(uri);
    const ours = uris.filter(isOurs);
    const folders = await this.#foldersAmong(uris.filter((uri) => !isOurs(uri)));
    // A build next door writes thousands of files that are none of ours.
    if (ours.length === 0 && folders.length === 0) return;
    this.#holding++;
    try {
      if (folders.length > 0) await this.#takeFolders(folders);
      await this.#takeFromDisk(ours);
    } finally {
      this.#holding--;
    }
    this.#changed();
  }

  /** Folders in which something is known, and those that are there. */
  async #foldersAmong(uris: readonly string[]): Promise<readonly string[]> {
    if (uris.length === 0) return [];
    const known = new Set<string>();
    for (const uri of this.#workspace.allUris) {
      for (let folder = folderOf(uri); folder.includes('/') && !known.has(folder); folder = folderOf(folder))
        known.add(folder);
    }
    const isFolder = async (uri: string) => {
      const around = this.#folderAround(uri);
      return known.has(uri) || (around !== null && (await this.#disk.isFolder(uri, around)));
    };
    const found = await inParallel(uris, isFolder);
    return uris.filter((_, index) => found[index]);
  }

  /** Folders came, went or were renamed: what is known below them is read again. */
  async foldersTouched(clientUris: readonly string[]): Promise<void> {
    await this.#inTurn(() => this.#takeFolders(clientUris));
  }

  async #takeFolders(clientUris: readonly string[]): Promise<void> {
    await this.#readAgain(clientUris);
    if (clientUris.some((uri) => this.#decidesWhatIsRead(this.known(uri)))) await this.#readWhatIsNeeded();
  }

  /** What of the folders that are read lies in another one, or holds it: whatever a client names, nothing else is looked into. */
  #foldersOf(clientUri: string): readonly string[] {
    const folder = this.known(clientUri).replace(/\/$/, '');
    return this.#isRead(`${folder}/`) ? [folder] : this.#readInside(folder);
  }

  async #readAgain(clientUris: readonly string[]): Promise<void> {
    for (const folder of clientUris.flatMap((clientUri) => this.#foldersOf(clientUri))) {
      const found = new Set<string>();
      // What the outer one ignores belongs to an inner one that is read for its own sake all the same.
      for (const one of new Set([folder, ...this.#readInside(folder)])) {
        // One that is gone is no folder with a problem.
        const around = this.#folderAround(`${one}/`) ?? one;
        if (!(await this.#disk.isFolder(one, around))) continue;
        for (const uri of await this.#takeFolder(one)) found.add(uri);
      }
      // The folder itself is known where it went while it was read.
      this.#keepOnly(found, (uri) => uri === folder || uri.startsWith(`${folder}/`));
    }
    const touched = clientUris.map((clientUri) => `${this.known(clientUri).replace(/\/$/, '')}/`);
    for (const folder of this.#beside) {
      if (!touched.some((one) => `${folder}/`.startsWith(one))) continue;
      this.#keepOnly(await this.#takeFolder(folder, { deep: false }), (uri) => folderOf(uri) === folder);
    }
    this.#changed();
  }

  /** Of the files in a place only those that were found there are left, and what is open. */
  #keepOnly(found: ReadonlySet<string>, isThere: (uri: string) => boolean): void {
    for (const uri of this.#workspace.allUris) if (isThere(uri) && !found.has(uri)) this.#removeClosed(uri);
  }

  /** Lets go of what can be worked out again. */
  forgetWhatCanBeMade(): void {
    this.#workspace.forgetWhatCanBeMade();
  }

  /** Everything is worked out and told now. */
  settle(): void {
    this.#stop();
    this.#pace.rested();
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
      if (isConfigFile(uri) && this.#ignoresElse(uri)) void this.foldersTouched([folderOf(uri)]);
    }
  }

  #isRead(uri: string): boolean {
    return this.#folderAround(uri) !== null;
  }

  /** The folders that have been read and lie in another one, or are it. */
  #readInside(folder: string): readonly string[] {
    return [...this.#read].filter((read) => read.startsWith(`${folder}/`)).map((read) => read.slice(0, -1));
  }

  /** The outermost folder that has been read and holds the file. */
  #folderAround(uri: string): string | null {
    const around = [...this.#read].filter((folder) => uri.startsWith(folder));
    const [outermost] = around.sort((a, b) => a.length - b.length);
    if (outermost !== undefined) return outermost;
    return !uri.endsWith('/') && this.#beside.has(folderOf(uri)) ? `${folderOf(uri)}/` : null;
  }

  /** A document from outside of the opened folders: the project that it belongs to is read too, and without one the files beside it. */
  async #readAround(uri: string): Promise<void> {
    if (this.#isRead(uri) || !isOnDisk(uri)) return;
    const folder = await this.#disk.configuredFolder(uri);
    if (folder !== null) await this.#readFolder(folder);
    else await this.#readFolder(folderOf(uri), { deep: false });
  }

  async #readFolder(folder: string, { deep } = { deep: true }): Promise<void> {
    const path = folder.replace(/\/$/, '');
    if (deep) this.#read.add(`${path}/`);
    else this.#beside.add(path);
    this.#reading++;
    this.#catchingUp = true;
    this.#changed();
    try {
      if (this.looksItself) await this.#see(path);
      await this.#takeFolder(path, { deep });
    } finally {
      this.#endReading();
    }
    this.#changed();
  }

  /** Takes everything below a folder as it stands now; says what was there. */
  async #takeFolder(folder: string, { deep } = { deep: true }): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const configText = (uri: string) => (this.#open.has(uri) ? this.workspace.text(uri) : null);
    // What is kept is of a whole folder; one in it that changed is read with that at the next start.
    const storage = this.#read.has(`${folder.replace(/\/$/, '')}/`) ? this.storage : null;
    for await (const lot of this.#disk.readFolder(folder, { configText, storage, deep })) {
      for (const { uri } of [...lot.plain, ...lot.indexed]) found.add(uri);
      await this.#take(lot);
    }
    for (const uri of found) if (isConfigFile(uri)) this.#ignored.set(uri, this.#ignoredBy(uri));
    return found;
  }

  /**
   * Whether a configuration ignores something else than when its folder was last looked through: what it ignored is not known, so the folder has to
   * be looked through again.
   */
  #ignoresElse(config: string): boolean {
    const before = this.#ignored.get(config) ?? '';
    const now = this.#ignoredBy(config);
    this.#ignored.set(config, now);
    return now !== before && this.#isRead(config);
  }

  #ignoredBy(config: string): string {
    const { roots } = this.#workspace;
    const root = `${folderOf(config)}/`;
    return roots.includes(root) ? (this.#workspace.project(root)?.config.ignore.join('\n') ?? '') : '';
  }

  /** What was found while files were missing was not told, or not in full. */
  #endReading(): void {
    this.#reading--;
    if (this.#reading > 0) return;
    for (const uri of [...this.#open.keys(), ...this.#later]) this.#first.add(uri);
    this.#later.clear();
    this.#recall ??= this.#beginRecall();
  }

  async #take({ plain, indexed }: Lot): Promise<void> {
    let end = performance.now() + turnMs;
    const pause = async () => {
      if (performance.now() < end) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
      end = performance.now() + turnMs;
    };
    for (const { uri, text, problem } of plain) {
      if (!this.#open.has(uri)) this.#workspace.set(uri, text, problem, false);
      await pause();
    }
    for (const { uri, body, mark, problem } of indexed) {
      if (!this.#open.has(uri)) this.#workspace.take(uri, unpacked(body), mark, problem);
      await pause();
    }
  }

  /** Nothing is told before all have been looked at: half of another branch would say much that is not so. */
  async #takeFromDisk(uris: readonly string[]): Promise<void> {
    // Closed documents stay known as long as their project is read.
    const files = new Map<string, { readonly uri: string; readonly folder: string }>();
    for (const uri of uris) {
      const folder = isOnDisk(uri) ? this.#folderAround(uri) : null;
      if (folder === null) this.#removeClosed(uri);
      else if (!this.#open.has(uri)) files.set(uri, { uri, folder });
    }
    this.#holding++;
    try {
      const gone = new Set(files.keys());
      for await (const lot of this.#disk.readFiles([...files.values()])) {
        for (const { uri } of [...lot.plain, ...lot.indexed]) gone.delete(uri);
        await this.#take(lot);
      }
      for (const uri of gone) this.#removeClosed(uri);
      const changed = [...files.keys()].filter((uri) => isConfigFile(uri) && this.#ignoresElse(uri));
      await this.#readAgain(changed.map(folderOf));
      if (uris.some((uri) => isConfigFile(uri) && this.#decidesWhatIsRead(folderOf(uri))))
        await this.#readWhatIsNeeded();
    } finally {
      this.#holding--;
    }
    this.#changed();
  }

  #removeClosed(uri: string): void {
    if (!this.#open.has(uri)) this.#workspace.remove(uri);
  }

  #forgetWhatIsOutside(): void {
    const folders = this.#folders.map((folder) => `${folder}/`);
    for (const folder of this.#read) {
      if (!folders.some((open) => open.startsWith(folder) || folder.startsWith(open))) this.#read.delete(folder);
    }
    this.#removeUnread();
  }

  #removeUnread(): void {
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
    this.#isHeld = false;
  }

  /** One short turn of work; where something is left, another one follows after the messages that came meanwhile. */
  #turn(): void {
    this.#timer = null;
    this.#isHeld = false;
    const end = performance.now() + turnMs;
    if (this.#work(() => performance.now() >= end) || this.#timer) return;
    const left = this.#untilTurn();
    this.#isHeld = left > 0;
    this.#timer = setTimeout(() => this.#turn(), left);
  }

  /**
   * How long to wait, in milliseconds, until a folder is checked further. What an edit changes elsewhere is told at once all the same, when a folder is
   * not being checked.
   */
  #untilTurn(): number {
    return this.#catchingUp ? this.#pace.wait() : 0;
  }

  /** Says whether all is done. */
  #work(isOver: () => boolean): boolean {
    this.#takeTyped();
    if (this.#reading > 0) {
      for (const uri of this.#first) this.#publish(uri, this.#provisional(uri));
      this.#first.clear();
      this.#outlet.status({ reading: true, files: 0, errors: 0, warnings: 0, hints: 0 });
      return true; // the end of the reading comes here again
    }
    for (const uri of this.#first) this.#publish(uri, this.#workspace.findings(uri));
    this.#first.clear();
    if (this.#holding > 0) return true; // its end comes here again
    if (this.#untilTurn() > 0) return false;
    const isAll = this.#checkOn(isOver);
    this.#pace.worked();
    if (!isAll) return false;
    this.#catchingUp = false;
    if (!this.#isNews) return true;
    this.#isNews = false;
    const { errors, warnings, hints } = this.#publisher;
    this.#outlet.treeChanged();
    this.#outlet.status({ reading: false, files: this.#workspace.fileCount, errors, warnings, hints });
    return true;
  }

  /** Checks what is left, or tells what is remembered of it, as far as there is time; says whether nothing is left. */
  #checkOn(isOver: () => boolean): boolean {
    if (this.#isRecalled(isOver)) return this.#recall?.isEnough ?? false;
    if (!this.#workspace.settle(isOver)) return false;
    this.#recall?.keep();
    return true;
  }

  #beginRecall(): Recall | null {
    if (this.storage === null) return null;
    const { workspace, storage } = this;
    const folders = [...this.#read].sort();
    return Recall.begin({ storage, workspace, folders, base: this.#base, today: workspace.today });
  }

  /** Tells what is remembered, as far as there is time; false where it has to be checked instead. */
  #isRecalled(isOver: () => boolean): boolean {
    for (let file = this.#recall?.next() ?? null; file; file = this.#recall?.next() ?? null) {
      this.#tell(file.uri, diagnosticsOfPlaced(file.findings));
      if (isOver()) return true;
    }
    return this.#recall?.isEnough ?? false;
  }

  /** From now on everything is checked, also what is remembered: somebody looks at figures of all of it. */
  wakeForFigures(): void {
    if (this.#recall?.forget()) this.#changed();
  }

  /** While files are still being read: what the file alone says. */
  #provisional(uri: string): readonly Finding[] {
    return isConfigFile(uri) ? this.workspace.findings(uri) : this.workspace.findingsAlone(uri);
  }

  #publish(uri: string, findings: readonly Finding[]): void {
    this.#tell(uri, this.#diagnosticsOf(findings));
  }

  #tell(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (this.#publisher.update(uri, diagnostics)) this.#outlet.diagnosticsChanged(uri, diagnostics);
  }

  #diagnosticsOf(findings: readonly Finding[]): readonly Diagnostic[] {
    return diagnosticsOf(findings, (uri) => this.#workspace.lineStarts(uri));
  }
}

/** Without the `/` at its end. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:');
}
