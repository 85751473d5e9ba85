/** Each request to its feature. The features are pure functions of what the session knows at that moment; nothing is decided here. */
import type { Cascade, ObjectiveNode, SupporterCounts } from '@okr-language/core';
import {
  type CountedGoal,
  codeActionKinds,
  codeActions,
  codeLenses,
  completions,
  completionTriggers,
  type Directory,
  definition,
  documentHighlights,
  documentLinks,
  documentSymbols,
  type FeatureContext,
  foldingRanges,
  formattingEdits,
  hover,
  inlayHints,
  objectiveAt,
  type Pause,
  prepareRename,
  rangeFormattingEdits,
  referencesEverywhere,
  renameEverywhere,
  resolveCompletion,
  selectionRanges,
  semanticTokens,
  semanticTokensLegend,
  symbolsEverywhere,
  withoutMarkup,
} from '@okr-language/language';
import type {
  CompletionItem,
  Connection,
  InitializeParams,
  Location,
  MarkupContent,
  MarkupKind,
  Position,
  ServerCapabilities,
  TextDocumentIdentifier,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Calm } from './calm.ts';
import { diagnosticOf } from './diagnostics.ts';
import { contain, type Log } from './guard.ts';
import { LSPErrorCodes, ResponseError } from './lsp.ts';
import { openRulePageCommand, showPlaceCommand } from './protocol.ts';
import type { Session } from './session.ts';
import { turnsOf } from './turns.ts';

export const featureCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  codeActionProvider: { codeActionKinds: [...codeActionKinds] },
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
};

/** The code of a request that cannot be done for a reason the person should read. */
const requestFailed = -32803;

type InDocument = { readonly textDocument: TextDocumentIdentifier };

/** What a person may choose about the features themselves. */
export interface FeatureSettings {
  readonly strengthLens: boolean;
}

