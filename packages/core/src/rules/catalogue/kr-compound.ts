import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { defineRule } from '../rule.ts';
import { splitFix } from '../split.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krCompound = defineRule({
  meta: {
    name: 'kr-compound',
    title: 'Two key results in one',
    category: 'key-result',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary: 'One key result sets two figures that could be reached one without the other.',
    why: 'Progress is one number. If one half is reached and the other is not, it is either shown as half or as nothing, and both are wrong.',
    sources: ['FaraatarTID/okr, on writing key results', 'A public OKR-writer checklist'],
    advice: 'Write two key results. If one of the two only guards the other, make it a `guardrail`.',
    limits:
      'The rule reads the English sentence and looks for an "and", "while" or "as well as" with a figure and a movement on both sides. Ranges ("between 5 and 10") and lists of counts are left alone, and so is a key result ' +
      'with a measure as fields, which sets one figure.',
    examples: {
      invalid: [
        {
          title: 'Rating and speed',
          files: inObjective('kr "Raise the help desk rating from 3.9 to 4.4 and cut the wait from 6 to 2 hours"'),
          fixed: inObjective('kr "Raise the help desk rating from 3.9 to 4.4"\nkr "Cut the wait from 6 to 2 hours"'),
        },
        {
          title: 'One guards the other',
          files: inObjective('kr "Reduce scrap to 2% while lifting output to 900 units a day"'),
          fixed: inObjective('kr "Reduce scrap to 2%"\nkr "Lift output to 900 units a day"'),
        },
        {
          title: 'Without a second verb',
          files: inObjective('kr "Repeat purchases from 31% to 45% and returns from 12% to 8%" { owner liam }'),
        },
      ],
      valid: [
        {
          title: 'Each by itself',
          files: inObjective('kr "Help desk rating from 3.9 to 4.4"', 'kr "Wait from 6 to 2 hours"'),
        },
        { title: 'A range', files: inObjective('kr "Keep between 5 and 10 applicants for every post"') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      wordedKeyResult(keyResult) {
        const { node } = keyResult;
        if (node.measure) return;
        const joint = wordingOfKeyResult(node)?.joint;
        if (!joint || isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: partOfTitle(keyResult, joint),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This key result sets two figures.',
            why: 'If only one of them is reached, no single number can say how far you are.',
            todo: 'Write two key results, or make one of them a `guardrail`.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (goal?.kind !== 'keyResult' || text === null) return [];
    return splitFix(goal, wordingOfKeyResult(goal.node)?.joint, text);
  },
});
