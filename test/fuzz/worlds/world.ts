/** A folder, the documents that are open over it, the server that serves both, and what a server says that starts now. */
import type { Day } from '@okr-language/core';
import { type Edit, edited } from '../../../packages/language/src/slices/testing/projects.ts';
import { addressIn, type Folder } from './folder.ts';
import type { Serving, Told } from './serving.ts';
import { paths, type Step } from './steps.ts';

export interface WorldOptions<S extends Serving, F extends Folder> {
  readonly folder: F;
  readonly texts: readonly string[];
  readonly today: Day;
  /** The server that lives through it all. */
  readonly start: (today: Day) => S;
  /** Lets the disk answer late, or again. */
  readonly hold: () => void;
  readonly release: () => void;
}

export class World<S extends Serving, F extends Folder> {
  readonly open = new Map<string, string>();
  readonly folder: F;
  readonly serving: S;
  readonly #options: WorldOptions<S, F>;
  today: Day;
  settings: unknown = {};
  folders: readonly string[] = [''];
  /** Steps that were taken. */
  taken = 0;
  #underway: Promise<void>[] = [];
  #isHeld = false;

  constructor(options: WorldOptions<S, F>) {
    this.#options = options;
    this.today = options.today;
    this.folder = options.folder;
    for (const [i, text] of options.texts.entries()) this.folder.write(paths[i] ?? paths[0], text);
    this.serving = options.start(options.today);
  }

  uri(path: string): string {
    return addressIn(this.folder, path).replace(/\/$/, '');
  }

  async begin(): Promise<void> {
    await this.serving.setFolders([this.uri('')]);
  }

  /** What is not waited for goes on beside the next steps; nothing is waited for while the disk is held. */
  async take(step: Step, isHasty: boolean): Promise<void> {
    this.taken++;
    if (step.do === 'hold') this.#isHeld = true;
    if (step.do === 'turn') this.#isHeld = false;
    const work = this.#work(step);
    if (isHasty || this.#isHeld) this.#underway.push(work);
    else await work;
  }

  #work(step: Step): Promise<void> {
    const done = Promise.resolve();
    switch (step.do) {
      case 'edit':
        return this.#edit(step.edit);
      case 'open': {
        const path = pathAt(step.file);
        const text = this.folder.read(path);
        return text !== null && !this.open.has(path) ? this.#open(path, text) : done;
      }
      case 'save':
        return this.#save(pathAt(step.file));
      case 'close':
        return this.#close(pathAt(step.file));
      case 'rename':
        return this.#rename(pathAt(step.file), pathAt(step.to));
      case 'delete':
        this.folder.remove(pathAt(step.file));
        return this.serving.touched([this.uri(pathAt(step.file))]);
      case 'move':
        return this.#move(step.from, step.to);
      case 'configure':
        if (step.text === null) this.folder.remove(step.at);
        else this.folder.write(step.at, step.text);
        return this.serving.touched([this.uri(step.at)]);
      case 'settings':
        this.settings = step.settings;
        this.serving.setSettings(step.settings);
        return done;
      case 'folders':
        this.folders = step.folders;
        return this.serving.setFolders(step.folders.map((path) => this.uri(path)));
      case 'day':
        this.today += step.by;
        this.serving.setToday(this.today);
        return done;
      case 'ask': {
        const path = pathAt(step.file);
        return this.serving.ask(step, this.uri(path), this.open.get(path) ?? this.folder.read(path));
      }
      case 'hold':
        this.#options.hold();
        return done;
      case 'turn':
        this.#options.release();
        return this.serving.turn();
      case 'compare':
        return done; // whoever takes the steps compares
    }
  }

  async #edit(edit: Edit): Promise<void> {
    const path = pathAt(edit.file % paths.length);
    const now = paths.map((one) => this.open.get(one) ?? this.folder.read(one) ?? '');
    const before = this.open.get(path) ?? this.folder.read(path);
    const text = edited(before ?? '', edit, now);
    if (text === null) return;
    if (this.open.has(path)) {
      this.open.set(path, text);
      this.serving.edited(this.uri(path), text);
      return;
    }
    this.folder.write(path, text);
    await this.serving.touched([this.uri(path)]);
  }

  async #open(path: string, text: string): Promise<void> {
    this.open.set(path, text);
    await this.serving.opened(this.uri(path), text);
  }

  async #save(path: string): Promise<void> {
    const text = this.open.get(path);
    if (text === undefined) return;
    this.folder.write(path, text);
    await this.serving.touched([this.uri(path)]);
  }

  async #close(path: string): Promise<void> {
    if (this.open.delete(path)) await this.serving.closed(this.uri(path));
  }

  async #rename(from: string, to: string): Promise<void> {
    if (from === to || !this.folder.rename(from, to)) return;
    await this.#follow([from], [to], () => this.serving.touched([this.uri(from), this.uri(to)]));
  }

  async #move(from: string, to: string): Promise<void> {
    if (`${to}/`.startsWith(`${from}/`) || !this.folder.rename(from, to)) return;
    const inside = [...this.open.keys()].filter((path) => path.startsWith(`${from}/`));
    const moved = inside.map((path) => to + path.slice(from.length));
    await this.#follow(inside, moved, () => this.serving.foldersTouched([this.uri(from), this.uri(to)]));
  }

  /** An editor goes on with its documents under their new names. */
  async #follow(from: readonly string[], to: readonly string[], tell: () => Promise<void>): Promise<void> {
    const documents = from.map((path) => this.open.get(path));
    const work: Promise<void>[] = [];
    for (const path of from) work.push(this.#close(path));
    for (const [i, path] of to.entries()) {
      const text = documents[i];
      if (text !== undefined && !this.open.has(path)) work.push(this.#open(path, text));
    }
    await Promise.all([...work, tell()]);
  }

  async settle(): Promise<void> {
    this.#isHeld = false;
    this.#options.release();
    await Promise.all(this.#underway);
    this.#underway = [];
    await this.serving.settle();
  }

  /** Brings a server that starts now to where this one is. */
  async catchUp<T extends Serving>(fresh: T): Promise<T> {
    fresh.setSettings(this.settings);
    await fresh.setFolders(this.folders.map((path) => this.uri(path)));
    for (const [path, text] of this.open) await fresh.opened(this.uri(path), text);
    await fresh.settle();
    return fresh;
  }

  /** Everything is saved and closed, and the whole folder is looked at as `okr check` does. */
  async leave(): Promise<Told> {
    for (const path of [...this.open.keys()]) {
      await this.#save(path);
      await this.#close(path);
    }
    this.serving.setSettings({});
    await this.serving.setFolders([this.uri('')]);
    await this.serving.settle();
    return this.serving.told;
  }

  end(): void {
    this.serving.end();
    this.folder.end();
  }
}

/** Known paths, and those that they were moved to. */
function pathAt(at: number): string {
  return paths[at] ?? paths[0];
}
