import { prompts } from '../../reading/prompts.ts';
import { isUnfinished } from '../broken.ts';
import { addToBlock } from '../edits.ts';
import { teamSet } from '../examples.ts';
import { count, markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const objectiveWithoutKrs = defineRule({
  meta: {
    name: 'objective-without-krs',
    title: 'Objective without key results',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'An objective has no key result at all.',
    why:
      'An objective says where to go, its key results say how everyone will know that it was reached. Without them it is a wish: it ' +
      'cannot be checked in, it has no progress, and at the end nobody can say whether it worked.',
    sources: [
      "OpenOKR's method document, rule KR-1",
      'Founding documents of this project: two to five key results in each objective',
    ],
    advice: 'Write two to five key results, each with a figure that would move if the objective came true.',
    limits:
      'A company-wide objective that others support may have no key results of its own: what supports it carries it, and the rule ' +
      'says nothing.',
    examples: {
      invalid: [
        {
          title: 'A wish',
          files: teamSet('objective trust "Earn back customer trust" {', '    supports acme.loyalty', '}'),
          fixed: teamSet(
            'objective trust "Earn back customer trust" {',
            '    supports acme.loyalty',
            '    kr "First change that customers will notice" from 0 to 100',
            '    kr "Second change that customers will notice" from 0 to 100',
            '    kr "Third change that customers will notice" from 0 to 100',
            '}',
          ),
        },
        { title: 'Not even a block', files: teamSet('objective trust "Earn back customer trust"') },
      ],
      valid: [
        {
          title: 'Two figures that would move',
          files: teamSet(
            'objective trust "Earn back customer trust" {',
            '    supports acme.loyalty',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '    kr "Customers who write twice" from 410 to 300',
            '}',
          ),
        },
        {
          title: 'A company goal that others carry',
          files: `company acme "Acme Retail"
team support "Customer Support" in acme

okrs for acme in 2026-Q3 {
    objective care "Be known for how we treat people"
}

okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" {
        supports acme.care
        kr "Help desk rating" from 3.9 of 5 to 4.4 of 5
    }
}
`,
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      objective(objective) {
        const { node } = objective;
        if (objective.keyResults.length > 0 || isUnfinished(cascade, objective)) return;
        if (objective.set.unit?.level === 'company' && objective.supportedBy.length > 0) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'This objective has no key results.',
            why: 'Nobody will be able to say whether it was reached.',
            todo: 'Add two to five key results, each with a figure that moves when the objective comes true.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }) {
    const node = cascade.goals.get(String(data?.['goal']))?.node;
    const text = textOf(uri);
    if (!node?.title || text === null) return [];
    const lines = prompts.changes.map((metric) => `kr "${metric}" from 0 to 100`);
    const edit = addToBlock(uri, text, { span: node.span, from: node.title.span.end }, lines, 'last');
    const fill = prompts.changes.flatMap((metric) => [metric, '0', '100']);
    return [template(`Add ${count(lines.length, 'key result')} to be filled in`, edit, ...fill)];
  },
});
