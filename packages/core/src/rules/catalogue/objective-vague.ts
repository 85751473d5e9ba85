import { isUnfinished } from '../broken.ts';
import { objectiveCalled } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { markOf } from '../marks.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { soThat } from '../titles.ts';
import { measureIn, wordingOfObjective } from '../wording.ts';

export const objectiveVague = defineRule({
  meta: {
    name: 'objective-vague',
    title: 'Objective that nobody could disagree with',
    category: 'objective',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [
      ownWords('allowedWords', 'Words that say enough in your organisation, although they are short: `safeguarding`.'),
    ],
    summary: 'An objective wishes for something to be better and says neither for whom nor in what way.',
    why:
      'Nobody is against better quality, and so nobody changes anything for it. An objective is there to decide between good things; one that every team could ' +
      'have written decides nothing.',
    sources: ['A public OKR checker', "OKR Orca's catalogue, rule O1"],
    advice:
      'Name the people whose life should be different and the moment in which they would notice: "A new tenant is at home on the first evening" instead of ' +
      '"Improve tenant experience". As a test, ask whether the opposite could be an honest plan.',
    limits:
      'The rule reads short English sentences of up to nine words. One that says for whom, how or what for is left alone. What is vague to a program may be plain to ' +
      'everyone in the room: list such words in `allowedWords`.',
    examples: {
      invalid: [
        {
          title: 'Better for whom?',
          files: objectiveCalled('Improve customer experience'),
          fixed: objectiveCalled('Improve customer experience, so that …'),
        },
        { title: 'More of a virtue', files: objectiveCalled('Be more agile') },
        { title: 'The virtue alone', files: objectiveCalled('Operational excellence') },
      ],
      valid: [
        { title: 'Who notices what', files: objectiveCalled('A customer who calls is known by name') },
        {
          title: 'What for',
          files: objectiveCalled('Improve our shelves so that nobody leaves without what they came for'),
        },
        {
          title: 'Another language is left alone',
          files: objectiveCalled('Kundenzufriedenheit verbessern und ausbauen'),
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedWords');
    return {
      wordedObjective(objective) {
        const { node, title } = objective;
        if (wordingOfObjective(node)?.empty !== 'wish' || measureIn(node) || holdsOneOf(title, allowed)) return;
        if (isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'This objective is a wish that nobody could disagree with.',
            why: 'It does not help anybody to decide between two good things.',
            todo: 'Name who will notice a difference, and what they will notice.',
          },
        });
      },
    };
  },

  fix(finding, { cascade }) {
    return soThat(goalIn(finding, cascade));
  },
});
