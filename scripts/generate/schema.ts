/** The schema of `okr.config.json`, and the settings that the editor shows. */
import type { RuleMeta, RuleOption } from '@okr-language/core';
import type { Sources } from './sources.ts';

type Json = { readonly [key: string]: unknown };

export function configSchema({ rules, configKeys, thresholds, ruleLevels, profiles, defaults }: Sources): Json {
  const level = { enum: ruleLevels };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'OKR Language configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: configKeys['$schema'] },
      extends: {
        enum: profiles.map(({ name }) => name),
        default: profiles[0]?.name,
        description: configKeys['extends'],
      },
      rules: {
        type: 'object',
        description: configKeys['rules'],
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ rule: { meta } }) => [meta.name, ruleSchema(meta, level)])),
      },
      ambition: {
        enum: ['committed', 'aspirational'],
        default: defaults.ambition,
        description: configKeys['ambition'],
      },
      checkins: {
        anyOf: [
          { enum: ['daily', 'weekly', 'biweekly', 'monthly', 'quarterly'] },
          { type: 'string', pattern: '^every (\\d{1,3} )?(day|week|month)s?$' },
          { type: 'number', minimum: 1, maximum: 366 },
        ],
        default: 'weekly',
        description: configKeys['checkins'],
      },
      thresholds: {
        type: 'object',
        description: configKeys['thresholds'],
        additionalProperties: false,
        properties: Object.fromEntries(
          thresholds.map(({ name, type, description }) => [
            name,
            {
              type: type === 'share' ? 'number' : 'integer',
              minimum: 0,
              maximum: type === 'share' ? 1 : 366,
              default: (defaults as unknown as Json)[name],
              description,
            },
          ]),
        ),
      },
      ignore: { type: 'array', items: { type: 'string' }, default: [], description: configKeys['ignore'] },
    },
  };
}

function ruleSchema({ title, summary, level: usual, options }: RuleMeta, level: Json): Json {
  const properties = Object.fromEntries(options.map((option) => [option.name, optionSchema(option)]));
  const settings = { type: 'object', additionalProperties: false, properties };
  return {
    description: `${title}: ${lowerFirst(summary)} Usually: ${usual}.`,
    default: usual,
    anyOf: [
      level,
      { type: 'array', items: [level, settings], minItems: 1, maxItems: 2 },
      { ...settings, properties: { level, ...properties } },
    ],
  };
}

function optionSchema({ type, minimum, maximum, default: value, description }: RuleOption): Json {
  const kind = type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type };
  const limits = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  return { ...kind, ...limits, default: value, description };
}

interface Manifest {
  readonly contributes: Json;
}

/** The extension's manifest with one setting for each rule; everything else in it stays as it is. */
export function manifestWithSettings(manifest: Manifest, sources: Sources): Manifest {
  return { ...manifest, contributes: { ...manifest.contributes, configuration: configuration(sources) } };
}

function configuration({ rules, ruleLevels, profiles }: Sources): Json[] {
  return [
    {
      title: 'OKR Language',
      properties: {
        'okr.cascade.openAtStart': {
          type: 'boolean',
          default: false,
          markdownDescription: 'Open the cascade beside the text when the first OKR file is opened.',
        },
        'okr.strength.lens': {
          type: 'boolean',
          default: false,
          markdownDescription: 'Tell in the line above each objective how well it is made, and its weakest dimension.',
        },
        'okr.calm.onlyChanges': {
          type: 'boolean',
          default: false,
          markdownDescription:
            'Show only the findings on lines of open files that have changed since the last commit; without Git, since the file was opened.',
        },
        'okr.calm.currentLine': {
          type: 'boolean',
          default: false,
          markdownDescription:
            'Show no findings on the line that you are typing, until you leave it, save or rest for two seconds.',
        },
        'okr.profile': {
          type: 'string',
          enum: profiles.map(({ name }) => name),
          enumDescriptions: profiles.map(({ summary }) => summary),
          default: profiles[0]?.name,
          scope: 'resource',
          markdownDescription:
            "How strictly goals are judged where the project's `okr.config.json` extends no profile. Rules below that have another level than their usual one win over it.",
        },
      },
    },
    {
      title: 'Rules',
      properties: Object.fromEntries(
        rules.map(({ rule: { meta } }) => [
          `okr.rules.${meta.name}`,
          {
            type: 'string',
            enum: ruleLevels,
            enumDescriptions: ['A red line', 'A yellow line', 'A blue line', 'A faint mark', 'Nothing'],
            default: meta.level,
            scope: 'resource',
            markdownDescription: `**${meta.title}.** ${meta.summary} A level in the project's \`okr.config.json\` wins over this one.`,
          },
        ]),
      ),
    },
  ];
}

export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
