import type { Cascade, GoalNode } from '../../cascade/cascade.ts';
import { isClosed } from '../../cascade/closed.ts';
import { percent } from '../../cascade/words.ts';
import { formatIsoDay } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { setOf, statedDeadline } from '../goals.ts';
import { defineRule } from '../rule.ts';

const rating = 'kr rating "Help desk rating" from 3.9 of 5 to 4.4 of 5';

export const pastDueOpen = defineRule({
  meta: {
    name: 'past-due-open',
    title: 'Overdue and not reached',
    category: 'time',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'The date of a goal has passed while its cycle still runs, and the goal is neither reached nor closed.',
    why: 'An overdue goal that nobody speaks of teaches everyone that dates mean nothing here.',
    sources: ['Microsoft Viva Goals documentation'],
    advice: 'Check in the last value, close the goal with its score, or agree on a new day and say in the review why.',
    limits:
      'Only dates that are written at the goal count. When the whole cycle is over, `closed-without-decision` asks for its closing instead, after two weeks unless its option says otherwise. Left alone are drafts, and aspirational goals that got as far as such goals should.',
    examples: {
      invalid: [
        {
          title: 'Two weeks over',
          files: inObjective(`${rating} by 2026-07-31`),
          fixed: inObjective(`${rating} by 2026-09-30`),
        },
      ],
      valid: [
        { title: 'Still to come', files: inObjective(`${rating} by 2026-08-31`) },
        { title: 'Reached', files: inObjective(`${rating} by 2026-07-31 { checkin 2026-07-30 4.5 of 5 }`) },
        {
          title: 'Closed',
          files: `${inObjective(`${rating} by 2026-07-31`)}
closing for acme in 2026-Q3 on 2026-08-03 {
    trust.rating score 0.4 defer
}
`,
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      datedGoal(goal) {
        const deadline = statedDeadline(goal);
        if (!deadline || deadline.day >= cascade.today) return;
        const range = setOf(goal).cycle?.range;
        if (
          goal.draft ||
          (range && (cascade.today > range.last || deadline.day < range.first)) ||
          isSettled(goal, cascade)
        )
          return;
        report({
          uri: goal.uri,
          span: deadline.place.span,
          data: deadline.statedIn === 'clause' && range ? { last: range.last } : null,
          message: {
            what: `This was due on ${formatIsoDay(deadline.day)}, stands at ${percent(goal.progress.value)} and is not closed.`,
            why: 'Overdue goals that nobody speaks of teach everyone that dates mean nothing.',
            todo: 'Check in the last value, close the goal, or agree on a new day.',
          },
        });
      },
    };
  },

  fix({ uri, span, data }): readonly Fix[] {
    if (!data) return [];
    const day = formatIsoDay(Number(data['last']));
    return [
      {
        title: `Extend to the last day of the cycle: \`${day}\``,
        kind: 'unsafe',
        preferred: false,
        edits: [replace(uri, span, day)],
      },
    ];
  },
});

function isSettled(goal: GoalNode, { config }: Cascade): boolean {
  if (isClosed(goal) || isReached(goal)) return true;
  return goal.ambition.value === 'aspirational' && goal.progress.value >= config.aspirationalSuccess;
}

/** An objective is reached with its key results, also where none of them has any weight. */
function isReached(goal: GoalNode): boolean {
  return goal.kind === 'keyResult' ? goal.isReached : goal.progress.value >= 1 || goal.health.state === 'done';
}
