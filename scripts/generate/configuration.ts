/** The page of `okr.config.json`, from what its schema is made of. */
import { fenced, page } from './pages.ts';
import { configSchema } from './schema.ts';
import type { RuleSource, Sources } from './sources.ts';

interface Property {
  readonly description: string;
  readonly default?: unknown;
}

export function configurationPage(sources: Sources): string {
  const { configExamples, rules, ruleLevels, thresholds } = sources;
  const properties = configSchema(sources)['properties'] as Readonly<Record<string, Property>>;
  const shares = (properties['thresholds'] as { properties?: Readonly<Record<string, Property>> }).properties ?? {};
  const settings = Object.entries(properties).map(([name, { description, default: usual }]) =>
    row([`\`${name}\``, description, shown(usual), shown(configExamples[name])]),
  );
  const figures = thresholds.map(({ name, example }) => {
    const { description = '', default: usual } = shares[name] ?? {};
    return row([`\`thresholds.${name}\``, description, shown(usual), shown({ [name]: example })]);
  });
  return page([
    '# Configuration',
    'A project is a folder with an `okr.config.json`, which may be empty: `{}`. What it leaves out has its usual value. It is data and nothing in it is run; ' +
      'comments are let through, and what is wrong in it is told at its place.',
    fenced('json', JSON.stringify(exampleOf(configExamples), null, 2)),
    '## Settings',
    [row(['setting', 'what it sets', 'usually', 'example']), '|---|---|---|---|', ...settings].join('\n'),
    '## Thresholds',
    'They stand inside `thresholds`. Shares go from 0 to 1, days from 0 to 366.',
    [row(['setting', 'what it sets', 'usually', 'example']), '|---|---|---|---|', ...figures].join('\n'),
    '## Rules and their options',
    `Inside \`rules\` each [rule](rules/README.md) has a level, ${ruleLevels.map((level) => `\`${level}\``).join(', ')}, or a level and its options. ` +
      'Options alone leave the level as it is:',
    fenced(
      'json',
      JSON.stringify(
        {
          rules: { 'too-few-krs': 'off', 'too-many-krs': ['warning', { maximum: 6 }], 'behind-pace': { amber: true } },
        },
        null,
        2,
      ),
    ),
    [row(['rule', 'option', 'what it sets', 'usually']), '|---|---|---|---|', ...rules.flatMap(optionRows)].join('\n'),
    '[The profiles](profiles.md) that `extends` names · [All rules](rules/README.md) · [The language](language.md)',
  ]);
}

function exampleOf({ $schema: _, ...examples }: Sources['configExamples']): Sources['configExamples'] {
  return examples;
}

function optionRows({ rule: { meta } }: RuleSource): readonly string[] {
  return meta.options.map(({ name, description, default: usual }) =>
    row([`[\`${meta.name}\`](rules/${meta.name}.md)`, `\`${name}\``, description, shown(usual)]),
  );
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function shown(value: unknown): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}
