/** A project is read whole, the paths only choose what is reported, and projects do not see each other. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonReport } from '../../../packages/cli/src/report/json.ts';
import { cleanGoals, errorRule, Folder, okr, organisation, withError } from './okr.ts';

/** `file: rule` of every error that is reported, and how many files were looked at. */
async function errors(folder: Folder, ...args: string[]): Promise<{ files: number; errors: string[] }> {
  const { out, err } = await folder.okr('check', '--format', 'json', ...args);
  if (out === '') throw new Error(err);
  const report: JsonReport = JSON.parse(out);
  const found = report.findings.filter((finding) => finding.severity === 'error');
  return { files: report.summary.files, errors: found.map((finding) => `${finding.file}: ${finding.rule}`) };
}

const supporting = `okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust so that buyers return" {
        owner maya
        supports acme.loyalty.repeat
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
        kr wait "Time to an answer" from 6 days to 2 days
    }
}
`;

describe('a project', () => {
  it('is the nearest folder upwards with a configuration, read whole', async () => {
    using folder = new Folder({
      'okr.config.json': '{}',
      'org.okr': organisation,
      'company/goals.okr': withError,
      'teams/support.okr': supporting,
    });
    expect(await errors(folder, 'teams')).toEqual({ files: 1, errors: [] });
    expect(await errors(folder, 'teams/support.okr')).toEqual({ files: 1, errors: [] });
    expect(await errors(folder)).toEqual({ files: 3, errors: [`company/goals.okr: ${errorRule}`] });
  });

  it('reports with a file what is wrong elsewhere because of it, and says what else is wrong', async () => {
    const again = `okrs for acme in 2026-Q3 {\n    owner maya\n    objective loyalty "Be the shop that people tell others about" { kr "Tips" to 90 }\n}\n`;
    using folder = new Folder({
      'org.okr': organisation,
      'again.okr': again,
      'goals.okr': cleanGoals,
      'other.okr': withError.replaceAll('2026-Q3', '2026-Q2'),
    });
    const { code, out, err } = await folder.okr('check', 'again.okr', '--format', 'compact', '--no-cache');
    expect([code, out.match(/^.*: error: /gm)]).toEqual([1, [expect.stringMatching(/^goals\.okr:4:/)]]);
    expect(out).toContain('[duplicate-id]');
    expect(err).toMatch(
      /^There (is 1 error|are \d+ errors) in files of the project that were not named: check the whole project to see them\.\n$/,
    );
    expect((await folder.okr('check', '--no-cache')).err).toBe('');
  });

  it('is the folder that is named where there is no configuration, for a file the files beside it', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': cleanGoals, 'teams/support.okr': supporting });
    expect((await errors(folder, '.')).errors).toEqual([]);
    expect((await errors(folder, 'org.okr')).files).toBe(1);
    const alone = await errors(folder, 'teams');
    expect(alone.files).toBe(1);
    expect(alone.errors).toContain('teams/support.okr: parent-unresolved');
    expect(await errors(folder, 'teams/support.okr')).toEqual(alone);
  });

  it('is for a file without a configuration nothing that lies deeper: beside it may lie all of a home folder', async () => {
    using folder = new Folder({
      'org.okr': organisation,
      'support.okr': supporting,
      'goals.okr': cleanGoals,
      'other/life.okr': `${organisation}${withError}`,
      'other/project/okr.config.json': '{ "rules": 7 }',
    });
    expect(await errors(folder, 'support.okr')).toEqual({ files: 1, errors: [] });
    expect(await errors(folder, 'support.okr', 'goals.okr')).toEqual({ files: 2, errors: [] });
    expect((await errors(folder, '.')).errors).toContain(`other/life.okr: ${errorRule}`);
    // What is kept of the folder and of its files only are two things.
    for (const path of ['.', 'org.okr', '.', 'org.okr']) {
      expect((await errors(folder, path)).errors.length > 0, path).toBe(path === '.');
    }
    const both = await errors(folder, 'org.okr', 'other/life.okr');
    expect(both.errors).toContain(`other/life.okr: ${errorRule}`);
  });

  it('does not see another in the same run', async () => {
    using folder = new Folder({
      'one/okr.config.json': '{}',
      'one/org.okr': organisation,
      'one/goals.okr': cleanGoals,
      'two/okr.config.json': '{}',
      'two/org.okr': organisation,
      'two/support.okr': supporting,
    });
    for (const paths of [['.'], ['one', 'two'], ['two', 'one']]) {
      expect(await errors(folder, ...paths)).toEqual({ files: 4, errors: ['two/support.okr: parent-unresolved'] });
    }
  });

  it('keeps to itself inside another', async () => {
    using folder = new Folder({
      'okr.config.json': '{}',
      'org.okr': organisation,
      'goals.okr': cleanGoals,
      'inner/okr.config.json': '{}',
      'inner/org.okr': organisation,
      'inner/support.okr': supporting,
    });
    expect((await errors(folder)).errors).toEqual(['inner/support.okr: parent-unresolved']);
    expect((await errors(folder, 'inner')).errors).toEqual(['inner/support.okr: parent-unresolved']);
  });

  it('leaves out what its configuration ignores, also when it is named', async () => {
    using folder = new Folder({
      'okr.config.json': '{ "ignore": ["archive", "**/*.draft.okr"] }',
      'org.okr': organisation,
      'archive/old.okr': withError,
      'new.draft.okr': withError,
    });
    expect(await errors(folder)).toEqual({ files: 1, errors: [] });
    const { code, out, err } = await folder.okr('check', 'archive/old.okr');
    expect(code).toBe(0);
    expect(out).toBe('No findings in the configuration. No .okr files were looked at.\n');
    expect(err).toBe('archive/old.okr was left out: okr.config.json ignores it.\n');
  });

  it('reports what is wrong with its configuration, and goes on', async () => {
    using folder = new Folder({ 'okr.config.json': '{ "rules": 7 }', 'org.okr': organisation, 'goals.okr': withError });
    const { out } = await folder.okr('check');
    expect(out).toContain('okr.config.json');
    expect(out).toContain('invalid-config');
    expect(out).toContain(errorRule);
  });
});

