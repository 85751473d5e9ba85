import { sameDimension, toBase } from '../../amounts/compare.ts';
import type { Measure } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import type { Span } from '../../model/span.ts';
import { isSameUnit } from '../amounts.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const krBaselineEqualsTarget = defineRule({
  meta: {
    name: 'kr-baseline-equals-target',
    title: 'Target that is already reached',
    category: 'key-result',
    level: 'error',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A key result goes from a value to the same value.',
    why:
      'Nothing has to change for it to be reached, and its progress cannot be computed: the way from here to there has no length. Usually a figure ' +
      'was copied and not changed.',
    sources: ["OpenOKR's method document, section 3.1", 'A public OKR checker'],
    advice:
      'Write the figure that you want to reach. If it is to be kept and not to be moved, say so: `at least 99.9%` or `at most 4%`; a `guardrail` ' +
      'may be the better place for it.',
    limits:
      'Amounts in different units are compared by what they amount to: 1 hour is 60 minutes. Read from a sentence, the finding is a ' +
      'warning, because wording is never an error.',
    examples: {
      invalid: [
        {
          title: 'Copied and not changed',
          files: inObjective('kr "Help desk availability" from 99.9% to 99.9%'),
          fixed: inObjective('kr "Help desk availability" at least 99.9%'),
        },
        {
          title: 'The same in another unit',
          files: inObjective('kr "Time to a first answer" from 90 minutes to 1.5 hours'),
          fixed: inObjective('kr "Time to a first answer" at least 1.5 hours'),
        },
      ],
      valid: [
        { title: 'Kept at a level', files: inObjective('kr "Help desk availability" at least 99.9%') },
        { title: 'Moved', files: inObjective('kr "Help desk availability" from 99.5% to 99.9%') },
      ],
    },
  },

  visit({ report }) {
    return {
      keyResult(keyResult) {
        const { measure } = keyResult;
        if (!measure || !isStill(measure)) return;
        const { node, uri, draft } = keyResult;
        const isWritten = node.measure !== null && measure.source === 'clause' && measure.baselineSource === 'clause';
        report({
          uri,
          span: measure.place.span,
          draft,
          milder: !isWritten,
          // A deadline may stand between the two figures; it must not be lost with them.
          data:
            isWritten && !(node.deadline && lies(node.deadline.span, measure.place.span))
              ? { target: measure.target?.text ?? '' }
              : null,
          message: {
            what: 'This key result starts where it ends.',
            why: 'Nothing has to change for it to be reached.',
            todo: 'Write the figure that you want to reach, or `at least` and `at most` for one that is to be kept.',
          },
        });
      },
    };
  },

  fix({ uri, span, data }): readonly Fix[] {
    if (!data) return [];
    return ['at least', 'at most'].map((bound) => ({
      title: `Keep it: \`${bound} ${String(data['target'])}\``,
      kind: 'unsafe',
      preferred: false,
      edits: [replace(uri, span, `${bound} ${String(data['target'])}`)],
    }));
  },
});

function lies({ start }: Span, outer: Span): boolean {
  return start >= outer.start && start < outer.end;
}

function isStill({ form, baseline, target }: Measure): boolean {
  if (form !== 'from-to' || !baseline || !target) return false;
  if (isSameUnit(baseline.unit, target.unit)) return isSameFigure(baseline.value, target.value);
  if (!sameDimension(baseline.unit, target.unit)) return false;
  // one release a month is not one a week; but 20 a month are 240 a year
  if ((baseline.unit.per === null) !== (target.unit.per === null) && baseline.text !== target.text) return false;
  return isSameFigure(toBase(baseline, target.unit), toBase(target, baseline.unit));
}

/** 90 minutes and 1.5 hours differ in the last binary digit. */
function isSameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
