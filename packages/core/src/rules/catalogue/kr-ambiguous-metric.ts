import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krAmbiguousMetric = defineRule({
  meta: {
    name: 'kr-ambiguous-metric',
    title: 'Figure that everybody counts differently',
    category: 'key-result',
    level: 'hint',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: true,
    options: [
      ownWords('definedMetrics', 'Figures whose meaning is settled in your organisation: `active users`, `revenue`.'),
    ],
    summary:
      'A key result measures bare "users", "revenue" or "engagement" and does not say in which time and by which count.',
    why: 'A million users may have signed up once or come every day. The figure is then argued about when it should be celebrated, and whoever reports it chooses the kinder count.',
    sources: ["Google's OKR playbook: one million users, all-time or seven-day active?"],
    advice:
      'Add the window and the count: "users who came back within seven days", "monthly recurring revenue". If the figure has a source, name it: `source "…"`.',
    limits:
      'It is a hint, because many organisations have settled what the words mean: list them in `definedMetrics`. A key result with a `source` is left alone, since the source says how it is counted.',
    examples: {
      invalid: [
        { title: 'Signed up once, or here every day?', files: inObjective('kr "Reach 1 million users"') },
        { title: 'In which time?', files: inObjective('kr "Revenue" from $2m to $3m') },
      ],
      valid: [
        {
          title: 'Window and count',
          files: inObjective('kr "Customers who order twice within 30 days" from 12% to 20%'),
        },
        {
          title: 'The source says how',
          files: inObjective('kr "Revenue" from $2m to $3m { source "Ledger, net of returns" }'),
        },
        {
          title: 'Settled here',
          files: inObjective('kr "Revenue" from $2m to $3m'),
          options: { definedMetrics: ['revenue'] },
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const defined = option<readonly string[]>('definedMetrics');
    return {
      wordedKeyResult(keyResult) {
        const { node, title, measure } = keyResult;
        if (measure === null || node.source) return;
        const bare = wordingOfKeyResult(node)?.ambiguous;
        if (!bare || holdsOneOf(title, defined) || isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: partOfTitle(keyResult, bare),
          draft: keyResult.draft,
          message: {
            what: 'This figure can be counted in several ways.',
            why: 'It will be argued about when it should be celebrated.',
            todo: 'Say in which time and by which count, or name its `source`.',
          },
        });
      },
    };
  },
});
