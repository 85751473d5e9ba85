/**
 * What the client draws into an open text — lenses, hints, the colours of names — also depends on other files. It asks anew by itself
 * when that text is edited; of everything else it has to be told.
 */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from './lsp.ts';

/** While somebody types, what stands in the texts beside may lag this much. */
const pauseMs = 300;

export class Redraw {
  readonly #connection: Connection;
  readonly #capabilities: () => ClientCapabilities | undefined;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #wasReading = true;
  #typed = false;

  constructor(connection: Connection, capabilities: () => ClientCapabilities | undefined) {
    this.#connection = connection;
    this.#capabilities = capabilities;
  }

  /** An open text was edited. */
  typed(): void {
    this.#typed = true;
  }

  /** Something is known that was not; `open` texts can show it. */
  changed(open: number): void {
    const asksByItself = this.#typed && open === 1;
    this.#typed = false;
    if (open === 0 || asksByItself) return;
    this.#timer ??= setTimeout(() => this.#now(), pauseMs);
  }

  /** What was asked while files were still being read was answered from too little. */
  reading(isReading: boolean): void {
    if (this.#wasReading && !isReading) this.#now();
    this.#wasReading = isReading;
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #now(): void {
    this.stop();
    const { codeLens, inlayHint, semanticTokens } = this.#capabilities()?.workspace ?? {};
    const wanted = [
      codeLens?.refreshSupport && CodeLensRefreshRequest.type,
      inlayHint?.refreshSupport && InlayHintRefreshRequest.type,
      semanticTokens?.refreshSupport && SemanticTokensRefreshRequest.type,
    ];
    // A client that answers with an error, or is gone, shows what it shows.
    for (const type of wanted) if (type) this.#connection.sendRequest(type).catch(() => {});
  }
}
