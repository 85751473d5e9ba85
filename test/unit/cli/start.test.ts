/** A run that takes what an earlier check left of the program's code. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Folder, okr, organisation, withError } from './okr.ts';

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
});
