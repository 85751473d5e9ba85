import { isUnfinished } from '../broken.ts';
import { objectiveCalled } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { wordingOfObjective } from '../wording.ts';

export const objectiveSolutionFirst = defineRule({
  meta: {
    name: 'objective-solution-first',
    title: 'Objective that names the solution',
    category: 'objective',
    level: 'hint',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: true,
    options: [ownWords('allowedThings', 'Things that your teams are there to make: `platform`.')],
    summary:
      'An objective names the portal, app or system that is to be built, before anybody has said which problem it solves.',
    why: 'Once the thing is in the objective, every cheaper way to the same end is off the table, and the only question left is whether it will be ready in time.',
    sources: ["OKR Orca's catalogue, rule O3"],
    advice:
      'Tell the problem as the people have it who suffer from it, and let the thing be one of the initiatives that might solve it.',
    limits:
      'The rule reads the English sentence, and it is a hint, since teams whose product is a platform rightly speak of it. They list it in `allowedThings`. An objective ' +
      'that `objective-is-task` reports is not reported twice.',
    examples: {
      invalid: [
        {
          title: 'A portal is decided already',
          files: objectiveCalled('Build a self-service portal so that customers need not call'),
        },
      ],
      valid: [
        { title: 'The problem', files: objectiveCalled('Customers solve everyday questions without calling us') },
        {
          title: 'What this team makes',
          files: objectiveCalled('Build a payment platform that shops trust on their busiest day'),
          options: { allowedThings: ['platform'] },
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedThings');
    return {
      wordedObjective(objective) {
        const { node, title } = objective;
        const solution = wordingOfObjective(node)?.solution;
        if (!solution || holdsOneOf(title.slice(solution.start, solution.end), allowed)) return;
        if (isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: partOfTitle(objective, solution),
          draft: objective.draft,
          message: {
            what: 'This objective names the solution before the problem.',
            why: 'Every cheaper way to the same end is then off the table.',
            todo: 'Tell the problem of the people who have it, and make the solution an `initiative`.',
          },
        });
      },
    };
  },
});
