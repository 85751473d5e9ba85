/**
 * What the cascade views show. However many are open, the tree is asked for once for all that want the same rows, only while one of them is seen, and
 * never twice at a time.
 */
import type { TreeResult, TreeWanted } from '@okr-language/server/protocol';
import type { HostMessage } from '@okr-language/webview';
import { Disposable, type ExtensionContext, type Memento, type TextEditor, window, workspace } from 'vscode';
import { addressOf, isOkr, liesIn } from '../address.ts';
import type { Client } from '../client.ts';

/** Where one cascade is drawn: the side panel, or an editor. */
export interface Surface {
  readonly visible: boolean;
  show(message: HostMessage): void;
}

/** What one surface shows. */
interface View {
  readonly surface: Surface;
  shown: HostMessage;
  /** Which rows of a large tree somebody wants to see there. */
  wanted: TreeWanted | null;
}

export class CascadeSource implements Disposable {
  readonly #client: Client;
  readonly #memory: Memento;
  readonly #views = new Map<Surface, View>();
  readonly #disposables: Disposable[];
  /** Address of a file or folder of the project that is shown; null for the first project. */
  #subject: string | null;
  #projects: readonly string[] = [];
  #asking = false;
  #askAgain = false;
  /** Counts the changes of text; a tree that was asked for before the last one does not know where things stand now. */
  #edits = 0;
  #editsInTree = 0;

  constructor(context: ExtensionContext, client: Client) {
    this.#client = client;
    this.#memory = context.workspaceState;
    // After a reload the cascade itself may have the keyboard, and no text then says which project is meant.
    this.#subject = remembered(this.#memory);
    if (window.activeTextEditor) this.#follow(window.activeTextEditor);
    this.#disposables = [
      client.onTreeChanged(() => this.#refresh()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (isOkr(document) && contentChanges.length > 0) this.#edits++;
      }),
      window.onDidChangeActiveTextEditor((active) => active && this.#follow(active)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#reveal(textEditor);
      }),
    ];
  }

  add(surface: Surface): Disposable {
    this.#views.set(surface, { surface, shown: { type: 'loading' }, wanted: null });
    return new Disposable(() => this.#views.delete(surface));
  }

  /** A view listens, or is seen again: it gets what there is, then what is new. */
  greet(surface: Surface): void {
    const view = this.#views.get(surface);
    if (view) surface.show(view.shown);
    this.#refresh();
  }

  /** Shows another project: one of those that the last tree named. */
  choose(root: string): void {
    if (!this.#projects.includes(root)) return;
    for (const view of this.#views.values()) view.wanted = null;
    this.#turnTo(root);
  }

  /** Of a tree that is there only in part, other rows are wanted on a surface. */
  want(surface: Surface, wanted: TreeWanted): void {
    const view = this.#views.get(surface);
    if (!view) return;
    view.wanted = wanted;
    this.#refresh();
  }

  /** Whether a file lies in a project that is shown, so that a click may open it. */
  knows(uri: string): boolean {
    return this.#projects.some((root) => liesIn(uri, root));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #follow(editor: TextEditor): void {
    if (!isOkr(editor.document)) return;
    const subject = addressOf(editor.document.uri);
    if (subject !== this.#subject) this.#turnTo(subject);
    this.#reveal(editor);
  }

  #turnTo(subject: string): void {
    this.#subject = subject;
    void this.#memory.update(memoryKey, subject);
    this.#refresh();
  }

  /** While the tree lags behind the text, the cursor would be looked for in the wrong place; the next tree brings it up again. */
  #reveal(editor: TextEditor): void {
    if (!isOkr(editor.document) || this.#edits !== this.#editsInTree) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    this.#broadcast({ type: 'reveal', uri: addressOf(editor.document.uri), offset });
  }

  #refresh(): void {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    if (this.#seen().length === 0) return;
    this.#asking = true;
    void this.#ask().finally(() => {
      this.#asking = false;
      if (!this.#askAgain) return;
      this.#askAgain = false;
      this.#refresh();
    });
  }

  async #ask(): Promise<void> {
    const alike = new Map<string, View[]>();
    for (const view of this.#seen()) {
      const key = JSON.stringify(view.wanted);
      alike.set(key, [...(alike.get(key) ?? []), view]);
    }
    for (const views of alike.values()) await this.#askFor(views[0]?.wanted ?? null, views);
  }

  async #askFor(wanted: TreeWanted | null, views: readonly View[]): Promise<void> {
    if (!this.#client.running) {
      this.#set(views, this.#client.starting ? { type: 'loading' } : notRunning);
      return;
    }
    const edits = this.#edits;
    try {
      const result = await this.#client.tree(this.#subject, wanted);
      const behind = this.#edits !== this.#editsInTree;
      this.#editsInTree = edits;
      this.#set(views, this.#messageOf(result, wanted), behind);
    } catch {
      // The request fails when the server ends while it works; its state then says more.
      this.#set(views, this.#client.running ? unreadable : notRunning);
    }
  }

  #messageOf(result: TreeResult | null, wanted: TreeWanted | null): HostMessage {
    this.#projects = result?.projects ?? [];
    if (!result) return { type: 'empty' };
    const { tree, findings, root, projects } = result;
    return { type: 'tree', tree, wanted, findings, root, projects };
  }

  #set(views: readonly View[], message: HostMessage, wasBehind = false): void {
    const first = views.some(({ shown }) => shown.type !== 'tree');
    for (const view of views) {
      view.shown = message;
      // One that was closed meanwhile must not even be asked whether it is seen.
      if (this.#views.has(view.surface) && view.surface.visible) view.surface.show(message);
    }
    const editor = window.activeTextEditor;
    if ((first || wasBehind) && message.type === 'tree' && editor) this.#reveal(editor);
  }

  #seen(): View[] {
    return [...this.#views.values()].filter(({ surface }) => surface.visible);
  }

  #broadcast(message: HostMessage): void {
    for (const { surface } of this.#seen()) surface.show(message);
  }
}

const memoryKey = 'cascade.subject';

function remembered(memory: Memento): string | null {
  const subject = memory.get(memoryKey);
  return typeof subject === 'string' ? subject : null;
}

const notRunning: HostMessage = {
  type: 'error',
  what: 'Your OKR files are not being checked.',
  todo: 'Run the command "OKR: Start the Checker Again".',
  where: null,
};

const unreadable: HostMessage = {
  type: 'error',
  what: 'The cascade could not be worked out.',
  todo: 'Run the command "OKR: Show What the Checker Says" and tell us what it shows.',
  where: null,
};
