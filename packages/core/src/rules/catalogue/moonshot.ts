import { percent } from '../../cascade/words.ts';
import { firstConfidence, isRunningStretch } from '../confidence.ts';
import { inObjective } from '../examples.ts';
import { markOf } from '../marks.ts';
import { share } from '../options.ts';
import { defineRule } from '../rule.ts';

const stretch = (first: string) =>
  inObjective(
    'aspirational',
    `kr "Help desk rating" from 3.9 of 5 to 4.9 of 5 { checkin 2026-07-10 4.0 of 5 confidence ${first} "New menu first" }`,
    `kr "Customers who write twice" from 410 to 20 { checkin 2026-07-10 400 confidence ${first} "New menu first" }`,
  );

export const moonshot = defineRule({
  meta: {
    name: 'moonshot',
    title: 'A stretch that nobody believed in',
    category: 'ambition',
    level: 'hint',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [share('below', 0.3, 'The mean of the first confidences below which a stretch has no path, 0 to 1.')],
    summary: 'The first check-ins of an aspirational objective have a mean confidence of less than 30%.',
    why: 'A target that nobody believes in moves nobody. After a few weeks people work on something else and wait for the end of the cycle.',
    sources: ["OpenOKR's method document", 'A public OKR checker'],
    advice:
      'Add the path: an initiative, a first step that is within reach. Or lower the target until it is bold and not absurd.',
    limits:
      'Some goals are meant as moonshots, and are good ones. That is why this is only a hint. Only the first confidence of each key result counts.',
    examples: {
      invalid: [{ title: 'One in ten', files: stretch('10%') }],
      valid: [{ title: 'An even bet', files: stretch('50%') }],
    },
  },

  visit({ cascade, option, report }) {
    const below = option<number>('below');
    return {
      onlyOwn: true,

      objective(objective) {
        if (!isRunningStretch(objective, cascade)) return;
        const confidence = firstConfidence(objective, cascade);
        if (confidence === null || confidence >= below) return;
        report({
          uri: objective.uri,
          span: markOf(objective.node),
          message: {
            what: `The first check-ins of this objective were only ${percent(confidence)} sure.`,
            why: 'A target that nobody believes in moves nobody.',
            todo: 'Add a path with a first step within reach, or lower the target.',
          },
        });
      },
    };
  },
});
