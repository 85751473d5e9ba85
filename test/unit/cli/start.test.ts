/** A run that takes what an earlier check left of the program's code. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Folder, okr, organisation, withError } from './okr.ts';

const check = (folder: Folder, caches: Folder, args: readonly string[] = [], more: Record<string, string> = {}) => {
  const place = { XDG_CACHE_HOME: caches.path, LOCALAPPDATA: caches.path };
  const environment = { ...place, CI: '', NODE_DISABLE_COMPILE_CACHE: '', ...more };
  return okr(['check', ...args], { cwd: folder.path, environment });
};

/** Where the code is kept, and what is there. */
const codeIn = (caches: Folder) => join(caches.path, 'okr-language', 'code');
const keptIn = (caches: Folder) => (existsSync(codeIn(caches)) ? readdirSync(codeIn(caches)) : []);

/** More than the number from which on V8 is told to take its time. */
const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`${n}.okr`, `person p${n} "Maya"\n`]));

describe('the code of the command', () => {
  it('is kept by a check in the own folder for caches, and the next one takes it and says the same', async () => {
    using caches = new Folder({});
    using folder = new Folder({ 'acme.okr': organisation, 'goals.okr': withError });
    for (const args of [[], ['--cache', join(folder.path, 'cache')]]) {
      await check(folder, caches, args, { CI: 'true' });
      await check(folder, caches, args, { NODE_DISABLE_COMPILE_CACHE: '1' });
    }
    const plain = await check(folder, caches, ['--no-cache']);
    expect(keptIn(caches)).toEqual([]);
    expect(plain.out).toContain('goals.okr');

    expect(await check(folder, caches)).toEqual(plain);
    const [name = ''] = keptIn(caches);
    expect(name).toMatch(/^okr-code\.cjs-[0-9a-f]{64}-v/);
    const { mtimeMs } = statSync(join(codeIn(caches), name));
    expect(await check(folder, caches)).toEqual(plain);
    expect(keptIn(caches)).toEqual([name]);
    expect(statSync(join(codeIn(caches), name)).mtimeMs).toBe(mtimeMs);
  });

  it('is kept by a check of many files too', async () => {
    using caches = new Folder({});
    using folder = new Folder(many);
    await check(folder, caches);
    expect(keptIn(caches)).toHaveLength(1);
  });
});
