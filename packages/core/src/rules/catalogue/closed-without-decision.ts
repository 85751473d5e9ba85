import type { Cascade, ClosedGoal, Declared, ObjectiveNode, SetNode } from '../../cascade/cascade.ts';
import { formatIsoDay } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import { prompts } from '../../reading/prompts.ts';
import { appendLines } from '../append.ts';
import { closedQuarter } from '../closing-examples.ts';
import { daysLookedBack, writtenScore } from '../closings.ts';
import { placeOfSet, titleOf } from '../goals.ts';
import { placeOf } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const closedWithoutDecision = defineRule({
  meta: {
    name: 'closed-without-decision',
    title: 'Cycle over, and nothing decided',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [whole('graceDays', 14, 0, 366, 'How many days after its end a cycle may wait for its closing.')],
    summary: 'A cycle has been over for two weeks, and an objective has neither a score nor a decision.',
    why: 'What is neither scored nor dropped goes on as a shadow: some still work on it, others believe that it is over, and nobody learns from it.',
    sources: ["OpenOKR's method document, section 8.8", 'Microsoft Viva Goals documentation: closing and scoring'],
    advice:
      'Add a `closing` with a score for each objective, what was learned, and whether to keep, modify, defer or abandon it.',
    limits:
      'Left alone are drafts, objectives that another one carries on, and cycles that ended more than half a year ago. A project that has no closing and no ' +
      'check-in at all follows its goals somewhere else. A set without any closing is reported once.',
    examples: {
      invalid: [
        {
          title: 'Six weeks later',
          files: closedQuarter('committed'),
          fixed: `${closedQuarter('committed')}
closing for acme in 2026-Q2 on 2026-08-15 {
    trust score 0.55 modify learned "What we would do otherwise"
}
`,
        },
      ],
      valid: [
        { title: 'Scored', files: closedQuarter('committed', 'trust score 0.55 modify learned "Start earlier"') },
        {
          title: 'Key result by key result',
          files: closedQuarter('aspirational', 'trust.rating score 0.6', 'trust.twice defer'),
        },
        { title: 'Just over', today: '2026-07-10', files: closedQuarter('committed') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const { today, everywhere } = cascade;
    if (!everywhere.hasClosings() && !everywhere.hasReadings()) return {};
    const grace = option<number>('graceDays');
    let carried: ReadonlySet<Declared> | null = null;
    let later: ReadonlySet<string> | null = null;
    return {
      set(set) {
        const last = set.cycle?.range?.last;
        if (set.draft || last === undefined || today - last <= grace || today - last > daysLookedBack) return;
        const undecided = set.objectives.filter((objective) => !objective.draft && !isDecided(objective));
        if (undecided.length === 0) return;
        later ??= closedLater(cascade);
        if (later.has(set.id)) return;
        carried ??= carriedOn(cascade);
        const open = undecided.filter((objective) => !carried?.has(objective));
        const place = placeOfSet(set);
        if (open.length === 0 || !place) return;
        const about = set.closing ? 'this objective' : `the objectives of ${titleOf(set)}`;
        const message = {
          what: `Nothing has been decided about ${about} since ${set.cycleName} ended on ${formatIsoDay(last)}.`,
          why: 'What is neither scored nor dropped goes on as a shadow.',
          todo: 'Add a `closing` with the score and whether to keep, modify, defer or abandon it.',
        };
        if (!set.closing) report({ ...place, data: { set: set.id }, message });
        else for (const objective of open) report({ ...placeOf(objective), message });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const set = cascade.sets.get(String(data?.['set']));
    const text = textOf(uri);
    const names = set?.objectives.filter(({ draft }) => !draft) ?? [];
    if (!set || text === null || names.some(({ name }) => name === null)) return [];
    const edit = appendLines(uri, text, closingLines(set, names, cascade.today));
    return [
      template('Add a closing with the scores of the check-ins, to be filled in', edit, ...names.map(() => lesson)),
    ];
  },
});

/** What is carried from in another cycle. */
function carriedOn({ objectives }: Cascade): ReadonlySet<Declared> {
  const carried = new Set<Declared>();
  for (let i = 0; i < objectives.length; i++) {
    const target = objectives[i]?.carriedFrom?.target;
    if (target) carried.add(target);
  }
  return carried;
}

/** Sets with a closing of a day that is still to come: another rule speaks of it. */
function closedLater({ closings, today }: Cascade): ReadonlySet<string> {
  const later = closings.filter(({ day }) => day !== null && day > today);
  return new Set(later.map(({ node }) => `${node.unit?.text ?? ''}/${node.cycle?.text ?? ''}`));
}

function isDecided({ closing, keyResults }: ObjectiveNode): boolean {
  if (says(closing)) return true;
  return keyResults.length > 0 && keyResults.every((keyResult) => says(keyResult.closing));
}

function says(closing: ClosedGoal | null): boolean {
  return closing !== null && (closing.node.score !== null || closing.node.decision !== null);
}

const { lesson } = prompts;

function closingLines(set: SetNode, objectives: readonly ObjectiveNode[], today: number): readonly string[] {
  return [
    `closing for ${set.unitName} in ${set.cycleName} on ${formatIsoDay(today)} {`,
    ...objectives.map(
      ({ name, progress }) => `    ${name} score ${writtenScore(progress.value)} modify learned "${lesson}"`,
    ),
    '}',
  ];
}
