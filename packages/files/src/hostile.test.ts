/** What stands on disks besides files: names of all kinds, links that lead out, and what goes away while one looks. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Disk } from './disk.ts';
import { findFiles } from './find.ts';
import { readTextInside } from './read.ts';
import { failingDisk, loadFolder, temporaryFolder } from './testing.ts';
import { pathOf, sameUri, uriOf } from './uri.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function folder(files: Record<string, string>): string {
  const { root, remove } = temporaryFolder(files);
  cleanups.push(remove);
  return root;
}

describe('names', () => {
  const names = [
    'a b',
    '#1',
    '100%',
    '%41',
    '%2F',
    'a?b',
    "it's",
    'a"b',
    'a;b&c',
    '[x]',
    '(y)',
    '{z}',
    '~',
    'a\nb',
    'a\tb',
    '\u001b[31m',
    '\u202e',
    'caf\u00e9',
    'cafe\u0301',
    '目标',
    '👩‍👩‍👧',
    ' ',
    'a\\b',
    'file:',
    '-',
    '__proto__',
  ];

  it('of all kinds are found, read and told apart', async () => {
    const root = folder(Object.fromEntries(names.map((name) => [`${name}/${name}.okr`, name])));
    const { files } = await loadFolder(root);
    expect(files.map(({ text }) => text).sort()).toEqual([...names].sort());
    expect(new Set(files.map(({ uri }) => uri)).size).toBe(names.length);
    for (const { path, uri } of files) {
      expect(pathOf(uri)).toBe(path);
      expect(sameUri(uri)).toBe(uri);
      expect(uri).toMatch(/^file:\/\/\/[!-~]*$/);
    }
  });

  it('any path has an address that leads back to it', { timeout: 30_000 }, () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !/[/\0]/.test(text) && !/^\.+$/.test(text) && text.isWellFormed());
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = `/${parts.join('/')}`;
        expect(pathOf(uriOf(path))).toBe(path);
        expect(sameUri(uriOf(path))).toBe(uriOf(path));
      }),
    );
  });

  it('any address is a path or none, and nothing throws', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `file:///${text}`),
        ),
        (address) => {
          pathOf(address);
          expect(sameUri(sameUri(address))).toBe(sameUri(address));
        },
      ),
    );
  });

  it('that are no text are told, and all others are found', async () => {
    const root = folder({ 'a.okr': 'team a "A"' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.okr')]),
      'team b "B"',
    );
    const { files } = await loadFolder(root);
    expect(files.map(({ text, problem }) => [text, problem?.code ?? null])).toEqual([
      ['team a "A"', null],
      [null, 'unreadable-file'],
    ]);
  });
});

describe('one file of a folder', () => {
  it('is read through links that stay inside, and through none that lead out', async () => {
    const root = folder({ 'project/a.okr': 'team a "A"', 'outside/b.okr': 'team b "B"' });
    const project = join(root, 'project');
    symlinkSync('a.okr', join(project, 'inside.okr'));
    symlinkSync('../outside/b.okr', join(project, 'out.okr'));
    symlinkSync('../outside', join(project, 'way'));
    const read = async (path: string) => {
      const { text, problem } = await readTextInside(join(project, path), project);
      return text ?? problem?.message;
    };
    expect(await read('a.okr')).toBe('team a "A"');
    expect(await read('inside.okr')).toBe('team a "A"');
    expect(await read('out.okr')).toContain('leads out of the folder');
    expect(await read('way/b.okr')).toContain('leads out of the folder');
    expect(await read('gone.okr')).toContain('This file is not there');
  });

  it('is read in a folder that is itself reached by a link', async () => {
    const root = folder({ 'project/a.okr': 'team a "A"' });
    symlinkSync('project', join(root, 'link'));
    expect((await readTextInside(join(root, 'link', 'a.okr'), join(root, 'link'))).text).toBe('team a "A"');
  });
});

describe('what goes away while one looks', () => {
  it('costs its own file and no other, whatever goes and whenever', { timeout: 30_000 }, async () => {
    const root = folder(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i % 8}/${i}.okr`, `team t${i} "T"`])),
    );
    const codes = ['ENOENT', 'EACCES', 'EIO', 'EMFILE', 'ENOTDIR', 'ELOOP', 'ESTALE', 'UNHEARD'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(39), fc.constantFrom(...codes)), { maxLength: 12 }), async (lost) => {
        const errors = Object.fromEntries(lost.map(([i, code]) => [join(root, `f${i % 8}`, `${i}.okr`), code]));
        const { files } = await loadFolder(root, { disk: failingDisk(errors) });
        expect(files).toHaveLength(40);
        for (const { path, text, problem } of files) {
          if (path in errors) expect([text, problem?.code]).toEqual([null, 'unreadable-file']);
          else expect(text).toBe(readFileSync(path, 'utf8'));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('a folder that is gone when it is looked into is told, and the rest is found', async () => {
    const root = folder({ 'a/x.okr': '', 'b/y.okr': '' });
    const real = failingDisk({});
    const disk: Disk = {
      ...real,
      async list(path) {
        if (path === join(root, 'b')) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        return real.list(path);
      },
    };
    const { paths, problems } = await findFiles(root, { disk });
    expect(paths).toEqual([join(root, 'a', 'x.okr')]);
    expect(problems.map(({ problem }) => problem.message)).toEqual([
      expect.stringContaining('This folder is not there'),
    ]);
  });

  it('a folder within a folder a thousand times is no trouble for the stack', async () => {
    const root = folder({});
    let path = root;
    for (let i = 0; i < 400; i++) path = join(path, 'dddd');
    mkdirSync(path, { recursive: true });
    expect((await findFiles(root)).folders.size).toBe(401);
  });
});
