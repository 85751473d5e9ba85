/**
 * The built language server under well-formed messages in any order: for files that are there, that are not, and for addresses that are
 * none; at places far outside of the text; opened twice, changed before they are open. Each request is answered or refused, and the
 * next one is served.
 */
import fc from 'fast-check';
import { Client } from '../../protocol/client.ts';
import { exampleText, wholeText } from '../generate/project.ts';
import { soup, spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';

/** A request that waits longer than this has no answer. */
const patienceMs = 20_000;

const canary =
  'company canary "Canary"\nokrs for canary in 2026-Q3 {\n    objective alive "Still be here" { supports nobody.knows }\n}\n';

const files = [
  'a.okr',
  'b.okr',
  'sub/c.okr',
  'sub/d e#f%g.okr',
  'ü.okr',
  'okr.config.json',
  'sub/okr.config.json',
  'not-there.okr',
] as const;
const strangeUris = [
  '',
  'a',
  '__proto__',
  'untitled:Untitled-1',
  'file:///',
  'file:///%',
  'file:///nowhere/x.okr',
  'file:///c%3A/x.okr',
  'http://a.example/x.okr',
  'vscode-remote://wsl/x.okr',
  'file:///\u0000.okr',
  'git:/a.okr?{"ref":"~"}',
  `file:///${'a/'.repeat(2_000)}x.okr`,
];
/** A path of the workspace, or an address as it stands. */
const file = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...files) },
  { weight: 1, arbitrary: fc.constantFrom(...strangeUris).map((uri) => ({ uri })) },
);

const number = fc.oneof(
  { weight: 5, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.constantFrom(1_000_000, 2 ** 31 - 1) },
);
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const text = fc.oneof(
  wholeText,
  exampleText,
  spoilt(fc.oneof(wholeText, exampleText)),
  soup,
  fc.constantFrom('{ "ignore": ["**"] }', '{ "extends": "strict" }', '{', ''),
);

type File = (typeof files)[number] | { readonly uri: string };

interface Message {
  readonly method: string;
  readonly asks: boolean;
  /** What is said, given how files become addresses. */
  readonly params: (uriOf: (file: File) => string) => unknown;
}

const asked = (method: string, params: fc.Arbitrary<Message['params']>) =>
  params.map((made): Message => ({ method, asks: true, params: made }));
const told = (method: string, params: fc.Arbitrary<Message['params']>) =>
  params.map((made): Message => ({ method, asks: false, params: made }));

const inFile = fc
  .record({
    file,
    position,
    range,
    positions: fc.array(position, { maxLength: 3 }),
    newName: fc.constantFrom('better', '', 'a b', '"', 'kr', 'x'.repeat(5_000)),
    only: fc.option(fc.constantFrom('quickfix', 'source.fixAll', 'refactor', '')),
  })
  .map(({ file: of, only, ...more }): Message['params'] => (uriOf) => ({
    textDocument: { uri: uriOf(of) },
    context: { includeDeclaration: true, triggerKind: 1, diagnostics: [], ...(only === null ? {} : { only: [only] }) },
    options: { tabSize: 2, insertSpaces: true },
    previousResultId: '1',
    ...more,
  }));
const questions = [
  'completion',
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'rename',
  'documentSymbol',
  'foldingRange',
  'selectionRange',
  'documentLink',
  'codeAction',
  'codeLens',
  'inlayHint',
  'semanticTokens/full',
  'formatting',
  'rangeFormatting',
  'diagnostic',
  'nothingOfTheSort',
];
const request = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...questions).chain((name) => asked(`textDocument/${name}`, inFile)) },
  {
    weight: 1,
    arbitrary: asked(
      'workspace/symbol',
      fc.constantFrom('', 'a', '"', '\u0000', 'x'.repeat(10_000)).map((query) => () => ({ query })),
    ),
  },
  {
    weight: 1,
    arbitrary: asked(
      'completionItem/resolve',
      fc
        .constantFrom<object>({ label: 'a' }, { label: 'a', data: null }, { label: 'a', data: { goal: '__proto__' } })
        .map((item) => () => item),
    ),
  },
  {
    weight: 2,
    arbitrary: asked(
      'okr/tree',
      file.map((of) => (uriOf: (of: File) => string) => ({ uri: uriOf(of) })),
    ),
  },
  {
    weight: 1,
    arbitrary: asked(
      'okr/tree',
      fc.constant(() => ({ uri: null })),
    ),
  },
  {
    weight: 1,
    arbitrary: asked(
      'workspace/diagnostic',
      fc.constant(() => ({ previousResultIds: [] })),
    ),
  },
  {
    weight: 1,
    arbitrary: asked(
      'workspace/executeCommand',
      fc.constant(() => ({ command: 'okr.openRulePage', arguments: ['x'] })),
    ),
  },
);

