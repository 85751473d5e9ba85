import type { GoalNode, InitiativeNode, KeyResultNode, SetNode } from '../../cascade/cascade.ts';
import { calendarCycle } from '../../dates/calendar.ts';
import { type Day, formatIsoDay, partsOf } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { insert, replace } from '../edits.ts';
import { setOf } from '../goals.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const summer = (cycle: string, keyResult: string) => `company acme "Acme Retail"
person  maya "Maya Ortiz" in acme
cycle   summer "Summer sale"${cycle}

okrs for acme in summer {
    objective reach "Bring people in who never came before" {
        owner maya
        ${keyResult}
    }
}
`;

export const missingDeadline = defineRule({
  meta: {
    name: 'missing-deadline',
    title: 'Key result without a deadline',
    category: 'time',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'A key result has no day by which it is due: none of its own, none of its objective, and its cycle has no last day. Also where a date is written, ' +
      'here or of an initiative, that does not say which day is meant, such as `by "next month"`.',
    why:
      'A goal without a day can be put off every week and never be missed. Progress can only be judged against the time that has passed, ' +
      'and without an end there is no such time.',
    sources: ["OpenOKR's method document, rule OBJ-3", "OKR Orca's catalogue, rule O2"],
    advice:
      'Give the cycle its first and last day, or write `by 2026-09-30` behind the measure. Most goals need no date of their own: they inherit the ' +
      'last day of the cycle.',
    limits:
      'A cycle that is not known at all is reported as `unknown-name`, a text that cannot be a date at all as `invalid-date`; this rule then says nothing.',
    examples: {
      invalid: [
        {
          title: 'The cycle does not say when it ends',
          files: summer('', 'kr "First visits" from 300 to 900'),
          fixed: summer('', 'kr "First visits" from 300 to 900 by 2026-09-30'),
        },
        {
          title: 'Which month is the next?',
          files: summer(' from 2026-06-01 to 2026-08-31', 'kr "First visits" from 300 to 900 by "next month"'),
          fixed: summer(' from 2026-06-01 to 2026-08-31', 'kr "First visits" from 300 to 900 by 2026-08-31'),
        },
        {
          title: 'No year to go by',
          files: summer('', 'kr "First visits" from 300 to 900 by 31 August'),
        },
        {
          title: 'Work without a day',
          files: summer(' from 2026-06-01 to 2026-08-31', 'initiative "Tour of the shops" by "next month"'),
          fixed: summer(' from 2026-06-01 to 2026-08-31', 'initiative "Tour of the shops" by 2026-08-31'),
        },
      ],
      valid: [
        {
          title: 'Due with the cycle',
          files: summer(' from 2026-06-01 to 2026-08-31', 'kr "First visits" from 300 to 900'),
        },
        { title: 'A day of its own', files: summer('', 'kr "First visits" from 300 to 900 by 2026-08-15') },
        {
          title: 'In words, within the cycle',
          files: summer(' from 2026-06-01 to 2026-08-31', 'kr "First visits" from 300 to 900 by "mid July"'),
        },
        {
          title: 'Work may have no date',
          files: summer(' from 2026-06-01 to 2026-08-31', 'initiative "Tour of the shops"'),
        },
        { title: 'Said in the sentence', files: summer('', 'kr "Bring in 900 first-time visitors by 15 August 2026"') },
      ],
    },
  },

  visit({ cascade, report }) {
    /** Says whether a date is written that names no day. */
    const judge = ({ deadline, uri }: GoalNode | InitiativeNode, { cycle }: SetNode, draft: boolean): boolean => {
      if (deadline?.from !== 'own' || deadline.day !== null || !deadline.place) return false;
      report({
        uri,
        span: deadline.place.span,
        draft,
        milder: deadline.statedIn === 'sentence',
        data: deadline.statedIn === 'clause' ? { last: cycle?.range?.last ?? null } : null,
        message: {
          what: `“${deadline.text}” does not say which day is meant, so there is no deadline.`,
          why: putOff,
          todo: 'Write the day, such as `by 2026-09-30`.',
        },
      });
      return true;
    };
    return {
      onlyOwn: true,

      end() {
        for (const initiative of cascade.initiatives) {
          const holder = initiative.in;
          if (isUnfinished(cascade, initiative)) continue;
          judge(initiative, holder.kind === 'set' ? holder : setOf(holder), holder.draft);
        }
      },

      goal(goal) {
        const { deadline } = goal;
        if (deadline !== null && deadline.day !== null) return;
        if (isUnfinished(cascade, goal)) return;
        const { cycle } = setOf(goal);
        if (judge(goal, setOf(goal), goal.draft)) return;
        if (goal.kind === 'keyResult' && cycle && deadline === null) {
          const { declaration } = cycle;
          report({
            uri: goal.uri,
            span: markOf(goal.node),
            draft: goal.draft,
            data: { goal: goal.id },
            related: declaration ? [{ uri: declaration.uri, span: declaration.span, label: 'The cycle' }] : [],
            message: {
              what: `This key result has no deadline, and the cycle \`${cycle.name}\` does not say when it ends.`,
              why: putOff,
              todo: 'Give the cycle its first and last day, or write a date such as `by 2026-09-30` behind the measure.',
            },
          });
        }
      },
    };
  },

  fix({ uri, span, data }, { cascade }): readonly Fix[] {
    if (data === null) return [];
    const quarter = endOfQuarter(cascade.today);
    const last = data['last'];
    if (last !== undefined) {
      const day = formatIsoDay(typeof last === 'number' ? last : quarter);
      const which = typeof last === 'number' ? 'the last day of the cycle' : 'the end of the current quarter';
      const edits = [replace(uri, span, day)];
      return [{ title: `Write \`${day}\`, ${which}`, kind: 'unsafe', preferred: false, edits }];
    }
    const keyResult = cascade.goals.get(String(data['goal']));
    if (keyResult?.kind !== 'keyResult') return [];
    const day = formatIsoDay(quarter);
    const edits = [insert(uri, behindMeasure(keyResult), ` by ${day}`)];
    return [{ title: `Write \`by ${day}\`, the end of the current quarter`, kind: 'unsafe', preferred: false, edits }];
  },
});

const putOff = 'What has no day can be put off every week and is never missed.';

function behindMeasure({ node }: KeyResultNode): number {
  return Math.max(node.title?.span.end ?? 0, node.name?.span.end ?? 0, node.measure?.span.end ?? 0);
}

function endOfQuarter(today: Day): Day {
  const { year, month } = partsOf(today);
  return calendarCycle(`${year}-Q${Math.ceil(month / 3)}`)?.last ?? today;
}
