import { describe, expect, it } from 'vitest';
import { defaultConfig } from './config.ts';
import { configExamples, thresholds } from './keys.ts';
import { parseConfig } from './parse.ts';

/** The problems as `the text they mark: their message`. */
function problemsOf(text: string): readonly string[] {
  return parseConfig(text).problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}

describe('a configuration', () => {
  it('may be empty', () => {
    expect(parseConfig('')).toEqual({ config: defaultConfig, problems: [] });
    expect(parseConfig('{}')).toEqual({ config: defaultConfig, problems: [] });
  });

  it('sets levels and options of rules in three ways', () => {
    const { config, problems } = parseConfig(`{
      "rules": {
        "kr-no-number": "off",
        "too-many-krs": ["error", { "maximum": 4 }],
        "too-few-krs": { "level": "warning", "minimum": 3 }
      }
    }`);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(config.rules)).toEqual({
      'kr-no-number': { level: 'off', options: {} },
      'too-many-krs': { level: 'error', options: { maximum: 4 } },
      'too-few-krs': { level: 'warning', options: { minimum: 3 } },
    });
  });

  it('says what everything else is', () => {
    const { config, problems } = parseConfig(`{
      "$schema": "./okr.config.schema.json",
      "ambition": "aspirational",
      "checkins": "every 2 weeks",
      "thresholds": { "onTrackWithin": 0.05, "graceDays": 5 },
      "ignore": ["archive/**"]
    }`);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      ...defaultConfig,
      ambition: 'aspirational',
      checkinEveryDays: 14,
      onTrackWithin: 0.05,
      graceDays: 5,
      ignore: ['archive/**'],
    });
  });

  it('may hold comments and a comma too many', () => {
    expect(parseConfig('{ // calm\n "rules": { "kr-activity": "hint", }, }').problems).toEqual([]);
  });

  it('stands on what the editor says where it says nothing itself', () => {
    const rules = new Map([
      ['kr-no-number', { level: 'hint' as const, options: {} }],
      ['kr-activity', { level: 'error' as const, options: {} }],
    ]);
    const { config } = parseConfig('{ "rules": { "kr-activity": "off" } }', { ...defaultConfig, rules });
    expect(config.rules.get('kr-no-number')?.level).toBe('hint');
    expect(config.rules.get('kr-activity')?.level).toBe('off');
  });
});

