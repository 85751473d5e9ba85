import { companyOf } from '../../cascade/everywhere.ts';
import type { Fix } from '../../findings/finding.ts';
import { prompts } from '../../reading/prompts.ts';
import { appendLines } from '../append.ts';
import { organisation } from '../examples.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

const set = (unit: string, cycle: string, title: string) => `
okrs for ${unit} in ${cycle} {
    objective "${title}" {
        kr "People who come back" from 31% to 45%
    }
}
`;
const lastYear = set('acme', '2025', 'Become the shop people come back to');
const quarter = set('support', '2026-Q3', 'Earn back customer trust');

export const noCompanyAnchor = defineRule({
  meta: {
    name: 'no-company-anchor',
    title: 'Cycle without a goal of the company',
    category: 'alignment',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'Units have goals for a time for which their company has none, although it writes its goals down here.',
    why:
      'Goals of teams hang from a goal of the whole. Where that is missing, each team decides alone what matters, and at the end nobody can say what ' +
      'the company has reached.',
    sources: ["OpenOKR's method document, rule AL-4"],
    advice:
      'Write down one to three objectives of the company for this time, or for the year around it, before the teams choose theirs.',
    limits:
      'A project in which the company never has goals holds the goals of teams only and is left alone. Goals of the company count for every cycle ' +
      'whose days they touch.',
    examples: {
      invalid: [
        {
          title: 'The year has changed, the company has not noticed',
          files: `${organisation}${lastYear}${quarter}`,
          fixed: `${organisation}${lastYear}${quarter}
okrs for acme in 2026-Q3 {
    objective "What the whole company wants to reach"
}
`,
        },
      ],
      valid: [
        { title: 'A goal for the year', files: `${organisation}${lastYear.replace('2025', '2026')}${quarter}` },
        { title: 'Goals of teams only', files: `${organisation}${quarter}` },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      set(one) {
        const { unit, cycle, objectives, blocks } = one;
        const company = companyOf(unit);
        const block = blocks[0];
        if (!company || !cycle?.range || objectives.length === 0 || !block) return;
        if (cascade.everywhere.hasGoalsDuring(company.name, cycle.range) !== false) return;
        // Said once for each cycle, where the first set of it stands. That takes a look at everything in the cycle, so it is asked last.
        if (cascade.everywhere.firstUnder(company.name, cycle.name) !== one.unitName) return;
        report({
          uri: block.uri,
          span: block.node.cycle?.span ?? markOf({ ...block.node, title: null }),
          draft: one.draft,
          data: { company: company.name, cycle: cycle.name },
          message: {
            what: `${company.title} has no objective for ${cycle.name}, and its units do.`,
            why: 'Goals of teams hang from a goal of the whole, and here there is none.',
            todo: 'Write down what the whole company wants to reach in this time.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { text: textOf }): readonly Fix[] {
    const text = textOf(uri);
    if (!data || text === null) return [];
    const aim = prompts.companyAim;
    const lines = [`okrs for ${String(data['company'])} in ${String(data['cycle'])} {`, `    objective "${aim}"`, '}'];
    const edit = appendLines(uri, text, lines);
    return [template('Add an objective of the company to be filled in', edit, aim)];
  },
});
