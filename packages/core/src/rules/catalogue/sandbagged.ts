import { percent } from '../../cascade/words.ts';
import { firstConfidence, isRunningStretch } from '../confidence.ts';
import { inObjective } from '../examples.ts';
import { markOf } from '../marks.ts';
import { share } from '../options.ts';
import { defineRule } from '../rule.ts';

const stretch = (first: string, kind = 'aspirational') =>
  inObjective(
    kind,
    `kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 {
    checkin 2026-07-10 4.0 of 5 confidence ${first}
    checkin 2026-08-14 4.3 of 5 confidence 95%
}`,
    `kr "Customers who write twice" from 410 to 300 {
    checkin 2026-07-10 400 confidence ${first}
    checkin 2026-08-14 330 confidence 95%
}`,
  );

export const sandbagged = defineRule({
  meta: {
    name: 'sandbagged',
    title: 'A stretch that was certain from the start',
    category: 'ambition',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [share('above', 0.9, 'The mean of the first confidences above which a goal is no stretch, 0 to 1.')],
    summary: 'The first check-ins of an aspirational objective have a mean confidence of more than 90%.',
    why: 'A stretch goal asks what would be possible if it went really well. One that is certain on the first day asks nothing of anybody.',
    sources: ["OpenOKR's method document, section 3.2"],
    advice:
      'Raise the targets until you would bet about evenly, or call the goal `committed`, for that is what it is then.',
    limits:
      'Only the first confidence of each key result counts: late in a cycle a high one is good news. At least two key results must have one. Drafts and cycles ' +
      'that are over are left alone.',
    examples: {
      invalid: [{ title: 'Sure on the tenth day', files: stretch('95%') }],
      valid: [
        { title: 'Sure by now', files: stretch('60%') },
        { title: 'A promise', files: stretch('95%', 'committed') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const above = option<number>('above');
    return {
      onlyOwn: true,

      objective(objective) {
        if (!isRunningStretch(objective, cascade)) return;
        const confidence = firstConfidence(objective, cascade);
        if (confidence === null || confidence <= above) return;
        report({
          uri: objective.uri,
          span: markOf(objective.node),
          message: {
            what: `This objective is aspirational, and its first check-ins were ${percent(confidence)} sure.`,
            why: 'A stretch that is certain from the start asks nothing of anybody.',
            todo: 'Raise the targets, or make it `committed`.',
          },
        });
      },
    };
  },
});
