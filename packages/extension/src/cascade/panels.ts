import {
  commands,
  Disposable,
  type ExtensionContext,
  TabInputWebview,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { fillPage, send } from './page.ts';
import type { CascadeSource, Surface } from './source.ts';

const panelType = 'okr.cascadePanel';

/** The cascade as an editor beside the text. There is one; asked for again, it comes to the front and gets the keyboard. */
export class CascadePanels implements Disposable {
  readonly #context: ExtensionContext;
  readonly #source: CascadeSource;
  readonly #registrations: Disposable;
  #panel: WebviewPanel | undefined;

  constructor(context: ExtensionContext, source: CascadeSource) {
    this.#context = context;
    this.#source = source;
    this.#registrations = Disposable.from(
      commands.registerCommand('okr.showCascade', () => this.show()),
      window.registerWebviewPanelSerializer(panelType, {
        // After a reload the editor brings the panel back; the page in it keeps its own state.
        deserializeWebviewPanel: async (panel) => this.#adopt(panel),
      }),
    );
  }

  /** Opens it unless the last session left it open: then the editor brings it back by itself. */
  openAtStart(): void {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    // The editor puts a word of its own before the type.
    if (!tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(panelType))) this.show();
  }

  show(): void {
    if (this.#panel) {
      // Who asks for what is there already wants to go there, and by keyboard has no other way.
      this.#panel.reveal(undefined, false);
      send(this.#panel.webview, { type: 'focus' });
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.#adopt(window.createWebviewPanel(panelType, 'OKR Cascade', place));
  }

  /** Text came to stand where the cascade is: that goes beside it. */
  stepAside(column: ViewColumn | undefined): void {
    if (this.#panel && this.#panel.viewColumn === column) this.#panel.reveal(ViewColumn.Beside, true);
  }

  dispose(): void {
    this.#registrations.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.iconPath = {
      light: Uri.joinPath(this.#context.extensionUri, 'icons', 'okr-light.svg'),
      dark: Uri.joinPath(this.#context.extensionUri, 'icons', 'okr-dark.svg'),
    };
    const surface: Surface = {
      get visible() {
        return panel.visible;
      },
      show: (message) => send(panel.webview, message),
    };
    const disposables = [
      this.#source.add(surface),
      fillPage(panel.webview, this.#context, this.#source, surface),
      panel.onDidChangeViewState(() => panel.visible && this.#source.greet(surface)),
    ];
    panel.onDidDispose(() => {
      Disposable.from(...disposables).dispose();
      if (this.#panel === panel) this.#panel = undefined;
    });
  }
}
