import type { Fix } from '../../findings/finding.ts';
import type { WrittenNumber } from '../../model/file.ts';
import { closedQuarter } from '../closing-examples.ts';
import { writtenScore } from '../closings.ts';
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
    summary: 'A score is a bare figure between 1 and 10, such as 1.2 or 7, which would be read as a few percent.',
    why: 'Scores are compared and averaged. One that leaves the scale spoils every mean that it takes part in.',
    sources: ["OpenOKR's method document, section 3.3"],
    advice: 'Write 1.0 for a goal that was surpassed, and say in `learned` by how much.',
    limits:
      'Scores in percent are understood: `70%` and `70` are 0.7. What is below 0 or above 100% cannot be read at all and is reported as an amount that is none.',
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
        const written = score && bareFigure(score);
        if (!score || written === null) continue;
        report({
          uri,
          span: score.span,
          data: { score: writtenScore(written < 2 ? 1 : written / 10) },
          message: {
            what: `Scores go from 0 to 1, and this one would be read as ${written}%.`,
            why: 'One that leaves the scale spoils every mean that it takes part in.',
            todo: 'Write it between 0 and 1: 0.7 for seven of ten, 1.0 for a goal that was surpassed.',
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

/** The figure as written, where it is a bare one above 1 and at most 10; such figures were read as percent. */
function bareFigure({ value, span }: WrittenNumber): number | null {
  const figure = Math.round(value * 1e6) / 1e4;
  const isBare = String(figure).length === span.end - span.start;
  return figure > 1 && figure <= 10 && isBare ? figure : null;
}
