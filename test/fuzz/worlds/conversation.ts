/** The server behind its protocol, in this process: each message goes through the connection as an editor would send it. */
import { formatIsoDay } from '@okr-language/core';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  createMessageConnection,
  type Diagnostic,
  LSPErrorCodes,
  type MessageConnection,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import type { ServerStatus } from '../../../packages/server/src/protocol.ts';
import { startServer } from '../../../packages/server/src/server.ts';
import type { MemoryDisk } from './memoryDisk.ts';
import { pipe } from './pipe.ts';
import { filtered, placeIn, type Serving, type ServingOptions, type Told } from './serving.ts';
import type { Asking } from './steps.ts';

interface DocumentDiagnostics {
  readonly items: readonly Diagnostic[];
}

/** A document outside of everything, whose findings tell that the server has come so far. */
const marker = 'file:///marker/marker.okr';
/** So many empty turns of the loop, and nothing is under way any more: a message takes one at each end. */
const quietTurns = 12;
/** What may be answered in place of a result: the person or the client gave up, the text is another, or what was asked cannot be done. */
const refusals: readonly number[] = [
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
];

export class Conversation implements Serving {
  readonly told: Told = new Map();
  readonly #disk: MemoryDisk;
  readonly #connection: MessageConnection;
  readonly #today: string;
  readonly #texts = new Map<string, string>();
  readonly #defects: string[] = [];
  #settings: unknown = {};
  #folders: readonly string[] = [];
  #isStarted = false;
  #asked: Promise<void>[] = [];
  #version = 0;
  #marks = 0;
  /** Called when all is told that was known when the marker changed. */
  #onRest: (() => void) | null = null;
  #isMarked = false;

