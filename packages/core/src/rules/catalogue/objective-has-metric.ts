import { placeInTitle } from '../../cascade/titles.ts';
import type { Fix } from '../../findings/finding.ts';
import type { Objective } from '../../model/file.ts';
import type { Span } from '../../model/span.ts';
import { objectiveMeasure } from '../../reading/wording.ts';
import { isUnfinished } from '../broken.ts';
import { addToBlock, replace } from '../edits.ts';
import { defineRule } from '../rule.ts';
import { isPlain } from '../titles.ts';
import { measureIn } from '../wording.ts';

const titled = (title: string, ...more: readonly string[]) => `company acme "Acme Retail"
person  maya "Maya Ortiz" in acme

okrs for acme in 2026-Q3 {
    objective trust "${title}" {
        owner maya
        kr "Help desk rating"          from 3.9 of 5 to 4.4 of 5
        kr "Customers who write twice" from 410 to 300${more.map((line) => `\n        ${line}`).join('')}
    }
}
`;

export const objectiveHasMetric = defineRule({
  meta: {
    name: 'objective-has-metric',
    title: 'Objective with a measure in it',
    category: 'objective',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary: 'An objective states a figure that is to be reached. Figures belong in its key results.',
    why:
      'An objective is the sentence that people remember and want to be part of. A figure in it turns it into a target that says nothing about ' +
      'why, and leaves the key results to repeat it.',
    sources: ['Christina Wodtke, on writing objectives', "OpenOKR's method document, rule OBJ-2"],
    advice:
      'Ask what would be different in the world once the figure is reached, and write that. The figure goes into a key result, with the value ' +
      'it starts from.',
    limits:
      'Figures that measure nothing are left alone: years, quarters, names such as "24/7", "S3" or "number one", and number words such as "two masters". A company that sets ' +
      'a single figure as its goal for everyone may want this rule off.',
    examples: {
      invalid: [
        {
          title: 'A target, not a reason',
          files: titled('Raise repeat purchases from 31% to 45%'),
          fixed: titled('Raise repeat purchases', 'kr "Raise repeat purchases from 31% to 45%"'),
        },
        {
          title: 'The figure at the end',
          files: titled('Win back the trust of our customers and cut complaints by 30%'),
        },
      ],
      valid: [
        { title: 'What it is for', files: titled('Become the shop that people come back to') },
        {
          title: 'Two people paint a picture',
          files: titled('The workshop can do without its two masters for a week'),
        },
        { title: 'A year is no measure', files: titled('Be ready for the move of 2027') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      wordedObjective(objective) {
        const { node } = objective;
        const measure = measureIn(node);
        if (!measure || !node.title || isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: placeInTitle(node.title, measure.span),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'This objective states a figure.',
            why: 'An objective says why; a figure in it says only how much.',
            todo: 'Write what will be different, and move the figure to a key result.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const objective = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (objective?.kind !== 'objective' || text === null) return [];
    const { node } = objective;
    const figure = figureIn(node);
    if (!figure || !node.title) return [];
    const line = `kr "${node.title.text}"`;
    const edits = [
      replace(uri, placeInTitle(node.title, figure), ''),
      addToBlock(uri, text, { span: node.span, from: node.title.span.end }, [line], 'last'),
    ];
    return [{ title: 'Move the figure to a key result', kind: 'unsafe', preferred: false, edits }];
  },
});

/** What is to be cut from a title, with the blank before it; null where no sentence would be left. */
function figureIn({ title, reading }: Objective): Span | null {
  const span = reading?.measure?.span;
  if (!title || !span || !isPlain(title)) return null;
  const before = title.text.slice(0, span.start).trimEnd();
  const rest = before + title.text.slice(span.end);
  if (!/\S\s+\S/.test(before) || objectiveMeasure(rest)) return null;
  return { start: before.length, end: span.end };
}
