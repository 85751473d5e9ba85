/** A language client for tests: it starts the bundled server as an editor would, over standard input and output, and remembers what it is told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  ErrorCodes,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const serverBundle = fileURLToPath(new URL('../../packages/server/dist/server.cjs', import.meta.url));
const patience = 20_000;

/** Nothing is kept where the person at this machine keeps things. */
const environment = { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'okr-tests-cache') };

export interface ClientOptions {
  /** Files of the workspace before the server starts, by path relative to it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** A folder that is there already, and stays when the client ends. */
  readonly at?: string;
  /** The folder that is opened, relative to where the files lie; that one unless given. */
  readonly root?: string;
  /** Called with the workspace's folder before the server starts, for what is no plain file. */
  readonly prepare?: (folder: string) => void;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Says no to all that the server asks it to do, whatever its capabilities promise. */
  readonly refuses?: boolean;
  readonly today?: string;
  /** What Node is started with besides the server. */
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export class Client {
  readonly folder: string;
  readonly capabilities: InitializeResult['capabilities'];
  /** The last diagnostics that were published for each file, by path relative to the workspace. */
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** How often diagnostics came for each file. */
  readonly published = new Map<string, number>();
  /** What the server wrote to its log. */
  readonly log: readonly string[];
  readonly notifications: string[] = [];
  /** Addresses of the folders that are open, for a server that asks. */
  folders: readonly string[] = [];
  readonly #server: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #versions = new Map<string, number>();
  #waiting: (() => void)[] = [];

  private constructor(
    folder: string,
    server: ChildProcess,
    connection: MessageConnection,
    result: InitializeResult,
    log: readonly string[],
  ) {
    this.folder = folder;
    this.log = log;
    this.#server = server;
    this.#connection = connection;
    this.capabilities = result.capabilities;
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const folder = realpathSync(options.at ?? mkdtempSync(join(tmpdir(), 'okr-protocol-')));
    for (const [path, content] of Object.entries(options.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    options.prepare?.(folder);
    const opened = pathToFileURL(join(folder, options.root ?? '')).href.replace(/\/$/, '');
    const server = spawn(process.execPath, [...(options.node ?? []), serverBundle, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...environment, OKR_TODAY: options.today ?? '2026-08-15', ...options.environment },
    });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const log: string[] = [];
    server.stderr.on('data', (data) => log.push(String(data)));
    let client: Client | null = null;
    const early: PublishDiagnosticsParams[] = [];
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (client) client.#take(params);
      else early.push(params);
    });
    connection.onNotification('window/logMessage', (params: { message: string }) => {
      log.push(params.message);
    });
    connection.onNotification((method) => {
      client?.notifications.push(method);
    });
    const no = options.refuses ? new ResponseError(ErrorCodes.MethodNotFound, 'not here') : null;
    connection.onRequest('client/registerCapability', () => no);
    for (const what of ['diagnostic', 'codeLens', 'inlayHint', 'semanticTokens']) {
      connection.onRequest(`workspace/${what}/refresh`, () => {
        client?.notifications.push(`workspace/${what}/refresh`);
        if (client) client.#wake();
        return no;
      });
    }
    connection.onRequest(
      'workspace/workspaceFolders',
      () => no ?? (client?.folders ?? [opened]).map((uri) => ({ uri, name: 'test' })),
    );
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    connection.listen();
    const result = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: opened,
      workspaceFolders: [{ uri: opened, name: 'test' }],
      capabilities: options.capabilities ?? { workspace: { workspaceFolders: true } },
      initializationOptions: options.initializationOptions,
    });
    client = new Client(folder, server, connection, result, log);
    client.folders = [opened];
    for (const params of early) client.#take(params);
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  open(path: string, text: string): Promise<void> {
    this.#versions.set(path, 1);
    const textDocument = { uri: this.uri(path), languageId: 'okr', version: 1, text };
    return this.notify('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text of an open document. */
  edit(path: string, text: string): Promise<void> {
    const version = (this.#versions.get(path) ?? 1) + 1;
    this.#versions.set(path, version);
    return this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ text }],
    });
  }

  close(path: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Writes a file behind the server's back and tells it, as an editor that watches the folder would. */
  async write(path: string, content: string): Promise<void> {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type: 2 }] });
  }

  async remove(path: string): Promise<void> {
    rmSync(join(this.folder, path), { recursive: true, force: true });
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type: 3 }] });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.#connection.sendRequest<Result>(method, params);
  }

  /** Asks something of one place in an open document. */
  at<Result>(
    method: string,
    path: string,
    position: { line: number; character: number },
    more: object = {},
  ): Promise<Result> {
    return this.request<Result>(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  /** The rule ids found in a file, in the order of the text. */
  codes(path: string): string[] {
    return (this.diagnostics.get(path) ?? []).map((diagnostic) => String(diagnostic.code));
  }

  /** Waits until `condition` holds for what has been published; says what was last seen where it never does. */
  async until(what: string, condition: (client: Client) => boolean): Promise<void> {
    const deadline = Date.now() + patience;
    while (!condition(this)) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(
          `${what}: not within ${patience} ms; last seen ${JSON.stringify(this.#seen())}\n${this.log.join('\n')}`,
        );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 500));
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Processor time that the server took so far, so that a busy machine fails no test; null where the system does not say. */
  cpuSeconds(): number | null {
    try {
      const fields = readFileSync(`/proc/${this.#server.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100; // user and system time, in ticks
    } catch {
      return null;
    }
  }

  /** Asks the server's process for something that no protocol knows. */
  signal(name: NodeJS.Signals): void {
    this.#server.kill(name);
  }

  async stop(): Promise<void> {
    await this.request('shutdown', null);
    await this.notify('exit', null);
    this.#connection.dispose();
    this.kill();
  }

  kill(): void {
    this.#server.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #seen(): unknown {
    return Object.fromEntries([...this.diagnostics].map(([path]) => [path, this.codes(path)]));
  }

  #take(params: PublishDiagnosticsParams): void {
    const path = decodeURIComponent(params.uri.slice(`${pathToFileURL(this.folder).href}/`.length));
    this.diagnostics.set(path, params.diagnostics);
    this.published.set(path, (this.published.get(path) ?? 0) + 1);
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** A text with `<|>` at the cursor, as text and position. */
export function withCursor(marked: string): { text: string; position: { line: number; character: number } } {
  const offset = marked.indexOf('<|>');
  if (offset < 0) throw new Error('no <|> in the text');
  const before = marked.slice(0, offset);
  const line = before.split('\n').length - 1;
  return {
    text: before + marked.slice(offset + 3),
    position: { line, character: offset - (before.lastIndexOf('\n') + 1) },
  };
}
