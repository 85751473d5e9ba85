import { afterEach, describe, expect, it } from 'vitest';
import { Client, type ClientOptions } from './client.ts';

const clients: Client[] = [];
const start = async (options: ClientOptions) => {
  const client = await Client.start(options);
  clients.push(client);
  return client;
};
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

const org = 'company acme "Acme"\nteam support "Support" in acme\nperson maya "Maya Ortiz" in support\n';
const goals = (unit: string, cycle: string, body: string) =>
  `okrs for ${unit} in ${cycle} {\n    owner maya\n${body}\n}\n`;
const loyalty = (name = 'loyalty') =>
  goals(
    'acme',
    '2026-Q3',
    `    objective ${name} "Become the shop that people come back to" {
        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps "Net promoter score" from 38 to 55
    }`,
  );
const trust = goals(
  'support',
  '2026-Q3',
  `    objective trust "Earn back the trust of customers" {
        supports acme.loyalty
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
        kr resolve "Time to an answer" from 6 days to 36 hours
    }`,
);

describe('diagnostics', () => {
  it('come for every file of the workspace, open or not, from the start', async () => {
    const client = await start({
      files: { 'org.okr': org, 'goals/support.okr': trust, 'goals/bad.okr': 'okrs for nobody in 2026-Q3 { }\n' },
    });
    await client.until('both files are reported', () =>
      client.codes('goals/support.okr').includes('parent-unresolved'),
    );
    await client.until('the other file too', () => client.codes('goals/bad.okr').length > 0);
    expect(client.codes('org.okr')).toEqual([]);
    expect(client.diagnostics.get('goals/support.okr')?.[0]).toMatchObject({
      source: 'okr',
      severity: 1,
      codeDescription: { href: expect.stringMatching(/^https:.*parent-unresolved/) },
    });
  });

  it('change in a file when an edit elsewhere adds or takes away what it refers to', async () => {
    const client = await start({ files: { 'org.okr': org, 'acme.okr': loyalty(), 'support.okr': trust } });
    await client.open('acme.okr', loyalty());
    await client.until('the first report', () => client.notifications.includes('okr/treeChanged'));
    expect(client.codes('support.okr')).toEqual([]);
    await client.edit('acme.okr', loyalty('devotion'));
    await client.until('the link is broken', () => client.codes('support.okr').includes('parent-unresolved'));
    await client.edit('acme.okr', loyalty());
    await client.until('the link is whole again', () => client.codes('support.okr').length === 0);
  });

  it('change in a file whose objective loses what another file said about it', async () => {
    // The file that is edited refers to nothing in the one that is reported: a set of six objectives over two files.
    const objectives = (from: number, to: number) =>
      goals(
        'acme',
        '2026-Q3',
        Array.from(
          { length: to - from },
          (_, i) => `    objective o${from + i} "Reach a better place ${'abcdefgh'[from + i]}" {
        kr a "Rate of return" from 1% to 2%
        kr b "Rate of praise" from 1% to 2%
    }`,
        ).join('\n'),
      );
    const client = await start({ files: { 'org.okr': org, 'a.okr': objectives(0, 3), 'b.okr': objectives(3, 6) } });
    const tooMany = () =>
      [...client.diagnostics.keys()].some((path) => client.codes(path).includes('too-many-objectives'));
    await client.until('six are too many', tooMany);
    await client.open('a.okr', objectives(0, 3));
    await client.edit('a.okr', objectives(0, 2));
    await client.until('five are not', () => !tooMany());
    await client.close('a.okr');
    await client.until('the file on the disk counts again', tooMany);
  });

  it('follow files that are written and removed behind the editor', async () => {
    const client = await start({ files: { 'org.okr': org, 'support.okr': trust } });
    await client.until('the link is broken', () => client.codes('support.okr').includes('parent-unresolved'));
    await client.write('acme.okr', loyalty());
    await client.until('the link is whole', () => client.codes('support.okr').length === 0);
    await client.remove('acme.okr');
    await client.until('the link is broken again', () => client.codes('support.okr').includes('parent-unresolved'));
  });

  it('are cut at two hundred a file, and one more says how many are left', async () => {
    const many = Array.from({ length: 260 }, (_, i) => `team t${i} "T" in nowhere`).join('\n');
    const client = await start({ files: { 'many.okr': many } });
    await client.until('they come', () => client.codes('many.okr').length > 0);
    expect(client.diagnostics.get('many.okr')).toHaveLength(201);
    expect(client.diagnostics.get('many.okr')?.at(-1)?.message).toContain('60 more');
  });

  it('are sent only for files in which they changed', async () => {
    const client = await start({
      files: { 'org.okr': org, 'acme.okr': loyalty(), 'other.okr': 'okrs for nobody in 2026-Q3 { }\n' },
    });
    await client.until('the first report', () => client.codes('other.okr').length > 0);
    await client.open('acme.okr', loyalty());
    await client.edit('acme.okr', `${loyalty()}\nteam x "X" in nowhere\n`);
    await client.until('the edit shows', () => client.codes('acme.okr').length > 0);
    expect(client.published.get('other.okr')).toBe(1);
  });

  it('are given on request to a client that asks, and none are sent unasked', async () => {
    const client = await start({
      files: { 'org.okr': org, 'acme.okr': loyalty(), 'support.okr': trust },
      capabilities: {
        workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: {} },
      },
    });
    expect(client.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await client.until('the files are read', () => client.notifications.includes('okr/treeChanged'));
    type Report = { kind: string; resultId: string; items: { code: string }[] };
    const pull = (previousResultId?: string) =>
      client.request<Report>('textDocument/diagnostic', {
        textDocument: { uri: client.uri('support.okr') },
        previousResultId,
      });
    const whole = await pull();
    expect(whole).toMatchObject({ kind: 'full', items: [] });
    expect(await pull(whole.resultId)).toMatchObject({ kind: 'unchanged' });
    await client.open('acme.okr', loyalty('devotion'));
    expect((await pull(whole.resultId)).items.map((item) => item.code)).toContain('parent-unresolved');
    await client.until('the client is told to ask again', () =>
      client.notifications.includes('workspace/diagnostic/refresh'),
    );
    const workspace = await client.request<{ items: (Report & { uri: string })[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(workspace.items.find((item) => item.uri === client.uri('support.okr'))?.items).toHaveLength(1);
    expect(client.diagnostics.size).toBe(0);
  });

  it('are there for a client that promises more than it does', async () => {
    const client = await start({
      files: { 'org.okr': org, 'support.okr': trust },
      capabilities: {
        workspace: {
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
        textDocument: { diagnostic: {} },
      },
      refuses: true,
    });
    await client.until('the client is told to ask again', () =>
      client.notifications.includes('workspace/diagnostic/refresh'),
    );
    type Report = { items: { code: string }[] };
    const textDocument = { uri: client.uri('support.okr') };
    const { items } = await client.request<Report>('textDocument/diagnostic', { textDocument });
    expect(items.map(({ code }) => code)).toContain('parent-unresolved');
    expect(client.log.join('\n')).not.toContain('unhandled');
  });

  it('of projects in one workspace do not mix', async () => {
    const client = await start({
      files: {
        'one/okr.config.json': '{}',
        'one/org.okr': org,
        'one/acme.okr': loyalty(),
        'two/okr.config.json': '{}',
        'two/org.okr': org,
        'two/support.okr': trust,
      },
    });
    await client.until('the second project misses what the first has', () =>
      client.codes('two/support.okr').includes('parent-unresolved'),
    );
    expect(client.codes('one/org.okr')).toEqual([]);
    expect(client.codes('two/org.okr')).toEqual([]);
  });

  it('name what is wrong in the configuration, and the rest of it counts', async () => {
    const client = await start({
      files: {
        'okr.config.json': '{ "rules": { "parent-unresolvd": "off", "missing-owner": "off" } }',
        'org.okr': org,
      },
    });
    await client.until('the misspelt rule is named', () => client.codes('okr.config.json').length > 0);
    expect(client.diagnostics.get('okr.config.json')?.[0]?.message).toContain('parent-unresolved');
  });
});
