/** The page of each rule, the list of all pages, and the table in the README. */
import type { Notice, Rule, RuleExample, RuleMeta } from '@okr-language/core';
import { accuracyText } from '../../packages/core/src/rules/accuracy.ts';
import {
  categoryTitles,
  exampleFiles,
  exampleFrame,
  exampleHeading,
  ruleMarks,
} from '../../packages/core/src/rules/pages.ts';
import type { RuleSource, Sources } from './sources.ts';

export function rulePage({ meta }: Rule): string {
  const frame = exampleFrame(meta);
  const weak = meta.examples.invalid.map((example) => exampleText(example, frame));
  const strong = meta.examples.valid.map((example) => exampleText(example, frame));
  return page([
    `# ${meta.title}`,
    `\`${meta.name}\` · ${ruleMarks(meta)}`,
    meta.summary,
    '## Why it matters',
    meta.why,
    `Sources: ${meta.sources.join('; ')}.`,
    '## What to do',
    meta.advice,
    '## Weak',
    ...weak,
    '## Strong',
    ...strong,
    ...frameText(frame),
    '## When it errs',
    meta.limits,
    ...accuracyPart(meta),
    ...optionsText(meta),
    '## Turning it down or off',
    'For the whole project, in `okr.config.json`:',
    fenced('json', JSON.stringify({ rules: { [meta.name]: 'off' } }, null, 2)),
    'The levels are `error`, `warning`, `information`, `hint` and `off`. For one place, in the line above it, with the reason:',
    fenced('okr', `// okr-ignore ${meta.name}: agreed with the board for this quarter`),
    '[All rules](README.md)',
  ]);
}

export function noticePage(notice: Notice): string {
  const examples =
    notice.weak === null || notice.strong === null
      ? []
      : ['## For example', fenced('text', notice.weak), 'This can be read:', fenced('text', notice.strong)];
  return page([
    `# ${notice.title}`,
    `\`${notice.code}\` · ${notice.level} · always on`,
    notice.summary,
    '## Why it matters',
    notice.why,
    '## What to do',
    notice.advice,
    ...examples,
    '[All rules](README.md)',
  ]);
}

export function indexPage({ rules, notices }: Sources): string {
  const groups = Object.entries(categoryTitles).flatMap(([category, heading]) => {
    const inside = rules.filter(({ rule }) => rule.meta.category === category);
    return inside.length === 0 ? [] : [`## ${heading}`, table(inside, '')];
  });
  const noticeRows = notices.map(({ code, title, level }) => `| [\`${code}\`](${code}.md) | ${title} | ${level} |`);
  return page([
    '# The rules',
    'What a good reviewer of OKRs would say, as far as a program can decide it. Each page says why a rule is there, shows a weak and a strong ' +
      'example, says when the rule errs and how to turn it down or off.',
    'What is wrong with the structure may be an error; what is only a matter of wording is never more than a warning. Goals that are marked `draft` ' +
      'get every finding one step milder. Rules that read English words stay silent on titles in other languages; how often they are right is [measured](../accuracy.md).',
    'How levels and options are set for a project stands with [all other settings](../configuration.md).',
    ...groups,
    '## Not rules, but reported as well',
    ['| code | what it says | level |', '|---|---|---|', ...noticeRows].join('\n'),
  ]);
}

export function rulesTable(rules: readonly RuleSource[]): string {
  return `${table(rules, 'docs/rules/')}\n`;
}

function table(rules: readonly RuleSource[], folder: string): string {
  const rows = rules.map(
    ({ rule: { meta } }) =>
      `| [\`${meta.name}\`](${folder}${meta.name}.md) | ${meta.title} | ${meta.level} | ${meta.fix === 'none' ? '' : 'yes'} |`,
  );
  return ['| rule | what it finds | level | offers a fix |', '|---|---|---|---|', ...rows].join('\n');
}

function exampleText(example: RuleExample, frame: readonly string[]): string {
  const { files, fixed } = example;
  const after = fixed === undefined ? [] : ['After the quick fix:', filesText(fixed, frame)];
  return [exampleHeading(example), filesText(files, frame), ...after].join('\n\n');
}

function filesText(files: RuleExample['files'], frame: readonly string[]): string {
  return exampleFiles(files, frame)
    .map(({ name, text }) => (name === null ? fenced('okr', text) : `\`${name}\`\n\n${fenced('okr', text)}`))
    .join('\n\n');
}

function frameText(frame: readonly string[]): readonly string[] {
  return frame.length === 0 ? [] : ['These examples stand in one project with:', fenced('okr', frame.join('\n\n'))];
}

function accuracyPart({ name }: RuleMeta): readonly string[] {
  const text = accuracyText(name);
  return text === null ? [] : ['## How often it is right', `${text} [How the figures are made](../accuracy.md).`];
}

function optionsText({ options }: RuleMeta): readonly string[] {
  if (options.length === 0) return [];
  const rows = options.map(
    ({ name, type, default: value, description }) =>
      `| \`${name}\` | ${type === 'integer' ? 'whole number' : type} | ${JSON.stringify(value)} | ${description} |`,
  );
  return [
    '## Options',
    ['| option | kind | usually | what it sets |', '|---|---|---|---|', ...rows].join('\n'),
    '[How options are written](../configuration.md).',
  ];
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

export function page(parts: readonly string[]): string {
  return `${['<!-- Written by `npm run generate`. Do not edit. -->', ...parts].join('\n\n')}\n`;
}
