/** Wires the connection: the client's messages to the session, the session's news to the client, each request to its feature. */
import { type Config, type Day, defaultConfig } from '@okr-language/core';
import type { CancellationToken, Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Disk } from './disk.ts';
import { featureCapabilities, serveFeatures } from './features.ts';
import { contain, type Log } from './guard.ts';
import { Looking } from './looking.ts';
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from './lsp.ts';
import {
  type InitializationOptions,
  statusNotification,
  type TreeParams,
  type TreeResult,
  treeChangedNotification,
  treeRequest,
} from './protocol.ts';
import { servePull } from './pull.ts';
import { Redraw } from './redraw.ts';
import { Session } from './session.ts';
import { baseConfigOf, storageOf, tellsStrength } from './settings.ts';
import { Tidying } from './tidying.ts';
import { fixedToday, localToday } from './today.ts';
import { treeResultOf } from './tree.ts';
import { turnsOf } from './turns.ts';

/** A day may turn while the editor stays open; this often the clock is asked. */
const clockEveryMs = 60_000;

/** Whoever has not pressed a key for so long can wait for what is kept of the code. */
const restMs = 2_000;

/** So long after a document was opened whoever opened it has seen its findings. */
const startMs = 2_000;

/** What may take a while, and is done when nobody types. */
export interface Rests {
  /** Once, soon after the first document was opened: from now on nearly all is in use that a start needs. */
  started(): void;
  /** After much work: it may let go of what it is given to forget. */
  giveBack(forget: () => void): void;
}

