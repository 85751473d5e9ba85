import { organisation } from '../examples.ts';
import { titleOf } from '../goals.ts';
import { count } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const set = (unit: string, cycle: string) => `${organisation}
okrs for ${unit} in ${cycle} {
    objective "Earn back customer trust" { standalone because "a promise" }
}
`;

export const horizonTooLong = defineRule({
  meta: {
    name: 'horizon-too-long',
    title: 'Team goals for a whole year',
    category: 'time',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('days', 365, 30, 3660, 'How many days a cycle must have to be long for a team or a person.')],
    summary: 'A team or a person has objectives for a cycle of a year or more.',
    why: 'What is a year away is nothing to decide about on Monday. Over so long a time a goal becomes a direction, and nobody notices until autumn that it stands still.',
    sources: ['Wodtke: Radical Focus'],
    advice:
      'Keep the year for the company and its departments, and choose for the team what has to be true at the end of the quarter.',
    limits:
      'Some organisations work with yearly goals on every level; then raise the number of days or turn the rule off.',
    examples: {
      invalid: [{ title: 'A team and a year', files: set('support', '2026') }],
      valid: [
        { title: 'A team and a quarter', files: set('support', '2026-Q3') },
        { title: 'The company and the year', files: set('acme', '2026') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const days = option<number>('days');
    return {
      set(set) {
        const { unit, cycle, blocks, objectives, draft } = set;
        const name = blocks[0]?.node.cycle;
        const [block] = blocks;
        if (!unit || !cycle?.range || !block || !name || objectives.length === 0) return;
        const length = cycle.range.last - cycle.range.first + 1;
        if ((unit.level !== 'team' && unit.level !== 'person') || length < days || cycle.range.last < cascade.today)
          return;
        report({
          uri: block.uri,
          span: name.span,
          draft,
          message: {
            what: `The objectives of ${titleOf(set)} are for ${count(length, 'day')}.`,
            why: 'Over so long a time a goal becomes a direction, and nobody notices that it stands still.',
            todo: 'Choose for the team what has to be true at the end of the quarter.',
          },
        });
      },
    };
  },
});
