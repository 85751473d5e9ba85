import {
  accuracyText,
  exampleFiles,
  exampleFrame,
  exampleHeading,
  type Notice,
  type RuleExample,
  type RuleMeta,
  ruleMarks,
} from '@okr-language/core';
import { wrap } from '../terminal/wrap.ts';
import type { Entry } from './entry.ts';
import { levelStyle, type RulesTextOptions } from './list.ts';

/** What the page of a rule says, laid out for a terminal of at most 100 columns. */
export function writePage(entry: Entry, { paint, columns }: RulesTextOptions): string {
  const width = Math.min(columns ?? 80, 100);
  const { about } = entry;
  const heading = (text: string) => paint('bold', text);
  const prose = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`);
  const section = (title: string, lines: readonly string[]) => ['', heading(title), ...lines];
  const marks = 'rule' in about ? ruleMarks({ ...about.rule, level: entry.level }) : `${entry.level} · always on`;
  return `${[
    heading(entry.title),
    `${entry.name} · ${paint(levelStyle[entry.level], marks)}`,
    '',
    ...prose(entry.summary),
    ...section('Why it matters', prose(entry.why)),
    ...('rule' in about ? prose(`Sources: ${about.rule.sources.join('; ')}.`) : []),
    ...section('What to do', prose(entry.advice)),
    ...('rule' in about ? ruleSections(about.rule, section, prose) : noticeSections(about.notice, section)),
    '',
    paint('dim', entry.help),
  ].join('\n')}\n`;
}

type Section = (title: string, lines: readonly string[]) => readonly string[];
type Prose = (text: string) => readonly string[];

function ruleSections(meta: RuleMeta, section: Section, prose: Prose): readonly string[] {
  const frame = exampleFrame(meta);
  const examples = (all: readonly RuleExample[]) =>
    all.flatMap((example, index) => [...(index === 0 ? [] : ['']), ...exampleLines(example, frame, prose)]);
  const options = meta.options.flatMap(({ name, default: usual, description }) =>
    prose(`\`${name}\` (usually ${JSON.stringify(usual)}): ${description}`),
  );
  const accuracy = accuracyText(meta.name);
  return [
    ...section('Weak', examples(meta.examples.invalid)),
    ...section('Strong', examples(meta.examples.valid)),
    ...(frame.length === 0 ? [] : section('These examples stand in one project with', indented(frame.join('\n\n')))),
    ...section('When it errs', prose(meta.limits)),
    ...(accuracy === null ? [] : section('How often it is right', prose(accuracy))),
    ...(options.length === 0 ? [] : section('Options', options)),
    ...section('Turning it down or off', [
      ...prose('For the whole project, in `okr.config.json`:'),
      ...indented(`{ "rules": { "${meta.name}": "off" } }`),
      ...prose('For one place, in the line above it, with the reason:'),
      ...indented(`// okr-ignore ${meta.name}: agreed with the board for this quarter`),
    ]),
  ];
}

function exampleLines(example: RuleExample, frame: readonly string[], prose: Prose): readonly string[] {
  const files = (which: RuleExample['files']) =>
    exampleFiles(which, frame).flatMap(({ name, text }) => [...(name === null ? [] : prose(name)), ...indented(text)]);
  const fixed = example.fixed === undefined ? [] : [...prose('After the quick fix:'), ...files(example.fixed)];
  return [...prose(exampleHeading(example)), ...files(example.files), ...fixed];
}

function noticeSections({ weak, strong }: Notice, section: Section): readonly string[] {
  if (weak === null || strong === null) return [];
  return [...section('For example', indented(weak)), ...section('This can be read', indented(strong))];
}

/** Text of files, as it stands. */
function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
}
