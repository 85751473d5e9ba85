/** What the cascade views get while they come and go. */
import type { TreeResult, TreeWanted } from '@okr-language/server/protocol';
import type { HostMessage } from '@okr-language/webview';
import { expect, it, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import type { Client } from '../client.ts';
import { CascadeSource, type Surface } from './source.ts';

vi.mock('vscode', () => {
  const never = () => ({ dispose: () => {} });
  class Disposable {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
  }
  return {
    Disposable,
    window: { onDidChangeActiveTextEditor: never, onDidChangeTextEditorSelection: never },
    workspace: { onDidChangeTextDocument: never },
  };
});

it('a cascade that is closed while its tree is worked out takes nothing from the others', async () => {
  const tree = Promise.withResolvers<TreeResult | null>();
  const source = new CascadeSource(
    context(),
    client(() => tree.promise),
  );
  const closed = view();
  const other = view();
  const closing = source.add(closed);
  source.add(other);
  source.greet(closed);

  closing.dispose();
  // The editor lets nobody ask a closed panel anything.
  closed.close();
  tree.resolve(null);
  await vi.waitFor(() => expect(other.shown.at(-1)).toEqual({ type: 'empty' }));
});

it('each cascade gets the rows that were asked for there, and two that want the same are worked out once', async () => {
  const asked: (TreeWanted | null)[] = [];
  const source = new CascadeSource(
    context(),
    client(async (wanted) => {
      asked.push(wanted);
      return resultIn(wanted?.open[0] ?? 'at first');
    }),
  );
  const [panel, side] = [view(), view()];
  source.add(panel);
  source.add(side);
  source.greet(panel);
  await vi.waitFor(() => expect([panel, side].map(rootIn)).toEqual(['at first', 'at first']));
  expect(asked).toEqual([null]);

  source.want(panel, { cycle: null, open: ['acme'], filter: null });
  await vi.waitFor(() => expect([panel, side].map(rootIn)).toEqual(['acme', 'at first']));
});

function resultIn(root: string): TreeResult {
  return { root } as unknown as TreeResult;
}

function rootIn({ shown }: { readonly shown: readonly HostMessage[] }): string | null {
  const last = shown.at(-1);
  return last?.type === 'tree' ? last.root : null;
}

function view(): Surface & { readonly shown: HostMessage[]; close(): void } {
  const shown: HostMessage[] = [];
  let isClosed = false;
  return {
    shown,
    get visible() {
      if (isClosed) throw new Error('Webview is disposed');
      return true;
    },
    show: (message) => void shown.push(message),
    close() {
      isClosed = true;
    },
  };
}

function client(treeWith: (wanted: TreeWanted | null) => Promise<TreeResult | null>): Client {
  const tree = (_: string | null, wanted: TreeWanted | null) => treeWith(wanted);
  return { running: true, starting: false, tree, onTreeChanged: () => ({ dispose: () => {} }) } as unknown as Client;
}

function context(): ExtensionContext {
  return { workspaceState: { get: () => null, update: () => {} } } as unknown as ExtensionContext;
}
