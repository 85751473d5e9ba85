import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krVagueQuantifier = defineRule({
  meta: {
    name: 'kr-vague-quantifier',
    title: 'A word where a number is due',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: true,
    options: [],
    summary: 'A key result says "more", "several" or "significantly" and nowhere how much.',
    why: 'The word feels like a measure while one writes it. At the end of the quarter one more is more, and nobody agrees whether that was meant.',
    sources: ["Google's OKR playbook", 'A public OKR checker'],
    advice: 'Ask everyone for the number that they had in mind, and write down the one that you settle on.',
    limits:
      'The rule reads the English sentence and says nothing as soon as a number is given, in the sentence or in the fields. `kr-no-number` reports the same key result; this rule shows ' +
      'the word that hides the number, and the fixes are offered there.',
    examples: {
      invalid: [
        { title: 'How many more?', files: inObjective('kr "Attract more first-time buyers"') },
        { title: 'How much is significant?', files: inObjective('kr "Shorten the queue significantly"') },
      ],
      valid: [
        { title: 'A number beside it', files: inObjective('kr "Attract 300 more first-time buyers"') },
        { title: 'A number in the fields', files: inObjective('kr "More first-time buyers" from 900 to 1200') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      wordedKeyResult(keyResult) {
        const { node, measure } = keyResult;
        if (measure !== null) return;
        const vague = wordingOfKeyResult(node)?.vague;
        if (!vague || isUnfinished(cascade, keyResult)) return;
        const word = keyResult.title.slice(vague.start, vague.end).toLowerCase();
        report({
          uri: keyResult.uri,
          span: partOfTitle(keyResult, vague),
          draft: keyResult.draft,
          message: {
            what: `“${word.slice(0, 1).toUpperCase()}${word.slice(1)}” stands where a number is due.`,
            why: 'At the end everybody will have meant another one.',
            todo: 'Write the number: from where to where.',
          },
        });
      },
    };
  },
});
