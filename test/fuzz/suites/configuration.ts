/** `okr.config.json`: data with slips, text that is no JSON, and what must never come of it. */
import {
  buildCascade,
  type Config,
  checkProject,
  defaultConfig,
  parseConfig,
  parseIsoDay,
  profileNames,
  rules,
} from '@okr-language/core';
import { ignoreMatcher, parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { exampleText } from '../generate/project.ts';
import { spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';
import { expectSoon } from '../time.ts';

const anyValue = fc.jsonValue({ maxDepth: 3 });
const level = fc.oneof(
  fc.constantFrom<unknown>('error', 'warning', 'information', 'hint', 'off', 'of', 7, null, ['warning', { max: 3 }], {
    level: 'off',
  }),
  anyValue,
);
const options = rules.flatMap(({ meta }) => meta.options.map(({ name }) => ({ rule: meta.name, name })));
const optionValue = fc.oneof(fc.constantFrom<unknown>(-1, 0, 1, 5, 1e308, 0.5, true, '', ['a'], 'a'), anyValue);
const setting = fc.oneof(
  fc.tuple(fc.constantFrom(...rules.map(({ meta }) => meta.name), '__proto__', 'constructor', 'kr-activty'), level),
  fc
    .tuple(fc.constantFrom(...options), optionValue)
    .map(([{ rule, name }, value]): [string, unknown] => [rule, ['warning', { [name]: value }]]),
);
const globs = fc.constantFrom(
  'archive',
  'archive/**',
  '**/*.draft.okr',
  '*',
  '**',
  '!a',
  '../**',
  '/etc/**',
  '+(a|aa)+(a|aa)b',
  '{a,b}{a,b}{a,b}',
  '[',
  '[[:alpha:]-',
  '((((',
  '(a+)+$',
  '@(a|b)*',
  '\\',
  '',
  '\0',
  '*'.repeat(200),
);
const fields: fc.Arbitrary<readonly [string, unknown]> = fc.oneof(
  fc.tuple(
    fc.constant('extends'),
    fc.oneof(fc.constantFrom<unknown>(...profileNames, '../../outside.json', 'https://a.example/x.json'), anyValue),
  ),
  fc.tuple(
    fc.constant('rules'),
    fc.array(setting, { maxLength: 6 }).map((found) => Object.fromEntries(found)),
  ),
  fc.tuple(
    fc.constant('ambition'),
    fc.oneof(fc.constantFrom<unknown>('committed', 'aspirational', 'comitted'), anyValue),
  ),
  fc.tuple(
    fc.constant('checkins'),
    fc.oneof(
      fc.constantFrom<unknown>('weekly', 'every 2 weeks', 'every 99999999999 weeks', 14, 0, -3, 0.001, 1e9),
      anyValue,
    ),
  ),
  fc.tuple(
    fc.constant('thresholds'),
    fc.dictionary(
      fc.constantFrom('graceDays', 'onTrackWithin', 'atRiskWithin', 'lowConfidence', 'firstWeekDays', 'x'),
      fc.oneof(fc.constantFrom<unknown>(0, 0.5, 1, 7, -1, 1e9), anyValue),
    ),
  ),
  fc.tuple(fc.constant('ignore'), fc.oneof(fc.array(globs, { maxLength: 4 }), anyValue)),
  fc.tuple(fc.constantFrom('$schema', '__proto__', 'constructor', 'ignroe', 'require'), anyValue),
);
const configText = fc
  .array(fields, { maxLength: 6 })
  .map(
    (found) =>
      `{\n${found.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}\n`,
  );
const text = fc.oneof(
  { weight: 4, arbitrary: configText },
  { weight: 3, arbitrary: spoilt(configText) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const today = parseIsoDay('2026-08-15') as number;

function checkConfig(config: Config): void {
  for (const key of Object.keys(defaultConfig)) if (!Object.hasOwn(config, key)) throw new Error(`${key} is missing.`);
  for (const [key, value] of Object.entries(config)) {
    if (typeof value === 'number' && !(value >= 0 && value <= 366)) throw new Error(`${key} is ${value}.`);
  }
  if (!config.ignore.every((glob) => typeof glob === 'string')) throw new Error('ignore holds more than texts.');
}

export const configurations: Suite = {
  name: 'configuration',
  holds:
    'any configuration is read without an exception, is complete, changes nothing but itself, and every check runs with it',
  shortRuns: 150,
  property: () =>
    fc.property(text, exampleText, (written, goals) => {
      expectSoon(written.length + goals.length, () => {
        const { config, problems } = parseConfig(written);
        checkConfig(config);
        for (const { message, span } of problems) {
          if (message === '' || span.start < 0 || span.end > Math.max(1, written.length) || span.end < span.start)
            throw new Error(`A problem from ${span.start} to ${span.end}: ${message}`);
        }
        if (Object.keys(Object.prototype).length > 0) throw new Error('Something was written into every object.');
        const ignored = ignoreMatcher(config.ignore);
        for (const path of ['a.okr', `${'a'.repeat(60)}/${'a'.repeat(60)}.okr`, 'archive/2025/plan.draft.okr'])
          ignored(path);
        const found = checkProject(buildCascade(new Map([['a.okr', parseOkr('a.okr', goals)]]), config, today));
        const failed = [...found.values()].flat().find(({ rule }) => rule === 'check-incomplete');
        if (failed) throw new Error(failed.message.what);
      });
    }),
};
