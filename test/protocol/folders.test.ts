/** Whole folders in the running server: read aside, changed by the thousand, left out, and kept for the next start. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Client } from './client.ts';

const clients: Client[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(options: Parameters<typeof Client.start>[0]): Promise<Client> {
  const client = await Client.start(options);
  clients.push(client);
  return client;
}

function storage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okr-storage-'));
  folders.push(folder);
  return folder;
}

/** A team whose one key result ends where it begins, or does not. */
const team = (name: string, isWrong: boolean) =>
  `team ${name} "Team ${name}"\nokrs for ${name} in 2026-Q3 {\n    owner ${name}\n    objective grow "Grow where guests are" {\n        kr one "Guests who come back" from 20% to ${isWrong ? 20 : 40}%\n    }\n}\n`;
const rule = 'kr-baseline-equals-target';
const count = 450;
const teams = (isWrong: (index: number) => boolean) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`teams/t${i}.okr`, team(`t${i}`, isWrong(i))]));

/** Files in which the rule finds something. */
const wrong = (client: Client) =>
  [...client.diagnostics.keys()].filter((path) => client.codes(path).includes(rule)).sort();

const names = (isWrong: (index: number) => boolean) =>
  Object.keys(teams(() => true))
    .filter((_, i) => isWrong(i))
    .sort();

describe('a folder of many files', () => {
  it('is read aside; then another branch comes in one batch', async () => {
    const first = (i: number) => i % 3 === 0;
    const second = (i: number) => i % 5 === 0;
    const client = await start({ files: teams(first) });
    await client.until('all are read', () => wrong(client).length === names(first).length);
    expect(wrong(client)).toEqual(names(first));
    const now = teams(second);
    for (const [path, text] of Object.entries(now)) writeFileSync(join(client.folder, path), text);
    for (const i of [0, 5, 10]) rmSync(join(client.folder, `teams/t${i}.okr`));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: Object.keys(now).map((path) => ({ uri: client.uri(path), type: 2 })),
    });
    const expected = names((i) => second(i) && i > 10);
    await client.until('the other branch', () => String(wrong(client)) === String(expected));
  });

  it('follows folders that come, go and move elsewhere than in the editor: of these only the folder is told', async () => {
    const files = { 'a/in/one.okr': team('one', true), 'b/two.okr': team('two', true), 'c.okr': team('three', true) };
    const client = await start({ files });
    const shows = (...paths: readonly string[]) =>
      client.until('what is there', () => String(wrong(client)) === String(paths));
    const tell = (changes: Readonly<Record<string, 'comes' | 'goes'>>) =>
      client.notify('workspace/didChangeWatchedFiles', {
        changes: Object.entries(changes).map(([path, what]) => ({
          uri: client.uri(path),
          type: what === 'comes' ? 1 : 3,
        })),
      });
    const at = (path: string) => join(client.folder, path);
    await shows('a/in/one.okr', 'b/two.okr', 'c.okr');
    renameSync(at('a'), at('moved'));
    await tell({ a: 'goes', moved: 'comes' });
    await shows('b/two.okr', 'c.okr', 'moved/in/one.okr');
    rmSync(at('b'), { recursive: true });
    mkdirSync(at('new/in'), { recursive: true });
    writeFileSync(at('new/in/four.okr'), team('four', true));
    mkdirSync(at('.hidden'));
    writeFileSync(at('.hidden/five.okr'), team('five', true));
    writeFileSync(at('note.txt'), '');
    await tell({ b: 'goes', new: 'comes', '.hidden': 'comes', 'note.txt': 'comes', 'never.txt': 'goes' });
    await shows('c.okr', 'moved/in/one.okr', 'new/in/four.okr');
  });

  it('is known at the next start, with what changed in between', async () => {
    const kept = storage();
    const files = teams((i) => i % 3 === 0);
    const before = await start({ files, initializationOptions: { storage: kept } });
    const all = names((i) => i % 3 === 0).length;
    await before.until('all are read', () => wrong(before).length === all);
    await before.until('they are kept', () => readdirSync(kept).some((name) => name.endsWith('.okr-files')));
    const [name] = readdirSync(kept).filter((one) => one.endsWith('.okr-files'));
    const folder = before.folder;
    writeFileSync(join(folder, 'teams/t0.okr'), team('t0', false));
    writeFileSync(join(folder, 'teams/t1.okr'), team('t1', true));
    const expected = names((i) => (i % 3 === 0 && i > 0) || i === 1);
    // A damaged one is made anew.
    for (const damage of [false, true]) {
      if (damage) {
        const path = join(kept, name as string);
        const bytes = readFileSync(path);
        bytes.fill(7, 100, bytes.length - 100);
        writeFileSync(path, bytes);
      }
      const after = await start({ at: folder, initializationOptions: { storage: kept } });
      await after.until('all are known', () => String(wrong(after)) === String(expected));
      expect(after.log).toEqual([]);
    }
  });

  it('tells at once at the next start what was found, and follows every change from there', async () => {
    const kept = storage();
    const isWrong = (i: number) => i % 3 === 0;
    const hot = `company acme "Acme"\nokrs for acme in 2026-Q3 {\n    owner acme\n    objective trust "Be trusted by guests" {\n        kr calls "Guests who call" from 20% to 40%\n    }\n}\n`;
    const link = team('link', false).replace('where guests are" {', 'where guests are" {\n        supports acme.trust');
    const before = await start({
      files: { ...teams(isWrong), 'acme.okr': hot, 'link.okr': link },
      initializationOptions: { storage: kept },
    });
    await before.until('all is found', () => wrong(before).length === names(isWrong).length);
    await before.until(
      'it is kept',
      () => readdirSync(kept).filter((name) => /\.okr-(run|files)$/.test(name)).length === 2,
    );
    const after = await start({ at: before.folder, initializationOptions: { storage: kept } });
    await after.until('all is told', () => after.diagnostics.size === before.diagnostics.size);
    expect(Object.fromEntries(after.diagnostics)).toEqual(Object.fromEntries(before.diagnostics));
    // Opened as it is, nothing is news; a name that goes is missed where it is used.
    await after.open('acme.okr', hot);
    expect(after.codes('link.okr')).not.toContain('parent-unresolved');
    await after.edit('acme.okr', hot.replace('objective trust', 'objective trusted'));
    await after.until('the name is missed', () => after.codes('link.okr').includes('parent-unresolved'));
    await after.edit('acme.okr', hot);
    await after.until('it is back', () => !after.codes('link.okr').includes('parent-unresolved'));
    await after.write('teams/t0.okr', team('t0', false));
    await after.until('one is mended', () => wrong(after).length === names(isWrong).length - 1);
    const tree = await after.request<{ tree: { roots: unknown[] } } | null>('okr/tree', { uri: null });
    expect(tree?.tree.roots.length).toBeGreaterThan(0);
    expect(after.log).toEqual([]);
  });

  it('keeps nothing where the client names no folder', async () => {
    for (const asked of ['relative/path', 7, '', 'nul\0in/it']) {
      const client = await start({ files: { 'a.okr': team('a', true) }, initializationOptions: { storage: asked } });
      await client.until('it is read', () => wrong(client).length === 1);
      expect(readdirSync(client.folder)).toEqual(['a.okr']);
    }
  });
});

