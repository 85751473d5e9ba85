/** Each request of an editor reaches its feature and comes back in the protocol's shape; what a feature says in detail is tested beside it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, withCursor } from './client.ts';

const org = 'company acme "Acme"\nteam support "Support" in acme\nperson maya "Maya Ortiz" in support\n';
const acme = `okrs for acme in 2026-Q3 {
    owner maya
    objective loyalty "Become the shop that people come back to" {
        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps "Net promoter score" from 38 to 55
    }
}
`;
const support = withCursor(`okrs for support in 2026-Q3 {
    objective trust "Earn back the trust of customers" {
        supports acme.loy<|>alty
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
        kr "Nicer calls"
    }
}
`);

type Range = { start: { line: number; character: number }; end: { line: number; character: number } };

describe('the server answers', () => {
  let client: Client;
  const textDocument = () => ({ uri: client.uri('support.okr') });
  const at = <Result>(method: string, more: object = {}) =>
    client.at<Result>(method, 'support.okr', support.position, more);

  beforeAll(async () => {
    client = await Client.start({
      files: { 'org.okr': org, 'acme.okr': acme, 'support.okr': support.text },
      initializationOptions: { opensRulePages: true },
    });
    await client.open('support.okr', support.text);
    await client.until('the first report', () => client.notifications.includes('okr/treeChanged'));
  });
  afterAll(() => client.stop());

  it('a completion after `supports` with the goals of the unit above first', async () => {
    const { items } = await at<{ items: { label: string; sortText: string }[] }>('textDocument/completion');
    const first = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1))[0];
    expect(first?.label).toContain('acme.loyalty');
  });

  it('the details of a completion', async () => {
    const { items } = await at<{ items: object[] }>('textDocument/completion');
    const resolved = await client.request<{ documentation?: { value: string } }>('completionItem/resolve', items[0]);
    expect(resolved.documentation?.value).toContain('Become the shop');
  });

  it('a hover with the explained progress', async () => {
    const { contents } = await at<{ contents: { value: string } }>('textDocument/hover');
    expect(contents.value).toContain('Become the shop that people come back to');
    expect(contents.value).toContain('%');
    expect(contents.value).toMatch(/Strength.+Weakest/);
  });

  it('where a name is declared, in another file, and where it is used', async () => {
    expect(await at('textDocument/definition')).toMatchObject({
      uri: client.uri('acme.okr'),
      range: { start: { line: 2 } },
    });
    const places = await at<{ uri: string }[]>('textDocument/references', { context: { includeDeclaration: true } });
    expect(places.map((place) => place.uri).sort()).toEqual([client.uri('acme.okr'), client.uri('support.okr')]);
    expect(await at<unknown[]>('textDocument/documentHighlight')).toHaveLength(1);
  });

  it('a rename over all files, and refuses with a reason what would break', async () => {
    expect(await at('textDocument/prepareRename')).toMatchObject({ placeholder: 'loyalty' });
    const edit = await at<{ changes: Record<string, unknown[]> }>('textDocument/rename', { newName: 'devotion' });
    expect(Object.keys(edit.changes).sort()).toEqual([client.uri('acme.okr'), client.uri('support.okr')]);
    await expect(at('textDocument/rename', { newName: 'two words' })).rejects.toThrow(/space|letter|name/i);
    await expect(at('textDocument/rename', { newName: '' })).rejects.toThrow();
  });

  it('the outline of a file and of the workspace', async () => {
    expect(await client.request('textDocument/documentSymbol', { textDocument: textDocument() })).toMatchObject([
      { children: [{ name: expect.stringContaining('trust'), children: [{}, {}] }] },
    ]);
    expect(await client.request<object[]>('workspace/symbol', { query: 'loyal' })).toMatchObject([
      { name: expect.stringContaining('loyalty') },
    ]);
  });

  it('folding, selection, links, lenses, hints and names', async () => {
    const whole: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(await client.request<object[]>('textDocument/foldingRange', { textDocument: textDocument() })).toHaveLength(
      2,
    );
    expect(
      await client.request('textDocument/selectionRange', {
        textDocument: textDocument(),
        positions: [support.position],
      }),
    ).toMatchObject([{ parent: {} }]);
    expect(await client.request('textDocument/documentLink', { textDocument: textDocument() })).toEqual([]);
    expect(await client.request<object[]>('textDocument/codeLens', { textDocument: textDocument() })).not.toEqual([]);
    expect(
      await client.request('textDocument/inlayHint', { textDocument: textDocument(), range: whole }),
    ).toBeInstanceOf(Array);
    const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: textDocument(),
    });
    expect(data.length).toBeGreaterThan(0);
  });

  it('formatting as edits', async () => {
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await client.request<{ newText: string }[]>('textDocument/formatting', {
      textDocument: textDocument(),
      options,
    });
    expect(edits.length).toBeGreaterThan(0);
    const range: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
    expect(
      await client.request('textDocument/rangeFormatting', { textDocument: textDocument(), range, options }),
    ).toEqual([]);
  });

  it('actions: mend it, keep it quiet here, open its page', async () => {
    const range: Range = { start: { line: 4, character: 11 }, end: { line: 4, character: 24 } };
    const actions = await client.request<
      { title: string; kind: string; edit?: object; command?: { command: string; arguments: string[] } }[]
    >('textDocument/codeAction', { textDocument: textDocument(), range, context: { diagnostics: [] } });
    expect(actions.some((action) => action.kind === 'quickfix' && action.edit)).toBe(true);
    expect(actions.find((action) => action.command)?.command).toMatchObject({
      command: 'okr.openRulePage',
      arguments: ['kr-no-number'],
    });
  });

  it('the cascade of a project, with the findings of each row', async () => {
    const result = await client.request<{
      root: string;
      projects: string[];
      tree: { roots: object[] };
      findings: Record<string, object>;
    }>('okr/tree', { uri: client.uri('support.okr') });
    expect(result.root).toBe(client.uri('x').slice(0, -1));
    expect(result.projects).toHaveLength(1);
    expect(result.tree.roots).toMatchObject([{ title: 'Acme', units: [{ title: 'Support' }] }]);
    expect(result.findings['support/2026-Q3/trust/~Nicer calls']).toMatchObject({ warnings: 1 });
  });

  it('nothing for a file that it does not know, and goes on', async () => {
    expect(await client.at('textDocument/hover', 'nowhere.okr', { line: 0, character: 0 })).toBeNull();
    expect(await client.at('textDocument/completion', 'nowhere.okr', { line: 7, character: 9 })).toBeNull();
    expect(await at('textDocument/hover')).not.toBeNull();
  });
});

describe('positions', () => {
  it('count as editors count, also behind letters of two code units and in other scripts', async () => {
    const text = 'company größe "🎯 目標"\nokrs for größe in 2026-Q3 { objective "🎯 go" { supports großer.x } }\n';
    const client = await Client.start({ files: { 'a.okr': text } });
    await client.until('it is reported', () => client.codes('a.okr').includes('parent-unresolved'));
    const found = client.diagnostics.get('a.okr')?.find((diagnostic) => diagnostic.code === 'parent-unresolved');
    const line = text.split('\n')[1] ?? '';
    expect(line.slice(found?.range.start.character, found?.range.end.character)).toMatch(/^großer/);
    await client.stop();
  });
});

describe('the line above an objective', () => {
  const lensTitle = async (client: Client) => {
    const textDocument = { uri: client.uri('acme.okr') };
    const [lens] = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument });
    return lens?.command.title;
  };

  it('tells strength where the setting is on, until it is turned off', async () => {
    const client = await Client.start({
      files: { 'org.okr': org, 'acme.okr': acme },
      initializationOptions: { settings: { strength: { lens: true } } },
    });
    try {
      await client.open('acme.okr', acme);
      // Who supports a goal is known when all files are read, and counts for its strength.
      await expect.poll(() => lensTitle(client)).toMatch(/strength \d+, .+, weakest \w+ \d+$/);
      await client.notify('workspace/didChangeConfiguration', { settings: { okr: { strength: { lens: false } } } });
      await expect.poll(() => lensTitle(client)).not.toContain('strength');
    } finally {
      await client.stop();
    }
  });
});

it('shows no markup to an editor that asks for plain text', async () => {
  const formats = { hover: { contentFormat: ['plaintext'] as ['plaintext'] } };
  const completion = { completionItem: { documentationFormat: ['plaintext'] as ['plaintext'] } };
  const client = await Client.start({
    files: { 'org.okr': org, 'acme.okr': acme, 'support.okr': support.text },
    capabilities: { workspace: { workspaceFolders: true }, textDocument: { ...formats, completion } },
  });
  await client.open('support.okr', support.text);
  await client.until('the first report', () => client.notifications.includes('okr/treeChanged'));
  const hover = await client.at<{ contents: object }>('textDocument/hover', 'support.okr', support.position);
  expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringContaining('*') });
  const list = await client.at<{ items: { documentation?: object }[] }>('textDocument/completion', 'support.okr', {
    line: 0,
    character: 0,
  });
  expect(list.items[0]?.documentation).toMatchObject({ kind: 'plaintext' });
  await client.stop();
});
