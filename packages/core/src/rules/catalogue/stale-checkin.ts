import type { Cascade, KeyResultNode } from '../../cascade/cascade.ts';
import { cadenceOf } from '../../cascade/health.ts';
import { formatIsoDay } from '../../dates/day.ts';
import type { Fix, TextEdit } from '../../findings/finding.ts';
import { appendLines } from '../append.ts';
import { inObjective } from '../examples.ts';
import { setOf, titleOf } from '../goals.ts';
import { count, labelOf } from '../marks.ts';
import { isOpen, isRunning, isStale, lastHeard, silencesIn } from '../news.ts';
import { defineRule } from '../rule.ts';

const goal = inObjective('kr rating "Help desk rating" from 3.9 of 5 to 4.4 of 5');
const checkin = (day: string) => `
checkin ${day} for acme in 2026-Q3 {
    trust.rating 4.1 of 5
}
`;

export const staleCheckin = defineRule({
  meta: {
    name: 'stale-checkin',
    title: 'Check-in overdue',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'The last check-in is longer ago than the rhythm of check-ins allows, with three days of grace.',
    why: 'Goals that are not spoken of are forgotten. An old figure looks like news, and people decide by it.',
    sources: ["OpenOKR's method document, section 11", 'Microsoft Viva Goals documentation'],
    advice:
      'Add a check-in with the figures of today. Where they cannot be read that often, say so in the cycle: `checkins monthly`.',
    limits:
      'A whole set that is silent is reported once, at its unit. What is reached, overdue, closed, a draft or not measured is left alone, and so is a cycle that ' +
      'is over. In holidays suppress the finding and say until when.',
    examples: {
      invalid: [
        {
          title: 'Five weeks without news',
          files: `${goal}${checkin('2026-07-10')}`,
          fixed: `${goal}${checkin('2026-07-10')}${checkin('2026-08-15')}`,
        },
      ],
      valid: [
        { title: 'Last week', files: `${goal}${checkin('2026-08-07')}` },
        { title: 'Long over', today: '2026-12-01', files: `${goal}${checkin('2026-09-28')}` },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      set(set) {
        if (!isRunning(set, cascade)) return;
        const hasNews = (one: KeyResultNode) => isOpen(one, cascade) && lastHeard(one, cascade) !== null;
        for (const { place, what, keyResults } of silencesIn(set, hasNews, (one) => isStale(one, cascade))) {
          const last = Math.max(...keyResults.slice(0, mostListed).map((one) => lastHeard(one, cascade)?.day ?? 0));
          const [first] = keyResults;
          if (!first) continue;
          report({
            ...place,
            data: { goals: keyResults.slice(0, mostListed).map(({ id }) => id) },
            message: {
              what: `The last check-in of ${what === 'set' ? titleOf(set) : `this ${what}`} was on ${formatIsoDay(last)}, ${count(cascade.today - last, 'day')} ago.`,
              why: `One check-in is due every ${count(cadenceOf(first, cascade.config), 'day')}, and old figures look like news.`,
              todo: 'Add a check-in with the figures of today.',
            },
          });
        }
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const ids = data?.['goals'];
    const goals = Array.isArray(ids) ? ids.flatMap((id) => cascade.goals.get(String(id)) ?? []) : [];
    const lines = goals.flatMap((goal) => (goal.kind === 'keyResult' ? (lineFor(goal, cascade) ?? []) : []));
    const [first] = goals;
    if (first?.kind !== 'keyResult' || lines.length < goals.length) return [];
    // Check-ins of a team stand together: the new one goes where the last one is.
    const file = lastHeard(first, cascade)?.place.uri ?? uri;
    const text = textOf(file);
    if (text === null) return [];
    const { unitName, cycleName } = setOf(first);
    const head = `checkin ${formatIsoDay(cascade.today)} for ${unitName} in ${cycleName} {`;
    return [
      {
        title: `Add a check-in with the last ${goals.length === 1 ? `value of “${labelOf(first)}”` : 'values'}, to be corrected`,
        kind: 'unsafe',
        preferred: false,
        edits: [lookingAtValue(appendLines(file, text, [head, ...lines, '}']), lines[0] ?? '')],
      },
    ];
  },
});

/** A team with more key results than this adds its check-in by hand. */
const mostListed = 100;

/** The last value of a key result as a line of a check-in; null where it has no name by which it could be called, or another one has it too. */
function lineFor(keyResult: KeyResultNode, cascade: Cascade): string | null {
  const value = lastHeard(keyResult, cascade)?.value;
  const { objective, name, id } = keyResult;
  const isCalledByName = objective.name !== null && id === `${objective.set.id}/${objective.name}/${name}`;
  if (value === undefined || !isCalledByName) return null;
  const said = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.text;
  return `    ${objective.name}.${name} ${said}`;
}

/** So that a value of before is not taken for news, the first one is what is looked at next. */
function lookingAtValue(edit: TextEdit, line: string): TextEdit {
  const start = edit.text.indexOf(line);
  const value = start + line.search(/\S+ /) + (/\S+ /.exec(line)?.[0].length ?? 0);
  return { ...edit, look: { start: value, end: start + line.length } };
}
