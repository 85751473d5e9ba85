import type { SupportEdge } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { companyGoal, organisation } from '../examples.ts';
import { isSmaller, objectiveOf, setOf } from '../goals.ts';
import { removeLink } from '../links.ts';
import { placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const team = `okrs for support in 2026 {
    objective trust "Earn back customer trust" {
        supports acme.loyalty
        kr "Help desk rating"              from 3.9 of 5 to 4.4 of 5
        kr "Time from complaint to answer" from 6 days to 36 hours
    }
}
`;
const lead = (line: string) => `${organisation}
${companyGoal}
${team}
okrs for acme in 2026-Q3 {
    objective calm "Nobody is afraid of the phone" {${line}
        kr "Calls answered by the first person" from 40% to 70%
    }
}
`;

export const parentLowerLevel = defineRule({
  meta: {
    name: 'parent-lower-level',
    title: 'Goal that supports a smaller one',
    category: 'alignment',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A goal supports a goal of a unit that stands below its own: a company goal serves a goal of one team.',
    why:
      'Support leads from the smaller goal to the larger one, so that everybody finds the reason of a goal by looking up. A link that leads down ' +
      'usually means the opposite of what it says, and it turns the picture of the whole upside down.',
    sources: ["OpenOKR's method document, section 5.1 and rule AL-3"],
    advice:
      'Write the link in the goal of the smaller unit. Where the larger goal has to wait for the smaller one, say so with `depends on`.',
    limits:
      'Links between units of one level and across departments are in order and not reported. Where two goals support each other, only the circle ' +
      'is reported.',
    examples: {
      invalid: [
        {
          title: 'The company serves a team',
          files: lead('\n        supports support.trust in 2026'),
          fixed: lead(''),
        },
      ],
      valid: [
        { title: 'The team serves the company', files: `${organisation}\n${companyGoal}\n${team}` },
        { title: 'The company waits for a team', files: lead('\n        depends on support.trust in 2026') },
      ],
    },
  },

  visit({ report }) {
    return {
      onlyOwn: true,

      supporter(goal) {
        for (const edge of goal.supports) {
          const from = setOf(edge.from).unit;
          const to = setOf(edge.to).unit;
          if (!from || !to || !isSmaller(to, from) || leadsBack(edge)) continue;
          report({
            uri: edge.reference.uri,
            span: edge.reference.path.span,
            draft: goal.draft,
            data: { pathStart: edge.reference.path.span.start },
            related: [{ ...placeOf(edge.to), label: `The goal of ${to.title}` }],
            message: {
              what: `This goal of ${from.title} supports a goal of ${to.title}, which stands below it.`,
              why: 'The reason of a goal is looked for above it, and here it lies below.',
              todo: 'Write the link in the smaller goal, or `depends on` here if this goal waits for the other.',
            },
          });
        }
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const text = textOf(uri);
    const reference = cascade.references
      .get(uri)
      ?.find(({ role, path }) => role === 'supports' && path.span.start === data?.['pathStart']);
    const edit = text !== null && reference ? removeLink(text, reference, cascade) : null;
    return edit ? [{ title: 'Take this link away', kind: 'unsafe', preferred: false, edits: [edit] }] : [];
  },
});

/** Two goals that support each other are a circle, of which another rule speaks. */
function leadsBack({ from, to }: SupportEdge): boolean {
  const own = objectiveOf(from);
  const other = objectiveOf(to);
  return [other, ...other.keyResults].some(({ supports }) => supports.some((edge) => objectiveOf(edge.to) === own));
}
