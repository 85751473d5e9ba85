/** `okr check --watch` says what it finds, says it again when something changes, and ends calmly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, cleanGoals, errorRule, Folder, organisation, withError } from './okr.ts';

const patience = 30_000;

class Watching {
  out = '';
  err = '';
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;

  constructor(folder: Folder, ...given: readonly (string | { readonly environment: Record<string, string> })[]) {
    const args = given.filter((one) => typeof one === 'string');
    const environment = given.find((one) => typeof one !== 'string')?.environment;
    const cache = args.includes('--cache') ? [] : ['--no-cache'];
    this.#process = spawn(process.execPath, [bin, 'check', '--watch', ...cache, ...args], {
      cwd: folder.path,
      env: { ...process.env, OKR_TODAY: '2026-08-15', NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.on('data', (data) => {
      this.out += data;
    });
    this.#process.stderr?.on('data', (data) => {
      this.err += data;
    });
    this.ended = new Promise((resolve) => this.#process.on('close', resolve));
  }

  /** What is said from now on, up to the next word that it watches. */
  async next(): Promise<string> {
    const waits = () => this.err.split('Watching for changes').length;
    const before = waits();
    const from = this.out.length;
    await this.until(() => waits() > before);
    return this.out.slice(from);
  }

  /** Waits until a rule finds something after a change; in between it may be told what is there halfway. */
  async findsAfter(rule: string, change: () => void): Promise<void> {
    const from = this.out.length;
    change();
    await this.until(() => this.out.includes(`[${rule}]`, from));
  }

  async until(isSaid: () => boolean): Promise<void> {
    const deadline = Date.now() + patience;
    while (!isSaid()) {
      if (Date.now() > deadline) throw new Error(`nothing was said: ${this.out}\n${this.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  stopReading(): void {
    this.#process.stdout?.destroy();
  }

  interrupt(): Promise<number | null> {
    this.#process.kill('SIGINT');
    return this.ended;
  }

  [Symbol.dispose](): void {
    this.#process.kill('SIGKILL');
  }
}

const found = (path: string) => new RegExp(`^${path}:\\d+:\\d+: .*\\[${errorRule}\\]$`, 'm');

describe('okr check --watch', { timeout: 120_000 }, () => {
  it('follows files that change, come, move and go, also in new folders, and what is left out', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError });
    using watching = new Watching(folder, '--format', 'compact');
    expect(await watching.next()).toMatch(found('goals.okr'));
    const saidAfter = async (change: () => void) => {
      const said = watching.next();
      change();
      return said;
    };
    expect(await saidAfter(() => folder.write('goals.okr', cleanGoals))).not.toMatch(found('goals.okr'));
    expect(await saidAfter(() => folder.write('goals.okr', withError))).toMatch(found('goals.okr'));
    const moved = await saidAfter(() => {
      mkdirSync(join(folder.path, 'teams'));
      renameSync(join(folder.path, 'goals.okr'), join(folder.path, 'teams', 'goals.okr'));
    });
    // The folder may be noticed before what is moved into it.
    const there = moved.includes('teams/') ? moved : await watching.next();
    expect(there).toMatch(found('teams/goals.okr'));
    expect(await saidAfter(() => folder.write('teams/goals.okr', cleanGoals))).not.toMatch(found('teams/goals.okr'));
    expect(await saidAfter(() => folder.write('teams/goals.okr', withError))).toMatch(found('teams/goals.okr'));
    expect(await saidAfter(() => folder.write('okr.config.json', '{ "ignore": ["teams"] }'))).toBe('');
    expect(await saidAfter(() => folder.write('okr.config.json', '{}'))).toMatch(found('teams/goals.okr'));
    expect(await saidAfter(() => rmSync(join(folder.path, 'teams'), { recursive: true }))).toBe('');
    expect(await watching.interrupt()).toBe(0);
    expect(watching.err).toMatch(/Watching for changes\. Ctrl\+C ends it\.\nStopped watching\.\n$/);
  });

  it('says after each change what a new run says', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError, 'more.okr': cleanGoals });
    using watching = new Watching(folder, '--format', 'json');
    const texts = [cleanGoals, withError, '', 'okrs for nobody in 2026-Q3 {', withError.replaceAll('loyalty', 'trust')];
    expect(await watching.next()).toBe((await folder.okr('check', '--no-cache', '--format', 'json')).out);
    for (const [index, text] of texts.entries()) {
      const said = watching.next();
      folder.write(index % 2 === 0 ? 'more.okr' : 'goals.okr', `${text}// ${index}\n`);
      expect(await said).toBe((await folder.okr('check', '--no-cache', '--format', 'json')).out);
    }
  });

  it('follows a folder in whose place another one is put, with files of the same names', async () => {
    const withUnknownName = 'okrs for nobody in 2026-Q3 {\n}\n';
    using folder = new Folder({
      'org.okr': organisation,
      'teams/inner/goals.okr': withError,
      '.beside/inner/goals.okr': withUnknownName,
    });
    using watching = new Watching(folder, '--format', 'compact');
    await watching.next();
    const at = (path: string) => join(folder.path, path);
    const write = (text: string) => folder.write('teams/inner/goals.okr', text);
    await watching.findsAfter('unknown-name', () => {
      renameSync(at('teams'), at('.before'));
      renameSync(at('.beside'), at('teams'));
    });
    await watching.findsAfter(errorRule, () => write(withError));
    await watching.findsAfter('unknown-name', () => {
      rmSync(at('teams'), { recursive: true });
      write(withUnknownName);
    });
    await watching.findsAfter(errorRule, () => write(withError));
  });

  it('follows the folder that was named when another one is put in its place, when it goes, and when it comes again', async () => {
    const withUnknownName = 'okrs for nobody in 2026-Q3 {\n}\n';
    using folder = new Folder({
      'goals/org.okr': organisation,
      'goals/goals.okr': withError,
      'beside/org.okr': organisation,
      'beside/goals.okr': withUnknownName,
    });
    using watching = new Watching(folder, 'goals', '--format', 'compact');
    await watching.next();
    const at = (path: string) => join(folder.path, path);
    await watching.findsAfter('unknown-name', () => {
      renameSync(at('goals'), at('before'));
      renameSync(at('beside'), at('goals'));
    });
    await watching.findsAfter(errorRule, () => folder.write('goals/goals.okr', withError));
    rmSync(at('goals'), { recursive: true });
    await watching.until(() => watching.err.includes('cannot be found'));
    await watching.findsAfter('unknown-name', () => {
      renameSync(at('before'), at('goals'));
      folder.write('goals/goals.okr', withUnknownName);
    });
    await watching.findsAfter(errorRule, () => folder.write('goals/goals.okr', withError));
  });

  it('keeps what it read for the next start, and nothing again that is kept already', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': cleanGoals });
    using cache = new Folder({});
    const kept = () => {
      const name = readdirSync(cache.path).find((one) => one.endsWith('.okr-files'));
      return name === undefined ? null : statSync(join(cache.path, name)).ino;
    };
    const start = async () => {
      const watching = new Watching(folder, '--format', 'compact', '--cache', cache.path);
      await watching.next();
      return watching;
    };
    {
      using watching = await start();
      await watching.until(() => kept() !== null);
    }
    const first = kept();
    {
      using watching = await start();
      await watching.findsAfter(errorRule, () => folder.write('goals.okr', withError));
      expect(kept()).toBe(first);
    }
    using watching = await start();
    await watching.until(() => kept() !== first);
  });

  it('says what a new run says when the configuration goes, and when one comes in a folder around the one that was named', async () => {
    using folder = new Folder({ 'okr.config.json': '{}', 'org.okr': organisation, 'sub/deep/goals.okr': withError });
    const args = ['--format', 'json'];
    using around = new Watching(folder, ...args);
    using inner = new Watching(folder, 'sub', ...args);
    const fresh = async (...paths: string[]) => (await folder.okr('check', '--no-cache', ...args, ...paths)).out;
    expect(await around.next()).toBe(await fresh());
    await inner.until(() => inner.err.includes('Watching'));
    for (const change of [
      () => rmSync(join(folder.path, 'okr.config.json')),
      () => folder.write('okr.config.json', '{ "rules": { "missing-owner": "hint" } }'),
    ]) {
      const said = [around.next(), inner.next()];
      change();
      expect(await Promise.all(said)).toEqual([await fresh(), await fresh('sub')]);
    }
  });

  it('judges by the day of each check', async () => {
    using folder = new Folder({ 'org.okr': organisation });
    using clock = new Folder({ now: '2026-08-15T12:00' });
    clock.write(
      'clock.cjs',
      `const { readFileSync } = require('node:fs');
      globalThis.Date = class extends Date {
        constructor(...args) { super(...(args.length > 0 ? args : [readFileSync(__dirname + '/now', 'utf8')])); }
      };`,
    );
    const environment = { OKR_TODAY: '', NODE_OPTIONS: `--require "${join(clock.path, 'clock.cjs')}"` };
    using watching = new Watching(folder, { environment }, '--format', 'json');
    expect(JSON.parse(await watching.next()).today).toBe('2026-08-15');
    clock.write('now', '2026-10-20T00:01');
    const said = watching.next();
    folder.write('goals.okr', cleanGoals);
    const told = await said;
    expect(told).toBe((await folder.okr('check', '--no-cache', '--format', 'json', '--today', '2026-10-20')).out);
    expect(told).toContain('2026-10-20');
  });

  it('ends when nobody reads what it says', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError });
    using watching = new Watching(folder, '--format', 'compact');
    await watching.next();
    watching.stopReading();
    folder.write('goals.okr', `${withError}// changed\n`);
    expect(await watching.ended).toBe(0);
  });

  it('does not go with --update-baseline', async () => {
    using folder = new Folder({});
    expect(await folder.okr('check', '--watch', '--baseline', 'b.json', '--update-baseline')).toEqual({
      code: 2,
      out: '',
      err: '--watch would accept every new finding at once: leave out --watch or --update-baseline.\n',
    });
  });
});
