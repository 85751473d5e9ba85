import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { temporaryFolder } from '@okr-language/files/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeFolder, runBundle } from './keptCode.ts';

let root: ReturnType<typeof temporaryFolder>;
let folder: string;
beforeEach(() => {
  root = temporaryFolder();
  folder = join(root.root, 'own', 'code');
});
afterEach(() => root.remove());

const require = createRequire(import.meta.url);
const oneSum = 'a'.repeat(64);

/** Runs a bundle that exports a word; the words of a test are of one length, so that V8 takes the one's code for the other's. */
function run(word: string, sum: string | null = oneSum) {
  const path = join(root.root, 'bundle.cjs');
  writeFileSync(path, `exports.word = () => '${word}';${sum === null ? '' : `\n// ${sum}\n`}`);
  const { exports, keep } = runBundle({ path, folder, require });
  const say = (exports as { word: () => string }).word;
  return { said: say(), keep };
}

/** Whether the text of a bundle is read though something is kept; V8 remembers a text that it has seen, so each is a new one. */
function isTextRead(sum = oneSum): boolean {
  const word = String(++words);
  return run(word, sum).said === word;
}
let words = 100;

const kept = () => readdirSync(folder).map((name) => join(folder, name));

describe('a bundle', () => {
  it('runs from what was kept of it, and what is kept is nobody else’s', () => {
    const { said, keep } = run('one');
    expect(said).toBe('one');
    keep();
    expect(kept()).toHaveLength(1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(kept()[0] as string).mode & 0o777).toBe(0o600);
    expect(isTextRead()).toBe(false);
  });

  it('runs by its text where another build was kept, or where nothing tells one from another', () => {
    run('one').keep();
    expect(isTextRead('b'.repeat(64))).toBe(true);
    const { said, keep } = run('two', null);
    keep();
    expect(said).toBe('two');
    expect(kept()).toHaveLength(1);
  });

  it('runs by its text where what was kept is damaged anywhere, cut off or empty', () => {
    run('one').keep();
    const [path = ''] = kept();
    const whole = readFileSync(path);
    const spoilt = [0, 5, 40, Math.floor(whole.length / 2), whole.length - 1].map((at) =>
      Buffer.from(whole).fill((whole[at] as number) ^ 1, at, at + 1),
    );
    for (const bytes of [...spoilt, whole.subarray(0, whole.length - 8), whole.subarray(0, 3), Buffer.alloc(0)]) {
      writeFileSync(path, bytes);
      expect(isTextRead()).toBe(true);
    }
  });

  it.skipIf(process.platform === 'win32')('runs by its text where others could have written what was kept', () => {
    run('one').keep();
    const [path = ''] = kept();
    for (const mode of [0o620, 0o602, 0o640, 0o644]) {
      chmodSync(path, mode);
      expect(isTextRead(), mode.toString(8)).toBe(true);
    }
    chmodSync(path, 0o600);
    for (const mode of [0o770, 0o707, 0o755]) {
      chmodSync(folder, mode);
      expect(isTextRead(), mode.toString(8)).toBe(true);
    }
    chmodSync(folder, 0o700);
    expect(isTextRead()).toBe(false);
    renameSync(folder, `${folder}-elsewhere`);
    symlinkSync(`${folder}-elsewhere`, folder);
    expect(isTextRead()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('keeps nothing in a folder that others may look into', () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    run('one').keep();
    expect(kept()).toEqual([]);
  });

  it('is kept anew when that is a day ago', () => {
    const writtenAt = () => statSync(kept()[0] as string).mtimeMs;
    run('one').keep();
    const [path = ''] = kept();
    const day = 24 * 60 * 60;
    for (const [age, isKeptAnew] of [[day - 100, false] as const, [day + 100, true] as const]) {
      const then = Math.round(Date.now() / 1000) - age;
      utimesSync(path, then, then);
      run('six').keep();
      expect(writtenAt() > then * 1000).toBe(isKeptAnew);
    }
  });
});

describe('code is kept', () => {
  const own = {
    XDG_CACHE_HOME: join('/', 'home', 'maya', 'caches'),
    LOCALAPPDATA: join('/', 'home', 'maya', 'caches'),
  };
  const caches = join('/', 'home', 'maya', 'caches', 'okr-language', 'code');
  const elsewhere = join('/', 'work', 'okrs');

  it.skipIf(process.platform === 'darwin')('in the person’s own folder for caches, or where the editor says', () => {
    expect(codeFolder(null, own, elsewhere)).toBe(caches);
    expect(codeFolder(null, own, '/')).toBe(caches);
    expect(codeFolder(join('/', 'storage'), own, elsewhere)).toBe(join('/', 'storage', 'code'));
  });

  it('never below the folder where the process runs: it may be what somebody checked out', () => {
    expect(codeFolder(null, own, join('/', 'home', 'maya', 'caches'))).toBeNull();
    expect(codeFolder(join(elsewhere, 'storage'), own, elsewhere)).toBeNull();
    expect(codeFolder(elsewhere, own, elsewhere)).toBeNull();
  });

  it('below the home folder where programs keep what is theirs, also for who starts there', () => {
    const home = join('/', 'home', 'maya');
    const from = (cwd: string, ...parts: readonly string[]) => codeFolder(join(home, ...parts), own, cwd, () => home);
    for (const cwd of [home, join('/', 'home')]) {
      for (const first of ['.cache', '.vscode-server', join('Library', 'Caches'), join('AppData', 'Local')]) {
        expect(from(cwd, first, 'okr'), `${cwd}: ${first}`).toBe(join(home, first, 'okr', 'code'));
      }
      for (const first of ['okrs', join('okrs', '.cache'), 'Library', 'AppData', 'Library of goals', '.']) {
        expect(from(cwd, first), `${cwd}: ${first}`).toBeNull();
      }
    }
    expect(from(join(home, '.cache'), '.cache', 'okr')).toBeNull();
    expect(from(join(home, '.dotfiles'), '.dotfiles', '.cache')).toBeNull();
    // Who it is that runs is not known, or somebody whose home is elsewhere.
    for (const other of ['', join('/', 'root')]) {
      expect(codeFolder(join(home, '.cache'), own, home, () => other)).toBeNull();
    }
  });

  it('not in a pipeline, and not where Node is told to keep none', () => {
    expect(codeFolder(null, { ...own, CI: 'true' }, elsewhere)).toBeNull();
    expect(codeFolder(join('/', 'storage'), { ...own, NODE_DISABLE_COMPILE_CACHE: '1' }, elsewhere)).toBeNull();
  });
});
