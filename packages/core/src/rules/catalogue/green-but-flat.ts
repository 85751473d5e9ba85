import type { Cascade, KeyResultNode, Reading } from '../../cascade/cascade.ts';
import { inObjective } from '../examples.ts';
import { count, labelOf } from '../marks.ts';
import { hasNote, isOpen, isRunning, lastHeard, noteData, noteFix } from '../news.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const weeks = (...readings: readonly string[]) =>
  inObjective(
    `kr "Customers who write twice" from 400 to 200 {\n${readings.map((one) => `    checkin ${one}\n`).join('')}}`,
  );

export const greenButFlat = defineRule({
  meta: {
    name: 'green-but-flat',
    title: 'On track, and nothing moves',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [whole('days', 28, 7, 366, 'For how many days a value must have stayed the same.')],
    summary: 'A key result is on track, and its value has been the same for four weeks in at least three check-ins.',
    why: 'Either the value is copied from week to week, or the good start is all there was. In both cases the colour says something that is not so.',
    sources: ["OpenOKR's method document: divergence"],
    advice: 'Look the value up again. If it is right, say in a note why it stands still and what will move it.',
    limits:
      'Figures that are read rarely need not move between two readings: with fewer than three readings nothing is said. Limits are meant to stay where they are.',
    examples: {
      invalid: [
        {
          title: 'The same figure since July',
          files: weeks('2026-07-15 280', '2026-07-29 280', '2026-08-12 280'),
          fixed: weeks(
            '2026-07-15 280',
            '2026-07-29 280',
            '2026-08-12 280 "What stands in the way, and what comes next"',
          ),
        },
      ],
      valid: [
        { title: 'It moves', files: weeks('2026-07-15 300', '2026-07-29 290', '2026-08-12 270') },
        { title: 'Read twice only', files: weeks('2026-07-15 280', '2026-08-12 280') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const days = option<number>('days');
    return {
      readKeyResult(keyResult) {
        if (keyResult.readings.length < fewest || !isRunning(keyResult.objective.set, cascade)) return;
        const last = isMovement(keyResult) ? lastHeard(keyResult, cascade) : null;
        if (!last || hasNote(last) || !isOpen(keyResult, cascade)) return;
        const flat = flatDays(keyResult, last, cascade);
        if (flat < days || keyResult.health.state !== 'onTrack') return;
        report({
          uri: last.place.uri,
          span: last.node.valueSpan ?? last.place.span,
          data: noteData(last),
          message: {
            what: `“${labelOf(keyResult)}” has had the same value for ${count(flat, 'day')}.`,
            why: 'Either the value is copied, or the good start is all there was.',
            todo: 'Look it up again, or say in a note what will move it.',
          },
        });
      },
    };
  },

  fix: noteFix,
});

const fewest = 3;

function isMovement({ measure }: KeyResultNode): boolean {
  return measure !== null && /^(?:from-to|to|up|down)$/.test(measure.form);
}

/** For how many days at least three readings have shown the value of the last one; 0 where it is fewer. */
function flatDays({ readings }: KeyResultNode, last: Reading, { today }: Cascade): number {
  const known = readings.filter(({ day }) => day <= today);
  let same = 0;
  let since = last.day;
  for (let at = known.at(-1 - same); at && isSame(at, last); at = known.at(-1 - same)) {
    since = at.day;
    same++;
  }
  return same < fewest ? 0 : last.day - since;
}

function isSame({ value: a }: Reading, { value: b }: Reading): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  return a.value === b.value && a.unit.kind === b.unit.kind && a.unit.name === b.unit.name;
}
