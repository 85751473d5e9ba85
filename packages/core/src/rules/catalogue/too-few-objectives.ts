import { organisation } from '../examples.ts';
import { placeOfSet, titleOf } from '../goals.ts';
import { count, labelOf, placeOf } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

export const tooFewObjectives = defineRule({
  meta: {
    name: 'too-few-objectives',
    title: 'Fewer than three objectives',
    category: 'structure',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('minimum', 3, 2, 10, 'How many objectives a unit should have in one cycle.')],
    summary: 'A unit has fewer than three objectives in one cycle, counted over all its files.',
    why: 'Where one goal has to stand for everything that a unit is there for, the rest of its work goes on unseen.',
    sources: ['Founding documents of this project: three to five objectives on each level'],
    advice:
      'Ask what else must become better in this cycle for it to be a good one, and whether that is written down anywhere.',
    limits:
      'It is turned off unless you turn it on: a small team with one focus is a good thing. Goals of a single person and drafts are left alone.',
    examples: {
      invalid: [{ title: 'Two', files: set(['Speed', 'Trust']) }],
      valid: [{ title: 'Three', files: set(['Speed', 'Trust', 'Reach']) }],
    },
  },

  visit({ option, report }) {
    const minimum = option<number>('minimum');
    return {
      set(set) {
        const { objectives, unit, draft, cycleName } = set;
        const place = placeOfSet(set);
        if (objectives.length === 0 || objectives.length >= minimum || draft || unit?.level === 'person' || !place)
          return;
        report({
          ...place,
          related: objectives.map((objective) => ({ ...placeOf(objective), label: labelOf(objective) })),
          message: {
            what: `${titleOf(set)} has only ${count(objectives.length, 'objective')} in ${cycleName}.`,
            why: 'What is no goal of anybody goes on unseen.',
            todo: 'Ask what else must become better in this time, or lower the number in the configuration.',
          },
        });
      },
    };
  },
});

function set(titles: readonly string[]): string {
  const objectives = titles.map((title) => `    objective "${title} that people talk about"`);
  return [organisation, 'okrs for support in 2026-Q3 {', ...objectives, '}', ''].join('\n');
}