/** `today` is `YYYY-MM-DD` where somebody decided it, else null and the clock of the machine counts. */
export function startServer(
  connection: Connection,
  disk: Disk,
  today: string | null,
  rests: Rests = { started: () => {}, giveBack: () => {} },
): void {
  const log: Log = (message) => connection.console.error(message);
  const documents = new TextDocuments(TextDocument);
  const redraw = new Redraw(connection, () => client?.capabilities);
  let fixed: Day | null = fixedToday(today);
  let client: InitializeParams | null = null;
  let pulls = false;
  let strengthLens = false;
  /** When a text was last edited. */
  let typedAt = 0;

  const session = new Session({
    disk,
    log,
    today: fixed ?? localToday(new Date()),
    base: defaultConfig,
    outlet: {
      diagnosticsChanged(uri, diagnostics) {
        if (!pulls) connection.sendDiagnostics({ uri: session.spelled(uri), diagnostics: [...diagnostics] });
        else if (client?.capabilities.workspace?.diagnostics?.refreshSupport) refresh();
      },
      treeChanged() {
        connection.sendNotification(treeChangedNotification);
        redraw.changed(documents.keys().length);
      },
      status(status) {
        connection.sendNotification(statusNotification, status);
        redraw.reading(status.reading);
        if (status.reading) hasRead = true;
        else if (hasRead) tidying.soon();
      },
    },
  });

  /** Whether folders were read since memory was given back. */
  let hasRead = false;
  const tidying = new Tidying({
    typedAt: () => typedAt,
    isEarly: () => session.isCatchingUp,
    tidy: () => {
      hasRead = false;
      rests.giveBack(() => session.forgetWhatCanBeMade());
    },
  });

  /** For clients that cannot be asked to watch files. */
  const looking = new Looking(contain('look', log, undefined, () => session.look()));
  function look(): void {
    if (session.looksItself) looking.soon();
  }

  function started(): void {
    if (performance.now() - typedAt < restMs) starting = setTimeout(started, restMs);
    else rests.started();
  }
  let starting: ReturnType<typeof setTimeout> | null = null;

  let refreshing: ReturnType<typeof setTimeout> | null = null;
  /** Asks the client to ask again, once for all that changes in one go. */
  function refresh(): void {
    if (refreshing) return;
    refreshing = setTimeout(() => {
      refreshing = null;
      connection.languages.diagnostics.refresh().catch(refused);
    }, 0);
  }

  connection.onInitialize((params): InitializeResult => {
    client = params;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    fixed = fixedToday(options.today, today);
    if (fixed !== null) session.workspace.setToday(fixed);
    session.begin(baseConfigOf(options.settings));
    session.storage = storageOf(options.storage);
    session.opensPages = options.opensRulePages === true;
    session.showsPlaces = options.showsPlaces === true;
    strengthLens = tellsStrength(options.settings);
    session.looksItself = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true;
    pulls = params.capabilities.textDocument?.diagnostic !== undefined && options.pushDiagnostics !== true;
    return {
      serverInfo: { name: 'okr-language-server' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: session.looksItself },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didCreate: folders, didRename: folders, didDelete: folders },
        },
        ...(pulls
          ? { diagnosticProvider: { identifier: 'okr', interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
        ...featureCapabilities,
      },
    };
  });

  connection.onInitialized(
    contain('start', log, undefined, async () => {
      if (!session.looksItself) {
        const watchers = [
          { globPattern: '**/*.okr', kind: WatchKind.Change },
          { globPattern: '**/okr.config.json', kind: WatchKind.Change },
          // Where a folder comes or goes, its files are not told of.
          { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ];
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
      }
      if (client?.capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(() => readFolders());
      }
      await readFolders();
    }),
  );

  const readFolders = contain('folders', log, undefined, async () => {
    const open = client?.capabilities.workspace?.workspaceFolders
      ? await connection.workspace.getWorkspaceFolders().catch(() => client?.workspaceFolders ?? null)
      : null;
    const root = client?.rootUri ?? null;
    await session.setFolders(open?.map((folder) => folder.uri) ?? (root === null ? [] : [root]));
  });

  documents.onDidOpen(
    contain('open', log, undefined, ({ document }) => {
      if (document.languageId === 'okr') starting ??= setTimeout(started, startMs);
      look();
      return session.opened(document.uri, document.getText());
    }),
  );
  documents.onDidChangeContent(
    contain('edit', log, undefined, ({ document }) => {
      redraw.typed();
      typedAt = performance.now();
      session.edited(document.uri, document.getText());
    }),
  );
  documents.onDidClose(contain('close', log, undefined, ({ document }) => session.closed(document.uri)));
  documents.onDidSave(look);
  documents.listen(connection);

  connection.onDidChangeWatchedFiles(
    contain('files', log, undefined, ({ changes }) => session.touched(changes.map((change) => change.uri))),
  );
  connection.workspace.onDidCreateFiles(foldersTouched(({ files }) => files.map((file) => file.uri)));
  connection.workspace.onDidDeleteFiles(foldersTouched(({ files }) => files.map((file) => file.uri)));
  connection.workspace.onDidRenameFiles(
    foldersTouched(({ files }) => files.flatMap((file) => [file.oldUri, file.newUri])),
  );
  function foldersTouched<Params>(urisOf: (params: Params) => string[]) {
    return contain('folders', log, undefined, (params: Params) => session.foldersTouched(urisOf(params)));
  }

  connection.onDidChangeConfiguration(
    contain('settings', log, undefined, async ({ settings }) => {
      const asked = client?.capabilities.workspace?.configuration
        ? await connection.workspace.getConfiguration('okr')
        : (settings as { okr?: unknown } | null)?.okr;
      const base: Config = baseConfigOf(asked);
      session.setBase(base);
      const before = strengthLens;
      strengthLens = tellsStrength(asked);
      const refreshes = client?.capabilities.workspace?.codeLens?.refreshSupport === true;
      if (strengthLens !== before && refreshes) await connection.sendRequest(CodeLensRefreshRequest.type);
    }),
  );

  if (connection.languages) servePull(connection, session, log);
  serveFeatures(
    connection,
    session,
    log,
    () => client,
    () => ({ strengthLens }),
    () => typedAt,
  );
  connection.onRequest(treeRequest, (params: TreeParams | null, token: CancellationToken) =>
    contain<[], TreeResult | null>('tree', log, null, () => treeResultOf(session, params, turnsOf(token)))(),
  );

  const clock = setInterval(() => {
    if (fixed === null) session.setToday(localToday(new Date()));
  }, clockEveryMs);
  connection.onShutdown(() => {
    clearInterval(clock);
    tidying.stop();
    looking.stop();
    if (starting) clearTimeout(starting);
    redraw.stop();
    session.dispose();
  });
  connection.listen();
}

/** A client that promised more than it does is served all the same. */
function refused(): void {}

const folders = { filters: [{ scheme: 'file', pattern: { glob: '**/*', matches: 'folder' as const } }] };
