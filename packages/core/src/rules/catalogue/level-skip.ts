import type { Cascade, ObjectiveNode, SetNode, UnitNode } from '../../cascade/cascade.ts';
import { isBelow, setOf } from '../goals.ts';
import { placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const project = (parent: string) => `company    acme  "Acme Retail" { lead maya }
department care  "Customer care"    in acme
team       phone "Telephone"        in care
person     maya  "Maya Ortiz"       in acme

okrs for acme in 2026-Q3 {
    objective loyalty "Become the shop people come back to"
}

okrs for care in 2026-Q3 {
    objective human "Nobody explains their problem twice" { supports acme.loyalty }
}

okrs for phone in 2026-Q3 {
    objective calm "Calls end with a smile" { supports ${parent} }
}
`;

export const levelSkip = defineRule({
  meta: {
    name: 'level-skip',
    title: 'Link that skips a level',
    category: 'alignment',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary:
      'An objective supports a goal far above it and none of the unit in between, although that unit has objectives for this time.',
    why: 'Whoever leads the unit in between plans without a goal that is worked on in their own house.',
    sources: ["OpenOKR's method document, rule AL-3"],
    advice: 'Look whether a goal of the unit in between says the same, and support that one.',
    limits:
      'It is turned off unless you turn it on: a direct link to a goal of the company is in order and often the honest one.',
    examples: {
      invalid: [{ title: 'Past the department', files: project('acme.loyalty') }],
      valid: [
        { title: 'Step by step', files: project('care.human') },
        { title: 'Both', files: project('care.human, acme.loyalty') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      supporter(objective) {
        if (objective.kind !== 'objective') return;
        const skipped = skippedBy(objective, cascade);
        if (!skipped) return;
        const { edge, unit } = skipped;
        report({
          uri: objective.uri,
          span: edge.reference.path.span,
          draft: objective.draft,
          related: [{ ...placeOf(edge.to), label: 'The goal that it supports' }],
          message: {
            what: `This link leads past ${unit.title}, which has objectives of its own for this time.`,
            why: 'The unit in between plans without knowing of this goal.',
            todo: `Look whether a goal of ${unit.title} says the same, and support that one.`,
          },
        });
      },
    };
  },
});

function skippedBy({ supports, set }: ObjectiveNode, cascade: Cascade) {
  const { unit } = set;
  if (!unit || supports.length === 0) return null;
  const served = new Set(supports.map(({ to }) => setOf(to).unit));
  for (const edge of supports) {
    const to = setOf(edge.to);
    if (!to.unit || !isBelow(unit, to.unit)) continue;
    for (let at: UnitNode | null = unit.parent; at && at !== to.unit; at = at.parent) {
      if (served.has(at)) break;
      if (hasGoals(at, [set, to], cascade)) return { edge, unit: at };
    }
  }
  return null;
}

function hasGoals(unit: UnitNode, sets: readonly SetNode[], { everywhere }: Cascade): boolean {
  return sets.some(({ cycleName }) => everywhere.hasObjectives(unit.name, cycleName));
}
