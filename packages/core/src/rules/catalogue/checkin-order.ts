import type { Reading } from '../../cascade/cascade.ts';
import { type Day, type DayRange, formatIsoDay, parseIsoDay } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import type { WrittenDate } from '../../model/file.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { setOf } from '../goals.ts';
import { defineRule } from '../rule.ts';

const rating = (day: string) =>
  inObjective(`kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { checkin ${day} 4.1 of 5 }`);

export const checkinOrder = defineRule({
  meta: {
    name: 'checkin-order',
    title: 'Check-in or closing of a wrong day',
    category: 'progress',
    level: 'error',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'A check-in or a closing bears a day that is still to come, or a check-in one that lies months before its cycle.',
    why: 'What has not happened cannot have been read. Until that day the value or the closing does not count, and on that day it counts as news. Usually month or year are wrong, as in the first days of January.',
    sources: ['How the language reads check-ins'],
    advice: 'Write the day on which the value was read, or on which the goals were closed.',
    limits:
      'Tomorrow is let through: somewhere in the world it has begun already. So are the three months before a cycle, in which people look where they start from; before them it is a warning. Check-ins may stand in any order, because their days decide and people add them at the same time. Whoever ' +
      'looks at a project as of an earlier day finds all later check-ins reported.',
    examples: {
      invalid: [
        { title: 'Next month already', files: rating('2026-09-14'), fixed: rating('2026-08-15') },
        { title: 'Last year', files: rating('2025-08-14'), fixed: rating('2026-08-14') },
        {
          title: 'Closed next year',
          files: `${rating('2026-08-14')}
closing for acme in 2026-Q3 on 2027-08-14 {
    trust score 0.7 keep learned "Asking helps"
}
`,
          fixed: `${rating('2026-08-14')}
closing for acme in 2026-Q3 on 2026-08-15 {
    trust score 0.7 keep learned "Asking helps"
}
`,
        },
      ],
      valid: [
        { title: 'Yesterday', files: rating('2026-08-14') },
        { title: 'Tomorrow, where it has begun', files: rating('2026-08-16') },
        { title: 'Where it starts from', files: rating('2026-06-20') },
      ],
    },
  },

  visit({ cascade, report }) {
    const { today } = cascade;
    const judge = (uri: string, date: WrittenDate | null, day: Day | null, cycle: DayRange | null) => {
      if (!date || day === null) return;
      if (day > today + 1) {
        const message = {
          what: `This check-in is of ${formatIsoDay(day)}, a day that is still to come.`,
          why: 'What has not happened cannot have been read, so the value does not count yet.',
          todo: 'Write the day on which it was read.',
        };
        // In a cycle that is far off today would be wrong as well.
        const data = cycle && isLongBefore(today, cycle) ? null : { day: formatIsoDay(today) };
        report({ uri, span: date.span, data, message });
      } else if (cycle && isLongBefore(day, cycle)) {
        const meant = inYearOf(day, cycle, today);
        const message = {
          what: `This check-in is of ${formatIsoDay(day)}, and its cycle began on ${formatIsoDay(cycle.first)}.`,
          why: 'A value from so long before says nothing of the way since then.',
          todo: 'Write the day on which it was read; perhaps the year is wrong.',
        };
        // It happened, and may be meant: one step milder.
        const data = meant === null ? null : { day: formatIsoDay(meant) };
        report({ uri, span: date.span, milder: true, data, message });
      }
    };
    const judgeReadings = (readings: readonly Reading[], cycle: DayRange | null) => {
      // Readings in a check-in have no date of their own: it is the block's.
      for (const { uri, node, day } of readings) if (!node.target) judge(uri, node.date, day, cycle);
    };
    for (const { uri, node, day } of cascade.checkins)
      judge(uri, node.date, day, cascade.cycles.get(node.cycle?.text ?? '')?.range ?? null);
    for (const { uri, node, day } of cascade.closings) {
      if (!node.on || day === null || day <= today + 1) continue;
      const message = {
        what: `This closing is of ${formatIsoDay(day)}, a day that is still to come.`,
        why: 'It does not count before: until then its goals are open, and their scores are not shown.',
        todo: 'Write the day on which the goals were closed.',
      };
      report({ uri, span: node.on.span, data: { day: formatIsoDay(today) }, message });
    }
    for (const { readings } of cascade.kpis) judgeReadings(readings, null);
    for (const { readings } of cascade.guardrails) judgeReadings(readings, null);
    return { readKeyResult: (keyResult) => judgeReadings(keyResult.readings, setOf(keyResult).cycle?.range ?? null) };
  },

  fix({ uri, span, data }): readonly Fix[] {
    const day = data?.['day'];
    if (typeof day !== 'string') return [];
    return [{ title: `Write \`${day}\``, kind: 'unsafe', preferred: false, edits: [replace(uri, span, day)] }];
  },
});

/** So long before a cycle people look where it will start from. */
const daysBefore = 92;

function isLongBefore(day: Day, { first }: DayRange): boolean {
  return day < first - daysBefore;
}

/** The same day in a year in which the cycle runs; null where that is no day that has been. */
function inYearOf(day: Day, { first, last }: DayRange, today: Day): Day | null {
  const monthAndDay = formatIsoDay(day).slice(4);
  for (const year of [first, last].map((edge) => formatIsoDay(edge).slice(0, 4))) {
    const meant = parseIsoDay(year + monthAndDay);
    if (meant !== null && meant >= first && meant <= Math.min(last, today)) return meant;
  }
  return null;
}
