/** The page of each rule, the list of all pages, and the table in the README. */
import type { Notice, Rule, RuleCategory, RuleExample, RuleMeta } from '@okr-language/core';
import type { RuleSource, Sources } from './sources.ts';

const categories: Readonly<Record<RuleCategory, string>> = {
  structure: 'Structure',
  alignment: 'Alignment',
  ownership: 'Owners',
  time: 'Time',
  objective: 'Objectives',
  'key-result': 'Key results',
  ambition: 'Ambition',
  progress: 'Progress',
};

export function rulePage({ meta }: Rule): string {
  const frame = frameOf(meta);
  const weak = meta.examples.invalid.map((example) => exampleText(example, frame));
  const strong = meta.examples.valid.map((example) => exampleText(example, frame));
  return page([
    `# ${meta.title}`,
    `\`${meta.name}\` · ${levelText(meta)} · ${fixText(meta)}`,
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
  const groups = Object.entries(categories).flatMap(([category, heading]) => {
    const inside = rules.filter(({ rule }) => rule.meta.category === category);
    return inside.length === 0 ? [] : [`## ${heading}`, table(inside, '')];
  });
  const noticeRows = notices.map(({ code, title, level }) => `| [\`${code}\`](${code}.md) | ${title} | ${level} |`);
  return page([
    '# The rules',
    'What a good reviewer of OKRs would say, as far as a program can decide it. Each page says why a rule is there, shows a weak and a strong ' +
      'example, says when the rule errs and how to turn it down or off.',
    'What is wrong with the structure may be an error; what is only a matter of wording is never more than a warning. Goals that are marked `draft` ' +
      'get every finding one step milder. Rules that read English words stay silent on titles in other languages.',
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

function levelText({ level, stage, english }: RuleMeta): string {
  const parts = [level === 'off' ? 'off unless you turn it on' : level];
  if (stage === 'preview') parts.push('preview');
  if (english) parts.push('reads English');
  return parts.join(' · ');
}

function fixText({ fix }: RuleMeta): string {
  return fix === 'none' ? 'no quick fix' : 'offers a quick fix';
}

function exampleText({ title, files, fixed, options }: RuleExample, frame: readonly string[]): string {
  const settings = Object.entries(options ?? {}).map(([name, value]) => `\`${name}\`: ${String(value)}`);
  const heading = `${title}${settings.length > 0 ? ` (with ${settings.join(', ')})` : ''}${/[?!]$/.test(title) ? '' : ':'}`;
  const after = fixed === undefined ? [] : ['After the quick fix:', filesText(fixed, frame)];
  return [heading, filesText(files, frame), ...after].join('\n\n');
}

function filesText(files: RuleExample['files'], frame: readonly string[]): string {
  if (typeof files === 'string') return fenced('okr', paragraphs(files).slice(frame.length).join('\n\n'));
  return Object.entries(files)
    .map(([name, text]) => `\`${name}\`\n\n${fenced('okr', text)}`)
    .join('\n\n');
}

/** The paragraphs with which all examples of a rule begin. They are shown once, so that an example shows what it is about. */
function frameOf({ examples }: RuleMeta): readonly string[] {
  const all = [...examples.invalid, ...examples.valid].flatMap(({ files, fixed }) => [files, fixed ?? files]);
  const texts = all.flatMap((files) => (typeof files === 'string' ? [paragraphs(files)] : []));
  const [first] = texts;
  if (first === undefined) return [];
  const differs = first.findIndex((paragraph, i) =>
    texts.some((other) => other[i] !== paragraph || i === other.length - 1),
  );
  return first.slice(0, Math.max(0, differs));
}

function frameText(frame: readonly string[]): readonly string[] {
  return frame.length === 0 ? [] : ['These examples stand in one project with:', fenced('okr', frame.join('\n\n'))];
}

function paragraphs(text: string): readonly string[] {
  return text.trimEnd().split('\n\n');
}

function optionsText({ options }: RuleMeta): readonly string[] {
  if (options.length === 0) return [];
  const rows = options.map(
    ({ name, type, default: value, description }) =>
      `| \`${name}\` | ${type === 'integer' ? 'whole number' : type} | ${JSON.stringify(value)} | ${description} |`,
  );
  return ['## Options', ['| option | kind | usually | what it sets |', '|---|---|---|---|', ...rows].join('\n')];
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

export function page(parts: readonly string[]): string {
  return `${['<!-- Written by `npm run generate`. Do not edit. -->', ...parts].join('\n\n')}\n`;
}
