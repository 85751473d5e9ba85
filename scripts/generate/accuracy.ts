/** The page that says how often each rule that reads sentences is right, and how that was measured. */
import { type Counts, foundOf, type RuleAccuracy, rightOf, textsOf } from '../../packages/core/src/rules/accuracy.ts';
import { accuracy } from '../../packages/core/src/rules/generated/accuracy.ts';
import { page } from './pages.ts';
import type { Sources } from './sources.ts';

const readings: Readonly<Record<string, string>> = {
  'read: measure': 'A key result states a figure to reach',
  'read: baseline': 'It states where the figure starts',
  'read: deadline': 'It states by when',
  'read: other language': 'A text is not in English',
  'verdict: bad key result': 'A coach would send this key result back',
  'verdict: bad objective': 'A coach would send this objective back',
};

export function accuracyPage({ rules }: Sources): string {
  const ofRules = rules.flatMap(({ rule: { meta } }) => {
    const measured = accuracy[meta.name];
    return measured ? [row(`[\`${meta.name}\`](rules/${meta.name}.md)`, measured)] : [];
  });
  const ofReader = Object.entries(readings).flatMap(([name, title]) => {
    const measured = accuracy[name];
    return measured ? [row(title, measured)] : [];
  });
  return page([
    '# How often the rules are right',
    'Rules that read sentences can be wrong, so each is measured. The texts are our own: invented key results and objectives of many ' +
      'trades, each labelled by what a coach would say **before** anybody looked at what the rule says. They lie in `test/accuracy`, with the ' +
      'meaning of the labels. Every second text is held back: nobody looks at it while a rule is mended, so it shows how a rule fares with ' +
      'texts that it was not written for.',
    '- **Precision**: of the texts that are reported, the share that is rightly reported. A rule with a low one is a nuisance.\n' +
      '- **Recall**: of the texts that should be reported, the share that is.\n' +
      '- **Texts**: how many were read, and in brackets how many of them should be reported.',
    '`npm run accuracy` measures anew, shows the counts, and writes the figures down for this page and for the pages of the rules, which ' +
      '`npm run generate` puts them on. A test fails where they are not what the rules do now.',
    '## Rules',
    table('rule', ofRules),
    'Rules with several hundred texts are measured on all kinds of them, good and bad. The others are measured on texts that were written ' +
      'for them: about half to be reported, and half that look like it and are not. A real file has far fewer of either. ' +
      'Where two rules share a flaw between them (an objective that is vague, and one that only names a figure), what the other one reports is no miss.',
    '## The reader, and all rules together',
    table('question', ofReader),
    'Where a text is judged good or bad, hints do not count as "bad". Coaches do not agree among each other, so full marks are out of reach.',
  ]);
}

function table(first: string, rows: readonly string[]): string {
  return [
    `| ${first} | precision | recall | texts | precision, held back | recall, held back | texts |`,
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function row(name: string, { all, held }: RuleAccuracy): string {
  return `| ${[name, ...cells(all), ...cells(held)].join(' | ')} |`;
}

function cells(counts: Counts): readonly string[] {
  return [rightOf(counts), foundOf(counts), `${textsOf(counts)} (${counts.right + counts.missed})`];
}
