/** A baseline accepts what stands, wherever it moves, and nothing that is new. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanGoals, errorRule, Folder, okr, organisation, withError } from './okr.ts';

const name = 'okr-baseline.json';
const read = (folder: Folder, path = name) => readFileSync(join(folder.path, path), 'utf8');
const write = (folder: Folder, ...args: string[]) =>
  folder.okr('check', ...args, '--baseline', name, '--update-baseline');
const check = (folder: Folder, ...args: string[]) => folder.okr('check', ...args, '--baseline', name);

/** A project with one error that was accepted. */
async function accepted(more: Readonly<Record<string, string>> = {}): Promise<Folder> {
  const folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError, ...more });
  const { code } = await write(folder);
  if (code !== 0) throw new Error('the baseline could not be written');
  return folder;
}

/** The same goals with a second error in another key result. */
const withNewError = withError.replace('from 38 to 55', 'from 38 to 38');

describe('okr check --baseline', () => {
  it('fails before, and not once it is accepted', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError });
    expect((await folder.okr('check')).code).toBe(1);
    const written = await write(folder);
    expect(written.code).toBe(0);
    expect(written.err).toMatch(/^Wrote okr-baseline\.json: \d+ findings? (is|are) accepted\.\n$/);
    const { code, out, err } = await check(folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^No new findings in 2 files\. \d+ others? (is|are) accepted by okr-baseline\.json\.\n$/);
    expect(readdirSync(folder.path).sort()).toEqual(['goals.okr', name, 'org.okr']);
  });

  it('holds when goals move, and when the layout changes', async () => {
    using folder = await accepted();
    folder.write('goals.okr', `// A word in front.\n\n${withError.replace('from 45% to 45%', 'from 45%   to 45%')}`);
    expect(await check(folder)).toMatchObject({ code: 0, err: '' });
    folder.write('goals.okr', withError.replaceAll('\n', '\r\n'));
    expect(await check(folder)).toMatchObject({ code: 0, err: '' });
  });

  it('fails on what is new, and reports only that', async () => {
    using folder = await accepted();
    folder.write('goals.okr', withNewError);
    const { code, out } = await check(folder, '--format', 'json');
    expect(code).toBe(1);
    const report = JSON.parse(out);
    const errors = report.findings.filter((finding: { severity: string }) => finding.severity === 'error');
    expect(errors).toMatchObject([{ rule: errorRule, line: 6 }]);
    expect(report.summary.errors).toBe(1);
    expect(report.summary.accepted).toBeGreaterThan(0);
  });

  it('says what is no longer found, and takes it out when asked', async () => {
    using folder = await accepted();
    folder.write('goals.okr', cleanGoals);
    const { code, err } = await check(folder);
    expect(code).toBe(0);
    expect(err).toContain('no longer found; --update-baseline takes');
    expect(err).toContain(`  goals.okr: ${errorRule} in acme/2026-Q3/loyalty/repeat\n`);
    await write(folder);
    expect(read(folder)).not.toContain(errorRule);
    expect((await check(folder)).err).toBe('');
  });

  it('keeps entries of files that are not looked at, and forgets files that are gone', async () => {
    const old = withError.replaceAll('2026-Q3', '2026-Q2');
    using folder = await accepted({ 'okr.config.json': '{}', 'old/goals.okr': old });
    const whole = read(folder);
    expect(whole).toContain('old/goals.okr');
    expect((await check(folder, 'goals.okr')).err).toBe('');
    await write(folder, 'goals.okr');
    expect(read(folder)).toContain('"file":"old/goals.okr"');
    using other = new Folder({ 'org.okr': organisation, 'goals.okr': withError, [name]: whole });
    expect((await check(other)).err).toContain('  old/goals.okr: ');
    await write(other);
    expect(read(other)).not.toContain('old/goals.okr');
  });

  it('keeps entries of a file that cannot be read', async () => {
    using folder = await accepted();
    const whole = read(folder);
    folder.write('goals.okr', Buffer.from([0, 1, 2]));
    const { code, out, err } = await check(folder);
    expect([code, err, out.includes('not-text')]).toEqual([2, '', true]);
    expect(await write(folder)).toMatchObject({ code: 2, out: expect.stringContaining('not-text') });
    expect(read(folder)).toBe(whole);
  });

  it('accepts once what is found in a file that was not named because of one that was', async () => {
    const again = 'okrs for acme in 2026-Q3 { objective loyalty "Be told about" { kr "Tips" to 90 } }\n';
    using folder = await accepted({ 'again.okr': again });
    const whole = read(folder);
    expect(whole).toContain('duplicate-id');
    expect(await check(folder, 'again.okr')).toMatchObject({ code: 0, err: '' });
    await write(folder, 'again.okr');
    expect(read(folder)).toBe(whole);
  });

  it('is the same from any folder, byte for byte', async () => {
    using folder = await accepted({ 'okr.config.json': '{}', 'inner/more.okr': '// nothing yet\n' });
    const text = read(folder);
    const inner = join(folder.path, 'inner');
    const args = ['check', '..', '--baseline', `../${name}`];
    expect(await okr(args, { cwd: inner })).toMatchObject({ code: 0, err: '' });
    await okr([...args, '--update-baseline'], { cwd: inner });
    expect(read(folder)).toBe(text);
  });

  it('ends with 2 where the baseline is missing or is none, and overwrites nothing', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': cleanGoals, 'notes.json': '{ "mine": true }' });
    expect(await check(folder)).toEqual({
      code: 2,
      out: '',
      err: 'The baseline "okr-baseline.json" is not there: --update-baseline writes it.\n',
    });
    expect(existsSync(join(folder.path, name))).toBe(false);
    const refused = await folder.okr('check', '--baseline', 'notes.json', '--update-baseline');
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: '"notes.json" is no baseline that this version of okr can read, so it stays as it is.\n',
    });
    expect(read(folder, 'notes.json')).toBe('{ "mine": true }');
    expect((await folder.okr('check', '--baseline', '.')).code).toBe(2);
    expect((await folder.okr('check', '--baseline', 'no/folder/b.json', '--update-baseline')).code).toBe(2);
  });
});

describe('okr check --summary', () => {
  it('counts by rule instead of listing, and decides as ever', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withNewError });
    const { code, out } = await folder.okr('check', '--summary');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^ {2}${errorRule} +2 errors in 1 file  `, 'm'));
    expect(out).not.toContain('goals.okr');
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^\d+ findings in 2 files: 2 errors/);
  });

  it('says so where there is nothing', async () => {
    using folder = new Folder({ 'org.okr': organisation });
    expect((await folder.okr('check', '--summary')).out).toBe('No findings in 1 file.\n');
  });
});
