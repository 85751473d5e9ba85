import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krVanityMetric = defineRule({
  meta: {
    name: 'kr-vanity-metric',
    title: 'Key result that flatters',
    category: 'key-result',
    level: 'hint',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: true,
    options: [ownWords('allowedMetrics', 'Figures of this kind that are your business: `downloads`.')],
    summary:
      'A key result counts views, followers, likes or downloads: people who passed by, not people who did something.',
    why: 'Such figures nearly always rise, money buys them, and they say nothing of what the passers-by did next.',
    sources: ["OKR Orca's catalogue", 'A public OKR-writer skill'],
    advice:
      'Name who should do what: readers who come back within a week, listeners who subscribe, visitors who ask for an offer.',
    limits:
      'It is a hint, because publishers and broadcasters live by such figures. They list them in `allowedMetrics`. A key result that is marked `leading`, and one that says what ' +
      'comes of the views ("downloads that end in a first order"), is left alone.',
    examples: {
      invalid: [
        { title: 'Who comes back?', files: inObjective('kr "Newsletter followers" from 800 to 3000') },
        { title: 'As a sentence', files: inObjective('kr "Grow page views by 40%"') },
      ],
      valid: [
        { title: 'Somebody does something', files: inObjective('kr "Readers who order within a week" from 2% to 6%') },
        { title: 'What comes of it', files: inObjective('kr "Downloads that end in a first order" from 3% to 9%') },
        {
          title: 'It is the business',
          files: inObjective('kr "Downloads of the magazine" from 900 to 2000'),
          options: { allowedMetrics: ['downloads'] },
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
        const vanity = wordingOfKeyResult(node)?.vanity;
        if (!vanity || holdsOneOf(title.slice(vanity.start, vanity.end), allowed)) return;
        if (isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: partOfTitle(keyResult, vanity),
          draft: keyResult.draft,
          message: {
            what: 'This figure counts people who pass by.',
            why: 'It rises without anybody doing anything.',
            todo: 'Name who should do what, and count that.',
          },
        });
      },
    };
  },
});