  constructor({ disk, today }: ServingOptions & { readonly disk: MemoryDisk }) {
    this.#disk = disk;
    this.#today = formatIsoDay(today);
    const [server, client] = pipe();
    startServer(createConnection(ProposedFeatures.all, server.reader, server.writer), disk, this.#today);
    this.#connection = createMessageConnection(client.reader, client.writer);
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#take(params),
    );
    this.#connection.onNotification('okr/status', ({ reading }: ServerStatus) => {
      if (!reading && this.#isMarked) this.#onRest?.();
    });
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.#defects.push(message);
    });
    this.#connection.onRequest('workspace/workspaceFolders', () => this.#folders.map((uri) => ({ uri, name: 'w' })));
    this.#connection.listen();
  }

  async setFolders(uris: readonly string[]): Promise<void> {
    this.#folders = uris;
    if (this.#isStarted) {
      this.#tell('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
      return;
    }
    this.#isStarted = true;
    await this.#connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: { today: this.#today, settings: this.#settings },
    });
    this.#tell('initialized', {});
    this.#tell('textDocument/didOpen', {
      textDocument: { uri: marker, languageId: 'okr', version: 0, text: '' },
    });
  }

  setSettings(settings: unknown): void {
    this.#settings = settings;
    if (this.#isStarted) this.#tell('workspace/didChangeConfiguration', { settings: { okr: settings } });
  }

  /** The day of a server is what it was told at the start. */
  setToday(): void {
    throw new Error('The protocol has no word for another day.');
  }

  async opened(uri: string, text: string): Promise<void> {
    this.#texts.set(uri, text);
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'okr', version: ++this.#version, text } });
  }

  /** Only what is different is sent, as editors do. */
  edited(uri: string, text: string): void {
    const before = this.#texts.get(uri) ?? '';
    this.#texts.set(uri, text);
    let start = 0;
    while (start < before.length && before[start] === text[start]) start++;
    let end = 0;
    const most = Math.min(before.length, text.length) - start;
    while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
    const place = (offset: number) => {
      const above = before.slice(0, offset).split('\n');
      return { line: above.length - 1, character: above.at(-1)?.length ?? 0 };
    };
    const range = { start: place(start), end: place(before.length - end) };
    this.#tell('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text: text.slice(start, text.length - end) }],
    });
  }

  async closed(uri: string): Promise<void> {
    this.#texts.delete(uri);
    this.#tell('textDocument/didClose', { textDocument: { uri } });
  }

  async touched(uris: readonly string[]): Promise<void> {
    this.#tell('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });
  }

  async foldersTouched(uris: readonly string[]): Promise<void> {
    const [oldUri = '', newUri = oldUri] = uris;
    this.#tell('workspace/didRenameFiles', { files: [{ oldUri, newUri }] });
  }

  async ask({ question, at, patience }: Asking, uri: string, text: string | null): Promise<void> {
    const position = placeIn(text, at);
    const params =
      question === 'tree'
        ? { uri, ...(at % 2 === 0 ? { wanted: filtered } : {}) }
        : question === 'symbols'
          ? { query: at % 2 === 0 ? '' : 'be' }
          : {
              textDocument: { uri },
              position,
              range: { start: position, end: position },
              newName: `name-${at % 3}`,
              context: { includeDeclaration: true, diagnostics: [] },
            };
    const methods: Readonly<Record<string, string>> = { tree: 'okr/tree', symbols: 'workspace/symbol' };
    this.#asked.push(this.#answer(methods[question] ?? `textDocument/${question}`, uri, params, patience));
  }

  /** Every question is answered or refused; one that is taken back too. */
  async #answer(method: string, uri: string, params: unknown, patience: number | null): Promise<void> {
    const giveUp = new CancellationTokenSource();
    const answer = this.#connection.sendRequest<unknown>(method, params, giveUp.token).then((result) => {
      // What was asked for is not sent once more.
      if (method === 'textDocument/diagnostic') this.told.set(uri, (result as DocumentDiagnostics).items);
    });
    // A refusal may come while the turns are counted.
    const done = answer.catch((error: unknown) => {
      if (!(error instanceof ResponseError && refusals.includes(error.code))) throw error;
    });
    if (patience !== null) {
      await turns(patience);
      giveUp.cancel();
    }
    await done;
    giveUp.dispose();
  }

  turn(): Promise<void> {
    return turns(3);
  }

  async settle(): Promise<void> {
    await Promise.all(this.#asked);
    this.#asked = [];
    do {
      await this.#quiet();
      await this.#mark();
    } while (this.#disk.waiting > 0);
    if (this.#defects[0] !== undefined) throw new Error(`A defect had to be contained: ${this.#defects[0]}`);
  }

  /** All messages have been taken in, and what they made the server ask of the disk is answered. */
  async #quiet(): Promise<void> {
    await this.#connection.sendRequest('workspace/symbol', { query: 'nothing of that name' });
    for (let quiet = 0; quiet < quietTurns; quiet++) {
      await turns(1);
      if (this.#disk.waiting > 0) quiet = 0;
    }
  }

  /** What is wrong with the marker moves to another line; once that is told and all is done, there is nothing more to come. */
  async #mark(): Promise<void> {
    this.#marks++;
    this.#isMarked = false;
    await new Promise<void>((resolve) => {
      this.#onRest = resolve;
      this.#tell('textDocument/didChange', {
        textDocument: { uri: marker, version: ++this.#version },
        contentChanges: [{ text: `${'\n'.repeat(this.#marks % 2)}nonsense` }],
      });
    });
    this.#onRest = null;
  }

  end(): void {
    void this.#connection.sendRequest('shutdown').then(() => this.#connection.dispose());
  }

  #take({ uri, diagnostics }: PublishDiagnosticsParams): void {
    if (uri !== marker) this.told.set(uri, diagnostics);
    else if (diagnostics[0]?.range.start.line === this.#marks % 2) this.#isMarked = true;
  }

  #tell(method: string, params: unknown): void {
    void this.#connection.sendNotification(method, params);
  }
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}
