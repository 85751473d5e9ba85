import type { KeyResultNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { addLine, goalIn } from '../goals.ts';
import { count, markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export const weightsPartial = defineRule({
  meta: {
    name: 'weights-partial',
    title: 'Weights on some key results only',
    category: 'structure',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'safe',
    english: false,
    options: [],
    summary: 'Some key results of an objective have a weight, and others have none.',
    why: 'A key result without a weight counts as one. Whoever reads `weight 30` beside it may take both for a share of a hundred, and the mean is not what they think.',
    sources: ['Public OKR tools with weights'],
    advice: 'Give all of them a weight, or none. Weights are relative: they need not add up to anything.',
    limits:
      'Writing `weight 1` where nothing is written changes no figure, so the quick fix is safe. Weights of links are another matter.',
    examples: {
      invalid: [
        {
          title: 'One of two',
          files: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { weight 3 }',
            'kr "Refund requests" from 9% to 4%',
          ),
          fixed: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { weight 3 }',
            'kr "Refund requests" from 9% to 4% { weight 1 }',
          ),
        },
      ],
      valid: [
        {
          title: 'Both',
          files: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { weight 3 }',
            'kr "Refund requests" from 9% to 4% { weight 2 }',
          ),
        },
        {
          title: 'None',
          files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5', 'kr "Refund requests" from 9% to 4%'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      objective(objective) {
        const { keyResults } = objective;
        if (!keyResults.some(hasWeight)) return;
        const bare = keyResults.filter(({ node }) => node.weight === null);
        const [first] = bare;
        if (!first || bare.length === keyResults.length) return;
        if (bare.some((keyResult) => isUnfinished(cascade, keyResult))) return;
        report({
          uri: first.uri,
          span: markOf(first.node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: `This key result has no weight and counts as 1, beside ${count(keyResults.length - bare.length, 'key result')} with a weight.`,
            why: 'That is easily overlooked, and the mean is then not what people think.',
            todo: 'Give all of them a weight, or none.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (goal?.kind !== 'objective' || text === null) return [];
    const edits = goal.keyResults
      .filter(({ node }) => node.weight === null)
      .flatMap((keyResult) => addLine(keyResult, text, 'weight 1', 'last') ?? []);
    return [{ title: 'Write `weight 1` where no weight is written', kind: 'safe', preferred: true, edits }];
  },
});

function hasWeight({ node }: KeyResultNode): boolean {
  return node.weight !== null;
}