describe('an editor that watches no files', () => {
  it('is told what changed on the disk when a document is opened or saved', async () => {
    const client = await start({ files: { 'a.okr': team('a', false), 'b.okr': team('b', false) } });
    await client.open('a.okr', team('a', true));
    await client.until('all are read', () => wrong(client).length === 1);
    writeFileSync(join(client.folder, 'b.okr'), team('b', true));
    await client.notify('textDocument/didSave', { textDocument: { uri: client.uri('a.okr') } });
    await client.until('the changed one', () => wrong(client).length === 2);
    rmSync(join(client.folder, 'b.okr'));
    await client.open('c.okr', team('c', true));
    await client.until('the new one for the old one', () => String(wrong(client)) === 'a.okr,c.okr');
  });

  it('and only such a one is asked to tell when it saves', async () => {
    const watching = await start({
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    expect(watching.capabilities.textDocumentSync).toMatchObject({ save: false });
    expect((await start({})).capabilities.textDocumentSync).toMatchObject({ save: true });
  });
});

describe('what a configuration leaves out', () => {
  it('is not read, and comes and goes as the configuration changes, typed or saved', async () => {
    const ignoring = '{ "ignore": ["old"] }';
    const client = await start({
      files: { 'okr.config.json': ignoring, 'old/a.okr': team('a', true), 'new/b.okr': team('b', true) },
    });
    await client.until('one is left out', () => wrong(client).includes('new/b.okr'));
    expect(wrong(client)).toEqual(['new/b.okr']);
    await client.open('okr.config.json', ignoring);
    await client.edit('okr.config.json', '{}');
    await client.until('it comes while it is typed', () => wrong(client).length === 2);
    await client.close('okr.config.json');
    await client.until('it goes when nothing was saved', () => wrong(client).length === 1);
    await client.write('okr.config.json', '{ "ignore": ["new"] }');
    await client.until('the other one', () => wrong(client)[0] === 'old/a.okr' && wrong(client).length === 1);
    await client.remove('okr.config.json');
    await client.until('both', () => wrong(client).length === 2);
  });

  it('does not come by an event of the disk, nor does what lies in folders that are not looked into', async () => {
    const client = await start({ files: { 'a.okr': team('a', true), 'node_modules/x/b.okr': team('b', true) } });
    await client.until('the first', () => wrong(client).length === 1);
    await client.write('node_modules/x/b.okr', team('b', true));
    await client.write('.hidden/c.okr', team('c', true));
    await client.write('d.okr', team('d', true));
    await client.until('the last', () => wrong(client).includes('d.okr'));
    expect(wrong(client)).toEqual(['a.okr', 'd.okr']);
  });
});

describe('several folders', () => {
  it('are read, and forgotten when they are closed', async () => {
    const other = storage();
    writeFileSync(join(other, 'b.okr'), team('b', true));
    const client = await start({ files: { 'a.okr': team('a', true) } });
    await client.until('the first', () => wrong(client).length === 1);
    const uri = pathToFileURL(other).href;
    client.folders = [client.uri('.'), uri];
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri, name: 'other' }], removed: [] },
    });
    await client.until('both', () => wrong(client).length === 2);
    client.folders = [client.uri('.')];
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri, name: 'other' }] },
    });
    await client.until('the first again', () => wrong(client).length === 1);
  });
});
