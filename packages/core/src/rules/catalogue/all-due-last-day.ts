import type { GoalNode } from '../../cascade/cascade.ts';
import { type Day, formatIsoDay } from '../../dates/day.ts';
import type { Place } from '../../model/span.ts';
import { inObjective } from '../examples.ts';
import { statedDeadline } from '../goals.ts';
import { count } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const figures = (days: readonly string[]) =>
  inObjective(...days.map((day, i) => `kr "Complaints in region ${'ABC'[i]}" from 90 to 30 by ${day}`));

export const allDueLastDay = defineRule({
  meta: {
    name: 'all-due-last-day',
    title: 'Everything is due on the last day',
    category: 'time',
    level: 'hint',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('minimum', 3, 2, 50, 'How many dates must be written before they are compared.')],
    summary: 'At least three dates are written in a set, and all of them are the last day of the cycle.',
    why: 'A date that is the same everywhere was not thought about. If everything comes on the last day, nothing is left to correct what went wrong.',
    sources: ["Google's OKR playbook: use real dates"],
    advice:
      'Write the day on which each figure can really be there, the early ones first, and leave the others out: they are due with the cycle anyway.',
    limits:
      'Goals without a date of their own are due on the last day too and are not counted. One earlier date in the set is enough.',
    examples: {
      invalid: [{ title: 'Three times the last day', files: figures(['2026-09-30', '2026-09-30', '2026-09-30']) }],
      valid: [
        { title: 'One comes earlier', files: figures(['2026-08-20', '2026-09-30', '2026-09-30']) },
        { title: 'No dates at all', files: inObjective('kr "Complaints" from 90 to 30') },
      ],
    },
  },

  visit({ option, report }) {
    const minimum = option<number>('minimum');
    return {
      set({ objectives, cycle, draft }) {
        const last = cycle?.range?.last;
        if (last === undefined) return;
        const dates: Place[] = [];
        for (const objective of objectives) {
          if (!addDates([objective], last, dates) || !addDates(objective.keyResults, last, dates)) return;
        }
        const [first, ...others] = dates;
        if (!first || dates.length < minimum) return;
        report({
          uri: first.uri,
          span: first.span,
          draft,
          related: others.slice(0, 10).map(({ uri, span }) => ({ uri, span, label: 'The same day' })),
          message: {
            what: `All ${count(dates.length, 'date')} of this set are ${formatIsoDay(last)}, the last day of the cycle.`,
            why: 'If everything comes on the last day, nothing is left to correct what went wrong.',
            todo: 'Write the day on which each can really be there.',
          },
        });
      },
    };
  },
});

/** Adds the places of the dates that goals state; false where one of them is another than the last day. */
function addDates(goals: readonly GoalNode[], last: Day, dates: Place[]): boolean {
  for (const goal of goals) {
    const stated = statedDeadline(goal);
    if (!stated) continue;
    if (stated.day !== last) return false;
    dates.push(stated.place);
  }
  return true;
}
