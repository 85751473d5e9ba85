import type { Fix } from '../../findings/finding.ts';
import { prompts } from '../../reading/prompts.ts';
import { inObjective } from '../examples.ts';
import { addLine, goalIn } from '../goals.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

const rating = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';

export const krNoEvidence = defineRule({
  meta: {
    name: 'kr-no-evidence',
    title: 'Figure without a source',
    category: 'key-result',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A key result with a measure does not say where its figure is read.',
    why: 'Two people who look in two places find two values. With a source anybody can look the value up, and the next check-in takes a minute.',
    sources: ["Google's OKR playbook", 'A public OKR-writer skill'],
    advice: 'Add the page or the report: `source "https://bi.example/42"`. A `link` counts as well.',
    limits: 'It is turned off unless you turn it on: few teams write sources down at first. Milestones need none.',
    examples: {
      invalid: [
        {
          title: 'Who counts it?',
          files: inObjective(rating),
          fixed: inObjective(`${rating} { source "Where the figure is read" }`),
        },
      ],
      valid: [
        { title: 'With its source', files: inObjective(`${rating} { source "https://bi.example/42" }`) },
        { title: 'A milestone', files: inObjective('kr "Consumer-rights audit passed" yes/no') },
      ],
    },
  },

  visit({ report }) {
    return {
      keyResult(keyResult) {
        const { node, measure } = keyResult;
        if (!measure || measure.form === 'yes-no' || node.source || node.links.length > 0) return;
        report({
          uri: keyResult.uri,
          span: markOf(node),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This key result does not say where its figure is read.',
            why: 'Two people who look in two places find two values.',
            todo: 'Add the page or the report with `source`.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    const where = prompts.evidence;
    const edit = goal && text !== null && addLine(goal, text, `source "${where}"`, 'last');
    return edit ? [template('Add a source to be filled in', edit, where)] : [];
  },
});
