import type { GoalNode } from '../../cascade/cascade.ts';
import { inObjective } from '../examples.ts';
import { markOf, placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { isSameText, sameFigures, textNumber } from '../texts.ts';

export const duplicateText = defineRule({
  meta: {
    name: 'duplicate-text',
    title: 'Goal that stands there twice',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary: 'Two objectives, or two key results with the same figures, say the same in one unit and cycle.',
    why: 'It is counted twice and reported twice, and one of the two is soon forgotten. Usually it was copied and never changed.',
    sources: ["OpenOKR's method document, principle 9"],
    advice: 'Keep it in one place. Where it serves a second goal as well, say so there with `supports`.',
    limits:
      'Letters and digits are compared; case, punctuation and blanks do not matter. Two key results with one title and different figures are not ' +
      'reported here. Goals of different units and cycles are not compared.',
    examples: {
      invalid: [
        {
          title: 'Copied and not changed',
          files: inObjective(
            'kr "Help desk rating"   from 3.9 of 5 to 4.4 of 5',
            'kr "Help-desk rating."  from 3.9 of 5 to 4.4 of 5',
          ),
        },
        { title: 'In two files of one team', files: twoFiles('Earn back customer trust so that buyers return') },
      ],
      valid: [
        {
          title: 'One metric in two steps',
          files: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.1 of 5 by 2026-08-15',
            'kr "Help desk rating" from 4.1 of 5 to 4.4 of 5 by 2026-09-30',
          ),
        },
        { title: 'Two goals', files: twoFiles('Answer as if it were our own parcel') },
      ],
    },
  },

  visit({ report }) {
    return {
      alike(goals) {
        const first = new Map<number, GoalNode>();
        /** Those with the words of a first one that are no copies of it. */
        const others = new Map<number, GoalNode[]>();
        for (const goal of goals) {
          const words = textNumber(goal.title);
          const before = first.get(words);
          if (!before) {
            first.set(words, goal);
            continue;
          }
          const alike = others.get(words) ?? [before];
          others.set(words, alike);
          const original = alike.find((other) => isCopy(goal, other));
          if (!original && alike.length < mostCompared) alike.push(goal);
          if (!original) continue;
          report({
            uri: goal.uri,
            span: markOf(goal.node),
            draft: goal.draft,
            related: [{ ...placeOf(original), label: 'The first one' }],
            message: {
              what: `This ${goal.kind === 'objective' ? 'objective' : 'key result'} stands there a second time.`,
              why: 'It is counted twice, and one of the two is soon forgotten.',
              todo: 'Keep one of them, or say what is different here.',
            },
          });
        }
      },
    };
  },
});

/** With the same words in different versions than these, a file is not one that people write. */
const mostCompared = 20;

/** Whether two goals of one number are the same: for key results the figures and the day decide too. */
function isCopy(goal: GoalNode, other: GoalNode): boolean {
  if (!isSameText(goal.title, other.title)) return false;
  if (goal.kind === 'objective' || other.kind === 'objective') return goal.kind === other.kind;
  return goal.deadline?.day === other.deadline?.day && sameFigures(goal.measure, other.measure);
}

function twoFiles(second: string): Readonly<Record<string, string>> {
  return {
    'first.okr': inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5'),
    'second.okr': `okrs for acme in 2026-Q3 {\n    objective "${second}" {\n        kr "Refund requests" from 9% to 4%\n    }\n}\n`,
  };
}
