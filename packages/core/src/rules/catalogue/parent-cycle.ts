import type {
  Cascade,
  GoalNode,
  ObjectiveNode,
  ReferenceRole,
  ResolvedReference,
  SupportEdge,
} from '../../cascade/cascade.ts';
import { comparePlaces } from '../../cascade/places.ts';
import type { FindingMessage, Fix } from '../../findings/finding.ts';
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
    summary: 'A goal supports itself by way of others, or says that it depends on itself or continues itself.',
    why:
      'Support leads upwards, from a team to what the company wants. In a circle every goal gives another one as its reason, and none of ' +
      'them has a reason of its own. And a goal that waits for itself, or continues itself, says nothing.',
    sources: ["OpenOKR's method document, section 6.7"],
    advice:
      'Find the link that runs from the larger goal down to the smaller one and take it away. If one team merely has to wait for another, write ' +
      '`depends on` instead. What a goal continues stands in an earlier cycle, which has to be named: `carried from spread in 2026-Q3`.',
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
        {
          title: 'Waiting for itself',
          files: circle('\n        depends on loyalty'),
          fixed: circle(''),
        },
        {
          title: 'Continuing itself',
          files: circle('\n        carried from acme.loyalty'),
          fixed: circle(''),
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
      reference({ role, target, holder, path, uri }) {
        const message = target !== null && target === holder ? itself[role] : undefined;
        if (!message) return;
        const { draft } = target as GoalNode;
        report({ uri, span: path.span, draft, data: { pathStart: path.span.start, role }, message });
      },
      supporter(goal) {
        if (goal.supports.some((edge) => fall(edge) >= 0)) suspects.push(goal);
      },
      end() {
        for (const edges of circles(suspects)) {
          const goals = new Set(edges.map(({ from }) => from)).size;
          // Of the links of one goal to itself each is wrong for its own sake.
          for (const [worst, ...others] of goals === 1 ? edges.map((edge) => [edge]) : [edges]) {
            if (!worst) continue;
            const { path, uri } = worst.reference;
            report({
              uri,
              span: path.span,
              draft: worst.from.draft,
              data: { pathStart: path.span.start, role: 'supports' },
              related: others.slice(0, mostRelated).map((edge) => ({
                ...placeOf(edge),
                label: `${labelOf(edge.from)} supports ${labelOf(edge.to)}`,
              })),
              message: {
                what: whatOf(goals),
                why: 'In a circle every goal is the reason of another, and none has a reason of its own.',
                todo: 'Take away the link that leads from the larger goal to the smaller one.',
              },
            });
          }
        }
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }) {
    const text = textOf(uri);
    const reference = cascade.references
      .get(uri)
      ?.find(({ role, path }) => role === data?.['role'] && path.span.start === data['pathStart']);
    const edit = text !== null && reference ? removeLink(text, reference, cascade) : null;
    const removal: Fix[] = edit
      ? [{ title: 'Take this link away', kind: 'unsafe', preferred: true, edits: [edit] }]
      : [];
    return [...(reference ? fromEarlier(reference, cascade) : []), ...removal];
  },
});

/** What a goal continues has mostly its own name: a fix for the latest cycle before in which there is such a goal. */
function fromEarlier({ uri, role, target, path }: ResolvedReference, { objectives }: Cascade): readonly Fix[] {
  if (role !== 'carriedFrom' || target?.kind !== 'objective') return [];
  const begin = target.set.cycle?.range?.first ?? Number.NEGATIVE_INFINITY;
  const firstDay = ({ set }: ObjectiveNode) => set.cycle?.range?.first ?? Number.POSITIVE_INFINITY;
  const earlier = objectives
    .filter((other) => other.name === target.name && other.set.unitName === target.set.unitName)
    .filter((other) => firstDay(other) < begin)
    .sort((a, b) => firstDay(b) - firstDay(a));
  return earlier.slice(0, 1).map(({ set: { cycleName } }) => ({
    title: `Write \`in ${cycleName}\` behind it`,
    kind: 'unsafe',
    preferred: true,
    edits: [
      {
        uri,
        span: { start: path.segments.at(-1)?.span.end ?? path.span.end, end: path.span.end },
        text: ` in ${cycleName}`,
      },
    ],
  }));
}

const mostRelated = 10;

/** What is said of a circle with links of so many goals: one of them may have two. */
function whatOf(goals: number): string {
  if (goals === 1) return 'This goal supports itself.';
  return `With this link ${goals === 2 ? 'two goals support each other' : 'goals support each other in a circle'}.`;
}

/** What is said of a link that leads to the goal that it stands in. One that supports itself is a circle of one. */
const itself: Readonly<Partial<Record<ReferenceRole, FindingMessage>>> = {
  dependsOn: {
    what: 'This goal depends on itself.',
    why: 'Nobody has to be asked for it, so the dependency says nothing.',
    todo: 'Name the goal that must move first, or take the link away.',
  },
  carriedFrom: {
    what: 'This goal says that it continues itself.',
    why: 'Without a cycle behind it a name means a goal of its own cycle, and what is continued stands in an earlier one.',
    todo: 'Say in which cycle the goal stands that is continued, such as `in 2026-Q3`, or take the link away.',
  },
};

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
