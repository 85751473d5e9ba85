import type { KeyResultNode } from '../../cascade/cascade.ts';
import { formatIsoDay } from '../../dates/day.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { titleOf } from '../goals.ts';
import { holdsOne, isOpen, isRunning, isStale, isUnheard, silencesIn } from '../news.ts';
import { defineRule } from '../rule.ts';

const other = `
okrs for liam in 2026-Q3 {
    objective "Two more people can run the phone menu" {
        standalone because "asked for by the team"
        kr "People who can do it" from 1 to 3 { checkin 2026-08-14 2 }
    }
}
`;
const rating = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';

export const notStarted = defineRule({
  meta: {
    name: 'not-started',
    title: 'Not a single check-in yet',
    category: 'progress',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary: 'The cycle has run for a week or more, and a key result has no value yet.',
    why: 'The first value shows whether the figure can be read at all. Teams that find out in the last month have had a wish and not a goal.',
    sources: ['Microsoft Viva Goals documentation'],
    advice: 'Check in the value of today, even if it is still the one that you started from.',
    limits:
      'Where check-ins are rarer than once a week, the first one is waited for. A whole set without news is reported once, at its unit. What is overdue, closed, ' +
      'a draft or not measured is left alone, and so are a set whose check-ins have stopped and a project in which nobody ever checks in.',
    examples: {
      invalid: [{ title: 'Halfway through the quarter', files: `${inObjective(rating)}${other}` }],
      valid: [
        { title: 'The first value is there', files: inObjective(`${rating} { checkin 2026-08-14 4.0 of 5 }`) },
        { title: 'The quarter has just begun', today: '2026-07-05', files: `${inObjective(rating)}${other}` },
        {
          title: 'Read once a month',
          today: '2026-07-20',
          files: `${inObjective(rating).replace('2026-Q3', 'autumn')}${other.replace('08-14', '07-10')}
cycle autumn "Autumn" from 2026-07-14 to 2026-12-31 { checkins monthly }
`,
        },
        { title: 'Nobody checks in here', files: inObjective(rating) },
      ],
    },
  },

  visit({ cascade, report }) {
    // A project without a single reading follows its figures somewhere else.
    if (!cascade.everywhere.hasReadings()) return {};
    const open = (one: KeyResultNode) => isOpen(one, cascade) && !isUnfinished(cascade, one);
    return {
      set(set) {
        const range = set.cycle?.range;
        if (!range || !isRunning(set, cascade) || holdsOne(set, (one) => isStale(one, cascade) && open(one))) return;
        for (const { place, what } of silencesIn(set, open, (one) => isUnheard(one, cascade))) {
          const subject = what === 'set' ? `the goals of ${titleOf(set)}` : `this ${what}`;
          report({
            ...place,
            message: {
              what: `Nothing has been heard of ${subject} since ${set.cycleName} began on ${formatIsoDay(range.first)}.`,
              why: 'The first value shows whether the figure can be read at all.',
              todo: 'Check in the value of today, even if it is still the one that you started from.',
            },
          });
        }
      },
    };
  },
});