export function serveFeatures(
  connection: Connection,
  session: Session,
  log: Log,
  client: () => InitializeParams | null,
  settings: () => FeatureSettings,
  typedAt: () => number,
): void {
  /** Answers a request about a document with a feature, or with nothing where the document is not known. */
  const about = <Params extends InDocument, Result>(
    what: string,
    feature: (context: FeatureContext, params: Params) => Result | null,
    see = contextOf,
  ) =>
    contain<[Params], Result | null>(what, log, null, (params) => {
      const context = see(session, params.textDocument.uri);
      return context && feature(context, params);
    });
  const capabilities = () => client()?.capabilities.textDocument;
  const asDocumented = (item: CompletionItem): CompletionItem => {
    const { documentation } = item;
    if (documentation === undefined || typeof documentation === 'string') return item;
    const formats = capabilities()?.completion?.completionItem?.documentationFormat;
    return { ...item, documentation: asShown(documentation, formats) };
  };

  connection.onCompletion(
    about('completion', (context, { position }) => {
      const list = completions(context, position, {
        snippets: capabilities()?.completion?.completionItem?.snippetSupport ?? false,
        findings: session.workspace.findings(context.uri),
        ...(session.opensPages ? { suggestCommand: 'editor.action.triggerSuggest' } : {}),
      });
      return { ...list, items: list.items.map(asDocumented) };
    }),
  );
  connection.onCompletionResolve((item, token) =>
    contain<[], CompletionItem>('completion details', log, item, async () =>
      asDocumented(await resolveCompletion((id) => goalOf(session, id, turnsOf(token)), item)),
    )(),
  );
  connection.onHover(({ textDocument, position }, token) =>
    contain('hover', log, null, async () => {
      const told = await hoverAt(session, textDocument.uri, position, turnsOf(token));
      if (!told || typeof told.contents !== 'object' || !('kind' in told.contents)) return told;
      return { ...told, contents: asShown(told.contents, capabilities()?.hover?.contentFormat) };
    })(),
  );
  connection.onDefinition(
    about('definition', (context, { position }) => {
      const location = definition(context, position);
      return location && spelled(session, location);
    }),
  );
  connection.onReferences((params, token) =>
    contain('references', log, null, async () => {
      const context = contextOf(session, params.textDocument.uri);
      if (!context) return null;
      const { includeDeclaration } = params.context;
      const found = await referencesEverywhere(context, params.position, includeDeclaration, turnsOf(token));
      return found.map((location) => spelled(session, location));
    })(),
  );
  connection.onDocumentHighlight(about('highlights', (context, { position }) => documentHighlights(context, position)));
  connection.onPrepareRename(
    about('rename', (context, { position }) => {
      const renamable = prepareRename(context, position);
      return 'refused' in renamable ? refuse(renamable.refused) : renamable;
    }),
  );
  connection.onRenameRequest((params, token) =>
    contain<[], WorkspaceEdit | null>('rename', log, null, async () => {
      const context = contextOf(session, params.textDocument.uri);
      if (!context) return null;
      const { version } = session.workspace;
      const edit = await renameEverywhere(context, params.position, params.newName, turnsOf(token));
      if (session.workspace.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'a text changed');
      return 'refused' in edit ? refuse(edit.refused) : spelledEdit(session, edit);
    })(),
  );
  connection.onDocumentSymbol(about('outline', ({ file }) => documentSymbols(file)));
  connection.onWorkspaceSymbol(({ query }, token) =>
    contain('symbols', log, null, () => symbolsEverywhere(session.workspace.directories, query, turnsOf(token)))(),
  );
  connection.onFoldingRanges(about('folding', (context) => foldingRanges(context)));
  connection.onSelectionRanges(about('selection', (context, { positions }) => selectionRanges(context, positions)));
  connection.onDocumentLinks(about('links', ({ file }) => documentLinks(file)));
  connection.onCodeAction(
    about('actions', (context, { range, context: { only } }) =>
      codeActions(context, range, session.workspace.findings(context.uri), {
        ...(only ? { only } : {}),
        snippets: client()?.capabilities.workspace?.workspaceEdit?.snippetEditSupport ?? false,
        ...(session.opensPages ? { openPageCommand: openRulePageCommand } : {}),
        ...(session.showsPlaces ? { showPlaceCommand } : {}),
        diagnosticOf: (finding) => diagnosticOf(finding, (uri) => session.workspace.lineStarts(uri)),
      }).map((action) => (action.edit ? { ...action, edit: spelledEdit(session, action.edit) } : action)),
    ),
  );
  // A goal that a thousand others support takes a while to tell so.
  const calm = new Calm(typedAt);
  connection.onCodeLens(({ textDocument }, token) =>
    calm.whenCalm(
      contain('lenses', log, null, () => lensesOf(session, textDocument.uri, settings().strengthLens, turnsOf(token))),
      () => token.isCancellationRequested,
    ),
  );
  connection.languages.inlayHint.on(about('hints', (context, { range }) => inlayHints(context, range)));
  connection.languages.semanticTokens.on(
    contain('names', log, { data: [] }, ({ textDocument }) => {
      const context = contextOf(session, textDocument.uri);
      return context ? semanticTokens(context) : { data: [] };
    }),
  );
  connection.onDocumentFormatting(
    // the editor's tab size is not asked: `okr fmt` does not know it, and both must come to the same
    about('formatting', ({ text }) => formattingEdits(text)),
  );
  connection.onDocumentRangeFormatting(about('formatting', ({ text }, { range }) => rangeFormattingEdits(text, range)));
}

type Seen = FeatureContext & { readonly directory: Directory };

/** What can be seen from a document, also in a company of any size. Null where the document is not known. */
function contextOf(session: Session, clientUri: string): Seen | null {
  const uri = session.known(clientUri);
  return near(session, uri, [uri]);
}

/**
 * How many support some objectives of a project, counted in short turns: of a thousand files it takes most of a second. While the folder is still being
 * read and checked they are not all there, so nothing is told, and the client is asked to draw anew at the end.
 */
async function counted(
  session: Session,
  root: string,
  objectives: readonly ObjectiveNode[],
  pause: Pause,
): Promise<{ readonly supporters?: SupporterCounts }> {
  const tree = session.isCatchingUp ? null : session.workspace.treeOf(root);
  return tree ? { supporters: await tree.supporterCounts(objectives, pause) } : {};
}

