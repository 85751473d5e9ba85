import type { Fix } from '../../findings/finding.ts';
import { prompts } from '../../reading/prompts.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { addLine, goalIn } from '../goals.ts';
import { count, markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

const milestones = ['kr "Consumer-rights audit passed"    yes/no', 'kr "New phone menu in all regions"   yes/no'];

export const allMilestones = defineRule({
  meta: {
    name: 'all-milestones',
    title: 'Objective with nothing but yes or no',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'All key results of an objective are answered by yes or no.',
    why:
      'Milestones show that work was done, and not whether it helped. Until the last week they all stand at zero, so nobody sees in time that the ' +
      'objective is in danger.',
    sources: ["OpenOKR's method document, section 2.10"],
    advice: 'Keep the milestones that matter and add one figure that moves when they work.',
    limits:
      'A promised delivery may really be a matter of yes or no; then suppress the finding there and say why. An objective with one key result is not ' +
      'reported here.',
    examples: {
      invalid: [
        {
          title: 'Two milestones',
          files: inObjective(...milestones),
          fixed: inObjective(...milestones, 'kr "What changes once this is done" from 0 to 100'),
        },
      ],
      valid: [
        {
          title: 'A milestone and what it is good for',
          files: inObjective(milestones[0] as string, 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      objective(objective) {
        const { keyResults, node } = objective;
        if (keyResults.length < 2 || keyResults.some(({ measure }) => measure?.form !== 'yes-no')) return;
        if (isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: `All ${count(keyResults.length, 'key result')} of this objective are answered by yes or no.`,
            why: 'They show that work was done, and not whether it helped.',
            todo: 'Add one figure that moves when they work.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    const metric = prompts.changeAfter;
    const edit = goal && text !== null && addLine(goal, text, `kr "${metric}" from 0 to 100`, 'last');
    return edit ? [template('Add a figure to be filled in', edit, metric, '0', '100')] : [];
  },
});
