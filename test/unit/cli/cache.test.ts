/** What is kept between two runs makes no difference to what they say, whatever becomes of files and cache in between. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseIsoDay } from '@okr-language/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readArguments } from '../../../packages/cli/src/arguments.ts';
import { check } from '../../../packages/cli/src/check.ts';
import { checkSources } from '../../../packages/cli/src/checking.ts';
import { findSources } from '../../../packages/cli/src/sources.ts';
import { edited, edits, files } from '../../../packages/language/src/slices/testing/projects.ts';
import { bin, cleanGoals, Folder, type Outcome, okr, organisation, withError } from './okr.ts';

beforeAll(() => {
  // Sources that are not built keep nothing.
  vi.stubGlobal('__FINGERPRINT__', 'as in these tests');
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** `okr check` in this process. */
async function run(folder: Folder, ...args: readonly string[]): Promise<Outcome> {
  const invocation = readArguments(['check', ...args], { OKR_TODAY: '2026-08-15' });
  if (invocation.command !== 'check') throw new Error('not what was asked');
  let [out, err] = ['', ''];
  const code = await check(invocation, {
    cwd: join(folder.path, 'project'),
    environment: {},
    columns: null,
    date: '2026-08-15',
    out: (text) => {
      out += text;
    },
    say: (line) => {
      err += `${line}\n`;
    },
    status: null,
    interrupted: () => Promise.reject(new Error('nobody asks')),
  });
  return { code, out, err };
}

const kept = (folder: Folder) =>
  existsSync(join(folder.path, 'cache')) ? readdirSync(join(folder.path, 'cache')) : [];
const cached = (folder: Folder, ...args: readonly string[]) => run(folder, '--cache', '../cache', ...args);
const uncached = (folder: Folder, ...args: readonly string[]) => run(folder, '--no-cache', ...args);

/** What happens between two runs besides an edit. */
const mishap = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'none' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('config' as const),
      text: fc.constantFrom('{}', '{ "extends": "strict" }', '{ "ignore": ["file1.okr"] }', '{'),
    }),
  },
);

function befall(folder: Folder, what: typeof mishap extends fc.Arbitrary<infer T> ? T : never): void {
  if (what.kind === 'config') folder.write('project/okr.config.json', what.text);
  const paths = kept(folder).map((name) => join(folder.path, 'cache', name));
  if (what.kind === 'swap') {
    const [first, second] = paths.map((path) => readFileSync(path));
    if (paths[0] && paths[1] && first && second) {
      writeFileSync(paths[0], second);
      writeFileSync(paths[1], first);
    }
  }
  for (const path of paths) {
    const bytes = readFileSync(path);
    if (bytes.length === 0) continue;
    if (what.kind === 'cut') truncateSync(path, what.at % bytes.length);
    if (what.kind !== 'flip') continue;
    const at = what.at % bytes.length;
    bytes[at] = (bytes[at] as number) ^ (1 << what.bit);
    writeFileSync(path, bytes);
  }
}

describe('okr check with a cache', { timeout: 120_000 }, () => {
  it('says byte for byte what it says without, after any edit and any damage', async () => {
    const formats = fc.constantFrom('json', 'compact', 'pretty', 'sarif', 'junit');
    await fc.assert(
      fc.asyncProperty(files, fc.array(fc.tuple(edits, mishap, formats), { maxLength: 4 }), async (texts, steps) => {
        using folder = new Folder(Object.fromEntries(texts.map((text, i) => [`project/file${i}.okr`, text])));
        let now: (string | null)[] = [...texts];
        await cached(folder);
        for (const [changes, what, format] of steps) {
          for (const change of changes) {
            const at = change.file % now.length;
            const known = now.filter((text) => text !== null);
            const text = edited(now[at] ?? '', change, known);
            now = now.with(at, text);
            if (text === null) rmSync(join(folder.path, `project/file${at}.okr`), { force: true });
            else folder.write(`project/file${at}.okr`, text);
          }
          befall(folder, what);
          const expected = await uncached(folder, '--format', format);
          expect(await cached(folder, '--format', format)).toEqual(expected);
          expect(await cached(folder, '--format', format)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

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

  it('does its work where nothing can be kept', async () => {
    using folder = new Folder({ 'project/goals.okr': withError, 'project/org.okr': organisation, file: 'in the way' });
    const expected = await uncached(folder);
    for (const place of ['../file', '../file/below', '/proc/nothing', '/dev/full/x']) {
      expect(await run(folder, '--cache', place)).toEqual(expected);
    }
    const locked = join(folder.path, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    expect(await run(folder, '--cache', locked)).toEqual(expected);
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
