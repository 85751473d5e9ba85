import type { GoalNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { prompts } from '../../reading/prompts.ts';
import { closedQuarter } from '../closing-examples.ts';
import { isExplained, isOnScale, scoreTolerance, unexplainedScore, writtenScore } from '../closings.ts';
import { insert } from '../edits.ts';
import { labelOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const committedMissUnexplained = defineRule({
  meta: {
    name: 'committed-miss-unexplained',
    title: 'Promise not kept, and not a word',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A committed goal was closed with less than 1.0, and nothing says what was learned.',
    why: 'Others had counted on it. The reason is the only thing that such a quarter leaves behind, and it is forgotten first.',
    sources: ["Google's OKR playbook: committed goals"],
    advice: 'Add one sentence with `learned`: what happened, and what you would do otherwise.',
    limits:
      'Only where `committed` is written, with the goal or its set. One sentence for the objective is enough for its key results. Where the score is not what the ' +
      'figures give, that is said instead.',
    examples: {
      invalid: [
        {
          title: 'Half of what was promised',
          files: closedQuarter('committed', 'trust score 0.55 modify'),
          fixed: closedQuarter('committed', 'trust score 0.55 modify learned "What kept us from the rest"'),
        },
      ],
      valid: [
        {
          title: 'What was learned',
          files: closedQuarter(
            'committed',
            'trust score 0.55 modify learned "Spare parts took longer than the repair"',
          ),
        },
        { title: 'A stretch', files: closedQuarter('aspirational', 'trust score 0.55 modify') },
      ],
    },
  },

  visit({ report }) {
    return {
      closedGoal(goal) {
        const score = goal.closing?.node.score;
        if (!score || !goal.closing || !isOnScale(score.value) || score.value === 1 || isSaidElsewhere(goal)) return;
        const { ambition } = goal;
        if (ambition.value !== 'committed' || ambition.source === 'config' || isExplained(goal)) return;
        report({
          uri: goal.closing.uri,
          span: score.span,
          data: goal.closing.node.learned ? null : { at: goal.closing.node.span.end },
          message: {
            what: `“${labelOf(goal)}” was promised and closed with ${writtenScore(score.value)}, and nothing says why.`,
            why: 'The reason is what such a quarter leaves behind, and it is forgotten first.',
            todo: 'Add one sentence with `learned`.',
          },
        });
      },
    };
  },

  fix({ uri, data }): readonly Fix[] {
    if (typeof data?.['at'] !== 'number') return [];
    const lesson = prompts.missed;
    const edit = insert(uri, data['at'], ` learned "${lesson}"`);
    return [template('Add what was learned, to be filled in', edit, lesson)];
  },
});

/** The objective above is asked already, or the score itself is in question. */
function isSaidElsewhere(goal: GoalNode): boolean {
  if (goal.kind === 'keyResult' && goal.objective.closing?.node.score) return true;
  return unexplainedScore(goal, scoreTolerance) !== null;
}
