/**
 * Two calmer ways to see findings, both off unless somebody turns them on: only those on lines that have changed, and none on the
 * line that is being typed. Nothing is lost: the server sends every finding, and only what is shown is less.
 */
import {
  type Diagnostic,
  Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentSaveReason,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { changedLines } from './changed.ts';
import { commitOf, committed, onCommit } from './committed.ts';

/** Who rests as long as this no longer types. */
const restMilliseconds = 2000;
/** The server usually has news within this time, and knows where a finding is after an edit; what is kept here does not. */
const settleMilliseconds = 300;

interface Original {
  /** Null where the text is that of the file when it was opened. */
  readonly commit: string | null;
  readonly text: string;
}

export class Calm implements Disposable {
  /** All findings by file, as the server sent them. */
  readonly #all = new Map<string, readonly [Uri, readonly Diagnostic[]]>();
  readonly #originals = new Map<string, Original>();
  readonly #settling = new Map<string, NodeJS.Timeout>();
  #typing: { readonly uri: string; readonly line: number; readonly rest: NodeJS.Timeout } | null = null;
  #commits: Disposable | null = null;
  readonly #show: (uri: Uri, diagnostics: Diagnostic[]) => void;
  readonly #disposable: Disposable;

  constructor(show: (uri: Uri, diagnostics: Diagnostic[]) => void) {
    this.#show = show;
    this.#learnAll();
    this.#disposable = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.#learn(document)),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#originals.delete(uri.toString());
        this.#redraw(uri.toString());
      }),
      workspace.onDidChangeTextDocument((event) => this.#typed(event)),
      workspace.onDidSaveTextDocument((document) => this.#learn(document)),
      workspace.onWillSaveTextDocument(({ reason }) => {
        // Files that save themselves do so while somebody types.
        if (reason === TextDocumentSaveReason.Manual) this.#rest();
      }),
      window.onDidChangeActiveTextEditor(() => this.#rest()),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const typing = this.#typing;
        if (typing === null || textEditor.document.uri.toString() !== typing.uri) return;
        if (selections[0]?.active.line !== typing.line) this.#rest();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('okr.calm')) return;
        this.#learnAll();
        for (const uri of this.#all.keys()) this.#redraw(uri);
      }),
    );
  }

  /** Takes what the server sent and gives what is to be shown of it. */
  receive(uri: Uri, diagnostics: Diagnostic[]): Diagnostic[] {
    const key = uri.toString();
    if (diagnostics.length === 0) this.#all.delete(key);
    else this.#all.set(key, [uri, diagnostics]);
    this.#settled(key);
    return this.#calmed(key, diagnostics);
  }

  /** Forgets the findings of a server that is gone. */
  clear(): void {
    this.#all.clear();
  }

  dispose(): void {
    this.#disposable.dispose();
    this.#commits?.dispose();
    for (const key of [...this.#settling.keys()]) this.#settled(key);
    if (this.#typing) clearTimeout(this.#typing.rest);
  }

  #calmed(key: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
    const line = this.#typing?.uri === key ? this.#typing.line : null;
    const changed = isOn('onlyChanges') ? this.#changedIn(key) : null;
    return diagnostics.filter(({ range }) => {
      if (line !== null && range.start.line <= line && line <= range.end.line) return false;
      if (changed === null) return true;
      for (let at = range.start.line; at <= range.end.line; at++) if (changed.has(at)) return true;
      return false;
    });
  }

  /** Files that are not open have not been changed here. */
  #changedIn(key: string): ReadonlySet<number> {
    const original = this.#originals.get(key);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === key);
    return original && document ? changedLines(original.text, document.getText()) : new Set();
  }

  #learnAll(): void {
    for (const document of workspace.textDocuments) this.#learn(document);
  }

  /** Finds out what a document is compared with: the last commit, else what it was when it was opened. */
  async #learn(document: TextDocument): Promise<void> {
    const { uri, languageId } = document;
    const key = uri.toString();
    if (languageId !== 'okr' || !isOn('onlyChanges')) return;
    this.#commits ??= onCommit(() => this.#learnAll());
    const known = this.#originals.get(key);
    if (!known) this.#originals.set(key, { commit: null, text: document.getText() });
    else if (known.commit !== null && known.commit === (await commitOf(uri))) return;
    const last = await committed(uri);
    if (last === null || document.isClosed) return;
    this.#originals.set(key, { commit: last.commit, text: last.text ?? '' });
    this.#redraw(key);
  }

  #typed({ document, contentChanges }: TextDocumentChangeEvent): void {
    const editor = window.activeTextEditor;
    if (contentChanges.length === 0 || editor?.document !== document || document.languageId !== 'okr') return;
    if (!isOn('currentLine')) return;
    if (this.#typing) clearTimeout(this.#typing.rest);
    const uri = document.uri.toString();
    const rest = setTimeout(() => this.#rest(), restMilliseconds);
    this.#typing = { uri, line: editor.selection.active.line, rest };
    this.#redrawSoon(uri);
  }

  #rest(): void {
    if (this.#typing === null) return;
    const { uri, rest } = this.#typing;
    clearTimeout(rest);
    this.#typing = null;
    this.#redrawSoon(uri);
  }

  #redrawSoon(key: string): void {
    if (this.#settling.has(key)) return;
    this.#settling.set(
      key,
      setTimeout(() => this.#redraw(key), settleMilliseconds),
    );
  }

  #settled(key: string): void {
    clearTimeout(this.#settling.get(key));
    this.#settling.delete(key);
  }

  #redraw(key: string): void {
    this.#settled(key);
    const known = this.#all.get(key);
    if (known) this.#show(known[0], this.#calmed(key, known[1]));
  }
}

function isOn(name: 'onlyChanges' | 'currentLine'): boolean {
  return workspace.getConfiguration('okr.calm').get(name) === true;
}
