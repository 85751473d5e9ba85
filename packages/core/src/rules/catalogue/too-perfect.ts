import type { GoalNode, SetNode } from '../../cascade/cascade.ts';
import { daysLookedBack, scoreOf } from '../closings.ts';
import { inObjective } from '../examples.ts';
import { titleOf } from '../goals.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const closing = (...scores: readonly string[]) => `${inObjective(
  'aspirational',
  ...scores.map((_, i) => `kr k${i} "Complaints in region ${'ABCDE'[i]}" from 90 to 30`),
).replace('2026-Q3', '2026-Q2')}
closing for acme in 2026-Q2 on 2026-07-06 {
${scores.map((score, i) => `    trust.k${i} score ${score} keep`).join('\n')}
}
`;

export const tooPerfect = defineRule({
  meta: {
    name: 'too-perfect',
    title: 'Every stretch was reached',
    category: 'progress',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('minimum', 4, 2, 50, 'How many scores there must be before they are judged.')],
    summary: 'At least three of four aspirational goals of a set were closed with 1.0.',
    why: 'Aspirational goals are set so that about 0.7 is a good result. Where nearly all of them are reached in full, the next ones can be bolder, or they were promises.',
    sources: ["OpenOKR's method document, section 3.4", "re:Work's OKR guide"],
    advice: 'Congratulate the team, and ask at the next planning what it would dare if failing were allowed.',
    limits:
      'With fewer than four scores nothing is said, and nothing about cycles that ended more than half a year ago.',
    examples: {
      invalid: [{ title: 'Three of four in full', files: closing('1.0', '1.0', '0.8', '1.0') }],
      valid: [
        { title: 'Two of four', files: closing('1.0', '0.7', '0.4', '1.0') },
        { title: 'Only three', files: closing('1.0', '1.0', '1.0') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const minimum = option<number>('minimum');
    return {
      set(set) {
        const { closing, cycle } = set;
        if (!closing?.node.unit || !cycle?.range || cascade.today - cycle.range.last > daysLookedBack) return;
        const scores = stretchScores(set);
        const full = scores.filter((score) => score >= 1).length;
        if (scores.length < minimum || full < 0.75 * scores.length) return;
        report({
          uri: closing.uri,
          span: closing.node.unit.span,
          message: {
            what: `${titleOf(set)} reached ${full} of ${scores.length} aspirational goals in full.`,
            why: 'Such goals are set so that about 0.7 is a good result.',
            todo: 'Dare more next time, or call them `committed`.',
          },
        });
      },
    };
  },
});

function stretchScores({ objectives }: SetNode): readonly number[] {
  const goals: readonly GoalNode[] = objectives.flatMap((objective) => [objective, ...objective.keyResults]);
  return goals.flatMap((goal) => (goal.ambition.value === 'aspirational' ? (scoreOf(goal) ?? []) : []));
}
