/** A run that takes what an earlier check left of the program's code. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Folder, okr, organisation, withError } from './okr.ts';

/** More than the number from which on V8 is told to take its time. */
const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`${n}.okr`, `person p${n} "Maya"\n`]));

describe('the code of the command', () => {
  it('is kept by a check in the own folder for caches, and the next one takes it and says the same', async () => {
    using caches = new Folder({});
    using folder = new Folder({ 'acme.okr': organisation, 'goals.okr': withError });
    const environment = {
      XDG_CACHE_HOME: caches.path,
      LOCALAPPDATA: caches.path,
      CI: '',
      NODE_DISABLE_COMPILE_CACHE: '',
    };
    const code = join(caches.path, 'okr-language', 'code');
    const kept = () => (existsSync(code) ? readdirSync(code) : []);
    const check = (more: Readonly<Record<string, string>>, ...args: readonly string[]) =>
      okr(['check', ...args], { cwd: folder.path, environment: { ...environment, ...more } });

    for (const args of [[], ['--cache', join(folder.path, 'cache')]]) {
      await check({ CI: 'true' }, ...args);
      await check({ NODE_DISABLE_COMPILE_CACHE: '1' }, ...args);
    }
    const plain = await check({}, '--no-cache');
    expect(kept()).toEqual([]);
    expect(plain.out).toContain('goals.okr');

    expect(await check({})).toEqual(plain);
    const [name = ''] = kept();
    expect(name).toMatch(/^okr-code\.cjs-[0-9a-f]{64}-v/);
    const { mtimeMs } = statSync(join(code, name));
    expect(await check({})).toEqual(plain);
    expect(kept()).toEqual([name]);
    expect(statSync(join(code, name)).mtimeMs).toBe(mtimeMs);
  });

  it('is kept by a check of many files too', async () => {
    using caches = new Folder({});
    using folder = new Folder(many);
    const environment = {
      XDG_CACHE_HOME: caches.path,
      LOCALAPPDATA: caches.path,
      CI: '',
      NODE_DISABLE_COMPILE_CACHE: '',
    };
    await okr(['check'], { cwd: folder.path, environment });
    expect(readdirSync(join(caches.path, 'okr-language', 'code'))).toHaveLength(1);
  });
});
