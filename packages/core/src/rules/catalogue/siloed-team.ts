import { companyGoal, organisation } from '../examples.ts';
import { placeOfSet, titleOf } from '../goals.ts';
import { defineRule } from '../rule.ts';

const two = (link: string) => `${organisation}team    growth  "Growth" in acme { lead maya }

${companyGoal}
okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" { supports acme.loyalty }
}

okrs for growth in 2026-Q3 {
    objective reach "Be tried by people who never heard of us" { ${link} }
}
`;

export const siloedTeam = defineRule({
  meta: {
    name: 'siloed-team',
    title: 'Team without a link to another team',
    category: 'alignment',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary:
      'No goal of a team supports, needs or is needed by a goal of another team, although others have goals for the same time.',
    why: 'Most things that customers notice take more than one team. Where no link is written down, people find out late that they had counted on each other.',
    sources: ["OpenOKR's method document, rules AL-3 and AL-6"],
    advice: 'Ask the teams around whom they count on this quarter, and write it down with `depends on` or `supports`.',
    limits:
      'It is turned off unless you turn it on: many teams do well on their own. Links to the units above and below do not count here.',
    examples: {
      invalid: [
        {
          title: 'Nobody is needed',
          files: two('supports acme.loyalty').replace('okrs for support in 2026-Q3', 'okrs for liam in 2026-Q3'),
        },
      ],
      valid: [{ title: 'They need each other', files: two('supports acme.loyalty  depends on support.trust') }],
    },
  },

  visit({ cascade, report }) {
    const { everywhere } = cascade;
    return {
      set(set) {
        const { unit, objectives, cycleName } = set;
        if (unit?.level !== 'team' || objectives.length === 0 || !everywhere.isShared(cycleName)) return;
        const place = placeOfSet(set);
        if (!place || everywhere.isLinkedBeside(unit.name, cycleName)) return;
        report({
          ...place,
          draft: set.draft,
          message: {
            what: `No goal of ${titleOf(set)} in ${cycleName} is linked with a goal of another team.`,
            why: 'Teams that count on each other without writing it down find out late.',
            todo: 'Ask around who counts on whom, and write it down with `depends on` or `supports`.',
          },
        });
      },
    };
  },
});
