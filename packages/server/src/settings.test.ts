import { configOf, defaultConfig, profileNamed, rules } from '@okr-language/core';
import { expect, it } from 'vitest';
import { baseConfigOf, tellsStrength } from './settings.ts';

/** All settings as VS Code sends them where nobody has set one. */
const untouched = Object.fromEntries(rules.map(({ meta }) => [meta.name, meta.level]));

it('is the usual configuration where nobody has set anything', () => {
  expect(baseConfigOf(null)).toEqual(defaultConfig);
  expect(baseConfigOf({ rules: untouched, profile: 'gentle' })).toEqual(defaultConfig);
});

it('follows the profile, and the rules that somebody has set', () => {
  const strict = profileNamed('strict');
  if (strict === null) throw new Error('there is a strict profile');
  const config = configOf(strict, rules);
  expect(baseConfigOf({ rules: untouched, profile: 'strict' })).toEqual(config);
  const own = baseConfigOf({ rules: { ...untouched, 'missing-owner': 'hint' }, profile: 'strict' });
  expect(own.rules.get('missing-owner')?.level).toBe('hint');
  expect(own.rules.get('missing-deadline')).toEqual(config.rules.get('missing-deadline'));
});

it.each([[{ profile: 'harsh' }], [{ profile: 3, rules: 'none' }], [{ rules: { nope: 'off' } }]])(
  'takes no harm from %j',
  (settings) => {
    expect(baseConfigOf(settings)).toEqual(defaultConfig);
  },
);

it('tells strength in the line above an objective only where somebody has turned that on', () => {
  expect(tellsStrength({ strength: { lens: true } })).toBe(true);
  for (const settings of [null, 'on', {}, { strength: null }, { strength: true }, { strength: { lens: 'yes' } }]) {
    expect(tellsStrength(settings)).toBe(false);
  }
});
