import { prompts } from '../../reading/prompts.ts';
import { isUnfinished } from '../broken.ts';
import { addToBlock } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { count, markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const tooFewKrs = defineRule({
  meta: {
    name: 'too-few-krs',
    title: 'Objective with a single key result',
    category: 'structure',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [
      {
        name: 'minimum',
        type: 'integer',
        default: 2,
        minimum: 2,
        maximum: 10,
        description: 'How many key results an objective should have at least.',
      },
    ],
    summary: 'An objective has a key result, but fewer than two.',
    why:
      'One figure alone is easily reached at the cost of everything around it: answers get faster and worse, sales grow and customers ' +
      'leave. A second key result looks at the same goal from another side.',
    sources: [
      'Founding documents of this project: two to five key results in each objective',
      "OpenOKR's method document, rule KR-1",
    ],
    advice:
      'Ask what could go wrong while the figure improves, and add a key result or a guardrail for it. If there really is only one thing to ' +
      'move, the objective may be a key result of a larger one.',
    limits: 'A narrow goal may do well with one key result. Then suppress the finding there and say why.',
    examples: {
      invalid: [
        {
          title: 'One side only',
          files: inObjective('kr "Time to a first answer" from 6 hours to 45 minutes'),
          fixed: inObjective(
            'kr "Time to a first answer" from 6 hours to 45 minutes',
            'kr "What must improve along with it" from 0 to 100',
          ),
        },
      ],
      valid: [
        {
          title: 'Fast and good',
          files: inObjective(
            'kr "Time to a first answer"    from 6 hours to 45 minutes',
            'kr "Solved by the first answer" from 48% to 65%',
          ),
        },
        { title: 'No key result at all is another finding', files: inObjective('owner maya') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const minimum = option<number>('minimum');
    return {
      objective(objective) {
        const { node, keyResults } = objective;
        const { length } = keyResults;
        if (length === 0 || length >= minimum || isUnfinished(cascade, objective)) return;
        if (keyResults.some((keyResult) => isUnfinished(cascade, keyResult))) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what:
              length === 1
                ? 'This objective has only one key result.'
                : `This objective has only ${length} key results.`,
            why: 'One figure alone can be reached while the goal itself is missed.',
            todo: 'Look at the goal from another side and add what must improve along with it.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf, option }) {
    const goal = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (goal?.kind !== 'objective' || !goal.node.title || text === null) return [];
    const metric = prompts.besides;
    const missing = option<number>('minimum') - goal.keyResults.length;
    const lines = Array.from({ length: missing }, () => `kr "${metric}" from 0 to 100`);
    const edit = addToBlock(uri, text, { span: goal.node.span, from: goal.node.title.span.end }, lines, 'last');
    const fill = lines.flatMap(() => [metric, '0', '100']);
    return [template(`Add ${count(missing, 'key result')} to be filled in`, edit, ...fill)];
  },
});
