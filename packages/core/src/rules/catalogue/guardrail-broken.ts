import { measureInWords, readingInWords } from '../../cascade/measure-words.ts';
import { lastReadingBy } from '../../cascade/readings.ts';
import { inObjective } from '../examples.ts';
import { markOf } from '../marks.ts';
import { isRunning } from '../news.ts';
import { defineRule } from '../rule.ts';

const refunds = (value: string) => `${inObjective('guardrail refunds "Refund rate" at most 4%')}
checkin 2026-08-14 for acme in 2026-Q3 {
    trust.refunds ${value}
}
`;

export const guardrailBroken = defineRule({
  meta: {
    name: 'guardrail-broken',
    title: 'Guardrail that does not hold',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary: 'The last check-in of a guardrail lies beyond its limit.',
    why: 'A guardrail says what must not get worse on the way. When it breaks, the goal is being paid for with something that nobody wanted to give away, however green its key results are.',
    sources: ['What guardrails are for, in the language'],
    advice:
      'Slow down, find out what it costs to go on, and decide together. If the limit was wrong, change it in a commit that says why.',
    limits:
      'Only the last reading counts, and only while the cycle runs. What a `kpi` says is told in the cascade, with every goal that watches it.',
    examples: {
      invalid: [{ title: 'More than agreed', files: refunds('6%') }],
      valid: [
        { title: 'Within its limit', files: refunds('3.5%') },
        { title: 'Not read yet', files: inObjective('guardrail refunds "Refund rate" at most 4%') },
      ],
    },
  },

  check({ cascade, report }) {
    for (const guardrail of cascade.guardrails) {
      const { in: holder, kpi, measure, readings } = guardrail;
      if (guardrail.holds !== false || kpi !== null || !measure || holder.draft) continue;
      if (!isRunning(holder.kind === 'set' ? holder : holder.set, cascade)) continue;
      const last = lastReadingBy(readings, cascade.today);
      if (!last) continue;
      report({
        uri: guardrail.uri,
        span: markOf(guardrail.node),
        related: [{ ...last.place, label: 'The last check-in' }],
        message: {
          what: `“${guardrail.title}” does not hold: ${readingInWords(last)} does not keep ${measureInWords(measure)}.`,
          why: 'The goal is being paid for with something that must not get worse.',
          todo: 'Decide together how to go on, or change the limit and say why.',
        },
      });
    }
  },
});