describe('a mistake in the configuration', () => {
  it.each([
    ['{ "rulez": {} }', ['"rulez": There is no setting `rulez`. Did you mean `rules`?']],
    [
      '{ "atRiskWithin": 0.3 }',
      [
        '"atRiskWithin": There is no setting `atRiskWithin` here. Did you mean `"thresholds": { "atRiskWithin": 0.3 }`?',
      ],
    ],
    [
      '{ "atRiskWithn": 0.3 }',
      ['"atRiskWithn": There is no setting `atRiskWithn` here. Did you mean `"thresholds": { "atRiskWithin": 0.3 }`?'],
    ],
    [
      '{ "kr-no-number": "off" }',
      ['"kr-no-number": There is no setting `kr-no-number` here. It is a rule: `"rules": { "kr-no-number": … }`.'],
    ],
    [
      '{ "amber": true }',
      [
        '"amber": There is no setting `amber` here. It is an option of the rule `behind-pace`: `"rules": { "behind-pace": { "amber": … } }`.',
      ],
    ],
    [
      '{ "noNewsAfter": 3 }',
      [
        '"noNewsAfter": There is no setting `noNewsAfter`. The settings are `extends`, `rules`, `ambition`, `checkins`, `thresholds`, `ignore`.',
      ],
    ],
    [
      '{ "thresholds": { "noNewsAfter": 3 } }',
      [
        '"noNewsAfter": There is no threshold `noNewsAfter`. The thresholds are `onTrackWithin`, `atRiskWithin`, `lowConfidence`, `aspirationalSuccess`, `graceDays`, `firstWeekDays`.',
      ],
    ],
    [
      '{ "rules": { "kr-no-numbr": "off" } }',
      ['"kr-no-numbr": There is no rule `kr-no-numbr`. Did you mean `kr-no-number`?'],
    ],
    [
      '{ "rules": { "kr-no-number": "warn" } }',
      [
        '"warn": The level of a rule is one of "error", "warning", "information", "hint", "off". Did you mean `warning`?',
      ],
    ],
    ['{ "rules": { "too-many-krs": { "maximum": "six" } } }', ['"six": `maximum` is a whole number from 1 to 50.']],
    [
      '{ "rules": { "too-many-krs": { "maximun": 6 } } }',
      ['"maximun": The rule `too-many-krs` has no option `maximun`. Did you mean `maximum`?'],
    ],
    ['{ "rules": [] }', ['[]: `rules` must stand in braces: { … }.']],
    ['[]', ['[]: The configuration must stand in braces: { … }.']],
    ['{ "ambition": true }', ['true: `ambition` is either "committed" or "aspirational".']],
    [
      '{ "checkins": "sometimes" }',
      [
        '"sometimes": `checkins` is a rhythm such as "weekly", "monthly" or "every 2 weeks", or a number of days from 1 to 366.',
      ],
    ],
    ['{ "thresholds": { "atRiskWithin": 25 } }', ['25: `atRiskWithin` is a share from 0 to 1, such as 0.1.']],
    ['{ "ignore": "archive" }', ['"archive": `ignore` is a list of patterns such as ["archive/**"].']],
    [
      '{ "ignore": ["old\\\\2025", "!old/2026"] }',
      [
        '"old\\\\2025": Folders in a pattern stand behind `/`, also on Windows: "archive/**".',
        '"!old/2026": A pattern can only leave out more; nothing takes files in again.',
      ],
    ],
    [
      '{ "ignore": ["", "/", ".", "../old", "a//b", "a/./b", "a/.."] }',
      ['""', '"/"', '"."', '"../old"', '"a//b"', '"a/./b"', '"a/.."'].map(
        (pattern) =>
          `${pattern}: This leaves out nothing. Name what lies in the folder of this file or below, such as "archive/**", without \`.\`, \`..\` or \`//\`.`,
      ),
    ],
    ['{ "ignore": ["/a", "./a/", "a.b/..c/...", "**"] }', []],
    [
      '{ "ambition": "committed", "ambition": "aspirational" }',
      ['"ambition": `ambition` stands here twice, and only the last one counts. Delete the other.'],
    ],
    ['{ "ambition": "committed" "ignore": [] }', ['"ignore": A comma is missing before this.']],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('that is a name twice leaves the last one in force, whatever it names', () => {
    const { config, problems } = parseConfig(`{
      "extends": "structure-only", "extends": "strict",
      "rules": { "too-many-krs": { "maximum": 9, "maximum": 4 }, "too-few-krs": ["error", { "minimum": 3 }], "too-few-krs": "off" },
      "thresholds": { "graceDays": 1, "graceDays": 2 }
    }`);
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'invalid-config'));
    expect(config.rules.get('missing-owner')?.level).toBe('error');
    expect(config.rules.get('too-many-krs')?.options).toEqual({ maximum: 4 });
    expect(config.rules.get('too-few-krs')).toEqual({ level: 'off', options: {} });
    expect(config.graceDays).toBe(2);
  });

  it('leaves everything else as it is said', () => {
    const { config } = parseConfig('{ "ambition": 1, "ignore": ["a/**"], "rules": { "x": "off", "kr-activity": "off" ');
    expect(config.ambition).toBe('committed');
    expect(config.ignore).toEqual(['a/**']);
    expect(config.rules.get('kr-activity')?.level).toBe('off');
  });

  it.each([
    ['thousands of brackets', '['.repeat(100_000)],
    ['thousands of braces', '{"a":'.repeat(50_000)],
    ['no configuration at all', '\u0000\u0001PNG'],
    ['names of built-in properties', '{ "__proto__": 1, "constructor": {}, "rules": { "__proto__": "off" } }'],
  ])('never stops the service: %s', (_, text) => {
    const { config, problems } = parseConfig(text);
    expect(config).toEqual(defaultConfig);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('is told apart from a text that cannot be read at all', () => {
    const codes = (text: string) => parseConfig(text).problems.map(({ code }) => code);
    expect(codes('{ "extends": "strict" "rules": {} }')).toEqual(['unreadable-config']);
    expect(codes('['.repeat(100_000))).toEqual(['unreadable-config']);
    expect(codes('{ "rules": { "missing-onwer": "error" } }')).toEqual(['invalid-config']);
  });

  it('takes no more patterns, and no longer ones, than every file can be held against', () => {
    const many = JSON.stringify({ ignore: Array.from({ length: 600 }, (_, i) => `old-${i}`) });
    expect(parseConfig(many).config.ignore).toHaveLength(500);
    expect(problemsOf(many)).toEqual([expect.stringMatching(/^"old-500": Only the first 500 patterns count/)]);
    const long = JSON.stringify({ ignore: ['a'.repeat(301), 'b'] });
    expect(parseConfig(long).config.ignore).toEqual(['b']);
    expect(problemsOf(long)).toEqual([expect.stringContaining('more than 300 characters')]);
  });
});

it('the examples of the documentation can be read', () => {
  expect(problemsOf(JSON.stringify(configExamples))).toEqual([]);
  expect(
    problemsOf(JSON.stringify({ thresholds: Object.fromEntries(thresholds.map((one) => [one.name, one.example])) })),
  ).toEqual([]);
});
