import type { GoalNode, ObjectiveNode, SupportEdge } from '../../cascade/cascade.ts';
import { comparePlaces } from '../../cascade/places.ts';
import type { Place } from '../../model/span.ts';
import { circlesOf } from '../circles.ts';
import { organisation } from '../examples.ts';
import { removeLink } from '../links.ts';
import { labelOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const circle = (supportsOfLoyalty: string) => `${organisation}
okrs for acme in 2026-Q3 {
    objective loyalty "Become the shop people come back to" {${supportsOfLoyalty}
        kr "Repeat purchase rate" from 31% to 45%
        kr "Net promoter score" from 38 to 55
    }
}

okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" {
        supports acme.loyalty
        kr "Help desk rating" from 3.9 of 5 to 4.4 of 5
        kr "Customers who write twice" from 410 to 300
    }
}
`;

export const parentCycle = defineRule({
  meta: {
    name: 'parent-cycle',
    title: 'Goals that support each other in a circle',
    category: 'alignment',
    level: 'error',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A goal supports itself by way of others.',
    why:
      'Support leads upwards, from a team to what the company wants. In a circle every goal gives another one as its reason, and none of ' +
      'them has a reason of its own.',
    sources: ["OpenOKR's method document, section 6.7"],
    advice:
      'Find the link that runs from the larger goal down to the smaller one and take it away. If one team merely has to wait for another, write ' +
      '`depends on` instead.',
    limits:
      'Each circle is reported once, at the link that leads furthest down the organisation. Key results count as part of their objective.',
    examples: {
      invalid: [
        {
          title: 'Up and down again',
          files: circle('\n        supports support.trust'),
          fixed: circle(''),
        },
        {
          title: 'By way of a key result',
          files: circle('\n        supports support.trust.csat').replace('kr "Help desk', 'kr csat "Help desk'),
        },
      ],
      valid: [
        { title: 'Only upwards', files: circle('') },
        {
          title: 'Waiting for each other is no support',
          files: circle('\n        depends on support.trust'),
        },
      ],
    },
  },

  visit({ report }) {
    const suspects: GoalNode[] = [];
    return {
      supporter(goal) {
        if (goal.supports.some((edge) => fall(edge) >= 0)) suspects.push(goal);
      },
      end() {
        for (const edges of circles(suspects)) {
          const [worst, ...others] = edges;
          if (!worst) continue;
          const { path, uri } = worst.reference;
          report({
            uri,
            span: path.span,
            draft: worst.from.draft,
            data: { pathStart: path.span.start },
            related: others.slice(0, mostRelated).map((edge) => ({
              ...placeOf(edge),
              label: `${labelOf(edge.from)} supports ${labelOf(edge.to)}`,
            })),
            message: {
              what:
                others.length === 0
                  ? 'This goal supports itself.'
                  : `With this link ${others.length === 1 ? 'two goals support each other' : 'goals support each other in a circle'}.`,
              why: 'In a circle every goal is the reason of another, and none has a reason of its own.',
              todo: 'Take away the link that leads from the larger goal to the smaller one.',
            },
          });
        }
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }) {
    const text = textOf(uri);
    const reference = cascade.references
      .get(uri)
      ?.find(({ role, path }) => role === 'supports' && path.span.start === data?.['pathStart']);
    const edit = text !== null && reference ? removeLink(text, reference, cascade) : null;
    return edit ? [{ title: 'Take this link away', kind: 'unsafe', preferred: true, edits: [edit] }] : [];
  },
});

const mostRelated = 10;

/**
 * The links of each circle, the one that leads furthest down the organisation first. Whoever goes round in a circle comes back to where it
 * began, so not every link of it leads up: it is enough to start from the goals with one that does not.
 */
function circles(suspects: readonly GoalNode[]): readonly (readonly SupportEdge[])[] {
  return circlesOf(suspects, reasonsOf).map((members) => {
    const inside = new Set(members);
    const edges = members.flatMap(({ supports }) => supports.filter(({ to }) => inside.has(to)));
    return edges.sort((a, b) => fall(b) - fall(a) || comparePlaces(placeOf(b), placeOf(a)));
  });
}

/** What a goal is for: what it supports and, for a key result, its objective. */
function reasonsOf(goal: GoalNode): readonly GoalNode[] {
  const supported = goal.supports.map(({ to }) => to);
  return goal.kind === 'keyResult' ? [goal.objective, ...supported] : supported;
}

/** Steps down the organisation that a link leads; negative where it leads up, as it should. */
function fall({ from, to }: SupportEdge): number {
  return depthOf(to) - depthOf(from);
}

function depthOf(goal: GoalNode): number {
  const objective: ObjectiveNode = goal.kind === 'objective' ? goal : goal.objective;
  return objective.set.unit?.depth ?? 0;
}

function placeOf({ reference }: SupportEdge): Place {
  return { uri: reference.uri, span: reference.path.span };
}
