import { isUnfinished } from '../broken.ts';
import { objectiveCalled } from '../examples.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export const objectiveTooLong = defineRule({
  meta: {
    name: 'objective-too-long',
    title: 'Objective that nobody can remember',
    category: 'objective',
    level: 'hint',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: false,
    options: [
      {
        name: 'words',
        type: 'integer',
        default: 18,
        minimum: 5,
        maximum: 100,
        description: 'The most words that an objective may have.',
      },
      {
        name: 'letters',
        type: 'integer',
        default: 140,
        minimum: 30,
        maximum: 500,
        description: 'The most letters and blanks that an objective may have, for languages that write words together.',
      },
    ],
    summary: 'An objective has more words than people keep in mind.',
    why:
      'An objective works while nobody looks at the page: in the corridor, in a meeting, at the till. What cannot be said from memory is looked up at the end of ' +
      'the quarter and at no time before.',
    sources: ["Google's OKR playbook", 'What Matters, on writing objectives', "OpenOKR's method document"],
    advice:
      'Keep what you would shout across the room, and move the rest: how much into key results, how into initiatives, the background into the comment above the ' +
      'objective (`/// …`).',
    limits:
      'Words and letters are counted in every language. Both limits can be changed, and a sentence that everyone knows by heart may well be longer.',
    examples: {
      invalid: [
        {
          title: 'Three sentences in one',
          files: objectiveCalled(
            'Make sure that all customers who have ever bought something from us in a shop or online feel that we know them and come back',
          ),
        },
      ],
      valid: [
        { title: 'Said from memory', files: objectiveCalled('Every customer feels known') },
        {
          title: "A limit of one's own",
          files: objectiveCalled('Every customer feels known from the first hello on'),
          options: { words: 9 },
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const words = option<number>('words');
    const letters = option<number>('letters');
    return {
      objective(objective) {
        const { node, title } = objective;
        // No title of so few letters has too many words; most are done with here.
        if (title.length < 2 * words) return;
        const isLong = title.trim().length > letters;
        const count = isLong || gapsIn(title) >= words ? title.trim().split(/\s+/).length : 0;
        if ((count <= words && !isLong) || isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          message: {
            what:
              count > words
                ? `This objective has ${count} words.`
                : `This objective has ${title.trim().length} letters.`,
            why: 'What people cannot say from memory does not guide them.',
            todo: `Keep the heart of it in ${count > words ? `${words} words` : `${letters} letters`} or fewer, and move the rest into key results and initiatives.`,
          },
        });
      },
    };
  },
});

/** How many blanks a text has at least one of after the other; any sign beyond Latin may be one. More words than these and one it has not. */
function gapsIn(text: string): number {
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code >= 160) gaps++;
  }
  return gaps;
}
