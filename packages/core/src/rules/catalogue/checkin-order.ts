import type { Reading } from '../../cascade/cascade.ts';
import type { Day } from '../../dates/day.ts';
import { formatIsoDay } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import type { WrittenDate } from '../../model/file.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

const rating = (day: string) =>
  inObjective(`kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { checkin ${day} 4.1 of 5 }`);

export const checkinOrder = defineRule({
  meta: {
    name: 'checkin-order',
    title: 'Check-in from the future',
    category: 'progress',
    level: 'error',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A check-in bears a day that is still to come.',
    why: 'What has not happened cannot have been read. Until that day the value does not count, and on that day it counts as news. Usually month or year are wrong.',
    sources: ['How the language reads check-ins'],
    advice: 'Write the day on which the value was read.',
    limits:
      'Tomorrow is let through: somewhere in the world it has begun already. Check-ins may stand in any order, because their days decide and people add them at the same time. Whoever ' +
      'looks at a project as of an earlier day finds all later check-ins reported.',
    examples: {
      invalid: [{ title: 'Next month already', files: rating('2026-09-14'), fixed: rating('2026-08-15') }],
      valid: [
        { title: 'Yesterday', files: rating('2026-08-14') },
        { title: 'Tomorrow, where it has begun', files: rating('2026-08-16') },
      ],
    },
  },

  visit({ cascade, report }) {
    const { today } = cascade;
    const judge = (uri: string, date: WrittenDate | null, day: Day | null) => {
      if (!date || day === null || day <= today + 1) return;
      report({
        uri,
        span: date.span,
        data: { today },
        message: {
          what: `This check-in is of ${formatIsoDay(day)}, a day that is still to come.`,
          why: 'What has not happened cannot have been read, so the value does not count yet.',
          todo: 'Write the day on which it was read.',
        },
      });
    };
    const judgeReadings = ({ readings }: { readonly readings: readonly Reading[] }) => {
      // They are in the order of their days.
      for (let i = readings.length - 1; i >= 0; i--) {
        const { uri, node, day } = readings[i] as Reading;
        if (day <= today) return;
        // Readings in a check-in have no date of their own: it is the block's.
        judge(uri, node.target ? null : node.date, day);
      }
    };
    for (const { uri, node, day } of cascade.checkins) judge(uri, node.date, day);
    cascade.kpis.forEach(judgeReadings);
    cascade.guardrails.forEach(judgeReadings);
    return { readKeyResult: judgeReadings };
  },

  fix({ uri, span, data }): readonly Fix[] {
    if (typeof data?.['today'] !== 'number') return [];
    const day = formatIsoDay(data['today']);
    return [
      { title: `Change to today: \`${day}\``, kind: 'unsafe', preferred: false, edits: [replace(uri, span, day)] },
    ];
  },
});
