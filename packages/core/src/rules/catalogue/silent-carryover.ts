import type { Cascade, GoalNode, SetNode } from '../../cascade/cascade.ts';
import { once } from '../../cascade/everywhere.ts';
import type { Fix } from '../../findings/finding.ts';
import { countBefore } from '../../model/sorted.ts';
import { mayRepeat } from '../beginnings.ts';
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

  visit({ cascade, report }) {
    const setsOf = once(() => setsByUnit(cascade));
    return {
      set(set) {
        const range = set.cycle?.range;
        if (!range || range.last < cascade.today) return;
        const own = setsOf().get(set.unitName) ?? [];
        const before = own[countBefore(own, (other) => endOf(other) < range.first) - 1];
        if (!before || !mayRepeat(set, before)) return;
        const old = goalsByWords(before);
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
      },
    };
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

/** The sets with known days of each unit, the one that ends last behind all others. */
function setsByUnit({ sets }: Cascade): ReadonlyMap<string, readonly SetNode[]> {
  const ofUnit = new Map<string, SetNode[]>();
  for (const set of sets.values()) {
    if (!set.cycle?.range) continue;
    const others = ofUnit.get(set.unitName);
    if (others) others.push(set);
    else ofUnit.set(set.unitName, [set]);
  }
  for (const own of ofUnit.values()) if (own.length > 1) own.sort((a, b) => endOf(a) - endOf(b));
  return ofUnit;
}

function endOf({ cycle }: SetNode): number {
  return cycle?.range?.last ?? 0;
}

/** By the number of their words. */
function goalsByWords({ objectives }: SetNode): ReadonlyMap<number, readonly GoalNode[]> {
  const goals = new Map<number, GoalNode[]>();
  const add = (goal: GoalNode) => {
    const words = textNumber(goal.title);
    const others = goals.get(words);
    if (!others) goals.set(words, [goal]);
    else if (others.length < mostCompared) others.push(goal);
  };
  for (const objective of objectives) {
    add(objective);
    objective.keyResults.forEach(add);
  }
  return goals;
}

/** With the same words more often than this, a set is not one that people write. */
const mostCompared = 20;

/** The goal of the same words and, for a key result, the same figures; the last of several. */
function originalOf(goal: GoalNode, old: ReadonlyMap<number, readonly GoalNode[]>): GoalNode | null {
  return old.get(textNumber(goal.title))?.findLast((other) => isRepeated(goal, other)) ?? null;
}

function isRepeated(goal: GoalNode, other: GoalNode): boolean {
  if (other.kind !== goal.kind || !isSameText(goal.title, other.title)) return false;
  return goal.kind === 'objective' || (other.kind === 'keyResult' && sameFigures(goal.measure, other.measure));
}

/** How a goal is called from another cycle; null where it has no name. */
function pathOf(goal: GoalNode): string | null {
  const objective = goal.kind === 'objective' ? goal : goal.objective;
  if (objective.name === null || goal.name === null) return null;
  const { unitName, cycleName } = objective.set;
  const names = goal.kind === 'objective' ? [unitName, goal.name] : [unitName, objective.name, goal.name];
  return `${names.join('.')} in ${cycleName}`;
}
