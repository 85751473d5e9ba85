import type { Amount } from '../../amounts/amount.ts';
import { sameDimension } from '../../amounts/compare.ts';
import type { Measure } from '../../cascade/cascade.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const krUnitMismatch = defineRule({
  meta: {
    name: 'kr-unit-mismatch',
    title: 'Baseline and target in different units',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: false,
    options: [],
    summary: 'The figures of one measure count different things, such as days and percent.',
    why: 'From days to percent there is no way that can be measured, so the key result shows no progress, whatever happens.',
    sources: ["Google's OKR playbook: a key result is unambiguous"],
    advice: 'Write both figures in the same unit. Units of one kind go together: `from 6 days to 36 hours` is fine.',
    limits:
      'A bare figure goes with any unit: `from 9 to 4 days` is nine days. Different words for one thing (`orders`, `purchases`) are different units.',
    examples: {
      invalid: [
        { title: 'From days to percent', files: inObjective('kr "Time from complaint to answer" from 6 days to 40%') },
        { title: 'Hours more than a share', files: inObjective('kr "Orders packed the same day" up 3 hours from 40%') },
        { title: 'Two currencies', files: inObjective('kr "Costs of a return" from $12 to €9') },
      ],
      valid: [
        {
          title: 'Two units of time',
          files: inObjective('kr "Time from complaint to answer" from 6 days to 36 hours'),
        },
        { title: 'The unit is said once', files: inObjective('kr "Time from complaint to answer" from 6 to 4 days') },
        { title: 'A change in percent', files: inObjective('kr "Customers who write twice" down 25% from 410') },
      ],
    },
  },

  visit({ report }) {
    return {
      keyResult(keyResult) {
        const { measure } = keyResult;
        const pair = measure && mismatchOf(measure);
        // A sentence may well be misread; only what is written as fields is certain enough.
        if (!pair || measure.source !== 'clause' || measure.baselineSource === 'sentence') return;
        report({
          uri: keyResult.uri,
          span: pair[1].span,
          draft: keyResult.draft,
          message: {
            what: `\`${pair[0].text}\` and \`${pair[1].text}\` count different things.`,
            why: 'There is no way from the one to the other, so no progress can be measured.',
            todo: 'Write both figures in the same unit.',
          },
        });
      },
    };
  },
});

function mismatchOf({ form, baseline, low, target }: Measure): readonly [Amount, Amount] | null {
  if (!target) return null;
  if (low && !sameDimension(low.unit, target.unit)) return [low, target];
  const isShare =
    (form === 'up' || form === 'down') && (target.unit.kind === 'percent' || target.unit.kind === 'multiple');
  return baseline && !isShare && !sameDimension(baseline.unit, target.unit) ? [baseline, target] : null;
}
