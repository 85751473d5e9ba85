import type { Cascade, CheckinNode } from '../../cascade/cascade.ts';
import { percent } from '../../cascade/words.ts';
import { inObjective } from '../examples.ts';
import { count } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const week = (...confidences: readonly string[]) => `${inObjective(
  ...confidences.map((_, i) => `kr k${i} "Complaints in region ${'ABCDE'[i]}" from 90 to 30`),
)}
checkin 2026-08-14 for acme in 2026-Q3 {
${confidences.map((confidence, i) => `    trust.k${i} ${70 - i} confidence ${confidence}`).join('\n')}
}
`;

export const uniformConfidence = defineRule({
  meta: {
    name: 'uniform-confidence',
    title: 'The same confidence everywhere',
    category: 'ambition',
    level: 'hint',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('minimum', 4, 2, 50, 'How many confidences one check-in must hold before they are compared.')],
    summary: 'At least four confidences of one check-in are all the same.',
    why: 'Four goals are never equally sure. One figure for all means that nobody asked goal by goal.',
    sources: ['A public OKR checker'],
    advice: 'Go through the goals one by one and ask what you would bet.',
    limits: 'Only the latest check-in of a unit is looked at, in a cycle that is still running.',
    examples: {
      invalid: [{ title: 'Seventy, whatever it is', files: week('70%', '70%', '70%', '70%') }],
      valid: [
        { title: 'Asked one by one', files: week('70%', '70%', '50%', '80%') },
        { title: 'Three may be the same', files: week('70%', '70%', '70%') },
      ],
    },
  },

  check({ cascade, option, report }) {
    const minimum = option<number>('minimum');
    // Hardly any check-in is: only where one is, it is asked whether it is the latest.
    if (!cascade.checkins.some(({ node }) => isUniform(node, minimum))) return;
    for (const [key, { node, uri }] of latestOf(cascade)) {
      const range = cascade.sets.get(key)?.cycle?.range;
      if (!range || cascade.today > range.last || !isUniform(node, minimum)) continue;
      const confidences = node.readings.flatMap(({ confidence }) => confidence ?? []);
      const [first] = confidences;
      if (!first) continue;
      report({
        uri,
        span: first.span,
        message: {
          what: `All ${count(confidences.length, 'confidence')} in this check-in are ${percent(first.value)}.`,
          why: 'Goals are never equally sure, so nobody seems to have asked one by one.',
          todo: 'Go through them one by one and ask what you would bet.',
        },
      });
    }
  },
});

/** Whether a check-in holds at least so many confidences, all the same. */
function isUniform({ readings }: CheckinNode['node'], minimum: number): boolean {
  let first: number | null = null;
  let number = 0;
  for (const { confidence } of readings) {
    if (!confidence) continue;
    first ??= confidence.value;
    if (confidence.value !== first) return false;
    number++;
  }
  return number >= minimum;
}

/** The latest check-in of each unit and cycle. */
function latestOf({ checkins, today }: Cascade): ReadonlyMap<string, CheckinNode> {
  const latest = new Map<string, CheckinNode>();
  for (const checkin of checkins) {
    const { unit, cycle } = checkin.node;
    const key = `${unit?.text}/${cycle?.text}`;
    if (checkin.day === null || checkin.day > today) continue;
    if (checkin.day >= (latest.get(key)?.day ?? checkin.day)) latest.set(key, checkin);
  }
  return latest;
}
