import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { objectiveCalled } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { defineRule } from '../rule.ts';
import { splitFix } from '../split.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfObjective } from '../wording.ts';

export const objectiveCompound = defineRule({
  meta: {
    name: 'objective-compound',
    title: 'Two objectives in one',
    category: 'objective',
    level: 'hint',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary: 'An objective joins two things that could each be reached without the other.',
    why: 'When one half is reached and the other is not, nobody knows what to say at the end. And the two rarely need the same people.',
    sources: ['A public OKR-writer skill'],
    advice:
      'Write two objectives, or find the one sentence behind both, which is what people would say who got the one and the other.',
    limits:
      'The rule reads the English sentence and looks for a second verb behind "and". Pairs that belong together ("research and development") are left alone.',
    examples: {
      invalid: [
        {
          title: 'Which of the two?',
          files: objectiveCalled('Win back the trust of our customers and open the first shops abroad'),
          fixed: objectiveCalled('Win back the trust of our customers', '', 'objective "Open the first shops abroad"'),
        },
      ],
      valid: [
        { title: 'One thing', files: objectiveCalled('Win back the trust of our customers') },
        { title: 'A pair of nouns', files: objectiveCalled('Make research and development the pride of the house') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      wordedObjective(objective) {
        const { node } = objective;
        const joint = wordingOfObjective(node)?.joint;
        if (!joint || isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: partOfTitle(objective, joint),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'This objective holds two.',
            why: 'When one half is reached and the other is not, nobody knows what to say at the end.',
            todo: 'Write two objectives, or the one that both are for.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (goal?.kind !== 'objective' || text === null) return [];
    return splitFix(goal, wordingOfObjective(goal.node)?.joint, text);
  },
});
