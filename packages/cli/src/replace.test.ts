import { chmodSync, chownSync, linkSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@okr-language/files/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { replaceText } from './replace.ts';

const isRoot = process.getuid?.() === 0;
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A folder with one file, and the path of that. */
function oneFile(mode = 0o644): { folder: string; path: string } {
  const { root, remove } = temporaryFolder({ 'a.okr': 'old' });
  const path = join(root, 'a.okr');
  chmodSync(path, mode);
  cleanups.push(remove);
  return { folder: root, path };
}

const modeOf = (path: string) => statSync(path).mode & 0o7777;

describe('a file that is given a new text', () => {
  it.skipIf(process.platform === 'win32')('keeps its permissions, whatever new files are given', async () => {
    const before = process.umask(0o027);
    cleanups.push(() => process.umask(before));
    for (const mode of [0o666, 0o664, 0o600, 0o755]) {
      const { folder, path } = oneFile(mode);
      expect(await replaceText(path, 'new')).toBeNull();
      expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(folder)]).toEqual(['new', mode, ['a.okr']]);
    }
  });

  it.skipIf(!isRoot)('keeps its owner', async () => {
    const { path } = oneFile(0o664);
    chownSync(path, 65534, 65534);
    await replaceText(path, 'new');
    const { uid, gid } = statSync(path);
    expect([uid, gid, modeOf(path)]).toEqual([65534, 65534, 0o664]);
  });

  it('keeps its other names, which are given the text too', async () => {
    const { folder, path } = oneFile();
    const other = join(folder, 'other.okr');
    linkSync(path, other);
    for (const text of ['a new and longer text', 'short']) {
      expect(await replaceText(path, text)).toBeNull();
      expect([readFileSync(path, 'utf8'), readFileSync(other, 'utf8')]).toEqual([text, text]);
    }
  });

  it('stays as it is where it is write-protected', async () => {
    const { path } = oneFile(0o444);
    expect(await replaceText(path, 'new')).toBe(': it is write-protected');
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it.skipIf(isRoot)('is written where it stands in a folder that takes no other file', async () => {
    const { folder, path } = oneFile();
    chmodSync(folder, 0o555);
    cleanups.unshift(() => chmodSync(folder, 0o755));
    expect(await replaceText(path, 'new')).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('is made where there is none', async () => {
    const { folder } = oneFile();
    const path = join(folder, 'b.json');
    expect(await replaceText(path, 'new')).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(await replaceText(join(folder, 'not', 'there', 'b.json'), 'new')).toBe(' (the system says ENOENT)');
  });
});
