import { defaultConfig, type Finding, parseIsoDay } from '@okr-language/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, edits, files } from '../slices/testing/projects.ts';
import { OkrWorkspace } from './workspace.ts';

const today = parseIsoDay('2026-08-15') ?? 0;
const workspace = (files: Record<string, string>, folders: string[] = ['file:///w']) => {
  const made = new OkrWorkspace({ today, folders });
  for (const [path, text] of Object.entries(files)) made.set(`file:///w/${path}`, text);
  return made;
};
const rules = (made: OkrWorkspace, path: string) => made.findings(`file:///w/${path}`).map((finding) => finding.rule);

const org = 'company acme "Acme" { lead maya }\nperson maya "Maya" in acme\n';
const goals = `okrs for acme in 2026-Q3 {
    objective one "Be one" {
        kr "Reach from 1 to 2 towns"
        kr "Reach from 1 to 3 lakes"
    }
}
`;

describe('the workspace', () => {
  it('finds what follows from several files, and again when one of them changes', () => {
    const made = workspace({ 'goals.okr': goals });
    expect(rules(made, 'goals.okr')).toContain('unknown-name');
    made.set('file:///w/org.okr', org);
    expect(rules(made, 'goals.okr')).toEqual([]);
    made.remove('file:///w/org.okr');
    expect(rules(made, 'goals.okr')).toContain('unknown-name');
  });

  it('keeps what it worked out as long as nothing changes, also when the same text comes again', () => {
    const made = workspace({ 'org.okr': org, 'goals.okr': goals });
    const before = made.projects()[0];
    made.set('file:///w/goals.okr', goals);
    expect(made.projects()[0]).toBe(before);
  });

  it('makes a project of every folder with a configuration, and of the opened folder for the rest', () => {
    const made = workspace({
      'a/okr.config.json': '{}',
      'a/org.okr': org,
      'a/deep/goals.okr': goals,
      'other.okr': goals,
    });
    expect(made.projects().map(({ root }) => root)).toEqual(['file:///w/', 'file:///w/a/']);
    expect(rules(made, 'a/deep/goals.okr')).toEqual([]);
    expect(rules(made, 'other.okr')).toContain('unknown-name');
  });

  it('takes a file without any folder around it for a project of its own', () => {
    const made = workspace({}, []);
    made.set('untitled:Untitled-1', org);
    expect(made.projectOf('untitled:Untitled-1')?.cascade.units.size).toBe(2);
  });

  it('takes a folder of a thousand projects in a moment', () => {
    const configs = Array.from({ length: 1000 }, (_, i) => [`p${i}/okr.config.json`, '{}']);
    const begun = process.cpuUsage();
    const made = workspace(Object.fromEntries(configs));
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5_000);
    expect(made.roots).toHaveLength(1000);
  });

  it('moves files to another project when a configuration comes or goes', () => {
    const made = workspace({ 'org.okr': org, 'a/goals.okr': goals });
    expect(rules(made, 'a/goals.okr')).toEqual([]);
    made.set('file:///w/a/okr.config.json', '{}');
    expect(rules(made, 'a/goals.okr')).toContain('unknown-name');
    made.remove('file:///w/a/okr.config.json');
    expect(rules(made, 'a/goals.okr')).toEqual([]);
  });

  it('leaves out what the configuration ignores, and takes it in again', () => {
    const made = workspace({ 'okr.config.json': '{ "ignore": ["old"] }', 'old/goals.okr': goals });
    expect(rules(made, 'old/goals.okr')).toEqual([]);
    made.set('file:///w/okr.config.json', '{}');
    expect(rules(made, 'old/goals.okr')).toContain('unknown-name');
  });

  it('says nothing any more of a file that a new project around it ignores', () => {
    const told = new Map<string, number>();
    const made = new OkrWorkspace({
      today,
      folders: ['file:///w'],
      onFindings: (uri, findings) => told.set(uri, findings.length),
    });
    made.set('file:///w/sub/goals.okr', goals);
    made.settle();
    expect(told.get('file:///w/sub/goals.okr')).toBeGreaterThan(0);
    made.set('file:///w/sub/okr.config.json', '{ "ignore": ["goals.okr"] }');
    made.settle();
    expect(told.get('file:///w/sub/goals.okr')).toBe(0);
  });

  it('leaves out what an outer configuration ignores, also projects and files of projects in it', () => {
    const made = workspace({
      'a/okr.config.json': '{ "no": "such setting" }',
      'a/goals.okr': goals,
      'a/deep/other.okr': goals,
    });
    expect(rules(made, 'a/goals.okr')).toContain('unknown-name');
    made.set('file:///w/okr.config.json', '{ "ignore": ["**/deep"] }');
    expect(rules(made, 'a/goals.okr')).toContain('unknown-name');
    expect(rules(made, 'a/deep/other.okr')).toEqual([]);
    made.set('file:///w/okr.config.json', '{ "ignore": ["a"] }');
    expect(rules(made, 'a/goals.okr')).toEqual([]);
    expect(rules(made, 'a/okr.config.json')).toEqual([]);
    made.set('file:///w/okr.config.json', '{}');
    expect(rules(made, 'a/goals.okr')).toContain('unknown-name');
    expect(rules(made, 'a/okr.config.json')).toContain('invalid-config');
  });

  it('reports what is wrong with a file on the disk, beside what its text says', () => {
    const made = workspace({ 'org.okr': org });
    made.set('file:///w/broken.okr', null, { code: 'unreadable-file', message: 'This is a folder.' });
    made.set('file:///w/half.okr', goals, { code: 'not-text', message: 'Some of it is no text.' });
    expect(rules(made, 'broken.okr')).toEqual(['unreadable-file']);
    expect(rules(made, 'half.okr')).toEqual(['not-text']);
    expect(made.projectOf('file:///w/half.okr')?.cascade.objectives).toHaveLength(1);
  });

  it('says what is wrong in the configuration, and uses the rest of it', () => {
    const made = workspace({
      'okr.config.json': '{ "rules": { "unknown-name": "off", "no-such-rule": "off" }, "ambition": 7 }',
      'goals.okr': goals,
    });
    expect(rules(made, 'okr.config.json')).toEqual(['invalid-config', 'invalid-config']);
    expect(rules(made, 'goals.okr')).not.toContain('unknown-name');
  });

  it('checks nothing again where a configuration says the same in other words', () => {
    const made = workspace({
      'okr.config.json': '{ "rules": { "missing-title": "off" } }',
      'org.okr': org,
      'goals.okr': goals,
    });
    made.settle(() => false);
    const { checked } = made.counts;
    made.setBase({ ...defaultConfig, rules: new Map() });
    made.set('file:///w/okr.config.json', '{\n  "rules": { "missing-title": "off" }\n}\n');
    made.settle(() => false);
    expect(made.counts.checked).toBe(checked);
    made.setBase({ ...defaultConfig, ambition: 'aspirational' });
    made.settle(() => false);
    expect(made.counts.checked).toBe(checked + 2);
  });

  it('reads the goals as of another day when the day turns', () => {
    const made = workspace({ 'org.okr': org, 'goals.okr': goals });
    const expected = () => made.projects()[0]?.cascade.objectives[0]?.progress.expected ?? 0;
    const before = expected();
    made.setToday(today + 20);
    expect(expected()).toBeGreaterThan(before);
  });

  it('finds the same after any edits as a workspace that starts afresh, file by file and in the whole', () => {
    const configs = [
      '{}',
      '{ "ignore": ["1.okr"] }',
      '{ "rules": { "unknown-name": "off", "siloed-team": "error" } }',
      null,
    ];
    const steps = fc.array(
      fc.oneof({ weight: 5, arbitrary: edits }, { weight: 1, arbitrary: fc.constantFrom(...configs) }),
      {
        maxLength: 3,
      },
    );
    const uriOf = (file: number) => `file:///w/${file}.okr`;
    fc.assert(
      fc.property(files, steps, (texts, changes) => {
        const told = new Map<string, readonly Finding[]>();
        const made = new OkrWorkspace({
          today,
          folders: ['file:///w'],
          onFindings: (uri, findings) => told.set(uri, findings),
        });
        const now = new Map(texts.map((text, i) => [uriOf(i), text]));
        for (const [uri, text] of now) made.set(uri, text, null, uri === uriOf(0));
        const put = (uri: string, text: string | null) => {
          if (text === null) {
            now.delete(uri);
            made.remove(uri);
          } else {
            now.set(uri, text);
            made.set(uri, text, null, text.length % 2 === 0);
          }
        };
        for (const change of changes) {
          if (typeof change === 'string' || change === null) put('file:///w/okr.config.json', change);
          else
            for (const edit of change)
              put(uriOf(edit.file), edited(now.get(uriOf(edit.file)) ?? '', edit, [...now.values()]));
          made.settle();
        }
        made.settle();
        // A few bytes at once: slices of one or two files.
        const fresh = new OkrWorkspace({ today, folders: ['file:///w'], bytesAtOnce: 300 });
        for (const [uri, text] of now) fresh.set(uri, text);
        const whole = fresh.projects()[0]?.findings ?? new Map();
        const some = (found: Iterable<readonly [string, readonly Finding[]]>) =>
          Object.fromEntries([...found].filter(([, findings]) => findings.length > 0));
        expect(some(told)).toEqual(some(whole));
        expect(some([...fresh.check()].map(({ uri, findings }) => [uri, findings] as const))).toEqual(some(whole));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
