/** The language server, as the rest of the extension sees it. */
import {
  type InitializationOptions,
  type ServerStatus,
  serverEnvironment,
  showPlaceCommand,
  statusNotification,
  type TreeParams,
  type TreeResult,
  type TreeWanted,
  treeChangedNotification,
  treeRequest,
} from '@okr-language/server/protocol';
import {
  commands,
  type Diagnostic,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  LanguageClient,
  Message,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  Range,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { Arrivals, type Lot } from './arrivals.ts';
import { Calm } from './calm/calm.ts';
import { Revival } from './revival.ts';

export class Client implements Disposable {
  readonly #client: LanguageClient;
  readonly #treeChanged = new EventEmitter<void>();
  readonly #status = new EventEmitter<ServerStatus | null>();
  /** Shows what the server sent, or a part of it. */
  readonly #calm = new Calm((uri, diagnostics) => this.#client.diagnostics?.set(uri, diagnostics));
  /** What is found in files that are not open. */
  readonly #arrivals = new Arrivals<PublishDiagnosticsParams['diagnostics'][number], Diagnostic>({
    prepare: (findings) => this.#client.protocol2CodeConverter.asDiagnostics([...findings]),
    show: (lot) => this.#showLot(lot),
    onProblem: (problem) => this.#client.outputChannel.appendLine(String(problem)),
  });
  readonly #revival = new Revival();
  readonly #disposables: Disposable[] = [this.#treeChanged, this.#status, this.#calm];

  /** The tree of some project is no longer what it was. */
  readonly onTreeChanged = this.#treeChanged.event;
  /** What the server does; null while it does not run. */
  readonly onStatus = this.#status.event;

  constructor(context: ExtensionContext) {
    const module = context.asAbsolutePath('dist/server.cjs');
    const options: InitializationOptions = {
      pushDiagnostics: true,
      opensRulePages: true,
      showsPlaces: true,
      settings: workspace.getConfiguration('okr'),
      // A window without a folder has no storage of its own.
      storage: (context.storageUri ?? context.globalStorageUri).fsPath,
    };
    this.#client = new LanguageClient(
      'okr',
      'OKR Language',
      // What V8 made of the server is kept for all windows, since it is the same in each.
      {
        module,
        transport: TransportKind.ipc,
        args: ['--code-in', context.globalStorageUri.fsPath],
        options: { env: serverEnvironment },
      },
      {
        // The configuration is sent too, so that its slips show while it is typed; no feature answers for it.
        documentSelector: [{ language: 'okr' }, { pattern: '**/okr.config.json' }],
        initializationOptions: options,
        // What a hover says comes from files that may be anybody's: it is shown and never run.
        markdown: { isTrusted: false, supportHtml: false },
        middleware: {
          handleDiagnostics: (uri, diagnostics, next) => next(uri, this.#calm.receive(uri, diagnostics)),
        },
        connectionOptions: {
          messageStrategy: {
            handleMessage: (message, next) => (this.#takesItsTime(message) ? undefined : next(message)),
          },
        },
        synchronize: { configurationSection: 'okr' },
        errorHandler: {
          // A message that could not be sent is written down; when the checker has ended, that is told separately.
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => this.#ended(),
        },
      },
    );
    this.#disposables.push(
      this.#client,
      this.#client.onNotification(treeChangedNotification, () => this.#treeChanged.fire()),
      this.#client.onNotification(statusNotification, (status: ServerStatus) => this.#status.fire(status)),
      this.#client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) {
          this.#arrivals.clear();
          this.#calm.clear();
          this.#status.fire(null);
        }
        this.#treeChanged.fire();
      }),
      workspace.onDidOpenTextDocument(({ uri }) => void this.#arrivals.hurry(uri.toString())),
      commands.registerCommand(showPlaceCommand, (...place: unknown[]) => this.#showPlace(...place)),
      commands.registerCommand('okr.restartServer', () => this.#restart()),
      commands.registerCommand('okr.showOutput', () => this.#client.outputChannel.show(true)),
    );
  }

  get running(): boolean {
    return this.#client.state === State.Running;
  }

  get starting(): boolean {
    return this.#client.state === State.Starting;
  }

  /** Says so in plain words where the server does not start; never rejects. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (problem) {
      this.#client.outputChannel.appendLine(String(problem));
      void this.#offerRestart('Your OKR files cannot be checked at the moment: the checker did not start.');
    }
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }

  /** The cascade of the project that `uri` lies in, of the first project for null; null where there is no `.okr` file. */
  async tree(uri: string | null, wanted: TreeWanted | null = null): Promise<TreeResult | null> {
    const params: TreeParams = { uri, ...(wanted ? { wanted } : {}) };
    return this.#client.sendRequest<TreeResult | null>(treeRequest, params);
  }

  dispose(): void {
    this.#arrivals.clear();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Whether a message tells what is found in a file that is not open: that waits its turn, and what is found in an open one never does. */
  #takesItsTime(message: Message): boolean {
    if (!Message.isNotification(message) || message.method !== PublishDiagnosticsNotification.method) return false;
    const { uri, diagnostics } = message.params as PublishDiagnosticsParams;
    const file = this.#client.protocol2CodeConverter.asUri(uri).toString();
    if (workspace.textDocuments.some((document) => document.uri.toString() === file)) {
      this.#arrivals.forget(file);
      return false;
    }
    this.#arrivals.take(file, diagnostics);
    return true;
  }

  /** After a fix that wrote into another file, or far away: what is to be corrected there is selected. */
  async #showPlace(address?: unknown, range?: unknown): Promise<void> {
    if (typeof address !== 'string' || !Range.is(range)) return;
    const { protocol2CodeConverter: converter } = this.#client;
    await window.showTextDocument(converter.asUri(address), { selection: converter.asRange(range) });
  }

  #showLot(lot: Lot<Diagnostic>): void {
    const shown = lot.map(([file, diagnostics]): [Uri, Diagnostic[] | undefined] => {
      const uri = Uri.parse(file, true);
      const calmed = this.#calm.receive(uri, [...diagnostics]);
      return [uri, calmed.length > 0 ? calmed : undefined];
    });
    this.#client.diagnostics?.set(shown);
  }

  /** The checker ended though nobody asked it to. It gets all open texts anew when it starts again, so nothing is lost. */
  #ended(): CloseHandlerResult {
    if (this.#revival.isWorthwhile(Date.now())) {
      void window.showInformationMessage('The OKR checker stopped and is starting again; nothing is lost.');
      return { action: CloseAction.Restart, handled: true };
    }
    void this.#offerRestart('The checker has stopped several times in a row and was not started again.');
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #offerRestart(what: string): Promise<void> {
    const again = 'Try again';
    const say = 'Show what it says';
    const choice = await window.showErrorMessage(what, again, say);
    if (choice === again) await this.#restart();
    else if (choice === say) this.#client.outputChannel.show(true);
  }

  async #restart(): Promise<void> {
    this.#revival.forget();
    // One that hangs does not answer, and is ended all the same.
    await this.stop().catch((problem: unknown) => this.#client.outputChannel.appendLine(String(problem)));
    await this.start();
  }
}