async function lensesOf(session: Session, clientUri: string, strength: boolean, pause: Pause) {
  const context = contextOf(session, clientUri);
  if (!context) return null;
  const own = context.cascade.objectives.filter(({ uri }) => uri === context.uri);
  const counts = await counted(session, session.workspace.rootOf(context.uri), own, pause);
  return codeLenses({ ...context, ...counts }, '', { strength });
}

async function hoverAt(session: Session, clientUri: string, position: Position, pause: Pause) {
  const context = contextOf(session, clientUri);
  if (!context) return null;
  const { uri } = context;
  // All that is to be seen from another file, where the thing is declared.
  const other = definition(context, position)?.uri ?? uri;
  const seen = other === uri ? context : (near(session, uri, [uri, other]) ?? context);
  const objective = objectiveAt(seen, position);
  const counts = objective && (await counted(session, session.workspace.rootOf(uri), [objective], pause));
  return hover({ ...seen, ...counts }, position);
}

/** A goal of any project, by its id. */
async function goalOf(session: Session, id: string, pause: Pause): Promise<CountedGoal | null> {
  const { workspace } = session;
  for (const root of workspace.roots) {
    const goal = workspace.treeOf(root)?.goal(id);
    if (!goal) continue;
    const objective = goal.kind === 'objective' ? goal : goal.objective;
    return { goal, ...(await counted(session, root, [objective], pause)) };
  }
  return null;
}

function near(session: Session, uri: string, uris: readonly string[]): Seen | null {
  const { workspace } = session;
  const directory = workspace.directoryOf(uri);
  if (!directory) return null;
  // A file that the project ignores is no part of it, and nothing is seen around it.
  const context = around(session, uri, () => workspace.near(uris, 'goals') ?? directory.near([], 'goals'));
  if (!context) return null;
  // How well a goal is made is told from who supports it too, and while files are being read these are not all there.
  if (session.isCatchingUp) return { ...context, directory };
  return { ...context, directory, findings: () => new Map(uris.map((one) => [one, workspace.findings(one)])) };
}

function around(session: Session, uri: string, cascade: () => Cascade): FeatureContext | null {
  const { workspace } = session;
  const text = workspace.text(uri);
  const file = workspace.file(uri);
  if (text === null || !file) return null;
  return {
    uri,
    text,
    file,
    cascade: cascade(),
    textOf: (other) => workspace.text(other),
    lineStartsOf: (other) => workspace.lineStarts(other),
  };
}

/** In a format that the editor knows. One that names none is given what most editors show. */
function asShown(content: MarkupContent, formats: readonly MarkupKind[] | undefined): MarkupContent {
  if (content.kind === 'plaintext' || !formats || formats.includes('markdown')) return content;
  return { kind: 'plaintext', value: withoutMarkup(content.value) };
}

/** A refusal is no defect: the person reads the reason in the editor. */
function refuse(reason: string): never {
  throw new ResponseError(requestFailed, reason);
}

function spelled(session: Session, location: Location): Location {
  return { ...location, uri: session.spelled(location.uri) };
}

type DocumentChange = NonNullable<WorkspaceEdit['documentChanges']>[number];

function spelledEdit(session: Session, edit: WorkspaceEdit): WorkspaceEdit {
  const { changes, documentChanges } = edit;
  const spelledChanges = Object.entries(changes ?? {}).map(([uri, edits]) => [session.spelled(uri), edits] as const);
  return {
    ...(changes ? { changes: Object.fromEntries(spelledChanges) } : {}),
    ...(documentChanges ? { documentChanges: documentChanges.map((change) => spelledChange(session, change)) } : {}),
  };
}

function spelledChange(session: Session, change: DocumentChange): DocumentChange {
  if (!('textDocument' in change)) return change;
  return { ...change, textDocument: { ...change.textDocument, uri: session.spelled(change.textDocument.uri) } };
}
