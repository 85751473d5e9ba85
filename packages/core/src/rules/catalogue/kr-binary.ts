import type { Amount } from '../../amounts/amount.ts';
import type { KeyResultNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { defineRule } from '../rule.ts';

export const krBinary = defineRule({
  meta: {
    name: 'kr-binary',
    title: 'Yes or no, written as a number',
    category: 'key-result',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [
      {
        name: 'milestones',
        type: 'boolean',
        default: false,
        description: 'Whether key results that are written as `yes/no` are reported too.',
      },
    ],
    summary: 'A key result goes from 0 to 1: it is answered by yes or no.',
    why: 'It stands at zero until it is done. Nobody sees in time whether it will come, and the number looks like a measure that it is not.',
    sources: ['Public writing checklists for key results', "OpenOKR's method document, section 2.10"],
    advice:
      'Write `yes/no` if it is a milestone. Better is a figure that grows on the way: parts that passed, regions that use it.',
    limits:
      'Milestones are legitimate, so `yes/no` itself is only reported where the option `milestones` asks for it. A figure with a unit ("from 0 to 1 ' +
      'customers") is left alone.',
    examples: {
      invalid: [
        {
          title: 'From nothing to one',
          files: inObjective('kr "Consumer-rights audit passed" from 0 to 1'),
          fixed: inObjective('kr "Consumer-rights audit passed" yes/no'),
        },
        {
          title: 'All milestones, where that is wanted',
          options: { milestones: true },
          files: inObjective('kr "Consumer-rights audit passed" yes/no'),
        },
      ],
      valid: [
        { title: 'Said as it is', files: inObjective('kr "Consumer-rights audit passed" yes/no') },
        { title: 'Parts of it', files: inObjective('kr "Chapters of the audit passed" from 0 to 6') },
      ],
    },
  },

  visit({ option, report }) {
    const milestones = option<boolean>('milestones');
    return {
      keyResult(keyResult) {
        const { measure } = keyResult;
        const isNumber = isFromZeroToOne(keyResult);
        if (!measure || (!isNumber && !(milestones && measure.form === 'yes-no'))) return;
        report({
          uri: keyResult.uri,
          span: measure.place.span,
          draft: keyResult.draft,
          data: isNumber ? { goal: keyResult.id } : null,
          message: {
            what: 'This key result is answered by yes or no.',
            why: 'It stands at zero until it is done, and nobody sees in time whether it will come.',
            todo: isNumber
              ? 'Write `yes/no` if it is a milestone, or a figure that grows on the way.'
              : 'Look for a figure that grows on the way.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, option }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    // Readings of 0 and 1 would not fit a milestone any more.
    if (goal?.kind !== 'keyResult' || !goal.node.measure || goal.readings.length > 0 || option<boolean>('milestones'))
      return [];
    const edit = replace(goal.uri, goal.node.measure.span, 'yes/no');
    return [{ title: 'Write `yes/no`', kind: 'unsafe', preferred: true, edits: [edit] }];
  },
});

function isFromZeroToOne({ measure, node }: KeyResultNode): boolean {
  if (measure?.form !== 'from-to' || !isPlain(measure.target, 1) || !isPlain(measure.baseline, 0)) return false;
  return measure.source !== 'clause' || !node.deadline;
}

function isPlain(amount: Amount | null, value: number): boolean {
  return amount?.value === value && amount.unit.kind === 'number' && !amount.unit.outOf && !amount.unit.per;
}
