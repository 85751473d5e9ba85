import { organisation } from '../examples.ts';
import { placeOfSet, titleOf } from '../goals.ts';
import { defineRule } from '../rule.ts';

const set = (unit: string) => `${organisation}
okrs for ${unit} in 2026-Q3 {
    objective "Two more people can run the phone menu" { standalone because "asked for by the team" }
}
`;

export const individualOkr = defineRule({
  meta: {
    name: 'individual-okr',
    title: 'OKRs of one person',
    category: 'structure',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary: 'A single person has objectives.',
    why:
      'Where people are set goals one by one, they help each other less, and the goals soon look like a list of tasks or a review of the person. ' +
      'Many organisations stop at the team for that reason.',
    sources: ['A public OKR-writer skill'],
    advice: 'Make it an objective of the team, and the person the owner of a key result.',
    limits:
      'It is turned off unless you turn it on: it is a decision of your organisation. Owning goals and leading a unit are not reported.',
    examples: {
      invalid: [{ title: 'Goals of Liam', files: set('liam') }],
      valid: [{ title: 'Goals of the team', files: set('support') }],
    },
  },

  visit({ report }) {
    return {
      set(set) {
        const place = placeOfSet(set);
        if (set.unit?.level !== 'person' || set.objectives.length === 0 || !place) return;
        report({
          ...place,
          draft: set.draft,
          message: {
            what: `These are objectives of one person, ${titleOf(set)}.`,
            why: 'Goals of single people soon look like a list of tasks or a review.',
            todo: 'Make them objectives of the team, and the person the owner of a key result.',
          },
        });
      },
    };
  },
});
