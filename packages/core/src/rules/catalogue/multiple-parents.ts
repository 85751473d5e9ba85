import { teamSet } from '../examples.ts';
import { objectiveOf } from '../goals.ts';
import { count, labelOf, placeOf } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const second = '\n\nobjective reach "Be tried by people who never heard of us" { standalone because "pilot" }';

export const multipleParents = defineRule({
  meta: {
    name: 'multiple-parents',
    title: 'Objective that serves several goals',
    category: 'alignment',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('maximum', 1, 1, 20, 'How many objectives one objective may support.')],
    summary: 'An objective supports more than one objective.',
    why: 'Some organisations want a plain tree, in which every goal has one reason and one place in the review of the goal above it.',
    sources: ['Perdoo help pages on alignment', 'Public discussions about goals with several parents'],
    advice: 'Keep the link to the goal that would miss this one most, and take the others away.',
    limits:
      'It is turned off unless you turn it on: in most organisations good work serves two ends, and weights say how much. Several key results of one ' +
      'objective count once.',
    examples: {
      invalid: [
        {
          title: 'Two reasons',
          files: teamSet(`objective trust "Earn back customer trust" { supports acme.loyalty, reach }${second}`),
        },
      ],
      valid: [
        {
          title: 'Two key results of one objective',
          files: teamSet(
            'objective trust "Earn back customer trust" { supports acme.loyalty.repeat, acme.loyalty.nps }',
          ),
        },
      ],
    },
  },

  visit({ option, report }) {
    const maximum = option<number>('maximum');
    return {
      onlyOwn: true,

      supporter(goal) {
        const { supports } = goal;
        if (goal.kind !== 'objective' || supports.length <= maximum) return;
        const parents = new Set(supports.map(({ to }) => objectiveOf(to)));
        const beyond = [...parents][maximum];
        const edge = beyond && supports.find(({ to }) => objectiveOf(to) === beyond);
        if (!edge) return;
        report({
          uri: goal.uri,
          span: edge.reference.path.span,
          draft: goal.draft,
          related: [...parents].slice(0, 10).map((parent) => ({ ...placeOf(parent), label: labelOf(parent) })),
          message: {
            what: `This objective supports ${count(parents.size, 'objective')}, and the rule here is at most ${maximum}.`,
            why: 'A goal with one reason has one place in the review of the goal above it.',
            todo: 'Keep the link that matters most.',
          },
        });
      },
    };
  },
});
