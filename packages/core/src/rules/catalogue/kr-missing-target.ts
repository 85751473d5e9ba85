import type { KeyResultNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { insert } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const krMissingTarget = defineRule({
  meta: {
    name: 'kr-missing-target',
    title: 'Measure without a target',
    category: 'key-result',
    level: 'error',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A key result says where a figure starts and not where it shall go.',
    why: 'Without a target nothing can be computed, and any value at the end will do.',
    sources: ["OpenOKR's method document, rule KR-3", 'A public OKR checker'],
    advice:
      'Write the value that is to be reached: `from 31% to 45%`. If it is only to be watched, make it a guardrail or a `kpi`.',
    limits:
      'Only measures that are written as fields are looked at. A key result without any measure is another finding.',
    examples: {
      invalid: [
        {
          title: 'Where to?',
          files: inObjective('kr "Repeat purchase rate" from 31%'),
          fixed: inObjective('kr "Repeat purchase rate" from 31% to 100%'),
        },
        { title: 'Where from, and where to?', files: inObjective('kr "Repeat purchase rate" baseline unknown') },
      ],
      valid: [
        { title: 'From here to there', files: inObjective('kr "Repeat purchase rate" from 31% to 45%') },
        { title: 'The sentence says it', files: inObjective('kr "Raise the repeat purchase rate to 45%" from 31%') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      keyResult(keyResult) {
        const { node, measure } = keyResult;
        if (!node.measure || !lacksTarget(keyResult) || isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: node.measure.span,
          draft: keyResult.draft,
          data: { goal: keyResult.id, unit: unitOf(measure?.baseline?.text ?? '') },
          message: {
            what: 'This key result says where it starts and not where it shall go.',
            why: 'Without a target no progress can be computed.',
            todo: 'Write the value that is to be reached behind it, such as `to 45%`.',
          },
        });
      },
    };
  },

  fix(finding, { cascade }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    if (goal?.kind !== 'keyResult' || !goal.node.measure) return [];
    const edit = insert(goal.uri, goal.node.measure.span.end, ` to 100${String(finding.data?.['unit'] ?? '')}`);
    return [template('Add a target to be filled in', edit, '100')];
  },
});

function lacksTarget({ measure }: KeyResultNode): boolean {
  return measure !== null && measure.form !== 'yes-no' && measure.target === null;
}

/** What stands behind the figure of an amount: `%` of `31%`, ` days` of `6 days`. */
function unitOf(text: string): string {
  return /\d(%|\s\p{L}{1,30})$/u.exec(text)?.[1] ?? '';
}
