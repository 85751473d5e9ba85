/**
 * Projects in which rules have something to say: the rules' own examples, cut into statements, mixed with each other and spread over files, and
 * the random projects. A new rule is among them as soon as it has an example.
 */
import {
  type Config,
  type Day,
  defaultConfig,
  parseIsoDay,
  type Rule,
  type RuleExample,
  type RuleSetting,
  rules,
} from '@okr-language/core';
import fc from 'fast-check';
import { parseOkr } from '../../parse.ts';
import { files } from './projects.ts';

export interface Case {
  readonly texts: readonly string[];
  readonly today: Day;
  readonly config: Config;
}

interface Example {
  readonly pieces: readonly string[];
  readonly today: Day;
  readonly rule: Rule;
  readonly options: RuleExample['options'];
}

const usualDay = parseIsoDay('2026-08-15') ?? 0;

/** Rules that are turned off are on. */
function configWith(options: ReadonlyMap<string, RuleExample['options']>): Config {
  const settings = rules.flatMap(({ meta }): [string, RuleSetting][] => {
    const level = meta.level === 'off' ? 'warning' : null;
    const own = options.get(meta.name);
    return level || own ? [[meta.name, { level, options: own ?? {} }]] : [];
  });
  return { ...defaultConfig, rules: new Map(settings) };
}

const examplesOf = (rule: Rule, kind: 'invalid' | 'valid'): readonly Example[] =>
  rule.meta.examples[kind].map(({ files: found, today, options }) => ({
    pieces: (typeof found === 'string' ? [found] : Object.values(found)).flatMap(piecesOf),
    today: (today === undefined ? null : parseIsoDay(today)) ?? usualDay,
    rule,
    options,
  }));

const across = rules.filter(({ meta }) => meta.scope === 'project');
const others = across.flatMap((rule) => [...examplesOf(rule, 'invalid'), ...examplesOf(rule, 'valid')]);

/** The statements of a text, each with the comments above it. */
function piecesOf(text: string): readonly string[] {
  const ends = parseOkr('file:///example.okr', text).statements.map(({ span }) => span.end);
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, i === ends.length - 1 ? text.length : end));
}

const mostFiles = 5;

/** Projects with an example of a rule in them. */
export function casesAbout(rule: Rule): fc.Arbitrary<Case> {
  return mixedFrom(fc.constantFrom(...examplesOf(rule, 'invalid')));
}

function mixedFrom(first: fc.Arbitrary<Example>): fc.Arbitrary<Case> {
  return fc
    .tuple(
      first,
      fc.array(fc.constantFrom(...others), { maxLength: 2 }),
      fc.array(fc.nat(mostFiles - 1), { minLength: 40, maxLength: 40 }),
      fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.constantFrom(2, 3, mostFiles)),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...across)), { maxLength: 1 }),
    )
    .map(([one, more, places, count, suppressions]) => {
      const all = [one, ...more];
      // What stands in two examples alike, as their organisation does, is there once.
      const pieces = [...new Set(all.flatMap(({ pieces: found }) => found))];
      const texts = Array.from({ length: count }, () => '');
      for (const [i, piece] of pieces.entries()) texts[(places[i % places.length] ?? 0) % count] += piece;
      for (const [at, { meta }] of suppressions) {
        const lines = (texts[at % count] ?? '').split('\n');
        lines.splice(at % lines.length, 0, `// okr-ignore ${meta.name}: known`);
        texts[at % count] = lines.join('\n');
      }
      const options = new Map(all.map(({ rule, options: own }) => [rule.meta.name, own]));
      return { texts, today: one.today, config: configWith(options) };
    });
}

const weak = across.flatMap((rule) => examplesOf(rule, 'invalid'));
const inOneFile = rules.filter(({ meta }) => meta.scope === 'file').flatMap((rule) => examplesOf(rule, 'invalid'));
const mixed = mixedFrom(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...weak) }, { weight: 1, arbitrary: fc.constantFrom(...inOneFile) }),
);

const random: fc.Arbitrary<Case> = files.map((texts) => ({
  texts,
  today: usualDay,
  config: configWith(new Map([['too-many-objectives', { maximum: 2 }]])),
}));

export const cases: fc.Arbitrary<Case> = fc.oneof({ weight: 3, arbitrary: mixed }, { weight: 2, arbitrary: random });
