import type { Cascade, KeyResultNode } from '../../cascade/cascade.ts';
import { reachedBy } from '../../cascade/progress.ts';
import { percent } from '../../cascade/words.ts';
import { inObjective } from '../examples.ts';
import { labelOf } from '../marks.ts';
import { hasNote, isDoubted, isOpen, isRunning, isStale, lastHeard, noteData, noteFix } from '../news.ts';
import { share } from '../options.ts';
import { defineRule } from '../rule.ts';

const days = ['2026-07-17', '2026-07-24', '2026-07-31', '2026-08-07', '2026-08-14'];
const weeks = (values: readonly number[], note = '') =>
  inObjective(
    `kr "Customers who write twice" from 400 to 200 {
${values.map((value, i) => `    checkin ${days[i]} ${value}`).join('\n')}${note}
}`,
  );

export const forecastMiss = defineRule({
  meta: {
    name: 'forecast-miss',
    title: 'At this pace it will not get there',
    category: 'progress',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [share('tolerance', 0.15, 'How far the forecast may stay below what is due, 0 to 1.')],
    summary:
      'A straight line through at least four check-ins ends well below what is due, although the key result is not far behind yet.',
    why: 'A good start hides that a figure slows down. The line shows it weeks before the colour does.',
    sources: ["OpenOKR's method document, section 3.6"],
    advice: 'Ask what would have to change for the line to bend, and write it down in the note of the next check-in.',
    limits:
      'Seasons and launches do not follow straight lines: then say so in the note, and nothing is reported. What is far behind already has a rule of its own. ' +
      'Limits and milestones are left alone.',
    examples: {
      invalid: [
        {
          title: 'A quick start that slows down',
          files: weeks([320, 312, 308, 306, 304]),
          fixed: weeks([320, 312, 308, 306, 304], ' "What stands in the way, and what comes next"'),
        },
      ],
      valid: [
        { title: 'On its way', files: weeks([370, 350, 325, 310, 290]) },
        { title: 'Three readings only', files: weeks([320, 312, 308]) },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const tolerance = option<number>('tolerance');
    return {
      readKeyResult(keyResult) {
        const { readings, objective, ambition } = keyResult;
        if (readings.length < fewest || !isRunning(objective.set, cascade)) return;
        const last = lastHeard(keyResult, cascade);
        if (!last || hasNote(last) || isDoubted(keyResult, last, cascade) || isStale(keyResult, cascade)) return;
        if (!isOpen(keyResult, cascade)) return;
        const { progress } = keyResult;
        if (progress.state !== 'measured' || progress.expected === null) return;
        if (progress.expected - progress.value > cascade.config.atRiskWithin) return;
        const end = forecastOf(keyResult, cascade);
        const due = ambition.value === 'aspirational' ? cascade.config.aspirationalSuccess : 1;
        if (end === null || end >= due - tolerance) return;
        report({
          uri: last.place.uri,
          span: last.node.valueSpan ?? last.place.span,
          data: noteData(last),
          message: {
            what: `At the pace of its check-ins “${labelOf(keyResult)}” will end at about ${percent(Math.max(0, end))}, and ${percent(due)} is due.`,
            why: 'A good start hides that a figure slows down.',
            todo: 'Ask what has to change for it to get there, and write it down in a note.',
          },
        });
      },
    };
  },

  fix: noteFix,
});

const fewest = 4;

/** Where a straight line through the readings ends on the last day, by least squares; null with readings on fewer than four days. */
function forecastOf({ readings, measure, deadline }: KeyResultNode, { today }: Cascade): number | null {
  const end = deadline?.day ?? null;
  if (!measure || !/^(?:from-to|to|up|down)$/.test(measure.form) || end === null) return null;
  const points = new Map<number, number>();
  for (const { day, value } of readings) {
    const reached = day <= today ? reachedBy(measure, value) : null;
    if (reached?.kind === 'reached') points.set(day, reached.raw);
  }
  if (points.size < fewest) return null;
  const days = [...points.keys()];
  const values = [...points.values()];
  const middle = mean(days);
  const level = mean(values);
  const spread = days.reduce((sum, day) => sum + (day - middle) ** 2, 0);
  const slope = days.reduce((sum, day, i) => sum + (day - middle) * ((values[i] ?? 0) - level), 0) / spread;
  return level + slope * (end - middle);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