const change = fc.oneof(
  { weight: 2, arbitrary: text.map((whole) => ({ text: whole })) },
  { weight: 3, arbitrary: fc.record({ range, text: fc.oneof(soup, fc.constantFrom('', '{', '}', '"', '\n')) }) },
);
const notification = fc.oneof(
  {
    weight: 4,
    arbitrary: told(
      'textDocument/didOpen',
      fc.tuple(file, text, fc.integer({ min: 0, max: 9 })).map(([of, whole, version]) => (uriOf) => ({
        textDocument: { uri: uriOf(of), languageId: 'okr', version, text: whole },
      })),
    ),
  },
  {
    weight: 6,
    arbitrary: told(
      'textDocument/didChange',
      fc
        .tuple(file, fc.array(change, { maxLength: 3 }), fc.integer({ min: 0, max: 9 }))
        .map(([of, contentChanges, version]) => (uriOf) => ({
          textDocument: { uri: uriOf(of), version },
          contentChanges,
        })),
    ),
  },
  {
    weight: 3,
    arbitrary: told(
      'textDocument/didClose',
      file.map((of) => (uriOf: (of: File) => string) => ({ textDocument: { uri: uriOf(of) } })),
    ),
  },
  {
    weight: 1,
    arbitrary: told(
      'textDocument/didSave',
      file.map((of) => (uriOf: (of: File) => string) => ({ textDocument: { uri: uriOf(of) } })),
    ),
  },
  {
    weight: 2,
    arbitrary: told(
      'workspace/didChangeWatchedFiles',
      fc
        .array(fc.tuple(file, fc.integer({ min: 1, max: 3 })), { maxLength: 4 })
        .map((changes) => (uriOf) => ({ changes: changes.map(([of, type]) => ({ uri: uriOf(of), type })) })),
    ),
  },
  {
    weight: 1,
    arbitrary: told(
      'workspace/didDeleteFiles',
      fc.array(file, { maxLength: 2 }).map((gone) => (uriOf) => ({ files: gone.map((of) => ({ uri: uriOf(of) })) })),
    ),
  },
  {
    weight: 1,
    arbitrary: told(
      'workspace/didChangeConfiguration',
      fc
        .constantFrom<unknown>(
          null,
          {},
          { okr: null },
          { okr: { extends: 'strict' } },
          { okr: 7 },
          { okr: { rules: [] } },
        )
        .map((settings) => () => ({ settings })),
    ),
  },
  {
    weight: 1,
    arbitrary: told(
      'workspace/didChangeWorkspaceFolders',
      fc.constant(() => ({ event: { added: [], removed: [] } })),
    ),
  },
  {
    weight: 1,
    arbitrary: told(
      '$/cancelRequest',
      fc.nat(50).map((id) => () => ({ id })),
    ),
  },
  {
    weight: 1,
    arbitrary: told(
      'okr/nothingOfTheSort',
      fc.constant(() => ({})),
    ),
  },
);
const messages = fc.array(fc.oneof({ weight: 3, arbitrary: request }, { weight: 4, arbitrary: notification }), {
  minLength: 1,
  maxLength: 14,
});

let running: Promise<Client> | null = null;

async function started(): Promise<Client> {
  running ??= Client.start({
    files: {
      'canary.okr': canary,
      'a.okr': 'team a "A"\n',
      'sub/c.okr': 'team c "C" in a\n',
      'ü.okr': 'person u "Ü" in a\n',
    },
  }).then(async (client) => {
    await client.open('canary.okr', canary);
    return client;
  });
  return running;
}

async function stop(): Promise<void> {
  const client = await running?.catch(() => null);
  running = null;
  client?.kill();
}

/** What was answered; a refusal is an answer. Throws where none comes. */
async function answer(client: Client, method: string, params: unknown): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer to ${method} within ${patienceMs} ms.`)), patienceMs);
  });
  const refused = (error: unknown) => {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return { refused: error.message };
    throw error;
  };
  try {
    return await Promise.race([client.request(method, params).catch(refused), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function serve(sequence: readonly Message[]): Promise<void> {
  const client = await started();
  const heard = client.log.length;
  const uriOf = (of: File) => (typeof of === 'string' ? client.uri(of) : of.uri);
  try {
    const answers: Promise<unknown>[] = [];
    for (const { method, asks, params } of sequence) {
      if (asks) answers.push(answer(client, method, params(uriOf)));
      else await client.notify(method, params(uriOf));
    }
    await Promise.all(answers);
    const symbols = JSON.stringify(
      await answer(client, 'textDocument/documentSymbol', { textDocument: { uri: client.uri('canary.okr') } }),
    );
    if (!symbols.includes('Still be here')) throw new Error(`The next request is not served: ${symbols}`);
    const said = client.log
      .slice(heard)
      .filter((line) => !line.includes('nothingOfTheSort') && !line.includes('workspace/executeCommand'));
    if (said.length > 0) throw new Error(`A defect had to be contained: ${said[0]}`);
  } catch (error) {
    await stop();
    throw error;
  }
}

export const protocol: Suite = {
  name: 'protocol',
  holds: 'every request is answered or refused, whatever came before, and the next one is served',
  shortRuns: 40,
  property: () => fc.asyncProperty(messages, serve),
  close: stop,
};
