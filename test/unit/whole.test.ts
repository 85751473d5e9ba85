/** In a large company no question of the editor may wait for all of it to be understood: each is answered from a part. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultConfig, parseIsoDay } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { invent, today } from '../../bench/workspace/invent.ts';
import { okrText, organisation } from '../../bench/workspace/okr.ts';
import type { Disk } from '../../packages/server/src/disk.ts';
import { serveFeatures } from '../../packages/server/src/features.ts';
import { Session } from '../../packages/server/src/session.ts';
import { treeResultOf } from '../../packages/server/src/tree.ts';

const company = invent(300);
const texts = new Map<string, string>();
for (const [path, declared] of Object.entries(organisation(company.units))) texts.set(`file:///w/${path}`, declared);
for (const [i, path] of company.paths.entries()) texts.set(`file:///w/${path}.okr`, okrText(company.goals(i)));
const uri = `file:///w/${company.paths.at(-1)}.okr`;
const text = texts.get(uri) as string;

type Handler = (params: unknown, token: unknown) => unknown;

function server() {
  const disk = { sameUri: (one: string) => one, readNow: (one: string) => texts.get(one) ?? null } as unknown as Disk;
  const outlet = { diagnosticsChanged: () => {}, treeChanged: () => {}, status: () => {} };
  const log: string[] = [];
  const note = (message: string) => void log.push(message);
  const session = new Session({ disk, outlet, today: parseIsoDay(today) as number, base: defaultConfig, log: note });
  const { workspace } = session;
  workspace.setFolders(['file:///w']);
  for (const [one, content] of texts) workspace.set(one, content, null, one === uri);
  workspace.settle();
  const handlers = new Map<string, Handler>();
  const taking = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  const languages = { inlayHint: { on: taking('inlayHint') }, semanticTokens: { on: taking('semanticTokens') } };
  const connection = new Proxy({ languages } as unknown as Connection, {
    get: (known, name) => Reflect.get(known, name) ?? taking(String(name)),
  });
  serveFeatures(
    connection,
    session,
    note,
    () => null,
    () => ({ strengthLens: true }),
    () => 0,
  );
  return { session, handlers, log };
}

function after(words: string) {
  const lines = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return { line: lines.length - 1, character: (lines.at(-1) as string).length };
}

const textDocument = { uri };
const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
const goal = { textDocument, position: after('objective ') };
const parent = { textDocument, position: after('supports ') };

/** A question for each handler of the server, or several. */
const questions: Readonly<Record<string, readonly unknown[]>> = {
  onCompletion: [
    parent,
    { textDocument, position: after('owner ') },
    { textDocument, position: after('\n    objective') },
  ],
  onCompletionResolve: [{ label: '', data: { goal: 'acme/FY26/trust' } }],
  onHover: [goal, parent],
  onDefinition: [parent],
  onReferences: [goal, parent].map((at) => ({ ...at, context: { includeDeclaration: true } })),
  onDocumentHighlight: [goal],
  onPrepareRename: [goal],
  onRenameRequest: [goal, parent].map((at) => ({ ...at, newName: 'renamed' })),
  onDocumentSymbol: [{ textDocument }],
  onWorkspaceSymbol: ['', 'trust', 'bergen'].map((query) => ({ query })),
  onFoldingRanges: [{ textDocument }],
  onSelectionRanges: [{ textDocument, positions: [goal.position] }],
  onDocumentLinks: [{ textDocument }],
  onCodeAction: [{ textDocument, range, context: { diagnostics: [] } }],
  onCodeLens: [{ textDocument }],
  inlayHint: [{ textDocument, range }],
  semanticTokens: [{ textDocument }],
  onDocumentFormatting: [{ textDocument }],
  onDocumentRangeFormatting: [{ textDocument, range }],
};

describe('in a company of 300 files', () => {
  it('no question is answered from the whole project', async () => {
    const { session, handlers, log } = server();
    expect([...handlers.keys()].sort()).toEqual(Object.keys(questions).sort());
    for (const [name, all] of Object.entries(questions)) {
      for (const params of all) {
        await handlers.get(name)?.(params, { isCancellationRequested: false });
        expect([name, session.workspace.counts.whole]).toEqual([name, 0]);
      }
    }
    const findings = { text: '', unit: null, owner: null, health: [], unaligned: false, findings: true };
    for (const filter of [null, { ...findings, findings: false, text: 'bergen' }, findings]) {
      const wanted = { cycle: null, open: ['~unit/acme'], filter };
      const result = await treeResultOf(session, { uri, wanted }, async () => {});
      expect(result?.tree.part).toBeDefined();
      expect(JSON.stringify(result).length).toBeLessThan(1_000_000);
      expect(session.workspace.counts.whole).toBe(0);
    }
    expect(log).toEqual([]);
  }, 120_000);
});

it('nothing in the server names a way to the whole project', () => {
  const folder = fileURLToPath(new URL('../../packages/server/src', import.meta.url));
  const found = readdirSync(folder, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) =>
      /\.projects\(\)|\.projectOf\(|\.project\([^)]*\)\??\.(cascade|findings)/.test(
        readFileSync(join(folder, name), 'utf8'),
      ),
    );
  expect(found).toEqual([]);
});
