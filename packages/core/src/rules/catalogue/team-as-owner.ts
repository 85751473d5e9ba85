import type { UnitNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import type { Name } from '../../model/file.ts';
import { replace } from '../edits.ts';
import { teamSet } from '../examples.ts';
import { defineRule } from '../rule.ts';

const goal = (owner: string) =>
  teamSet(
    'objective trust "Earn back customer trust" {',
    `    owner ${owner}`,
    '    supports acme.loyalty',
    '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
    '}',
  );

export const teamAsOwner = defineRule({
  meta: {
    name: 'team-as-owner',
    title: 'Goal that a whole team owns',
    category: 'ownership',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'The owner of a goal is a team, a department or a company.',
    why: 'A team cannot be asked how it stands. The goal is its goal already, because it stands in its set; the owner is the person who answers for it.',
    sources: ["OpenOKR's method document, section 2.5"],
    advice: 'Name a person. Where it is the lead of the team, leave the owner out: the lead is meant then.',
    limits: 'Deep in a large organisation a team may do as an owner. Then turn the rule off.',
    examples: {
      invalid: [{ title: 'Whom do you call?', files: goal('support'), fixed: goal('maya') }],
      valid: [{ title: 'A person', files: goal('liam') }],
    },
  },

  visit({ cascade, report }) {
    const judge = (uri: string, owners: readonly Name[], draft: boolean) => {
      for (const { text, span } of owners) {
        const unit = cascade.units.get(text);
        if (!unit || unit.level === 'person') continue;
        report({
          uri,
          span,
          draft,
          data: { unit: text },
          message: {
            what: `The owner \`${text}\` is a ${unit.level} and no person.`,
            why: 'A team cannot be asked how it stands.',
            todo: 'Name the person who answers for this goal.',
          },
        });
      }
    };
    return {
      onlyOwn: true,

      set({ blocks, draft }) {
        for (const { uri, node } of blocks) judge(uri, node.owners, draft);
      },
      ownedGoal({ node, uri, draft }) {
        judge(uri, node.owners, draft);
      },
    };
  },

  fix({ uri, span, data }, { cascade }): readonly Fix[] {
    const unit = cascade.units.get(String(data?.['unit']));
    return peopleOf(unit).map(({ name, title }) => ({
      title: `Make ${title} the owner`,
      kind: 'unsafe',
      preferred: false,
      edits: [replace(uri, span, name)],
    }));
  },
});

const mostOffered = 5;

/** The lead of a unit, where it is a person, and the people in it. */
function peopleOf(unit: UnitNode | undefined): readonly UnitNode[] {
  const named = unit ? [unit.lead, ...unit.children] : [];
  const people = named.filter((one) => one?.level === 'person') as readonly UnitNode[];
  return [...new Set(people)].slice(0, mostOffered);
}
