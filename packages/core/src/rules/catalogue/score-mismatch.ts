import type { Fix } from '../../findings/finding.ts';
import { closedQuarter } from '../closing-examples.ts';
import { scoreTolerance, unexplainedScore, writtenScore } from '../closings.ts';
import { replace } from '../edits.ts';
import { share } from '../options.ts';
import { defineRule } from '../rule.ts';

export const scoreMismatch = defineRule({
  meta: {
    name: 'score-mismatch',
    title: 'Score that the figures do not give',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [share('tolerance', scoreTolerance, 'How far a score may be from what the check-ins give, 0 to 1.')],
    summary: 'A closing gives a goal another score than its last check-ins, and no reason.',
    why: 'There may be good reasons to judge otherwise, but nobody will know them next year. Without a reason it looks as if the score was wished for.',
    sources: ["OpenOKR's method document, section 3.3", 'Microsoft Viva Goals documentation: closing and scoring'],
    advice:
      'Say in `learned` why the score is another one, check in the last value if it is missing, or write the score that the figures give.',
    limits:
      'A difference of up to 0.1 is let through. Goals with a key result that was never read or cannot be measured are left alone.',
    examples: {
      invalid: [
        {
          title: 'Better than it was',
          files: closedQuarter('aspirational', 'trust score 0.9 keep'),
          fixed: closedQuarter('aspirational', 'trust score 0.55 keep'),
        },
      ],
      valid: [
        {
          title: 'For a reason',
          files: closedQuarter('aspirational', 'trust score 0.9 keep learned "June was a strike"'),
        },
        { title: 'Rounded', files: closedQuarter('aspirational', 'trust score 0.6 keep') },
      ],
    },
  },

  visit({ option, report }) {
    const tolerance = option<number>('tolerance');
    return {
      closedGoal(goal) {
        const score = goal.closing?.node.score;
        const mismatch = goal.closing && unexplainedScore(goal, tolerance);
        if (!mismatch || !score || !goal.closing) return;
        report({
          uri: goal.closing.uri,
          span: score.span,
          data: { score: writtenScore(mismatch.computed) },
          message: {
            what: `The score is ${writtenScore(score.value)}, and the last check-ins give ${writtenScore(mismatch.computed)}.`,
            why: 'Without a reason it looks as if the score was wished for.',
            todo: 'Say why in `learned`, check in the last value, or write the score that the figures give.',
          },
        });
      },
    };
  },

  fix({ uri, span, data }): readonly Fix[] {
    const score = data?.['score'];
    if (typeof score !== 'string') return [];
    const title = `Write what the check-ins give: \`${score}\``;
    return [{ title, kind: 'unsafe', preferred: false, edits: [replace(uri, span, score)] }];
  },
});
