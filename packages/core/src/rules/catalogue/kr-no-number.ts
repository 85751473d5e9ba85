import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { insert } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const krNoNumber = defineRule({
  meta: {
    name: 'kr-no-number',
    title: 'Key result without a number',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary:
      'A key result states neither in its fields nor in its sentence what is to be measured and how far it should move.',
    why:
      'A key result answers one question: did we get there? Without a figure everyone answers it differently, and the talk at the ' +
      'end of the quarter is about opinions. It need not be a large figure. "Zero", "all", "twice as many" and a plain ' +
      '`yes/no` are measures too.',
    sources: [
      "Google's OKR playbook: a key result is measurable and at its end there is evidence",
      'Marissa Mayer, quoted by John Doerr: it is not a key result unless it has a number',
      "OpenOKR's method document, rule KR-2",
    ],
    advice:
      'Ask how you would see from outside that it worked, and take the figure that would show it: from where it stands today to where ' +
      "it should stand. If nobody knows today's value, write `baseline unknown to 12%` and find it out first. If it is " +
      'something that either happens or not, write `yes/no`.',
    limits:
      'Digits that measure nothing (versions, standards, quarters, issue numbers) do not count, and number words do. The sentence is ' +
      'read in English only; titles in other languages are left alone. If a sentence states a measure that is not recognised, write ' +
      'the measure as a field behind it.',
    examples: {
      invalid: [
        {
          title: 'A good intention',
          files: inObjective('kr "Make the help desk friendlier"'),
          fixed: inObjective('kr "Make the help desk friendlier" from 0 to 100'),
        },
        {
          title: 'The digit is a version, not a measure',
          files: inObjective('kr "Move the shops to checkout v2" { owner liam }'),
        },
      ],
      valid: [
        { title: 'As fields', files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5') },
        {
          title: 'As a sentence',
          files: inObjective('kr "Cut the wait for a first answer from 6 hours to 45 minutes"'),
        },
        { title: 'Either it happens or not', files: inObjective('kr "Consumer-rights audit passed" yes/no') },
        {
          title: 'Another language is left alone',
          files: inObjective('kr "Die Kundinnen und Kunden sind mit uns zufrieden"'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      keyResult(keyResult) {
        const { node, measure } = keyResult;
        if (measure !== null || node.reading?.language === 'other' || isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: markOf(node),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This key result has no number.',
            why: 'Without one nobody can tell whether it was reached.',
            todo: 'Say from where to where it should move, for example `from 20% to 35%`, or write `yes/no` if it either happens or not.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade }): readonly Fix[] {
    const behindTitle = cascade.goals.get(String(data?.['goal']))?.node.title?.span.end;
    if (behindTitle === undefined) return [];
    const measure = (title: string, text: string, ...fill: readonly string[]): Fix =>
      template(title, insert(uri, behindTitle, ` ${text}`), ...fill);
    return [
      measure('Add `from 0 to 100`, to be filled in with your own figures', 'from 0 to 100', '0', '100'),
      measure('Say that it either happens or not: `yes/no`', 'yes/no'),
    ];
  },
});
