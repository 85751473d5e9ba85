import type { Cascade, GoalNode, SetNode, UnitNode } from '../../cascade/cascade.ts';
import { companyGoal, organisation } from '../examples.ts';
import { isBelow, placeOfSet, setOf, titleOf } from '../goals.ts';
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
    reach: 'project',
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

  check({ cascade, report }) {
    const busy = new Map<string, number>();
    const needed = neededBy(cascade);
    for (const { cycleName, objectives } of cascade.sets.values())
      if (objectives.length > 0) busy.set(cycleName, (busy.get(cycleName) ?? 0) + 1);
    for (const set of cascade.sets.values()) {
      const { unit, objectives, cycleName } = set;
      const place = placeOfSet(set);
      if (unit?.level !== 'team' || objectives.length === 0 || !place || (busy.get(cycleName) ?? 0) < 2) continue;
      if (
        goalsOf(set).some((goal) =>
          [...partnersOf(goal), ...(needed.get(goal) ?? [])].some((other) => isBeside(other, unit)),
        )
      )
        continue;
      report({
        ...place,
        draft: set.draft,
        message: {
          what: `No goal of ${titleOf(set)} in ${cycleName} is linked with a goal of another team.`,
          why: 'Teams that count on each other without writing it down find out late.',
          todo: 'Ask around who counts on whom, and write it down with `depends on` or `supports`.',
        },
      });
    }
  },
});

function goalsOf({ objectives }: SetNode): readonly GoalNode[] {
  return objectives.flatMap((objective) => [objective, ...objective.keyResults]);
}

/** The units that a goal supports, needs or is supported by. */
function partnersOf({ supports, supportedBy, dependsOn }: GoalNode): readonly (UnitNode | null)[] {
  return [
    ...supports.map(({ to }) => setOf(to).unit),
    ...dependsOn.map(({ to }) => setOf(to).unit),
    ...supportedBy.map(({ from }) => setOf(from).unit),
  ];
}

function isBeside(other: UnitNode | null, unit: UnitNode): boolean {
  return other !== null && other !== unit && !isBelow(other, unit) && !isBelow(unit, other);
}

/** The units that need a goal. */
function neededBy({ objectives, keyResults }: Cascade): ReadonlyMap<GoalNode, readonly (UnitNode | null)[]> {
  const needed = new Map<GoalNode, (UnitNode | null)[]>();
  for (const { from, to } of [...objectives, ...keyResults].flatMap(({ dependsOn }) => dependsOn)) {
    const units = needed.get(to);
    if (units) units.push(setOf(from).unit);
    else needed.set(to, [setOf(from).unit]);
  }
  return needed;
}
