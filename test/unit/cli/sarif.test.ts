import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { notices, rules } from '@okr-language/core';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { sarifPieces } from '../../../packages/cli/src/report/sarif.ts';
import { type Sample, sampleReport } from '../../../packages/cli/src/report/testing.ts';
import { oneText } from '../../../packages/cli/src/testing.ts';
import { cleanGoals, Folder, okr, organisation, withError } from './okr.ts';

const require = createRequire(import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(require.resolve(name), 'utf8'));

const ajv = new Ajv({ schemaId: 'auto', allErrors: true, unknownFormats: 'ignore' });
ajv.addMetaSchema(json('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(json('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const text = 'team a "A"\nkr "Be nice"\n';
const sample: Sample = { file: 'a.okr', text, mark: '"Be nice"' };

function sarif(samples: readonly Sample[], folders = ['file:///plans/']) {
  const log = JSON.parse(oneText(sarifPieces(sampleReport(samples), folders)));
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log.runs[0];
}

describe('--format sarif', () => {
  it('follows the schema, with findings or without', () => {
    sarif([]);
    sarif([sample, { ...sample, severity: 'hint' }]);
  });

  it('follows the schema where something could not be checked', () => {
    const report = { ...sampleReport([sample]), troubles: ['"gone" cannot be found.'] };
    const log = JSON.parse(oneText(sarifPieces(report, ['file:///plans/'])));
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    expect(log.runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
  });

  it('would be told if it did not', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('describes every rule and every notice', () => {
    const described = sarif([]).tool.driver.rules;
    const ids = described.map((rule: { id: string }) => rule.id);
    expect(ids).toEqual(expect.arrayContaining(rules.map((rule) => rule.meta.name)));
    expect(ids).toEqual(
      expect.arrayContaining(notices.map(({ code }) => code).filter((code) => code !== 'more-findings')),
    );
    for (const rule of described) {
      expect(rule).toMatchObject({
        shortDescription: { text: expect.stringMatching(/\.$/) },
        fullDescription: { text: expect.any(String) },
        helpUri: expect.stringMatching(/^https:/),
        help: { text: expect.any(String), markdown: expect.stringContaining(rule.id) },
        defaultConfiguration: expect.any(Object),
      });
    }
  });

  it('gives each level its place', () => {
    const levels = (['error', 'warning', 'information', 'hint'] as const).map((severity) => ({ ...sample, severity }));
    const results = sarif(levels).results.map((result: { level: string; properties?: object }) => [
      result.level,
      result.properties,
    ]);
    expect(results).toEqual([
      ['error', undefined],
      ['warning', undefined],
      ['note', undefined],
      ['note', { severity: 'hint' }],
    ]);
  });

  it('says where: from 1, relative to the repository, percent-encoded', () => {
    const run = sarif([{ ...sample, file: 'rows/#1 100%[a].okr' }]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds).toEqual({ SRCROOT: { uri: 'file:///plans/' } });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'rows/%231%20100%25%5Ba%5D.okr', uriBaseId: 'SRCROOT' },
      region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 13 },
    });
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe(run.results[0].ruleId);
  });

  it('offers what mends a finding and keeps its meaning', () => {
    const run = sarif([{ ...sample, mended: '"Be nice, always"' }, sample, { ...sample, mark: ' "A"', mended: '' }]);
    const artifactLocation = { uri: 'a.okr', uriBaseId: 'SRCROOT' };
    expect(run.results.map((result: { fixes?: object }) => result.fixes)).toEqual([
      [
        {
          description: { text: 'Mend it' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 13 },
                  insertedContent: { text: '"Be nice, always"' },
                },
              ],
            },
          ],
        },
      ],
      undefined,
      [
        {
          description: { text: 'Mend it' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 11 } }],
            },
          ],
        },
      ],
    ]);
  });

  it('offers the safe fixes of the rules, and no others', async () => {
    using folder = new Folder({
      'org.okr': organisation,
      'goals.okr': cleanGoals.replace('from 31% to 45%', 'from 31% to 45% { weight 2 }'),
    });
    const log = JSON.parse((await folder.okr('check', '--format', 'sarif')).out);
    expect(isSarif(log)).toBe(true);
    const found = log.runs[0].results.find((one: { ruleId: string }) => one.ruleId === 'weights-partial');
    expect(found.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toContain('weight 1');
    const unsafe = withError.replace('    owner maya\n', '');
    folder.write('goals.okr', unsafe);
    const again = JSON.parse((await folder.okr('check', '--format', 'sarif')).out);
    const missing = again.runs[0].results.find((one: { ruleId: string }) => one.ruleId === 'missing-owner');
    expect(missing.fixes).toBeUndefined();
  });

  it('makes no link of what a title holds', () => {
    const what = 'Say "[click](https://evil.example)" [1] and [x][y](z).';
    const [result] = sarif([{ ...sample, what }]).results;
    expect(result.message.text).toContain('Say "\\[click](https://evil.example)" \\[1] and \\[x]\\[y](z).');
    expect(sarif([{ ...sample, what: 'Plain [1].' }]).results[0].message.text).toContain('Plain [1].');
  });

  const located = (run: { results: { locations: { physicalLocation: { artifactLocation: object } }[] }[] }) =>
    run.results.map((result) => result.locations[0]?.physicalLocation.artifactLocation);

  it('keeps repositories apart, and names in full what lies in none', () => {
    const inner = { ...sample, root: 'file:///plans/inner%20one/' };
    const run = sarif([sample, inner, { ...sample, root: 'file:///else/' }], ['file:///plans/', inner.root]);
    expect(run.originalUriBaseIds).toEqual({
      SRCROOT1: { uri: 'file:///plans/' },
      SRCROOT2: { uri: 'file:///plans/inner%20one/' },
    });
    expect(located(run)).toEqual([
      { uri: 'a.okr', uriBaseId: 'SRCROOT1' },
      { uri: 'a.okr', uriBaseId: 'SRCROOT2' },
      { uri: 'file:///else/a.okr' },
    ]);
  });

  it.each([
    ['a repository', '.git/HEAD'],
    ['a further checkout of one', '.git'],
  ])('names files from the root of %s, whichever folder is the project and wherever one is', async (_, git) => {
    const project = { 'okr.config.json': '{}', 'org.okr': organisation, 'goals.okr': withError };
    const files = ['docs/one', 'docs/two'].flatMap((path) =>
      Object.entries(project).map(([name, text]) => [`repository/${path}/${name}`, text]),
    );
    using folder = new Folder({ ...Object.fromEntries(files), [`repository/${git}`]: '' });
    for (const [cwd, ...paths] of [
      ['.', 'repository'],
      ['repository', '.'],
      ['repository/docs', 'one', 'two'],
    ]) {
      const { out } = await okr(['check', ...paths, '--format', 'sarif'], { cwd: join(folder.path, cwd as string) });
      const log = JSON.parse(out);
      expect(isSarif(log)).toBe(true);
      const [run] = log.runs;
      expect(run.originalUriBaseIds).toEqual({ SRCROOT: { uri: `${encodeURI(`file://${folder.path}`)}/repository/` } });
      const uris = new Set(located(run).map((location) => JSON.stringify(location)));
      expect(uris).toEqual(
        new Set(['one', 'two'].map((path) => `{"uri":"docs/${path}/goals.okr","uriBaseId":"SRCROOT"}`)),
      );
    }
  });

  it('names files from the folder one is in where there is no repository', async () => {
    using folder = new Folder({
      'docs/okr.config.json': '{}',
      'docs/org.okr': organisation,
      'docs/goals.okr': withError,
    });
    const { out } = await folder.okr('check', 'docs', '--format', 'sarif');
    expect(located(JSON.parse(out).runs[0])).toContainEqual({ uri: 'docs/goals.okr', uriBaseId: 'SRCROOT' });
  });
});
