import type { GoalNode, SupportEdge } from '../../cascade/cascade.ts';
import { formatIsoDay } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import { replace } from '../edits.ts';
import { inObjective, organisation } from '../examples.ts';
import { setOf, statedDeadline } from '../goals.ts';
import { labelOf, markOf, placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const rating = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';
const two = (cycle: string) => `${organisation}
okrs for acme in 2026-Q3 {
    objective loyalty "Become the shop people come back to" { kr "Repeat purchase rate" from 31% to 45% }
}

okrs for support in ${cycle} {
    objective trust "Earn back customer trust" { supports acme.loyalty in 2026-Q3 }
}
`;

export const childOutsideParent = defineRule({
  meta: {
    name: 'child-outside-parent',
    title: 'Goal that comes too late for the larger one',
    category: 'time',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A goal is due after the goal that it is meant to move: its own objective, or one that it supports.',
    why: 'What comes after the larger goal has got its score cannot help it any more, however good it is.',
    sources: ['15Five help pages'],
    advice:
      'Choose an earlier day, or cut the goal so that a part of it comes in time. Perhaps the larger goal is due too early.',
    limits:
      'A larger goal that runs longer is in order. Where a goal has no day of its own, only its cycle is compared: it must not end after the cycle of the ' +
      'goal that it supports. Dates outside of their own cycle are another finding.',
    examples: {
      invalid: [
        {
          title: 'A month after its objective',
          files: inObjective('by 2026-08-31', `${rating} by 2026-09-30`),
          fixed: inObjective('by 2026-08-31', `${rating} by 2026-08-31`),
        },
        { title: 'For a quarter that is over by then', files: two('2026-Q4') },
      ],
      valid: [
        { title: 'In time', files: inObjective('by 2026-08-31', `${rating} by 2026-08-15`) },
        { title: 'In the same quarter', files: two('2026-Q3') },
      ],
    },
  },

  visit({ report }) {
    return {
      onlyOwn: true,

      goal(goal) {
        const late = lateFor(goal);
        const due = late?.deadline?.day ?? null;
        if (!late || due === null || !goal.deadline) return;
        const { deadline } = goal;
        const own = statedDeadline(goal);
        const { first, last } = setOf(goal).cycle?.range ?? { first: due, last: due };
        report({
          uri: goal.uri,
          span: own?.place.span ?? markOf(goal.node),
          draft: goal.draft,
          data: own?.statedIn === 'clause' && due >= first && due <= last ? { day: due } : null,
          related: [{ ...placeOf(late), label: labelOf(late) }],
          message: {
            what: `This is due on ${formatIsoDay(deadline.day ?? due)}, after the goal that it is meant to move, which is due on ${formatIsoDay(due)}.`,
            why: 'What comes after the larger goal is scored cannot help it any more.',
            todo: 'Choose an earlier day, or look whether the larger goal is due too early.',
          },
        });
      },
    };
  },

  fix({ uri, span, data }): readonly Fix[] {
    if (!data) return [];
    const day = formatIsoDay(Number(data['day']));
    return [{ title: `Change to \`${day}\``, kind: 'unsafe', preferred: true, edits: [replace(uri, span, day)] }];
  },
});

/** The first of the larger goals that is due before a goal: its objective, then what it supports. */
function lateFor(goal: GoalNode): GoalNode | null {
  if (goal.kind === 'keyResult' && comesAfter(goal, goal.objective)) return goal.objective;
  const { supports } = goal;
  for (let i = 0; i < supports.length; i++) {
    const { to } = supports[i] as SupportEdge;
    if (comesAfter(goal, to)) return to;
  }
  return null;
}

function comesAfter(goal: GoalNode, parent: GoalNode): boolean {
  const { deadline } = goal;
  const end = parent.deadline?.day ?? null;
  if (!deadline || deadline.day === null || end === null || deadline.day <= end) return false;
  const own = setOf(goal).cycle?.range;
  const around = setOf(parent).cycle?.range;
  if (statedDeadline(goal)) return !own || (deadline.day >= own.first && deadline.day <= own.last);
  return deadline.from === 'cycle' && own != null && around != null && own.last > around.last;
}
