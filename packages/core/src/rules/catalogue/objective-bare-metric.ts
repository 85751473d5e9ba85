import { isUnfinished } from '../broken.ts';
import { objectiveCalled } from '../examples.ts';
import { markOf } from '../marks.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { soThat } from '../titles.ts';
import { measureIn, wordingOfObjective } from '../wording.ts';

export const objectiveBareMetric = defineRule({
  meta: {
    name: 'objective-bare-metric',
    title: 'Objective that only moves a figure',
    category: 'objective',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [
      ownWords(
        'allowedMetrics',
        'Figures that may stand alone in an objective, as your organisation calls them: `donations`.',
      ),
    ],
    summary: 'An objective names a figure that is to rise or fall, and no reason why anybody should want that.',
    why:
      '“Increase sales” could stand on the wall of every company in the world. It leaves open whom the team wants to win and what it would do ' +
      'for them, so that everybody pulls in the direction that is nearest to them.',
    sources: ["OpenOKR's method document, rule OBJ-1"],
    advice:
      'Say who will behave differently once the figure moves, and why they would: "Become the shop that people come back to" instead of "Increase repeat ' +
      'purchases". The figure itself is a good key result.',
    limits:
      'The rule reads the English sentence. An objective that also states how far the figure should move is reported by `objective-has-metric` alone, ' +
      'and one that says for whom, how or what for is left alone. Figures that say enough in your organisation can be listed in `allowedMetrics`.',
    examples: {
      invalid: [
        {
          title: 'Whose sales, and why?',
          files: objectiveCalled('Increase sales'),
          fixed: objectiveCalled('Increase sales, so that …'),
        },
        { title: 'Down with what everybody wants down', files: objectiveCalled('Reduce operating costs this year') },
        { title: 'Without a verb', files: objectiveCalled('Sales numbers up') },
      ],
      valid: [
        { title: 'Who changes, and why', files: objectiveCalled('Become the shop that people come back to') },
        {
          title: 'What it is for',
          files: objectiveCalled('Reduce operating costs, so that we can open on Sundays again'),
        },
        {
          title: 'The figure in its place',
          files: objectiveCalled('Make a second visit more tempting than the first'),
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedMetrics');
    return {
      wordedObjective(objective) {
        const { node, title } = objective;
        if (wordingOfObjective(node)?.empty !== 'metric' || measureIn(node) || holdsOneOf(title, allowed)) return;
        if (isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'This objective only moves a figure.',
            why: 'It does not say who would be better off, or why anybody should want it.',
            todo: 'Say what people will do differently once it moves, and keep the figure as a key result.',
          },
        });
      },
    };
  },

  fix({ data }, { cascade }) {
    return soThat(cascade.goals.get(String(data?.['goal'])));
  },
});
