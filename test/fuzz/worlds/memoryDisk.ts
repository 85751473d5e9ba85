/** What the server asks of a disk, answered from memory; an answer may be held back while other things happen. */
import { parseConfig } from '@okr-language/core';
import { ignoreMatcher, isConfigFile } from '@okr-language/language';
import { indexed } from '../../../packages/indexer/src/file.ts';
import type { Disk, Lot } from '../../../packages/server/src/disk.ts';
import { addressIn, type MemoryFolder } from './folder.ts';

export class MemoryDisk implements Disk {
  readonly #folder: MemoryFolder;
  readonly #root: string;
  /** Answers that are held back; null while each comes at once. */
  #held: (() => void)[] | null = null;
  /** Questions without an answer so far. */
  waiting = 0;

  constructor(folder: MemoryFolder) {
    this.#folder = folder;
    this.#root = `${addressIn(folder, '')}/`;
  }

  /** From now on no question is answered. */
  hold(): void {
    this.#held ??= [];
  }

  /** Answers what waits, and all that comes. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const answer of held) answer();
  }

  sameUri(uri: string): string {
    return uri;
  }

  async *readFolder(uri: string, { configText, deep }: Parameters<Disk['readFolder']>[1]): AsyncGenerator<Lot> {
    // Configurations are handed over as they were when they decided what is left out.
    const { configs, goals } = await this.#answer(() => {
      const files = this.#found(uri, { configText, deep });
      return { configs: this.#lot(files.filter(isConfigFile)), goals: files.filter((file) => !isConfigFile(file)) };
    });
    yield configs;
    yield this.#lot(await this.#answer(() => goals.filter((goal) => this.readNow(goal) !== null)));
  }

  states(uri: string, options: Parameters<Disk['states']>[1]): Promise<ReadonlyMap<string, string>> {
    return this.#answer(() => new Map(this.#found(uri, options).map((file) => [file, this.readNow(file) ?? ''])));
  }

  async *readFiles(files: readonly { readonly uri: string }[]): AsyncGenerator<Lot> {
    yield await this.#answer(() => this.#lot(files.map(({ uri }) => uri).filter((uri) => this.readNow(uri) !== null)));
  }

  readNow(uri: string): string | null {
    return uri.startsWith(this.#root) ? this.#folder.read(decodeURIComponent(uri.slice(this.#root.length))) : null;
  }

  isFolder(uri: string): Promise<boolean> {
    return this.#answer(() => this.#uris().some((file) => file.startsWith(`${uri}/`)));
  }

  configuredFolder(uri: string): Promise<string | null> {
    return this.#answer(() => {
      for (
        let folder = uri;
        folder.length >= this.#root.length - 1;
        folder = folder.slice(0, folder.lastIndexOf('/'))
      ) {
        if (this.readNow(`${folder}/okr.config.json`) !== null) return folder;
      }
      return null;
    });
  }

  #uris(): readonly string[] {
    return [...this.#folder.texts.keys()].map((path) => addressIn(this.#folder, path)).sort();
  }

  #found(uri: string, { configText, deep }: Parameters<Disk['states']>[1]): readonly string[] {
    const isWanted = (file: string) => deep || !file.slice(uri.length + 1).includes('/');
    return this.#wanted(`${uri}/`, configText).filter(isWanted);
  }

  /** The files below a folder that no configuration in it leaves out. */
  #wanted(folder: string, configText: (uri: string) => string | null): readonly string[] {
    const lists: { readonly at: string; readonly ignores: (path: string) => boolean }[] = [];
    const isLeftOut = (uri: string) =>
      lists.some(({ at, ignores }) => uri.startsWith(at) && ignores(decodeURIComponent(uri.slice(at.length))));
    const files = this.#uris().filter((uri) => uri.startsWith(folder));
    for (const config of files.filter(isConfigFile).sort((a, b) => a.length - b.length)) {
      const at = config.slice(0, config.lastIndexOf('/') + 1);
      // Whether the configuration itself is read does not matter for what it leaves out, but whether its folder is looked into.
      if (isLeftOut(at.slice(0, -1))) continue;
      const text = configText(config) ?? this.readNow(config);
      if (text !== null) lists.push({ at, ignores: ignoreMatcher(parseConfig(text).config.ignore) });
    }
    return files.filter((uri) => !isLeftOut(uri));
  }

  #lot(uris: readonly string[]): Lot {
    const read = (uri: string) => ({ path: uri, uri, text: this.readNow(uri), problem: null });
    return {
      plain: uris.filter(isConfigFile).map(read),
      indexed: uris.filter((uri) => !isConfigFile(uri)).map((uri) => indexed(read(uri))),
    };
  }

  /** Looks when it is asked, and tells when it is let: what was seen may be old by then. */
  async #answer<T>(look: () => T): Promise<T> {
    const seen = look();
    this.waiting++;
    await new Promise<void>((resolve) => (this.#held ? this.#held.push(resolve) : resolve()));
    this.waiting--;
    return seen;
  }
}
