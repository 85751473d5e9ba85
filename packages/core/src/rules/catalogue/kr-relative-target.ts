import type { Measure } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { findBaseline } from '../baseline.ts';
import { insert } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { defineRule } from '../rule.ts';

export const krRelativeTarget = defineRule({
  meta: {
    name: 'kr-relative-target',
    title: 'Change of an unknown figure',
    category: 'key-result',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [
      {
        name: 'sentences',
        type: 'boolean',
        default: false,
        description: 'Whether changes that are only said in a sentence are reported too.',
      },
    ],
    summary: 'A key result asks for a change, such as 25% more or twice as much, and does not say of what.',
    why: 'Twenty-five percent more than when? At the end two people compute two results, and both are right. Between the two days no reading tells how far it is.',
    sources: ['Public writing checklists for key results'],
    advice:
      'Add the figure that it starts from: `up 25% from 1400`. If nobody knows it, say `baseline unknown`, and measure it first.',
    limits:
      'Changes that are only said in a sentence are left alone unless the option `sentences` asks for them: most authors call them good. A change that is compared with a period ("more than last year") is left alone. Readings may also be written as the change itself: `+12%`.',
    examples: {
      invalid: [
        {
          title: 'A quarter of how many?',
          files: inObjective('kr "First orders from new cities" up 25%'),
          fixed: inObjective('kr "First orders from new cities" up 25% baseline unknown'),
        },
        {
          title: 'In a sentence, where that is wanted',
          options: { sentences: true },
          files: inObjective('kr "Increase first orders from new cities by 25%"'),
        },
      ],
      valid: [
        { title: 'Of 1400', files: inObjective('kr "First orders from new cities" up 25% from 1400') },
        { title: 'From here to there', files: inObjective('kr "First orders from new cities" from 1400 to 1750') },
      ],
    },
  },

  visit({ option, report }) {
    const sentences = option<boolean>('sentences');
    return {
      keyResult(keyResult) {
        const { measure, node, title } = keyResult;
        if (!measure || !isRelative(measure) || (measure.source === 'sentence' && !sentences)) return;
        const said = measure.source === 'sentence' ? node.reading?.measure?.target : null;
        if (said && comparison.test(title.slice(said.span.end))) return;
        report({
          uri: keyResult.uri,
          span: measure.place.span,
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This asks for a change and does not say of which figure.',
            why: 'No reading can tell how far it is, and at the end two people compute two results.',
            todo: 'Add the figure that it starts from, such as `from 1400`.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (goal?.kind !== 'keyResult' || !goal.node.measure || text === null) return [];
    const edit = insert(goal.uri, goal.node.measure.span.end, ' baseline unknown');
    return [
      { title: 'Say that the starting value is not known yet', kind: 'unsafe', preferred: false, edits: [edit] },
      ...findBaseline(goal, edit, text),
    ];
  },
});

/** `5% above the industry average`: it says of what. */
const comparison =
  /^\s*(?:above|below|over|under|ahead of|(?:higher|lower|more|less|fewer|cheaper|faster|better) than)\s/i;

function isRelative({ form, target, baseline, baselinePeriod, baselineUnknown }: Measure): boolean {
  if ((form !== 'up' && form !== 'down') || !target || baseline || baselinePeriod || baselineUnknown) return false;
  const { kind, name } = target.unit;
  return (
    kind === 'percent' ||
    kind === 'multiple' ||
    kind === 'points' ||
    (kind === 'word' && /^(?:times|points?)$/.test(name))
  );
}
