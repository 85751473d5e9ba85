import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Disk } from './disk.ts';
import { type FindOptions, findFiles } from './find.ts';
import { readsAtOnce } from './pool.ts';
import { failingDisk, loadFolder, temporaryFolder } from './testing.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function folder(files: Record<string, string>): string {
  const { root, remove } = temporaryFolder(files);
  cleanups.push(remove);
  return root;
}

async function found(root: string, options?: FindOptions) {
  const { paths, problems, notes } = await findFiles(root, options);
  const name = (path: string) => relative(root, path);
  return {
    paths: paths.map(name),
    problems: Object.fromEntries(problems.map(({ path, problem }) => [name(path), problem.message])),
    notes,
  };
}

describe('finding the files of a folder', () => {
  it('finds OKR files and configurations at any depth, by name', async () => {
    const root = folder({
      'b.okr': '',
      'a/deep/er/x.okr': '',
      'okr.config.json': '{}',
      'a/readme.md': '',
      'a/x.okrs': '',
    });
    expect((await found(root)).paths).toEqual(['a/deep/er/x.okr', 'b.okr', 'okr.config.json']);
  });

  it('says of a configuration that may not be read nothing about ignoring it', async () => {
    const root = folder({ 'okr.config.json': '{}' });
    const path = join(root, 'okr.config.json');
    const { files } = await loadFolder(root, { disk: failingDisk({ [path]: 'EACCES' }) });
    expect(files.map(({ problem }) => problem?.message)).toEqual([
      'You are not allowed to read this configuration. Ask its owner for permission.',
    ]);
  });

  it('notes a configuration with a misspelt name, where there is none with the right one', async () => {
    const root = folder({
      'a/okr.conifg.json': '{}',
      'b/.okr.config.json': '{}',
      'c/okr.conf.json': '{}',
      'c2/OKR.config.json': '{}',
      'd/okr.config.json': '{}',
      'd/okr.config.json~': '{}',
      'e/okr.report.json': '{}',
      'e/jsconfig.json': '{}',
      'e/okr.config.schema.json': '{}',
    });
    const { notes } = await found(root);
    expect(notes.toSorted()).toEqual(
      ['a/okr.conifg.json', 'b/.okr.config.json', 'c/okr.conf.json', 'c2/OKR.config.json'].map(
        (name) => `${join(root, name)} was not read: a configuration is called okr.config.json.`,
      ),
    );
  });

  it('does not look into hidden folders and node_modules, and leaves hidden files alone', async () => {
    const root = folder({
      '.git/x.okr': '',
      'node_modules/p/x.okr': '',
      'a/node_modules/x.okr': '',
      '._x.okr': '',
      '.okr': '',
    });
    expect(await found(root)).toEqual({ paths: [], problems: {}, notes: [] });
  });

  it('looks into a hidden folder that is asked for', async () => {
    const root = folder({ '.plans/x.okr': '' });
    expect((await found(join(root, '.plans'))).paths).toEqual(['x.okr']);
  });

  it('looks into no other folder where only the files of one are asked for, whatever is wrong in them', async () => {
    const root = folder({ 'a.okr': '', 'below/b.okr': '', 'below/deeper/c.okr': '', 'elsewhere/d.okr': '' });
    symlinkSync('below', join(root, 'linked'));
    symlinkSync('/', join(root, 'all'));
    symlinkSync('below/b.okr', join(root, 'b.okr'));
    const disk = failingDisk({ [join(root, 'below')]: 'EACCES' });
    expect(await found(root, { deep: false, disk })).toEqual({ paths: ['a.okr', 'b.okr'], problems: {}, notes: [] });
  });

  it('leaves out what a configuration ignores, below that configuration', async () => {
    const root = folder({
      'archive/a.okr': '',
      'team/okr.config.json': 'archive',
      'team/archive/b.okr': '',
      'team/now/c.okr': '',
      'team/now/archive': '',
    });
    const ignoredBy = (text: string) => (path: string) => path === text;
    expect((await found(root, { ignoredBy })).paths).toEqual([
      'archive/a.okr',
      'team/now/c.okr',
      'team/okr.config.json',
    ]);
  });

  it('reports a folder that is named like a file and still looks into it', async () => {
    const root = folder({ 'x.okr/inner.okr': '' });
    const { paths, problems } = await found(root);
    expect(paths).toEqual(['x.okr/inner.okr']);
    expect(problems['x.okr']).toContain('This is a folder');
  });

  it('reports what cannot be opened and finds all else', async () => {
    const root = folder({ 'open/a.okr': '', 'closed/b.okr': '' });
    const { paths, problems } = await found(root, { disk: failingDisk({ [join(root, 'closed')]: 'EACCES' }) });
    expect(paths).toEqual(['open/a.okr']);
    expect(problems['closed']).toContain('You are not allowed to read this folder');
  });

  it('reports a root that is not there', async () => {
    const root = folder({});
    expect((await found(join(root, 'gone'))).problems['']).toContain('This folder is not there');
  });

  it('follows no link out of the folder, and says so', async () => {
    const root = folder({
      'project/a.okr': '',
      'shared/b.okr': '',
      'shared/sub/c.okr': '',
      'shared/okr.config.json': '["**"]',
    });
    symlinkSync('../shared', join(root, 'project', 'linked'));
    symlinkSync('../shared/b.okr', join(root, 'project', 'b.okr'));
    symlinkSync('/etc/passwd', join(root, 'project', 'users.okr'));
    symlinkSync('../shared/okr.config.json', join(root, 'project', 'okr.config.json'));
    symlinkSync('/', join(root, 'project', 'all'));
    const ignoredBy = () => () => true;
    const { paths, problems, notes } = await found(join(root, 'project'), { ignoredBy });
    expect(paths).toEqual(['a.okr']);
    expect(Object.keys(problems)).toEqual(['b.okr', 'okr.config.json', 'users.okr']);
    for (const message of Object.values(problems)) expect(message).toContain('leads out of the folder');
    expect(notes).toHaveLength(2);
  });

  it('follows links that stay inside, also in a folder that is itself reached by a link', async () => {
    const root = folder({ 'project/a.okr': '', 'project/.shared/b.okr': '', 'project/.shared/sub/c.okr': '' });
    symlinkSync('.shared', join(root, 'project', 'linked'));
    symlinkSync('project', join(root, 'other'));
    for (const name of ['project', 'other']) {
      expect((await found(join(root, name))).paths).toEqual(['a.okr', 'linked/b.okr', 'linked/sub/c.okr']);
    }
  });

  it('finds nothing twice that links lead to', async () => {
    const root = folder({ 'a/x.okr': '', 'b/y.okr': '' });
    symlinkSync('../b', join(root, 'a', 'other'));
    symlinkSync('x.okr', join(root, 'a', 'again.okr'));
    expect((await found(root)).paths).toEqual(['a/x.okr', 'b/y.okr']);
  });

  it('ends where links lead in circles, and says so', async () => {
    const root = folder({ 'a/b/x.okr': '' });
    symlinkSync('..', join(root, 'a', 'b', 'up'));
    symlinkSync('self', join(root, 'self'));
    symlinkSync('self.okr', join(root, 'self.okr'));
    symlinkSync('nowhere', join(root, 'dead'));
    symlinkSync('nowhere', join(root, 'dead.okr'));
    const { paths, problems, notes } = await found(root);
    expect(paths).toEqual(['a/b/x.okr']);
    expect(Object.keys(problems)).toEqual(['dead.okr', 'self.okr']);
    expect(notes).toHaveLength(2);
    expect(notes.join()).toContain('leads back to a folder that it lies in');
    expect(notes.join()).toContain('leads back to itself');
  });

  it('ends where two folders link to each other', async () => {
    const root = folder({ 'in/x.okr': '', '.out/y.okr': '' });
    symlinkSync('../.out', join(root, 'in', 'o'));
    symlinkSync('../in', join(root, '.out', 'i'));
    expect((await found(root)).paths).toEqual(['in/o/y.okr', 'in/x.okr']);
  });

  it('goes as deep as folders go', async () => {
    const root = folder({});
    const deep = join(root, ...Array.from({ length: 300 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    execFileSync('touch', [join(deep, 'x.okr')]);
    expect((await findFiles(root)).paths).toHaveLength(1);
  });
});

describe('loading a folder', () => {
  it('reads every file and gives each trouble to the file that has it', async () => {
    const root = folder({ 'a.okr': 'team a "A"', 'b.okr': 'x\0y', 'c.okr': 'team c "C"' });
    const { files } = await loadFolder(root, { disk: failingDisk({ [join(root, 'c.okr')]: 'ENOENT' }) });
    expect(files.map(({ path, text, problem }) => [relative(root, path), text, problem?.code ?? null])).toEqual([
      ['a.okr', 'team a "A"', null],
      ['b.okr', null, 'not-text'],
      ['c.okr', null, 'unreadable-file'],
    ]);
  });

  it('opens only so many files at once', async () => {
    const root = folder(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.okr`, ''])));
    let open = 0;
    let most = 0;
    const real = failingDisk({});
    const disk: Disk = {
      ...real,
      async read(path, limit) {
        most = Math.max(most, ++open);
        const result = await real.read(path, limit);
        open--;
        return result;
      },
    };
    expect((await loadFolder(root, { disk })).files).toHaveLength(300);
    expect(most).toBe(readsAtOnce);
  });
});
