import { describe, expect, it } from 'vitest';
import { rules } from '../rules/generated/registry.ts';
import { defaultConfig } from './config.ts';
import { parseConfig } from './parse.ts';
import { configOf, profileNamed, profiles } from './profiles.ts';

const names = new Map(rules.map((rule) => [rule.meta.name, rule]));
const read = (config: object, base = defaultConfig) => parseConfig(JSON.stringify(config), base).config;

describe.each(profiles)('the profile $name', (profile) => {
  it('speaks of rules and options that there are', () => {
    for (const [name, setting] of Object.entries(profile.rules)) {
      const known = names.get(name)?.meta.options.map((option) => option.name);
      expect(known, name).toBeDefined();
      const options = typeof setting === 'string' ? {} : (setting.options ?? {});
      for (const option of Object.keys(options)) expect(known, name).toContain(option);
    }
  });

  it('makes no rule about wording an error: words alone stop nobody', () => {
    for (const [name, { level }] of configOf(profile, rules).rules) {
      if (names.get(name)?.meta.english) expect(level, name).not.toBe('error');
    }
  });

  it('is the whole configuration of a project that says nothing else', () => {
    expect(read({ extends: profile.name })).toEqual(configOf(profile, rules));
  });
});

describe('extends', () => {
  it.each([
    '../outside.json',
    '/etc/passwd',
    'https://a.example/x.json',
    'file:///x',
    './strict',
    'strict/../google',
    '__proto__',
    'constructor',
    '',
  ])('names no file and no address: %s', (name) => {
    const { config, problems } = parseConfig(JSON.stringify({ extends: name }));
    expect(config).toEqual(defaultConfig);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('names one of the profiles')]);
  });

  it('gentle is what a project has that says nothing', () => {
    expect(read({ extends: 'gentle' })).toEqual(defaultConfig);
  });

  it('strict asks for owners and key results', () => {
    const { rules: levels } = read({ extends: 'strict' });
    expect(levels.get('missing-owner')?.level).toBe('error');
    expect(levels.get('objective-without-krs')?.level).toBe('error');
    expect(levels.get('behind-pace')).toEqual({ level: 'warning', options: { amber: true } });
  });

  it('google takes goals for aspirational and asks for their kind', () => {
    const config = read({ extends: 'google' });
    expect(config).toMatchObject({ ambition: 'aspirational', aspirationalSuccess: 0.7 });
    expect(config.rules.get('kind-missing')?.level).toBe('warning');
  });

  it('structure-only judges no words', () => {
    const { rules: levels } = read({ extends: 'structure-only' });
    for (const { meta } of rules.filter((rule) => rule.meta.english)) {
      expect(levels.get(meta.name)?.level, meta.name).toBe('off');
    }
    expect(levels.get('parent-unresolved')).toBeUndefined();
  });

  it('gives way to what the project says itself, wherever that stands', () => {
    const config = read({ rules: { 'missing-owner': 'hint' }, ambition: 'committed', extends: 'google' });
    expect(config.rules.get('missing-owner')?.level).toBe('hint');
    expect(config.rules.get('kind-missing')?.level).toBe('warning');
    expect(config.ambition).toBe('committed');
  });

  it('keeps the level of the profile where the project says only options', () => {
    const config = read({ extends: 'strict', rules: { 'behind-pace': { amber: false } } });
    expect(config.rules.get('behind-pace')).toEqual({ level: 'warning', options: { amber: false } });
  });

  it("wins over the editor's settings", () => {
    const strict = configOf(profileNamed('strict') ?? (profiles[0] as (typeof profiles)[0]), rules);
    expect(read({ extends: 'gentle' }, strict)).toEqual(defaultConfig);
  });

  it.each([
    ['"strikt"', 'Did you mean `strict`?'],
    ['["strict"]', '"gentle", "strict", "google", "structure-only".'],
    ['null', '"gentle", "strict", "google", "structure-only".'],
  ])('says what %s may have meant', (value, hint) => {
    const text = `{ "extends": ${value} }`;
    const { config, problems } = parseConfig(text);
    expect(config).toEqual(defaultConfig);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(hint);
    expect(text.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe(value);
  });
});
