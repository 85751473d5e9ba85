/** No file can take the service away from the others: not at the start, not as an edit. */
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const good = `company acme "Acme"
okrs for acme in 2026-Q3 {
    objective loyalty "Become the shop that people come back to" {
        supports nobody.knows
    }
}
`;

const halves = [
  'okrs for',
  'objective "',
  'kr "x" from',
  'supports acme.',
  'checkin 2026-',
  'team t in {',
  'by by by',
  'kr',
];
const random = (length: number) => {
  // A fixed sequence, so that a failure can be seen again.
  const bytes = new Uint8Array(length);
  let state = 42;
  for (let i = 0; i < length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = state >> 16;
  }
  return bytes;
};
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const manyObjectives = `company big "Big"\nokrs for big in 2026-Q3 {\n${Array.from({ length: 20_000 }, (_, i) => `    objective o${i} "Go further than before" {\n        kr "Reach 5 more towns"\n    }`).join('\n')}\n}\n`;

const texts: Record<string, string> = {
  'nested.okr': '{'.repeat(4_000),
  'nested-objectives.okr': 'okrs for acme in 2026-Q3 { objective "x" {'.repeat(2_000),
  'halves.okr': Array.from({ length: 600 }, (_, i) => `${halves[i % halves.length]} {`).join('\n'),
  'nul.okr': 'okrs for acme\0 in 2026-Q3 {\0}',
  'line.okr': `kr "${'a very long title '.repeat(120_000)}`,
  'many.okr': manyObjectives,
};

const cycle = {
  'cycle/okr.config.json': '{}',
  'cycle/units.okr': 'company a "A" in b\nteam b "B" in a\n',
  'cycle/goals.okr': `okrs for a in 2026-Q3 {
    objective one "Be one" { supports b.two  kr "Raise it from 1 to 2" }
}
okrs for b in 2026-Q3 {
    objective two "Be two" { supports a.one  kr "Raise it from 1 to 2" }
}
`,
};

/** What must not be in any message that people see. */
const internal = /internal|exception|stack|undefined|null|node:|\.ts\b|token|Error:/i;

const expectPlainMessages = (client: Client) => {
  for (const [path, diagnostics] of client.diagnostics) {
    for (const { message } of diagnostics) expect(message, path).not.toMatch(internal);
  }
  expect(client.log, 'no defect of ours had to be contained').toEqual([]);
};

describe('a workspace with hostile files', () => {
  it('is served at the start as if they were not there', async () => {
    const begun = Date.now();
    const client = await start({
      files: {
        ...texts,
        ...cycle,
        'bytes.okr': random(50_000),
        'utf16.okr': utf16(good.replaceAll('acme', 'second')),
        'good/good.okr': good,
        'good/okr.config.json': '{}',
      },
      prepare(folder) {
        mkdirSync(join(folder, 'folder.okr'));
        symlinkSync(join(folder, 'nowhere.okr'), join(folder, 'dangling.okr'));
        symlinkSync(join(folder, 'loop-b.okr'), join(folder, 'loop-a.okr'));
        symlinkSync(join(folder, 'loop-a.okr'), join(folder, 'loop-b.okr'));
        symlinkSync(folder, join(folder, 'again'));
      },
    });
    await client.until('the good file is served', () => client.codes('good/good.okr').includes('parent-unresolved'));
    await client.until('all files are looked at', () => client.notifications.includes('okr/treeChanged'));
    expect(client.cpuSeconds() ?? (Date.now() - begun) / 1000).toBeLessThan(10);
    for (const path of [
      'nested.okr',
      'halves.okr',
      'nul.okr',
      'bytes.okr',
      'folder.okr',
      'dangling.okr',
      'loop-a.okr',
      'line.okr',
    ]) {
      expect(client.codes(path), path).not.toEqual([]);
    }
    expect(client.codes('utf16.okr')).toContain('parent-unresolved');
    expect(client.codes('cycle/goals.okr')).toContain('parent-cycle');
    expect(client.codes('many.okr').length).toBeGreaterThan(0);
    expectPlainMessages(client);
  }, 60_000);

  for (const [path, text] of Object.entries(texts)) {
    it(`goes on when ${path} arrives as an edit`, async () => {
      const client = await start({ files: { 'good.okr': good, 'other.okr': '' } });
      await client.until('the good file is served', () => client.codes('good.okr').includes('parent-unresolved'));
      await client.open('other.okr', '');
      await client.edit('other.okr', text);
      await client.until('the file is reported', () => client.codes('other.okr').length > 0);
      await client.open('good.okr', good);
      await client.edit('good.okr', good.replace('supports nobody.knows', 'supports loyalty.gone'));
      await client.until('edits elsewhere still show', () =>
        (client.diagnostics.get('good.okr') ?? []).some(({ message }) => String(message).includes('gone')),
      );
      const items = await client.at<unknown>('textDocument/completion', 'good.okr', { line: 3, character: 17 });
      expect(items).toBeTruthy();
      expectPlainMessages(client);
    }, 60_000);
  }
});

