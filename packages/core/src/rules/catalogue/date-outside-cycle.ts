import { type Day, type DayRange, dayOf, formatIsoDay, partsOf } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

const rating = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';

export const dateOutsideCycle = defineRule({
  meta: {
    name: 'date-outside-cycle',
    title: 'Deadline outside the cycle',
    category: 'time',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'An objective or key result is due before its cycle begins or after it ends.',
    why:
      'At the end of the cycle its goals are scored. One that is due later cannot be scored then, and one that was due before is no goal of this ' +
      'cycle. Very often the year is simply wrong.',
    sources: ['Microsoft Viva Goals documentation'],
    advice:
      'Correct the date, cut the goal so that a part of it fits into the cycle, or move it to the cycle in which it is due.',
    limits: 'A goal that is carried from an earlier cycle may well have its old date: such goals are left alone.',
    examples: {
      invalid: [
        {
          title: 'A month too late',
          files: inObjective(`${rating} by 2026-10-31`),
          fixed: inObjective(`${rating} by 2026-09-30`),
        },
        {
          title: 'The wrong year',
          files: inObjective(`${rating} by 2025-08-31`),
          fixed: inObjective(`${rating} by 2026-08-31`),
        },
        { title: 'In the sentence', files: inObjective('kr "Cut refunds from 9 to 4 a day by 31 October 2026"') },
        { title: 'Of the objective', files: inObjective('by 2026-12-31', rating) },
      ],
      valid: [
        { title: 'The last day belongs to the cycle', files: inObjective(`${rating} by 2026-09-30`) },
        { title: 'Without a date it is due with the cycle', files: inObjective(rating) },
      ],
    },
  },

  visit({ report }) {
    return {
      onlyOwn: true,

      datedGoal(goal) {
        const { deadline, node } = goal;
        const { cycle } = goal.kind === 'objective' ? goal.set : goal.objective.set;
        if (!cycle?.range || !deadline?.place || deadline.day === null || node.carriedFrom) return;
        const { first, last } = cycle.range;
        const isLate = deadline.day > last;
        if (!isLate && deadline.day >= first) return;
        report({
          uri: goal.uri,
          span: deadline.place.span,
          draft: goal.draft,
          data: deadline.statedIn === 'clause' ? { day: deadline.day, first, last } : null,
          message: {
            what: isLate
              ? `This is due on ${formatIsoDay(deadline.day)}, after ${cycle.name} ends on ${formatIsoDay(last)}.`
              : `This is due on ${formatIsoDay(deadline.day)}, before ${cycle.name} begins on ${formatIsoDay(first)}.`,
            why: 'The goals of a cycle are scored at its end, and this one cannot be.',
            todo: isLate
              ? 'Choose a day inside the cycle, or move the goal to the cycle in which it is due.'
              : 'Choose a day inside the cycle, and look whether the year is right.',
          },
        });
      },
    };
  },

  fix({ uri, span, data }): readonly Fix[] {
    if (!data) return [];
    const range = { first: Number(data['first']), last: Number(data['last']) };
    const days = new Set([sameDayInside(Number(data['day']), range) ?? range.last, range.last]);
    return [...days].map((day, i) => ({
      title:
        day === range.last
          ? `Use the last day of the cycle: \`${formatIsoDay(day)}\``
          : `Change to \`${formatIsoDay(day)}\``,
      kind: 'unsafe',
      preferred: i === 0,
      edits: [replace(uri, span, formatIsoDay(day))],
    }));
  },
});

/** The same day and month in a year of the cycle: what was meant where only the year is wrong. */
function sameDayInside(day: Day, { first, last }: DayRange): Day | null {
  const { month, dayOfMonth } = partsOf(day);
  for (let { year } = partsOf(first); year <= partsOf(last).year; year++) {
    const candidate = dayOf(year, month, dayOfMonth);
    if (candidate !== null && candidate >= first && candidate <= last) return candidate;
  }
  return null;
}
