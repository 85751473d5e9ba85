import type { Fix } from '../../findings/finding.ts';
import type { WrittenNumber } from '../../model/file.ts';
import { remove } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const zeroWeight = defineRule({
  meta: {
    name: 'zero-weight',
    title: 'Goal that counts nothing',
    category: 'structure',
    level: 'hint',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'An objective, a key result or a link has the weight zero.',
    why: 'It takes part in every review and moves no figure. Readers see a goal where there is none.',
    sources: ['Public OKR tools with weights'],
    advice: 'Take the weight away if it is to count. If it is only to be watched, make it a guardrail or a `kpi`.',
    limits:
      'Some teams give new figures no weight while they learn to measure them. That is what hints are for: leave it if you mean it.',
    examples: {
      invalid: [
        {
          title: 'Watched, and not counted',
          files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { weight 0 }'),
          fixed: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { }'),
        },
      ],
      valid: [{ title: 'Counted', files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { weight 2 }') }],
    },
  },

  visit({ report }) {
    return {
      goal(goal) {
        const { node } = goal;
        if (!isZero(node.weight) && !(node.supports.length > 0 && node.supports.some(({ weight }) => isZero(weight))))
          return;
        const { uri, draft } = goal;
        for (const weight of [node.weight, ...node.supports.map((support) => support.weight)]) {
          if (weight?.value !== 0) continue;
          report({
            uri,
            span: weight.span,
            draft,
            message: {
              what: 'With the weight zero this counts nothing.',
              why: 'Readers see a goal that moves no figure.',
              todo: 'Take the weight away, or make it a guardrail if it is only to be watched.',
            },
          });
        }
      },
    };
  },

  fix({ uri, span }, { text: textOf }): readonly Fix[] {
    const text = textOf(uri);
    const word = text === null ? null : /weight\s+$/.exec(text.slice(Math.max(0, span.start - 50), span.start));
    if (text === null || !word) return [];
    const whole = { start: span.start - word[0].length, end: span.end };
    return [{ title: 'Take the weight away', kind: 'unsafe', preferred: false, edits: [remove(uri, text, whole)] }];
  },
});

function isZero(weight: WrittenNumber | null): boolean {
  return weight?.value === 0;
}
