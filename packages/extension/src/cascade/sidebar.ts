import { Disposable, type ExtensionContext, type WebviewView, window } from 'vscode';
import { fillPage, send } from './page.ts';
import type { CascadeSource, Surface } from './source.ts';

/** The cascade in the side panel. */
export class CascadeSidebar implements Disposable {
  readonly #registration: Disposable;

  constructor(context: ExtensionContext, source: CascadeSource) {
    this.#registration = window.registerWebviewViewProvider('okr.cascade', {
      resolveWebviewView(view: WebviewView) {
        const surface: Surface = {
          get visible() {
            return view.visible;
          },
          show: (message) => send(view.webview, message),
        };
        const disposables = [
          source.add(surface),
          fillPage(view.webview, context, source, surface),
          view.onDidChangeVisibility(() => view.visible && source.greet(surface)),
        ];
        view.onDidDispose(() => Disposable.from(...disposables).dispose());
      },
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
