import type { Cascade, UnitNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { addToBlock } from '../edits.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export const missingOwner = defineRule({
  meta: {
    name: 'missing-owner',
    title: 'Goal that nobody owns',
    category: 'ownership',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'An objective has no owner: neither its own, nor one of its OKR set, nor a lead of its unit.',
    why:
      'What belongs to everyone is looked after by nobody. The owner need not do the work; it is the person who notices that a goal has ' +
      'stopped moving and who is asked about it.',
    sources: ['Microsoft Viva Goals documentation', "OpenOKR's method document, rule OBJ-4"],
    advice:
      'Name one person: `owner maya` in the objective, once for the whole set, or as the `lead` of the unit. Key results inherit the ' +
      'owner, so it need not be said again there.',
    limits:
      "A person's own goals need no owner. A goal of a unit that is nowhere declared is not reported, because its lead is not known.",
    examples: {
      invalid: [
        {
          title: 'Nobody is asked',
          files: goal(
            'objective trust "Earn back customer trust" {',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
          fixed: goal(
            'objective trust "Earn back customer trust" {',
            '    owner maya',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
        },
      ],
      valid: [
        {
          title: 'An owner of its own',
          files: goal(
            'objective trust "Earn back customer trust" {',
            '    owner maya',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
        },
        {
          title: 'One owner for the whole set',
          files: goal('owner maya', 'objective trust "Earn back customer trust"'),
        },
        {
          title: 'The lead of the unit',
          files: goal('objective trust "Earn back customer trust"').replace('in acme\np', 'in acme { lead maya }\np'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      objective(objective) {
        const { node, owners, set } = objective;
        if (owners.value.length > 0 || set.unit === null || set.unit.level === 'person') return;
        if (isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'Nobody owns this objective.',
            why: 'What belongs to everyone is looked after by nobody.',
            todo: 'Name one person with `owner`, here, for the whole set, or as the `lead` of the unit.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const goal = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (goal?.kind !== 'objective' || !goal.node.title || !goal.set.unit || text === null) return [];
    const at = { span: goal.node.span, from: goal.node.title.span.end };
    return candidates(goal.set.unit, cascade).map(({ name, title }) => ({
      title: `Make ${title} the owner`,
      kind: 'unsafe',
      preferred: false,
      edits: [addToBlock(uri, text, at, [`owner ${name}`], 'first')],
    }));
  },
});

const mostOffered = 5;

/** The people nearest to a unit: its own, then those of the units above. */
function candidates(unit: UnitNode, cascade: Cascade): readonly UnitNode[] {
  const people: UnitNode[] = [];
  for (let at: UnitNode | null = unit; at && people.length < mostOffered; at = at.parent) {
    if (at.lead) people.push(at.lead);
    people.push(...at.children.filter(({ level }) => level === 'person'));
  }
  if (people.length === 0) people.push(...[...cascade.units.values()].filter(({ level }) => level === 'person'));
  return [...new Set(people)].slice(0, mostOffered);
}

function goal(...lines: readonly string[]): string {
  return `company acme    "Acme Retail"
team    support "Customer Support" in acme
person  maya    "Maya Ortiz"       in support

okrs for support in 2026-Q3 {
${lines.map((line) => `    ${line}`).join('\n')}
}
`;
}
