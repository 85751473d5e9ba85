import type { Fix } from '../../findings/finding.ts';
import { closedQuarter } from '../closing-examples.ts';
import { isOnScale, writtenScore } from '../closings.ts';
import { replace } from '../edits.ts';
import { defineRule } from '../rule.ts';

const learned = 'learned "Answers on the first day count most"';

export const scoreRange = defineRule({
  meta: {
    name: 'score-range',
    title: 'Score outside of 0 to 1',
    category: 'progress',
    level: 'error',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A score is below 0 or above 1, such as 1.2 or 7.',
    why: 'Scores are compared and averaged. One that leaves the scale spoils every mean that it takes part in.',
    sources: ["OpenOKR's method document, section 3.3"],
    advice: 'Write 1.0 for a goal that was surpassed, and say in `learned` by how much.',
    limits: 'Scores in percent are understood: `70%` is 0.7.',
    examples: {
      invalid: [
        {
          title: 'More than all',
          files: closedQuarter('committed', `trust score 1.2 keep ${learned}`),
          fixed: closedQuarter('committed', `trust score 1.0 keep ${learned}`),
        },
        {
          title: 'Seven of ten',
          files: closedQuarter('committed', `trust score 7 keep ${learned}`),
          fixed: closedQuarter('committed', `trust score 0.7 keep ${learned}`),
        },
        {
          title: 'Percent without their sign',
          files: closedQuarter('committed', `trust score 70 keep ${learned}`),
          fixed: closedQuarter('committed', `trust score 0.7 keep ${learned}`),
        },
        { title: 'Less than nothing', files: closedQuarter('committed', `trust score -0.2 keep ${learned}`) },
      ],
      valid: [
        { title: 'Reached in full', files: closedQuarter('committed', `trust score 1.0 keep ${learned}`) },
        { title: 'In percent', files: closedQuarter('committed', `trust score 55% keep ${learned}`) },
      ],
    },
  },

  check({ cascade, report }) {
    for (const { uri, node } of cascade.closings) {
      for (const { score } of node.entries) {
        if (!score || isOnScale(score.value)) continue;
        const meant = meantBy(score.value);
        report({
          uri,
          span: score.span,
          data: meant === null ? null : { score: writtenScore(meant) },
          message: {
            what: `Scores go from 0 to 1, and this one is ${writtenScore(score.value)}.`,
            why: 'One that leaves the scale spoils every mean that it takes part in.',
            todo:
              meant === null
                ? 'Write it between 0, where nothing was reached, and 1.'
                : `Write it between 0 and 1; perhaps ${writtenScore(meant)} is meant.`,
          },
        });
      }
    }
  },

  fix({ uri, span, data }): readonly Fix[] {
    const score = data?.['score'];
    if (typeof score !== 'string') return [];
    return [{ title: `Write \`${score}\``, kind: 'unsafe', preferred: true, edits: [replace(uri, span, score)] }];
  },
});

/** 1.2 was more than all, 7 is seven of ten and 70 seventy percent; what is below 0 or above 100 could be anything. */
function meantBy(score: number): number | null {
  if (score < 0 || score > 100) return null;
  if (score < 2) return 1;
  return score <= 10 ? score / 10 : score / 100;
}
