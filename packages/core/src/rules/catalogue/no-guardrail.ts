import { toBase } from '../../amounts/compare.ts';
import type { Cascade, KeyResultNode, ObjectiveNode, SetNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { prompts } from '../../reading/prompts.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { addLine, goalIn, objectiveOf } from '../goals.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

const growth = ['kr "First orders" from 300 to 900', 'kr "Cities with a van" from 4 to 9'];

export const noGuardrail = defineRule({
  meta: {
    name: 'no-guardrail',
    title: 'Growth that nothing watches over',
    category: 'structure',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'All figures of an objective are to grow, and neither it nor anything around or above it says what must not get worse.',
    why: 'Every figure can be driven up at the cost of something that nobody measures. People do what is counted, and find the cost when it is late.',
    sources: ['15Five help pages', 'A public OKR-writer skill', 'Wodtke: Radical Focus'],
    advice:
      'Add what would suffer first: `guardrail "Refund rate" at most 4%`. One for the whole company may be enough.',
    limits:
      'It is turned off unless you turn it on, because most teams begin without guardrails. A guardrail of the set, of the goals that it supports and of the ' +
      'units above counts, a `kpi` of its unit or one above does, and so does a key result that goes down or keeps a limit.',
    examples: {
      invalid: [
        {
          title: 'More, whatever it costs',
          files: inObjective(...growth),
          fixed: inObjective(...growth, 'guardrail "What must not get worse meanwhile" at most 5%'),
        },
      ],
      valid: [
        { title: 'With a limit', files: inObjective(...growth, 'guardrail "Refund rate" at most 4%') },
        { title: 'Something goes down', files: inObjective(...growth, 'kr "Complaints" from 60 to 20') },
        {
          title: 'One for the whole company',
          files: `${inObjective(...growth)}\nkpi refunds "Refund rate" of acme at most 4%\n`,
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      objective(objective) {
        const { node, keyResults, set, supports } = objective;
        if (keyResults.length === 0 || !keyResults.every(grows) || isUnfinished(cascade, objective)) return;
        if (isGuarded(objective) || isWatched(set, cascade)) return;
        if (supports.some(({ to }) => isGuarded(objectiveOf(to)))) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'All figures of this objective are to grow, and nothing says what must not get worse.',
            why: 'Every figure can be driven up at the cost of something that nobody measures.',
            todo: 'Add what would suffer first as a `guardrail`.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    const metric = prompts.limitMeanwhile;
    const edit = goal && text !== null && addLine(goal, text, `guardrail "${metric}" at most 5%`, 'last');
    return edit ? [template('Add a guardrail to be filled in', edit, metric, '5%')] : [];
  },
});

function grows({ measure }: KeyResultNode): boolean {
  if (!measure?.target) return false;
  const { form, baseline, target } = measure;
  if (form === 'up' || form === 'to') return true;
  return form === 'from-to' && baseline !== null && toBase(target, baseline.unit) > toBase(baseline, target.unit);
}

function isGuarded({ guardrails, set }: ObjectiveNode): boolean {
  return guardrails.length > 0 || set.guardrails.length > 0;
}

/** Whether the unit or one above has a health metric of its own, or a guardrail in any of its sets. */
function isWatched({ unit }: SetNode, { everywhere }: Cascade): boolean {
  for (let at = unit; at; at = at.parent) if (everywhere.isWatched(at.name)) return true;
  return false;
}