it('is told what a configuration that cannot be read takes away: no goals', async () => {
  using folder = new Folder({ 'okr.config.json': Buffer.from([0, 1]), 'org.okr': organisation });
  const { code, out } = await folder.okr('check');
  expect([code, out]).toEqual([2, expect.stringContaining('may not be in force')]);
  expect(out).not.toContain('Goals');
});

describe('paths', () => {
  it('may hold spaces, #, % and other scripts', async () => {
    const name = 'a b/#1 100% (x) [y] 目标.okr';
    using folder = new Folder({ 'org.okr': organisation, [name]: withError });
    expect((await errors(folder)).errors).toEqual([`${name}: ${errorRule}`]);
    expect((await errors(folder, '.', name)).files).toBe(2);
    const { out } = await folder.okr('check', '--format', 'sarif');
    const [result] = JSON.parse(out).runs[0].results.filter((one: { ruleId: string }) => one.ruleId === errorRule);
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    expect(decodeURIComponent(uri)).toBe(name);
    expect(uri).not.toMatch(/[ #[\]]|%(?![0-9A-F]{2})/);
  });

  it('are shown in full where they lie elsewhere', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError });
    const { out } = await okr(['check', folder.path, '--format', 'json']);
    const report: JsonReport = JSON.parse(out);
    expect(report.findings.map((finding) => finding.file)).toContain(`${folder.path}/goals.okr`);
  });

  it('may be links', async () => {
    using folder = new Folder({ 'plans/org.okr': organisation, 'plans/goals.okr': withError });
    symlinkSync('plans', join(folder.path, 'now'));
    symlinkSync('goals.okr', join(folder.path, 'plans', 'latest.okr'));
    expect(await errors(folder, 'now')).toEqual({ files: 2, errors: [`now/goals.okr: ${errorRule}`] });
    expect(await errors(folder, 'plans/latest.okr')).toEqual({ files: 1, errors: [`plans/goals.okr: ${errorRule}`] });
  });

  it('may name a hidden folder', async () => {
    using folder = new Folder({ '.plans/org.okr': organisation, '.plans/goals.okr': withError });
    expect((await errors(folder)).files).toBe(0);
    expect((await errors(folder, '.plans')).files).toBe(2);
  });
});
