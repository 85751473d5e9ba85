import type { GoalNode, ObjectiveNode, SupportEdge } from '../../cascade/cascade.ts';
import { isCopy, usualLikeness } from '../copies.ts';
import { teamSet } from '../examples.ts';
import { setOf, titleOf } from '../goals.ts';
import { labelOf, markOf, placeOf } from '../marks.ts';
import { share } from '../options.ts';
import { defineRule } from '../rule.ts';

export const copiedFromParent = defineRule({
  meta: {
    name: 'copied-from-parent',
    title: 'Objective copied from the goal above it',
    category: 'alignment',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [
      share('likeness', usualLikeness, 'How much of the words two titles must share to count as the same, 0 to 1.'),
    ],
    summary: 'An objective says in the same words what the goal of another unit that it supports says already.',
    why:
      'A copied goal adds nothing: it says that the team is for what the company is for, and not what the team will do about it. When the words above ' +
      'change, the copy stays behind.',
    sources: ["OpenOKR's method document, principle 9", 'A public OKR-writer skill: cascading theatre'],
    advice:
      'Say what this unit contributes in its own words and with its own measures. The link already says what for.',
    limits:
      'Objectives are compared with the objectives and key results that they support, word by word, and only with those of other units. Key results ' +
      'may well share a metric with the goal above.',
    examples: {
      invalid: [
        {
          title: 'The same words, one level down',
          files: teamSet(
            'objective "Become the shop people come back to!" {',
            '    supports acme.loyalty',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
        },
      ],
      valid: [
        {
          title: 'What the team does about it',
          files: teamSet(
            'objective "A complaint ends with a smile" {',
            '    supports acme.loyalty',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
        },
      ],
    },
  },

  visit({ option, report }) {
    const least = option<number>('likeness');
    return {
      onlyOwn: true,

      supporter(objective) {
        if (objective.kind !== 'objective') return;
        const copied = originalOf(objective, least);
        if (!copied) return;
        report({
          uri: objective.uri,
          span: markOf(objective.node),
          draft: objective.draft,
          related: [{ ...placeOf(copied), label: labelOf(copied) }],
          message: {
            what: `This objective repeats the words of the goal of ${titleOf(setOf(copied))} that it supports.`,
            why: 'A copy does not say what this unit will do about it.',
            todo: 'Say in your own words what you contribute; the link already says what for.',
          },
        });
      },
    };
  },
});

const mostCompared = 20;

/** The first goal that an objective repeats: of what it supports in other units, and of the objectives around that. */
function originalOf(objective: ObjectiveNode, least: number): GoalNode | null {
  const { supports, set } = objective;
  for (let i = 0; i < supports.length && i < mostCompared; i++) {
    const { to } = supports[i] as SupportEdge;
    if (setOf(to).unitName === set.unitName) continue;
    if (isCopy(objective, to, least)) return to;
    if (to.kind === 'keyResult' && isCopy(objective, to.objective, least)) return to.objective;
  }
  return null;
}
