import type { Cascade, GoalNode, SetNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { inObjective } from '../examples.ts';
import { addLine, goalIn } from '../goals.ts';
import { markOf, placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { isSameText, sameFigures, textNumber } from '../texts.ts';

const quarter = (cycle: string, ...lines: readonly string[]) => {
  const whole = inObjective(...lines, 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5').replace('2026-Q3', cycle);
  return cycle === '2026-Q3' ? whole.slice(whole.indexOf('okrs')) : whole;
};

export const silentCarryover = defineRule({
  meta: {
    name: 'silent-carryover',
    title: 'The goal of last time, once more',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'An objective, or a key result with the same figures, stood word for word in the cycle before, and nothing says that it was carried over.',
    why: 'A goal that was not reached may go on, but as a decision. Copied without a word it looks new, and nobody asks why it should work this time.',
    sources: ["OpenOKR's method document, section 1.7"],
    advice: 'Write `carried from` with the goal that it continues, and say what will be different.',
    limits:
      'Letters and digits are compared, and only with the last cycle of the same unit that ended before. A metric that goes on with new figures is no carry-over. ' +
      'Cycles that are over are left alone.',
    examples: {
      invalid: [
        {
          title: 'Copied into the next quarter',
          files: `${quarter('2026-Q2')}\n${quarter('2026-Q3')}`,
          fixed: `${quarter('2026-Q2')}\n${quarter('2026-Q3', 'carried from acme.trust in 2026-Q2')}`,
        },
      ],
      valid: [
        {
          title: 'Carried over',
          files: `${quarter('2026-Q2')}\n${quarter('2026-Q3', 'carried from acme.trust in 2026-Q2')}`,
        },
        {
          title: 'A new goal for an old figure',
          files: `${quarter('2026-Q2')}\n${quarter('2026-Q3').replace('Earn back customer trust', 'Be the shop people tell their friends about').replace('3.9 of 5 to 4.4', '4.4 of 5 to 4.6')}`,
        },
      ],
    },
  },

  check({ cascade, report }) {
    for (const [set, before] of followers(cascade)) {
      const old = new Map<number, GoalNode>();
      for (const objective of before.objectives) {
        old.set(textNumber(objective.title), objective);
        for (const keyResult of objective.keyResults) old.set(textNumber(keyResult.title), keyResult);
      }
      for (const objective of set.objectives) {
        if (objective.node.carriedFrom) continue;
        const goals = originalOf(objective, old) ? [objective] : objective.keyResults;
        for (const goal of goals) {
          const original = goal.node.carriedFrom ? null : originalOf(goal, old);
          if (!original) continue;
          report({
            uri: goal.uri,
            span: markOf(goal.node),
            draft: goal.draft,
            data: { goal: goal.id, from: pathOf(original) },
            related: [{ ...placeOf(original), label: `In ${before.cycleName}` }],
            message: {
              what: `This ${goal.kind === 'objective' ? 'objective' : 'key result'} stood in ${before.cycleName} already, word for word.`,
              why: 'Copied without a word it looks new, and nobody asks why it should work this time.',
              todo: 'Write `carried from` with the goal that it continues.',
            },
          });
        }
      }
    }
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const from = finding.data?.['from'];
    const text = textOf(finding.uri);
    const edit =
      goal && text !== null && typeof from === 'string' && addLine(goal, text, `carried from ${from}`, 'first');
    return edit ? [{ title: `Write \`carried from ${from}\``, kind: 'unsafe', preferred: true, edits: [edit] }] : [];
  },
});

/** Each set whose cycle is not over, with the last set of its unit that ended before it begins. */
function followers({ sets, today }: Cascade): readonly (readonly [SetNode, SetNode])[] {
  const ofUnit = new Map<string, SetNode[]>();
  for (const set of sets.values()) {
    if (!set.cycle?.range) continue;
    const others = ofUnit.get(set.unitName);
    if (others) others.push(set);
    else ofUnit.set(set.unitName, [set]);
  }
  const pairs: (readonly [SetNode, SetNode])[] = [];
  for (const own of ofUnit.values()) {
    const byEnd = [...own].sort((a, b) => endOf(a) - endOf(b));
    for (const set of own) {
      const first = set.cycle?.range?.first ?? 0;
      const before = endOf(set) >= today ? byEnd.findLast((other) => endOf(other) < first) : undefined;
      if (before) pairs.push([set, before]);
    }
  }
  return pairs;
}

function endOf({ cycle }: SetNode): number {
  return cycle?.range?.last ?? 0;
}

/** The goal of the same words and, for a key result, the same figures. */
function originalOf(goal: GoalNode, old: ReadonlyMap<number, GoalNode>): GoalNode | null {
  const other = old.get(textNumber(goal.title));
  if (!other || other.kind !== goal.kind || !isSameText(goal.title, other.title)) return null;
  const isSame = goal.kind === 'objective' || (other.kind === 'keyResult' && sameFigures(goal.measure, other.measure));
  return isSame ? other : null;
}

/** How a goal is called from another cycle; null where it has no name. */
function pathOf(goal: GoalNode): string | null {
  const objective = goal.kind === 'objective' ? goal : goal.objective;
  if (objective.name === null || goal.name === null) return null;
  const { unitName, cycleName } = objective.set;
  const names = goal.kind === 'objective' ? [unitName, goal.name] : [unitName, objective.name, goal.name];
  return `${names.join('.')} in ${cycleName}`;
}
