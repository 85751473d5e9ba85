/**
 * A language client that measures: it starts any server over standard input and output, counts every byte that comes back and
 * notes when it came. It reads messages by itself, so that no library stands between the pipe and the clock.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { type Usage, usageOf } from './usage.ts';

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Diagnostic {
  readonly code?: string | number;
  readonly range: { readonly start: Position };
}

interface Publish {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a server has sent. */
export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
  /** Messages that publish diagnostics. */
  readonly published: number;
}

export interface Answer {
  readonly result: unknown;
  readonly milliseconds: number;
  readonly bytes: number;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** How a server is told what its client can do; `settings` answers `workspace/configuration`, by section. */
export interface ClientOptions {
  readonly folder: string;
  readonly languageId: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: unknown;
}

/** A server that says nothing for so long is taken for dead. */
const patience = 300_000;

export class LspServer {
  /** When the process was started, on the clock of `performance.now()`. */
  readonly begun = performance.now();
  readonly #process: ChildProcess;
  readonly #options: ClientOptions;
  readonly #answers = new Map<number, (message: Message, bytes: number) => void>();
  readonly #listeners = new Set<(message: Message) => void>();
  readonly #versions = new Map<string, number>();
  #chunks: Buffer[] = [];
  #length = 0;
  #wanted: { header: number; body: number } | null = null;
  #lastId = 0;
  #messages = 0;
  #bytes = 0;
  #published = 0;
  #errors = '';

  constructor(server: ServerCommand, options: ClientOptions) {
    this.#options = options;
    this.#process = spawn(server.command, server.args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: options.folder,
      env: { ...process.env, ...server.env },
    });
    this.#process.stdout?.on('data', (data: Buffer) => this.#take(data));
    this.#process.stderr?.on('data', (data) => {
      this.#errors = (this.#errors + String(data)).slice(-2_000);
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get traffic(): Traffic {
    return { messages: this.#messages, bytes: this.#bytes, published: this.#published };
  }

  /** What the process has used so far; memory as it is now and at its peak. */
  usage(): Usage {
    return usageOf(this.pid);
  }

  async initialize(): Promise<void> {
    const { folder, initializationOptions } = this.#options;
    const uri = pathToFileURL(folder).href;
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        workspace: {
          workspaceFolders: true,
          configuration: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          publishDiagnostics: { relatedInformation: true },
          completion: { completionItem: { snippetSupport: true } },
        },
        window: { workDoneProgress: true },
      },
      initializationOptions,
    });
    this.notify('initialized', {});
  }

  open(path: string, text: string): void {
    this.#versions.set(path, 1);
    this.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: this.#options.languageId, version: 1, text },
    });
  }

  /** Replaces the characters from `position` on, as many as `text` has, by `text`: one keystroke in overtype. */
  overtype(path: string, position: Position, text: string): void {
    const end = { line: position.line, character: position.character + text.length };
    this.change(path, [{ range: { start: position, end }, text }]);
  }

  change(path: string, contentChanges: readonly unknown[]): void {
    const version = (this.#versions.get(path) ?? 1) + 1;
    this.#versions.set(path, version);
    this.notify('textDocument/didChange', { textDocument: { uri: this.uri(path), version }, contentChanges });
  }

  uri(path: string): string {
    return pathToFileURL(`${this.#options.folder}/${path}`).href;
  }

  /** The next diagnostics of `path` that are the wanted ones. Ask before what causes them is sent. */
  diagnosed(path: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<true> {
    const uri = this.uri(path);
    return this.heard((message) => {
      if (message.method !== 'textDocument/publishDiagnostics') return null;
      const published = message.params as Publish;
      if (decodeURIComponent(published.uri) !== decodeURIComponent(uri)) return null;
      return wanted(published.diagnostics) ? true : null;
    });
  }

  /** The first message for which `wanted` gives something. */
  heard<Result>(wanted: (message: { method?: string; params?: unknown }) => Result | null): Promise<Result> {
    return new Promise((resolve, reject) => {
      const listener = (message: Message) => {
        const result = wanted(message);
        if (result === null) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(result);
      };
      const timer = setTimeout(() => reject(new Error(`the server stays silent; ${this.#errors}`)), patience);
      this.#listeners.add(listener);
    });
  }

  /** Resolves when nothing has come for so long. */
  async quiet(milliseconds: number): Promise<void> {
    let seen = -1;
    while (seen !== this.#messages) {
      seen = this.#messages;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
  }

  request(method: string, params: unknown): Promise<Answer> {
    const id = ++this.#lastId;
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      this.#answers.set(id, (message, bytes) => {
        if (message.error) reject(new Error(`${method}: ${message.error.message}`));
        else resolve({ result: message.result, milliseconds: performance.now() - begun, bytes });
      });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  stop(): void {
    this.#process.kill('SIGKILL');
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin?.write(body);
  }

  /** Chunks are joined only when a whole message is there: an answer of megabytes comes in many. */
  #take(data: Buffer): void {
    this.#chunks.push(data);
    this.#length += data.length;
    for (;;) {
      if (this.#wanted === null) {
        const all = this.#join();
        const end = all.indexOf('\r\n\r\n');
        if (end < 0) return;
        const match = /Content-Length: *(\d+)/i.exec(all.toString('latin1', 0, end));
        this.#wanted = { header: end + 4, body: Number(match?.[1] ?? 0) };
      }
      const { header, body } = this.#wanted;
      if (this.#length < header + body) return;
      const all = this.#join();
      const text = all.toString('utf8', header, header + body);
      const rest = all.subarray(header + body);
      this.#chunks = [rest];
      this.#length = rest.length;
      this.#wanted = null;
      this.#hear(JSON.parse(text) as Message, body);
    }
  }

  #join(): Buffer {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] as Buffer;
  }

  #hear(message: Message, bytes: number): void {
    this.#messages++;
    this.#bytes += bytes;
    if (message.method === undefined) {
      const id = Number(message.id);
      this.#answers.get(id)?.(message, bytes);
      this.#answers.delete(id);
      return;
    }
    if (message.method === 'textDocument/publishDiagnostics') this.#published++;
    if (message.id !== undefined) this.#send({ id: message.id, result: this.#resultFor(message) });
    for (const listener of [...this.#listeners]) listener(message);
  }

  #resultFor({ method, params }: Message): unknown {
    if (method === 'workspace/workspaceFolders') {
      return [{ uri: pathToFileURL(this.#options.folder).href, name: 'bench' }];
    }
    if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section?: string }[] };
      return items.map(({ section }) => this.#options.settings?.[section ?? ''] ?? null);
    }
    return null;
  }
}
