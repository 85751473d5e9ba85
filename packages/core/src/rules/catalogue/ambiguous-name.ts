import type { Declared, ObjectiveNode, ResolvedReference } from '../../cascade/cascade.ts';
import { pathsToGoals } from '../../cascade/references.ts';
import type { Fix } from '../../findings/finding.ts';
import { insert } from '../edits.ts';
import { defineRule } from '../rule.ts';

const goals = (link: string, name = 'support') => `company acme    "Acme Retail"
team    support "Customer Support" in acme
team    growth  "Growth"           in acme

okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" {
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
    }
}

okrs for growth in 2026-Q3 {
    objective ${name} "Help new customers to their first order" {
        kr trust "New customers who would order again" from 40% to 55%
    }

    objective reach "Be tried by people who never heard of us" {
        depends on ${link}
        kr "First orders" from 300 to 900
    }
}
`;

export const ambiguousName = defineRule({
  meta: {
    name: 'ambiguous-name',
    title: 'Name that could be two things',
    category: 'alignment',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'safe',
    english: false,
    options: [],
    summary:
      'A path begins with a name that both an objective of the same set and a unit have. The objective is meant.',
    why: 'A reader may take it for the unit, and the link then says something else than its author had in mind.',
    sources: ['How the language gives names their meaning'],
    advice:
      'Write the own unit in front if the objective is meant. If the unit is meant, give the objective another name.',
    limits:
      'A single name is reported too. A unit alone is no goal, so that nothing else can be meant there, but a reader need not know that.',
    examples: {
      invalid: [
        {
          title: 'The team Support, or the own objective?',
          files: goals('support.trust'),
          fixed: goals('growth.support.trust'),
        },
        {
          title: 'Waiting for the team, or for the objective?',
          files: goals('support'),
          fixed: goals('growth.support'),
        },
      ],
      valid: [
        { title: 'The own unit stands in front', files: goals('growth.support.trust') },
        { title: 'The names differ', files: goals('support.trust', 'welcome') },
      ],
    },
  },

  visit({ cascade, report }) {
    let last: ObjectiveNode | null = null;
    let isLastUnit = false;
    /** Whether an objective is called like a unit; several references to one come one after the other. */
    const isAlsoUnit = (objective: ObjectiveNode) => {
      if (objective !== last) {
        last = objective;
        isLastUnit = objective.name !== null && cascade.units.has(objective.name);
      }
      return isLastUnit;
    };
    return {
      reference(reference) {
        if (reference.failure === null) {
          const objective = objectiveIn(reference.target);
          if (!objective || !isAlsoUnit(objective)) return;
        } else if (!pathsToGoals.has(reference.role)) return;
        const first = reference.path.segments[0];
        const unit = first && cascade.units.get(first.text);
        const meant = unit && reference.segmentTargets[0];
        if (!unit || meant?.kind !== 'objective') return;
        report({
          uri: reference.uri,
          span: first.span,
          draft: meant.draft,
          data: { unit: meant.set.unitName },
          related: [
            { uri: unit.declaration.uri, span: unit.declaration.span, label: `${unit.title}, which is not meant` },
          ],
          message: {
            what: `\`${first.text}\` is an objective here, and also the name of ${unit.title}.`,
            why: 'The objective is meant, but a reader may take it for the unit.',
            todo: todoOf(reference, meant.set.unitName),
          },
        });
      },
    };
  },

  fix({ uri, span, data }, { cascade }): readonly Fix[] {
    const unit = String(data?.['unit']);
    const reference = cascade.references.get(uri)?.find(({ path }) => path.segments[0]?.span.start === span.start);
    const meant = reference?.segmentTargets[0];
    // An objective that is called like its own unit would be found first again.
    if (meant?.kind !== 'objective' || meant.set.objectives.some(({ name }) => name === unit)) return [];
    const title = `Write \`${unit}.\` in front: the objective is meant`;
    return [{ title, kind: 'safe', preferred: true, edits: [insert(uri, span.start, `${unit}.`)] }];
  },
});

/** The objective that something is or stands in; null for all that stands in none. */
function objectiveIn(target: Declared | null): ObjectiveNode | null {
  if (target?.kind === 'keyResult') return target.objective;
  if (target?.kind === 'objective') return target;
  return target?.kind === 'guardrail' && target.in.kind === 'objective' ? target.in : null;
}

function todoOf({ path }: ResolvedReference, unit: string): string {
  return `Write \`${unit}.${path.segments.map(({ text }) => text).join('.')}\` if the objective is meant, or give it another name.`;
}
