/** The contract of exit codes: 0 clean; 1 a finding that counts; 2 wrong usage or unreadable input, which wins over 1. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, cleanGoals, errorRule, Folder, okr, organisation, withError, withWarning } from './okr.ts';

const folderOf = (goals: string) => new Folder({ 'org.okr': organisation, 'goals.okr': goals });

async function codeOf(goals: string, ...args: string[]): Promise<number | null> {
  using folder = folderOf(goals);
  return (await folder.okr('check', ...args)).code;
}

describe('okr check ends with', () => {
  it('0 when nothing is wrong', async () => {
    using folder = folderOf(cleanGoals);
    expect(await folder.okr('check')).toEqual({ code: 0, out: 'No findings in 2 files.\n', err: '' });
  });

  it('0 or 1 by --fail-on', async () => {
    expect(await codeOf(withError)).toBe(1);
    expect(await codeOf(withError, '--fail-on', 'never')).toBe(0);
    expect(await codeOf(withWarning)).toBe(0);
    expect(await codeOf(withWarning, '--fail-on', 'warning')).toBe(1);
    expect(await codeOf(withWarning, '--fail-on', 'info')).toBe(1);
    expect(await codeOf(cleanGoals, '--fail-on', 'info')).toBe(0);
  });

  it('1 with more warnings than --max-warnings, whatever --fail-on says', async () => {
    expect(await codeOf(withWarning, '--max-warnings', '0')).toBe(1);
    expect(await codeOf(withWarning, '--max-warnings', '1000')).toBe(0);
    expect(await codeOf(withWarning, '--max-warnings', '0', '--fail-on', 'never')).toBe(1);
    expect(await codeOf(cleanGoals, '--max-warnings', '0')).toBe(0);
  });

  it('0 or 1 by the profile, which a configuration names before the command does', async () => {
    expect(await codeOf(withWarning, '--profile', 'strict')).toBe(1);
    expect(await codeOf(withWarning, '--profile', 'gentle')).toBe(0);
    using folder = folderOf(withWarning);
    folder.write('okr.config.json', '{ "extends": "strict" }');
    expect((await folder.okr('check', '--profile', 'gentle')).code).toBe(1);
    folder.write('okr.config.json', '{ "extends": "strict", "rules": { "missing-owner": "hint" } }');
    expect((await folder.okr('check')).code).toBe(0);
  });

  it('1 for text that cannot be read as OKRs: that is a finding', async () => {
    using folder = folderOf(`${cleanGoals}\nokrs for acme in {\n`);
    const { code, out } = await folder.okr('check');
    expect(code).toBe(1);
    expect(out).toContain('syntax-error');
  });

  it('1 for a configuration that cannot be read, whichever files are named, and 0 for a setting that is misspelt', async () => {
    using folder = folderOf(cleanGoals);
    folder.write('okr.config.json', '{ "extends": "strict" "rules": {} }');
    for (const paths of [[], ['goals.okr']]) {
      const { code, out } = await folder.okr('check', ...paths);
      expect(code).toBe(1);
      expect(out).toContain('unreadable-config');
    }
    folder.write('okr.config.json', '{ "rules": { "missing-onwer": "error" } }');
    const { code, out } = await folder.okr('check', 'goals.okr');
    expect(code).toBe(0);
    expect(out).toContain('invalid-config');
  });

  it('2 for wrong usage, with one sentence and nothing else', async () => {
    for (const args of [
      ['--formt', 'json'],
      ['--format', 'xml'],
      ['--today', 'soon'],
      ['--max-warnings', 'x'],
    ]) {
      const { code, out, err } = await okr(['check', ...args]);
      expect([code, out, err.trim().split('\n').length], args.join(' ')).toEqual([2, '', 1]);
    }
  });

  it('2 for a path that is not there or is no OKR file, with the report on all else', async () => {
    using folder = folderOf(withError);
    folder.write('notes.txt', 'hello');
    for (const path of ['gone.okr', 'gone', 'notes.txt']) {
      const { code, out, err } = await folder.okr('check', path, '.');
      expect(code, path).toBe(2);
      expect(err).toContain(`"${path}"`);
      expect(out).toContain(errorRule);
    }
  });

  it('2, and every result that services read says that it is not whole', async () => {
    using folder = folderOf(cleanGoals);
    const parts = {
      json: '"troubles": [',
      sarif: '"executionSuccessful": false',
      markdown: '**Not checked:** "gone.okr" cannot be found',
      junit: '<error message="&quot;gone.okr&quot; cannot be found',
      github: '::error title=okr check::"gone.okr" cannot be found',
    };
    for (const [format, part] of Object.entries(parts)) {
      for (const paths of [['gone.okr'], ['gone.okr', '.']]) {
        const { code, out } = await folder.okr('check', '--format', format, ...paths);
        expect([code, out], format).toEqual([2, expect.stringContaining(part)]);
      }
      const { code, out } = await folder.okr('check', '--format', format);
      expect([code, out.includes(part)], format).toEqual([0, false]);
    }
    const { out } = await folder.okr('check', '--format', 'sarif');
    expect(JSON.parse(out).runs[0].invocations).toEqual([{ executionSuccessful: true }]);
  });

  it('2 and no word on what there is, where nothing that was named is there', async () => {
    using folder = folderOf(withError);
    for (const line of ['check', 'check --format compact', 'tree', 'strength', 'fmt']) {
      const { code, out, err } = await folder.okr(...line.split(' '), 'gone.okr');
      expect([code, out, err.split('\n').length], line).toEqual([2, '', 2]);
    }
  });

  it('0 for a configuration alone, in which nothing is wrong', async () => {
    using folder = folderOf(cleanGoals);
    folder.write('okr.config.json', '{}');
    const said = 'No findings in the configuration. No .okr files were looked at.\n';
    expect(await folder.okr('check', 'okr.config.json')).toEqual({ code: 0, out: said, err: '' });
  });

  it('2 where something cannot be read, also with findings that would make it 1, and still the whole report', async () => {
    using folder = folderOf(withError);
    folder.write('image.okr', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    symlinkSync('nowhere', join(folder.path, 'dangling.okr'));
    mkdirSync(join(folder.path, 'x.okr'));
    for (const format of ['pretty', 'json', 'sarif', 'github']) {
      const { code, out } = await folder.okr('check', '--format', format, '--fail-on', 'never');
      expect(code, format).toBe(2);
      for (const part of [errorRule, 'image.okr', 'not-text', 'dangling.okr', 'x.okr', 'unreadable-file']) {
        expect(out).toContain(part);
      }
    }
  });

  it('0 where links lead in circles, with a word on it', async () => {
    using folder = folderOf(cleanGoals);
    symlinkSync('.', join(folder.path, 'again'));
    const { code, err } = await folder.okr('check');
    expect(code).toBe(0);
    expect(err).toContain('leads back to a folder that it lies in');
  });

  it('0 where there is nothing to check', async () => {
    using folder = new Folder({});
    const said = 'There are no .okr files here.\n';
    expect(await folder.okr('check')).toMatchObject({ code: 0, out: said, err: '' });
    for (const format of ['compact', 'github']) {
      expect(await folder.okr('check', '--format', format)).toEqual({ code: 0, out: '', err: said });
    }
    expect(await folder.okr('fmt')).toEqual({ code: 0, out: '', err: said });
  });
});

describe('okr tree ends with', () => {
  it('0 whatever the findings, 2 where something cannot be read', async () => {
    using folder = folderOf(withError);
    expect((await folder.okr('tree')).code).toBe(0);
    folder.write('image.okr', Buffer.from([0, 1, 2]));
    for (const format of ['text', 'json']) {
      const { code, out, err } = await folder.okr('tree', '--format', format);
      expect(code).toBe(2);
      expect(out).toContain('Repeat purchase rate');
      expect(err).toContain('image.okr: This file holds no plain text');
    }
    expect((await folder.okr('tree', '--format', 'sarif')).code).toBe(2);
  });
});

describe('okr itself ends with', () => {
  it('0 for help and version', async () => {
    expect(await okr(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
    expect((await okr(['--help'])).code).toBe(0);
    expect((await okr(['check', '--help'])).out).toContain('--max-warnings');
  });

  it.skipIf(!existsSync('/dev/full'))('2 where the result could not be written, which is no finding', async () => {
    using folder = folderOf(cleanGoals);
    for (const line of ['check', 'check --format sarif --fail-on never', 'tree', 'strength', 'rules', '--help']) {
      const run = spawnSync('sh', ['-c', `"$0" "$1" ${line} > /dev/full`, process.execPath, bin], {
        cwd: folder.path,
        encoding: 'utf8',
      });
      const said = 'The result could not be written (the system says ENOSPC), so it is not whole.\n';
      expect([run.status, run.stderr], line).toEqual([2, said]);
    }
  });

  it.skipIf(process.platform === 'win32')('2 in a folder that was removed', () => {
    using folder = new Folder({ 'gone/a.okr': '' });
    const run = spawnSync('sh', ['-c', `rm -r ../gone; "$0" "$1" check ..`, process.execPath, bin], {
      cwd: join(folder.path, 'gone'),
      encoding: 'utf8',
    });
    expect([run.status, run.stderr]).toEqual([
      2,
      'The folder you are in is not there any more: go to another one, then try again.\n',
    ]);
  });

  it('2 without a command or with one that does not exist', async () => {
    expect((await okr([])).code).toBe(2);
    expect(await okr(['chek'])).toEqual({
      code: 2,
      out: '',
      err: 'There is no command "chek": did you mean okr check?\n',
    });
  });
});
