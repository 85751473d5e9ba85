/** A server as a random session speaks with it: to its session directly, or over its protocol. */
import { type Config, type Day, defaultConfig, positionAt, type TreeWanted } from '@okr-language/core';
import type { TreeAnswer } from '@okr-language/language';
import type { Diagnostic } from 'vscode-languageserver';
import type { Disk } from '../../../packages/server/src/disk.ts';
import { Session } from '../../../packages/server/src/session.ts';
import { baseConfigOf } from '../../../packages/server/src/settings.ts';
import type { Asking } from './steps.ts';

export type Told = Map<string, readonly Diagnostic[]>;

export interface Serving {
  /** What is shown of each file. */
  readonly told: Told;
  setFolders(uris: readonly string[]): Promise<void>;
  setSettings(settings: unknown): void;
  setToday(today: Day): void;
  opened(uri: string, text: string): Promise<void>;
  edited(uri: string, text: string): void;
  closed(uri: string): Promise<void>;
  touched(uris: readonly string[]): Promise<void>;
  foldersTouched(uris: readonly string[]): Promise<void>;
  /** Asks about a file; where patience ends, the question is taken back. */
  ask(asking: Asking, uri: string, text: string | null): Promise<void>;
  /** Work that is under way goes on by one turn. */
  turn(): Promise<void>;
  /** Ends when all that happened has been taken in and told. */
  settle(): Promise<void>;
  end(): void;
}

export interface ServingOptions {
  readonly disk: Disk;
  readonly today: Day;
}

export const filtered: TreeWanted = {
  cycle: null,
  open: [],
  filter: { text: 'be', unit: null, owner: null, health: [], unaligned: false, findings: true },
};
const unfiltered: TreeWanted = { cycle: null, open: [], filter: null };
/** As though every project were a large one, of which only a part is sent. */
const none = { files: 0, objectives: 0 };

/** Nobody waits for the answer any more. */
class NoLongerWanted extends Error {}

/** The session, without a connection: most steps go here. */
export class DirectServing implements Serving {
  readonly told: Told = new Map();
  readonly #session: Session;
  /** Questions that wait for their next turn. */
  #breaths: (() => void)[] = [];
  #asked: Promise<void>[] = [];

  constructor({ disk, today }: ServingOptions) {
    this.#session = new Session({
      disk,
      outlet: { diagnosticsChanged: (uri, found) => this.told.set(uri, found), treeChanged() {}, status() {} },
      today,
      base: defaultConfig,
      log(line) {
        throw new Error(line);
      },
    });
  }

  setFolders(uris: readonly string[]): Promise<void> {
    return this.#session.setFolders(uris);
  }

  setSettings(settings: unknown): void {
    this.#session.setBase(baseOf(settings));
  }

  setToday(today: Day): void {
    this.#session.setToday(today);
  }

  opened(uri: string, text: string): Promise<void> {
    return this.#session.opened(uri, text);
  }

  edited(uri: string, text: string): void {
    this.#session.edited(uri, text);
  }

  closed(uri: string): Promise<void> {
    return this.#session.closed(uri);
  }

  touched(uris: readonly string[]): Promise<void> {
    return this.#session.touched(uris);
  }

  foldersTouched(uris: readonly string[]): Promise<void> {
    return this.#session.foldersTouched(uris);
  }

  ask({ question, patience, at }: Asking, uri: string): Promise<void> {
    const { workspace } = this.#session;
    if (question === 'diagnostic') this.told.set(uri, this.#session.diagnosticsNow(uri).diagnostics);
    else if (question === 'tree') this.#asked.push(this.#askForTree(uri, patience, at % 2 === 0));
    else workspace.near([uri], at % 2 === 0 ? 'goals' : 'all');
    return Promise.resolve();
  }

  async #askForTree(uri: string, patience: number | null, isFiltered: boolean): Promise<void> {
    let turns = 0;
    const pause = async () => {
      if (turns++ === patience) throw new NoLongerWanted();
      // A few turns are enough for things to come in between.
      if (turns < 6) await new Promise<void>((resolve) => this.#breaths.push(resolve));
    };
    try {
      await this.tree(uri, isFiltered ? filtered : unfiltered, pause);
    } catch (error) {
      if (!(error instanceof NoLongerWanted)) throw error;
    }
  }

  /** The cascade around a file as of a large project. */
  async tree(uri: string, wanted: TreeWanted, pause = async () => {}): Promise<TreeAnswer | null> {
    const { workspace } = this.#session;
    const tree = workspace.treeOf(workspace.rootOf(uri));
    return tree ? tree.answer(wanted, uri, (of) => workspace.findings(of), pause, none) : null;
  }

  async turn(): Promise<void> {
    const breaths = this.#breaths;
    this.#breaths = [];
    for (const breathe of breaths) breathe();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async settle(): Promise<void> {
    while (this.#breaths.length > 0) await this.turn();
    await Promise.all(this.#asked);
    this.#asked = [];
    this.#session.settle();
  }

  end(): void {
    this.#session.dispose();
  }
}

function baseOf(settings: unknown): Config {
  return baseConfigOf(settings);
}

/** Line and character at an offset of a text, wherever that may lie. */
export function placeIn(text: string | null, at: number): { readonly line: number; readonly character: number } {
  if (text === null || text === '') return { line: 0, character: at % 10 };
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  return positionAt(starts, at % text.length);
}
