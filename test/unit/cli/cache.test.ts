/** What is kept between two runs; that it makes no difference to what they say is tried at random in test/fuzz/suites/cache.ts. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIsoDay } from '@okr-language/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkSources } from '../../../packages/cli/src/checking.ts';
import { findSources } from '../../../packages/cli/src/sources.ts';
import { checkInProcess } from './inProcess.ts';
import { bin, cleanGoals, Folder, okr, organisation, withError } from './okr.ts';

beforeAll(() => {
  // Sources that are not built keep nothing.
  vi.stubGlobal('__FINGERPRINT__', 'as in these tests');
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const run = (folder: Folder, ...args: readonly string[]) => checkInProcess(join(folder.path, 'project'), args);
const kept = (folder: Folder) =>
  existsSync(join(folder.path, 'cache')) ? readdirSync(join(folder.path, 'cache')) : [];
const cached = (folder: Folder, ...args: readonly string[]) => run(folder, '--cache', '../cache', ...args);
const uncached = (folder: Folder, ...args: readonly string[]) => run(folder, '--no-cache', ...args);

describe('okr check with a cache', { timeout: 120_000 }, () => {
  it('checks nothing again where nothing has changed, and after an edit reads only what has', async () => {
    using folder = new Folder({ 'project/org.okr': organisation, 'project/goals.okr': withError });
    await cached(folder);
    const cwd = join(folder.path, 'project');
    const options = {
      cwd,
      today: parseIsoDay('2026-08-15') ?? 0,
      profile: 'gentle',
      cache: join(folder.path, 'cache'),
    };
    const look = async (today = options.today) => {
      const sources = await findSources([], { ...options, today });
      const checked = await checkSources(sources, { ...options, today, needsCascades: false });
      const [file] = [...checked.files];
      return { changed: sources.compared.changed, isKept: checked.cascadeOf(file?.root ?? '') === null };
    };
    expect(await look()).toEqual({ changed: [], isKept: true });
    expect(await look(options.today + 1)).toEqual({ changed: [], isKept: false });
    folder.write('project/goals.okr', cleanGoals);
    expect(await look()).toEqual({ changed: [join(cwd, 'goals.okr')], isKept: false });
  });

  it('is not misled by what another version or another project left', async () => {
    using folder = new Folder({ 'project/goals.okr': withError, 'project/org.okr': organisation });
    await cached(folder);
    vi.stubGlobal('__FINGERPRINT__', 'another one');
    const sources = await findSources([], {
      cwd: join(folder.path, 'project'),
      today: 0,
      cache: join(folder.path, 'cache'),
    });
    expect(sources.cache?.files.size).toBe(0);
    vi.stubGlobal('__FINGERPRINT__', 'as in these tests');
    using other = new Folder({ 'project/goals.okr': cleanGoals });
    mkdirSync(join(other.path, 'cache'));
    const theirs = kept(folder);
    await cached(other);
    for (const [index, name] of kept(other).entries()) {
      writeFileSync(join(other.path, 'cache', name), readFileSync(join(folder.path, 'cache', theirs[index] as string)));
    }
    expect(await cached(other)).toEqual(await uncached(other));
  });

  it('does its work where nothing can be kept, and says so', async () => {
    using folder = new Folder({ 'project/goals.okr': withError, 'project/org.okr': organisation, file: 'in the way' });
    const expected = await uncached(folder);
    for (const place of ['../file', '../file/below', '/proc/nothing', '/dev/full/x']) {
      const err = `Nothing is kept in "${place}": it is no folder that can be written to.\n`;
      expect(await run(folder, '--cache', place)).toEqual({ ...expected, err });
    }
    const locked = join(folder.path, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    const { code, out } = expected;
    expect(await run(folder, '--cache', locked)).toMatchObject({ code, out }); // the superuser can write there
    expect(readFileSync(join(folder.path, 'file'), 'utf8')).toBe('in the way');
  });

  it('leaves no half-written file behind, and keeps others out', async () => {
    using folder = new Folder({ 'project/goals.okr': withError, 'project/org.okr': organisation });
    await cached(folder);
    expect(kept(folder)).toEqual([expect.stringMatching(/\.okr-files$/), expect.stringMatching(/\.okr-run$/)]);
    await cached(folder);
    expect(kept(folder)).toHaveLength(2);
  });
});

describe('the built command', { timeout: 60_000 }, () => {
  it('keeps in the folder that it is given, or in that of the person, or nowhere', async () => {
    using folder = new Folder({ 'goals.okr': withError, 'org.okr': organisation });
    const environment = { XDG_CACHE_HOME: join(folder.path, 'home'), HOME: folder.path };
    const at = (...args: string[]) => okr(['check', 'goals.okr', ...args], { cwd: folder.path, environment });
    await at('--no-cache');
    expect(existsSync(join(folder.path, 'home'))).toBe(false);
    const said = await at('--cache', 'own');
    expect(readdirSync(join(folder.path, 'own'))).toHaveLength(2);
    if (process.platform === 'linux') {
      expect(await at()).toEqual(said);
      expect(readdirSync(join(folder.path, 'home', 'okr-language'))).toHaveLength(2);
    }
    for (const path of ['goals.okr', 'goals.okr/inner']) {
      expect(await at('--cache', path)).toEqual({
        ...said,
        err: `Nothing is kept in "${path}": it is no folder that can be written to.\n`,
      });
    }
    expect((await at('--cache', 'own', '--no-cache')).err).toBe(
      '--cache and --no-cache contradict each other: leave out one of the two.\n',
    );
  });

  it('leaves nothing wrong behind when it is killed in the middle of anything', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`team${i}.okr`, withError]));
    using folder = new Folder({ ...many, 'org.okr': organisation });
    const expected = await folder.okr('check', '--no-cache');
    for (let wait = 40; wait < 400; wait += 60) {
      const child = spawn(process.execPath, [bin, 'check', '--cache', 'own'], { cwd: folder.path, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      setTimeout(() => child.kill('SIGKILL'), wait);
      await ended;
    }
    for (let i = 0; i < 2; i++) expect(await folder.okr('check', '--cache', 'own')).toEqual(expected);
  });

  it('may run several times at once with one cache', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`team${i}.okr`, withError]));
    using folder = new Folder({ ...many, 'org.okr': organisation });
    const expected = await folder.okr('check', '--no-cache');
    const runs = await Promise.all(Array.from({ length: 4 }, () => folder.okr('check', '--cache', 'own')));
    for (const outcome of [...runs, await folder.okr('check', '--cache', 'own')]) expect(outcome).toEqual(expected);
    expect(readdirSync(join(folder.path, 'own'))).toHaveLength(2);
  });
});
