import { inObjective } from '../examples.ts';
import { addOther, oneSided } from '../indicators.ts';
import { defineRule } from '../rule.ts';

const results = [
  'kr "Customers who stay a year" from 61% to 70% { lagging }',
  'kr "Repeat purchase rate" from 31% to 45% { lagging }',
];

export const allLagging = defineRule({
  meta: {
    name: 'all-lagging',
    title: 'Nothing that shows early',
    category: 'structure',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'All key results of an objective are marked as lagging.',
    why: 'Figures that lag tell at the end whether it worked, when nothing can be changed any more.',
    sources: ["OpenOKR's method document, rule KR-4"],
    advice: 'Add one figure that moves within weeks when you are on the right way, and mark it as `leading`.',
    limits: 'Only marks that are written count: an objective with a key result without a mark is left alone.',
    examples: {
      invalid: [
        {
          title: 'Known in a year',
          files: inObjective(...results),
          fixed: inObjective(...results, 'kr "What shows early that it works" from 0 to 100 { leading }'),
        },
      ],
      valid: [
        {
          title: 'One that shows early',
          files: inObjective(...results, 'kr "Second visits in a month" to 20% { leading }'),
        },
        { title: 'Not all are marked', files: inObjective(...results, 'kr "Second visits in a month" to 20%') },
      ],
    },
  },

  visit(context) {
    const why = 'They tell at the end whether it worked, when nothing can be changed any more.';
    return oneSided('lagging', why, 'Add one figure that moves within weeks, and mark it as `leading`.', context);
  },

  fix: (finding, context) => addOther(finding, 'leading', context),
});
