/**
 * A working day in the editor, over and over: the built server in a process of its own, over its protocol, on a company of some hundred files. Files
 * are opened, typed in, asked about, saved, closed, renamed, deleted, brought back. At each measurement all is as at the beginning, so that whatever
 * is held more than before is held for nothing.
 */
import { existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '../../../bench/generate.ts';
import { type Chance, chance } from '../../../bench/workspace/random.ts';
import { Client } from '../../protocol/client.ts';
import type { Point } from './curve.ts';

const hook = fileURLToPath(new URL('tell-on-signal.cjs', import.meta.url));

/** Files that lie open side by side. */
const mostOpen = 6;
const questions = ['completion', 'hover', 'definition', 'references', 'documentHighlight', 'prepareRename'] as const;
const questionsOfAFile = [
  'documentSymbol',
  'foldingRange',
  'codeLens',
  'semanticTokens/full',
  'inlayHint',
  'codeAction',
  'formatting',
  'documentLink',
] as const;

export interface DayOptions {
  readonly files: number;
  /** Bytes that the server is made to leak with each edit, to see that it is found. */
  readonly leak?: number;
  /** Of the order of what happens. */
  readonly seed?: number;
  /** What Node is started with besides. */
  readonly node?: readonly string[];
}

export class Day {
  edits = 0;
  steps = 0;
  readonly #folder: string;
  readonly #figures: string;
  readonly #paths: readonly string[];
  readonly #client: Client;
  readonly #texts = new Map<string, string>();
  readonly #open = new Map<string, string>();
  /** Files that are not as at the beginning. */
  readonly #touched = new Set<string>();
  #chance: Chance;
  readonly #seed: number;
  #measured = 0;

  private constructor(folder: string, paths: readonly string[], client: Client, seed: number) {
    this.#folder = folder;
    this.#figures = figuresIn(folder);
    this.#paths = paths;
    this.#client = client;
    this.#seed = seed;
    this.#chance = chance(seed);
    for (const path of paths) this.#texts.set(path, readFileSync(join(folder, path), 'utf8'));
  }

  static async begin({ files, leak = 0, seed = 1, node = [] }: DayOptions): Promise<Day> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-memory-')));
    const { paths } = generate(files, 'okr', folder);
    const client = await Client.start({
      at: folder,
      node: ['--expose-gc', '--require', hook, ...node],
      environment: { MEMORY_TO: figuresIn(folder), KEEP_OF_EACH_EDIT: String(leak) },
    });
    const day = new Day(folder, ['org.okr', ...paths], client, seed);
    await day.#rest();
    return day;
  }

  /** From now on the same happens again in the same order; only what is typed is new. */
  again(): void {
    this.#chance = chance(this.#seed);
  }

  /** One thing after the other, until `isOver`. */
  async live(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.steps++;
      await this.#step();
    }
  }

  async #step(): Promise<void> {
    const path = this.#any([...this.#open.keys()]);
    const dice = this.#below(100);
    if (path === undefined || (dice < 8 && this.#open.size < mostOpen)) await this.#opens();
    else if (dice < 55) await this.#types(path);
    else if (dice < 70) await this.#asks(path);
    else if (dice < 80) await this.#asksOfFile(path);
    else if (dice < 84) await this.#saves(path);
    else if (dice < 90) await this.#closes(path);
    else if (dice < 92) await this.#renames();
    else if (dice < 94) await this.#deletes();
    else if (dice < 98) await this.#asksForTree(path);
    else await this.#asksForMany();
  }

  /** What is held when all is as at the beginning. */
  async measure(): Promise<Point> {
    await this.#rest();
    this.#client.signal('SIGUSR2');
    this.#measured++;
    const lines = () => (existsSync(this.#figures) ? readFileSync(this.#figures, 'utf8').trim().split('\n') : []);
    for (const end = Date.now() + 60_000; lines().length < this.#measured; ) {
      if (Date.now() > end) throw new Error('The server does not say what it holds.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { edits: this.edits, ...(JSON.parse(lines().at(-1) ?? '') as Omit<Point, 'edits'>) };
  }

  end(): void {
    this.#client.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Everything is put back and closed, and the server has done with it. */
  async #rest(): Promise<void> {
    for (const path of [...this.#open.keys()]) await this.#closes(path);
    for (const path of this.#touched) await this.#client.write(path, this.#texts.get(path) ?? '');
    this.#touched.clear();
    // What is read from the disk comes after this question, and is done before the next one is answered.
    for (let i = 0; i < 3; i++) {
      await this.#client.request('workspace/diagnostic', { previousResultIds: [] });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #opens(): Promise<void> {
    const path = this.#any(this.#paths.filter((one) => !this.#open.has(one)));
    if (path === undefined) return;
    const text = existsSync(join(this.#folder, path)) ? readFileSync(join(this.#folder, path), 'utf8') : '';
    this.#open.set(path, text);
    await this.#client.open(path, text);
  }

  /** One word of the text as it was at the beginning becomes another one that was never there. */
  async #types(path: string): Promise<void> {
    const text = this.#texts.get(path) ?? '';
    const words = [...text.matchAll(/[a-z][\w-]+/gi)];
    for (let key = this.#below(4); key >= 0; key--) {
      const word = words[this.#below(words.length)];
      if (!word) return;
      const typed = `${text.slice(0, word.index)}${word[0]}${this.edits}${text.slice(word.index + word[0].length)}`;
      this.edits++;
      this.#open.set(path, typed);
      await this.#client.edit(path, typed);
    }
    await this.#asks(path);
  }

  async #asks(path: string): Promise<void> {
    const lines = (this.#open.get(path) ?? '').split('\n');
    const line = this.#below(lines.length);
    const position = { line, character: this.#below((lines[line]?.length ?? 0) + 1) };
    const question = questions[this.#below(questions.length)] ?? 'hover';
    await this.#answer(`textDocument/${question}`, {
      textDocument: this.#document(path),
      position,
      context: { includeDeclaration: true },
    });
  }

  async #asksOfFile(path: string): Promise<void> {
    const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
    const question = questionsOfAFile[this.#below(questionsOfAFile.length)] ?? 'codeLens';
    await this.#answer(`textDocument/${question}`, {
      textDocument: this.#document(path),
      range,
      context: { diagnostics: [] },
      options: { tabSize: 4, insertSpaces: true },
    });
  }

  async #asksForTree(path: string): Promise<void> {
    const filter = {
      text: this.#any(['grow', 'team', String(this.edits)]) ?? '',
      unit: null,
      owner: null,
      health: [],
      unaligned: false,
      findings: false,
    };
    const wanted = { cycle: null, open: [], filter: this.#below(2) === 0 ? filter : null };
    await this.#answer('okr/tree', { uri: this.#client.uri(path), wanted });
  }

  async #asksForMany(): Promise<void> {
    await this.#answer('workspace/symbol', { query: this.#any(['grow', 'a', String(this.edits)]) });
  }

  async #saves(path: string): Promise<void> {
    this.#touched.add(path);
    await this.#client.write(path, this.#open.get(path) ?? '');
  }

  async #closes(path: string): Promise<void> {
    this.#open.delete(path);
    await this.#client.close(path);
  }

  /** There and back under a name that was never there. */
  async #renames(): Promise<void> {
    const path = this.#any(this.#paths.filter((one) => !this.#open.has(one)));
    if (path === undefined || !existsSync(join(this.#folder, path))) return;
    const other = `goals/moved-${this.edits}.okr`;
    for (const [from, to] of [
      [path, other],
      [other, path],
    ] as const) {
      renameSync(join(this.#folder, from), join(this.#folder, to));
      const changes = [from, to].map((one, i) => ({ uri: this.#client.uri(one), type: i === 0 ? 3 : 1 }));
      await this.#client.notify('workspace/didChangeWatchedFiles', { changes });
      await this.#asksForMany();
    }
  }

  async #deletes(): Promise<void> {
    const path = this.#any(this.#paths.filter((one) => !this.#open.has(one)));
    if (path === undefined) return;
    this.#touched.add(path);
    await this.#client.remove(path);
  }

  /** A refusal is an answer. */
  async #answer(method: string, params: unknown): Promise<void> {
    await this.#client.request(method, params).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error)) throw error;
    });
  }

  #document(path: string) {
    return { uri: this.#client.uri(path) };
  }

  /** The same order of things in each run. */
  #below(end: number): number {
    return this.#chance.whole(0, end - 1);
  }

  #any<T>(all: readonly T[]): T | undefined {
    return all[this.#below(all.length)];
  }
}

/** Beside what the server reads. */
function figuresIn(folder: string): string {
  return join(folder, 'figures.jsonl');
}
