/** A webview that holds the cascade: its page, what it may load, and the messages that go both ways. */
import { randomBytes } from 'node:crypto';
import {
  cascadeHtml,
  type HostMessage,
  readHostMessage,
  readViewMessage,
  type ViewMessage,
  writeHostMessage,
} from '@okr-language/webview';
import {
  commands,
  type Disposable,
  type ExtensionContext,
  Range,
  Uri,
  ViewColumn,
  type Webview,
  window,
  workspace,
} from 'vscode';
import { addressOf } from '../address.ts';
import type { CascadeSource, Surface } from './source.ts';

/** Fills the webview and answers it until the result is disposed. */
export function fillPage(
  webview: Webview,
  context: ExtensionContext,
  source: CascadeSource,
  surface: Surface,
): Disposable {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  const listener = webview.onDidReceiveMessage((data: unknown) => {
    const message = readViewMessage(data);
    if (message) void answer(message, source, surface);
  });
  webview.html = cascadeHtml({
    nonce: randomBytes(24).toString('hex'),
    cspSource: webview.cspSource,
    scriptUri: String(webview.asWebviewUri(Uri.joinPath(dist, 'webview.js'))),
    styleUri: String(webview.asWebviewUri(Uri.joinPath(dist, 'webview.css'))),
  });
  return listener;
}

/** Only what the view knows is sent. */
export function send(webview: Webview, message: HostMessage): void {
  if (readHostMessage(message)) void webview.postMessage(writeHostMessage(message));
}

async function answer(message: ViewMessage, source: CascadeSource, surface: Surface): Promise<void> {
  switch (message.type) {
    case 'ready':
      source.greet(surface);
      break;
    case 'createFirst':
      await commands.executeCommand('okr.newFile');
      break;
    case 'project':
      source.choose(message.root);
      break;
    case 'wanted':
      source.want(surface, message.wanted);
      break;
    case 'open':
      if (source.knows(message.uri)) await openPlace(message);
  }
}

async function openPlace(place: Extract<ViewMessage, { type: 'open' }>): Promise<void> {
  const shown = window.visibleTextEditors.find(({ document }) => addressOf(document.uri) === place.uri);
  const document = shown?.document ?? (await workspace.openTextDocument(Uri.parse(place.uri, true)));
  const position = document.validatePosition(document.positionAt(0).with(place.line, place.character));
  await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? textColumn(),
    preserveFocus: place.preserveFocus,
    selection: new Range(position, position),
  });
}

/** Beside a cascade that stands as an editor, the text goes where text is already shown. */
function textColumn(): ViewColumn {
  return window.visibleTextEditors[0]?.viewColumn ?? ViewColumn.One;
}