describe('a workspace that reaches for what lies outside', () => {
  it('shows nothing of it, not at the start and not when a link comes later', async () => {
    const secret = 'company secret "token-4711"\n';
    const client = await start({
      files: { 'project/good.okr': good, 'project/okr.config.json': '{}', 'outside/secret.okr': secret },
      root: 'project',
      prepare(folder) {
        symlinkSync('../outside/secret.okr', join(folder, 'project', 'link.okr'));
        symlinkSync('../outside', join(folder, 'project', 'way'));
      },
    });
    await client.until('the good file is served', () => client.codes('project/good.okr').includes('parent-unresolved'));
    await client.until('the link is told', () => client.codes('project/link.okr').includes('unreadable-file'));
    symlinkSync('../outside/secret.okr', join(client.folder, 'project', 'later.okr'));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: client.uri('project/later.okr'), type: 1 },
        { uri: client.uri('project/way/secret.okr'), type: 1 },
        { uri: client.uri('outside/secret.okr'), type: 1 },
      ],
    });
    await client.until('the later link is told', () => client.codes('project/later.okr').includes('unreadable-file'));
    const folders = ['outside', '..', '', 'project/way'].map((path) => ({ uri: client.uri(path) }));
    await client.notify('workspace/didDeleteFiles', { files: [...folders, { uri: 'file:///' }] });
    await client.request('okr/tree', { uri: null });
    expect(JSON.stringify(await client.request('workspace/symbol', { query: 'secret' }))).not.toContain('secret');
    expect(JSON.stringify([...client.diagnostics])).not.toContain('4711');
    expect(client.codes('outside/secret.okr')).toEqual([]);
    expectPlainMessages(client);
  }, 60_000);
});

describe('files of any name, that come and go', () => {
  const names = [
    'a b',
    '#1',
    '100%',
    '%41',
    'caf\u00e9',
    'cafe\u0301',
    '目标',
    "it's",
    'a?b',
    '[x] (y)',
    '\u202e',
    'a\nb',
  ];

  it('are served by their own name', async () => {
    const files = Object.fromEntries(names.map((name, i) => [`${name}/${name}.okr`, `team t${i} "T" in nobody${i}\n`]));
    const client = await start({ files });
    for (const [i, name] of names.entries()) {
      const path = `${name}/${name}.okr`;
      const told = () => (client.diagnostics.get(path) ?? []).map(({ message }) => String(message)).join();
      await client.until(`${JSON.stringify(name)} is served`, () => told().includes(`nobody${i}`));
      await client.open(path, `team t${i} "T" in another${i}\n`);
      await client.until(`${JSON.stringify(name)} is edited`, () => told().includes(`another${i}`));
    }
    expectPlainMessages(client);
  }, 120_000);

  it('cost nothing but themselves when they go, turn into folders, or may not be read any more', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}.okr`, `team t${i} "T" in nobody\n`]));
    const client = await start({ files: { ...files, 'good.okr': good } });
    await client.until('all are served', () =>
      Object.keys(files).every((path) => client.codes(path).includes('unknown-name')),
    );
    const at = (name: string) => join(client.folder, name);
    rmSync(at('f0.okr'));
    rmSync(at('f1.okr'));
    mkdirSync(at('f1.okr'));
    renameSync(at('f2.okr'), at('g2.okr'));
    rmSync(at('f3.okr'));
    symlinkSync('f3.okr', at('f3.okr'));
    writeFileSync(at('f4.okr'), Buffer.from([0, 1, 2, 0xff]));
    chmodSync(at('f5.okr'), 0);
    const touched = ['f0', 'f1', 'f2', 'g2', 'f3', 'f4', 'f5'].map((name) => ({
      uri: client.uri(`${name}.okr`),
      type: 2,
    }));
    await client.notify('workspace/didChangeWatchedFiles', { changes: touched });
    const gone = () => ['f0.okr', 'f2.okr'].every((path) => client.codes(path).length === 0);
    await client.until('what is gone is forgotten', gone);
    await client.until('what is no file is told', () =>
      ['f1.okr', 'f3.okr'].every((path) => client.codes(path).includes('unreadable-file')),
    );
    await client.until('what is no text is told', () => client.codes('f4.okr').includes('not-text'));
    await client.until('the new name is served', () => client.codes('g2.okr').includes('unknown-name'));
    expect(client.codes('f6.okr')).toEqual(['unknown-name']);
    expect(client.codes('good.okr')).toContain('parent-unresolved');
    expectPlainMessages(client);
  }, 60_000);
});
