import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { initiativeFixes } from '../initiative.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krOutputMetric = defineRule({
  meta: {
    name: 'kr-output-metric',
    title: 'Key result that measures output',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [ownWords('allowedMetrics', 'Measures of output that you follow on purpose: `story points`.')],
    summary:
      'A key result is measured in what the team produces on the way: lines of code, story points, closed tickets, features shipped.',
    why:
      'Such figures rise with the effort and with the way of counting. Nobody outside the team is better off for them, and they are easily raised by cutting work into ' +
      'smaller pieces.',
    sources: ["OpenOKR's method document, rule KR-5", 'Research on measuring the work of developers'],
    advice:
      'Ask who uses what is produced and what they can do then, and measure that: releases that need no repair, questions that customers solve alone.',
    limits:
      'The rule looks for things that teams produce (`reports`, `releases`, `meetings`) beside a word for producing them, and for a few phrases, whatever the fields say. A share of them (`90% of tickets`), a figure that is to fall, and a key result that is marked `leading`, are left alone. Measures that you ' +
      'follow on purpose can be listed in `allowedMetrics`.',
    examples: {
      invalid: [
        { title: 'Busy, and useful?', files: inObjective('kr "Story points for each sprint" from 30 to 45') },
        {
          title: 'Shipped is not used',
          files: inObjective('kr "12 features shipped"'),
          fixed: inObjective('initiative "12 features shipped"'),
        },
      ],
      valid: [
        { title: 'What it is for', files: inObjective('kr "Orders finished without an error" from 91% to 99%') },
        {
          title: 'Less of it',
          files: inObjective('kr "Reduce the lines of code behind the till from 90,000 to 40,000"'),
        },
        {
          title: 'An early sign, and meant as one',
          files: inObjective('kr "Story points for each sprint" from 30 to 45 { leading }'),
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedMetrics');
    return {
      wordedKeyResult(keyResult) {
        const { node, title } = keyResult;
        if (node.indicator?.value === 'leading') return;
        const output = wordingOfKeyResult(node)?.output;
        if (!output || holdsOneOf(title.slice(output.start, output.end), allowed)) return;
        if (isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: partOfTitle(keyResult, output),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This key result measures what the team produces.',
            why: 'More of it can be produced without anybody being better off.',
            todo: 'Measure what people can do with it, or mark it as `leading` if it is an early sign.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const keyResult = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    return keyResult?.kind === 'keyResult' && text !== null ? initiativeFixes(keyResult, text, cascade) : [];
  },
});
