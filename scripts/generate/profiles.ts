/** The page of the profiles, from their table. */
import { settingIn } from '../../packages/core/src/config/profiles.ts';
import { fenced, page } from './pages.ts';
import { lowerFirst } from './schema.ts';
import type { RuleSource, Sources } from './sources.ts';

export function profilesPage({ rules, profiles, defaults }: Sources): string {
  const [usual, ...others] = profiles;
  const rows = rules.flatMap((source) => {
    const cells = others.map((profile) => cell(settingIn(profile, source.rule)));
    return cells.every((text) => text === '') ? [] : [row(source, cells)];
  });
  const settings = others.flatMap(({ name, settings: own }) =>
    Object.entries(own).map(([key, value]) => {
      const before = (defaults as unknown as Record<string, unknown>)[key];
      return `| \`${name}\` | \`${key}\` | ${JSON.stringify(value)} | ${JSON.stringify(before)} |`;
    }),
  );
  return page([
    '# Profiles',
    'A profile is a named set of levels. A project chooses one in its `okr.config.json` and builds on it:',
    fenced('json', JSON.stringify({ extends: 'strict', rules: { 'no-guardrail': 'off' } }, null, 2)),
    profiles.map(({ name, summary }) => `- \`${name}\`: ${lowerFirst(summary)}`).join('\n'),
    `Without \`extends\` it is \`${usual?.name}\`. What stands under \`rules\` wins over the profile, wherever it stands in the file. A project that extends a ` +
      'profile is judged by that alone, so that every editor and every pipeline says the same. Where the project names none, the setting ' +
      '`okr.profile` of VS Code and the option `--profile` of `okr check` may.',
    '## Levels that differ',
    `Rules that are not listed have the same level in all profiles, and an empty cell means the level of \`${usual?.name}\`.`,
    [
      `| rule | ${profiles.map(({ name }) => name).join(' | ')} |`,
      `|---|${profiles.map(() => '---|').join('')}`,
      ...rows,
    ].join('\n'),
    '## Settings that differ',
    ['| profile | setting | value | usually |', '|---|---|---|---|', ...settings].join('\n'),
    '[All rules](rules/README.md)',
  ]);
}

function row({ rule: { meta } }: RuleSource, cells: readonly string[]): string {
  return `| [\`${meta.name}\`](rules/${meta.name}.md) | ${meta.level} | ${cells.join(' | ')} |`;
}

function cell(setting: ReturnType<typeof settingIn>): string {
  if (setting === null) return '';
  const options = Object.entries(setting.options).map(([name, value]) => `\`${name}\`: ${String(value)}`);
  return [setting.level ?? '', ...options].join(', ');
}
