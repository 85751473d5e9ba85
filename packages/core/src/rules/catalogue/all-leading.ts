import { inObjective } from '../examples.ts';
import { addOther, oneSided } from '../indicators.ts';
import { defineRule } from '../rule.ts';

const results = [
  'kr "Visitors who try the size finder" from 12% to 40% { leading }',
  'kr "Questions answered within an hour" from 30% to 80% { leading }',
];

export const allLeading = defineRule({
  meta: {
    name: 'all-leading',
    title: 'Only early signs',
    category: 'structure',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'All key results of an objective are marked as leading.',
    why: 'Early signs are bets. All of them can come true while what they were for stays as it was.',
    sources: ["OpenOKR's method document, rule KR-4"],
    advice: 'Add the figure that it is all for, even if it moves late, and mark it as `lagging`.',
    limits: 'Only marks that are written count: an objective with a key result without a mark is left alone.',
    examples: {
      invalid: [
        {
          title: 'And what for?',
          files: inObjective(...results),
          fixed: inObjective(...results, 'kr "What it is all for" from 0 to 100 { lagging }'),
        },
      ],
      valid: [
        {
          title: 'With what it is for',
          files: inObjective(...results, 'kr "Parcels sent back" from 24% to 15% { lagging }'),
        },
      ],
    },
  },

  visit(context) {
    const why = 'Early signs can all come true while what they were for stays as it was.';
    return oneSided('leading', why, 'Add the figure that it is all for, and mark it as `lagging`.', context);
  },

  fix: (finding, context) => addOther(finding, 'lagging', context),
});
