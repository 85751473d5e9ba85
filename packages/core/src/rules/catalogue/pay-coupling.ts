import { isUnfinished } from '../broken.ts';
import { inObjective, objectiveCalled } from '../examples.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { payCouplingIn } from '../wording.ts';

export const payCoupling = defineRule({
  meta: {
    name: 'pay-coupling',
    title: 'Goal that pay depends on',
    category: 'ambition',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: true,
    options: [],
    summary: 'A goal says that a bonus, a salary or a rating depends on reaching it.',
    why:
      'Who is paid for reaching a goal sets goals that are sure to be reached, and argues about the figure instead of the work. Ambition and ' +
      'honest forecasts are the first things to go.',
    sources: ["OpenOKR's method document, section 1.6", "GitLab's handbook", 'A public OKR-writer skill'],
    advice: "Leave pay out of OKRs, and talk about performance with all that is known about a person's work.",
    limits:
      'The rule reads the English sentence and looks for pay that depends on a goal. Goals about pay itself ("Close the pay gap") are left alone.',
    examples: {
      invalid: [
        { title: 'Reached, and paid', files: inObjective('kr "Reach 45% repeat purchases to earn the full bonus"') },
        { title: 'Tied together', files: objectiveCalled('Tie the yearly bonus to our OKRs') },
      ],
      valid: [
        { title: 'The goal alone', files: inObjective('kr "Reach 45% repeat purchases"') },
        { title: 'Pay as the topic', files: inObjective('kr "Pay gap between men and women" from 9% to 2%') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      wordedGoal(goal) {
        const { node } = goal;
        const found = payCouplingIn(node);
        if (!found || isUnfinished(cascade, goal)) return;
        report({
          uri: goal.uri,
          span: partOfTitle(goal, found),
          draft: goal.draft,
          message: {
            what: 'Pay depends on this goal.',
            why: 'People then set goals that they are sure to reach.',
            todo: 'Leave pay out of it, and judge performance by all that is known about the work.',
          },
        });
      },
    };
  },
});
