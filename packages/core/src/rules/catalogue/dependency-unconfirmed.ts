import type { DependencyEdge } from '../../cascade/cascade.ts';
import { isClosed } from '../../cascade/closed.ts';
import { formatIsoDay } from '../../dates/day.ts';
import { organisation } from '../examples.ts';
import { objectiveOf, setOf, titleOf } from '../goals.ts';
import { placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const project = (...lines: readonly string[]) => `${organisation}team    depot   "Depot" in acme { lead liam }

okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" {
        standalone because "a promise to our customers"
        depends on depot.shelf
        kr "Returns answered on the same day" from 40% to 80%
        kr "Help desk rating"                 from 3.9 of 5 to 4.4 of 5
    }
}

okrs for depot in 2026-Q3 {
    objective shelf "Every item is where the list says" {
        standalone because "the move to the new depot"
${lines.map((line) => `        ${line}\n`).join('')}    }
}
`;
const figure = 'kr "Items found at the first look" from 84% to 97%';

export const dependencyUnconfirmed = defineRule({
  meta: {
    name: 'dependency-unconfirmed',
    title: 'Need that the other unit has not confirmed',
    category: 'alignment',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary:
      'A goal depends on a goal of another unit that does not promise it: it is a draft, has no key result, is due too late or was given up.',
    why:
      'What a goal needs from others is its most frequent reason to fail. Wishes are not promises: only a goal that the other unit has agreed to, ' +
      'can measure and will reach in time is one.',
    sources: ["Google's OKR playbook: goals across teams", "OpenOKR's method document, rule AL-5"],
    advice:
      'Talk with the other unit. Ask for a key result that says what you need and by when, and let the link lead to it; or plan without it.',
    limits:
      'A goal that is itself a draft may depend on drafts. What is needed from outside of the project cannot be linked and is not looked at. Within one ' +
      'unit nothing is reported.',
    examples: {
      invalid: [
        { title: 'Nothing there that could be counted on', files: project('// still to be worked out') },
        { title: 'Not agreed yet', files: project('draft', figure) },
        {
          title: 'Too late',
          files: project('by 2026-09-30', figure).replace('depends on', 'by 2026-08-31\n        depends on'),
        },
      ],
      valid: [
        { title: 'Agreed, measured and in time', files: project('by 2026-08-31', figure) },
        { title: 'Both are drafts', files: project('draft', figure).replace('standalone', 'draft standalone') },
      ],
    },
  },

  visit({ report }) {
    return {
      onlyOwn: true,

      goal(goal) {
        if (goal.dependsOn.length === 0 || isClosed(goal)) return;
        for (const edge of goal.dependsOn) {
          const reason = doubtAbout(edge);
          if (!reason) continue;
          const other = titleOf(setOf(edge.to));
          report({
            uri: edge.reference.uri,
            span: edge.reference.path.span,
            draft: goal.draft,
            related: [{ ...placeOf(edge.to), label: `What ${other} says` }],
            message: {
              what: `This goal counts on a goal of ${other} that ${reason}.`,
              why: 'What others have not promised is the most frequent reason for a goal to fail.',
              todo: `Agree with ${other} on a key result that says what is needed and by when, or plan without it.`,
            },
          });
        }
      },
    };
  },
});

function doubtAbout({ from, to }: DependencyEdge): string | null {
  if (setOf(from) === setOf(to) || setOf(from).unitName === setOf(to).unitName) return null;
  const decision = (to.closing ?? objectiveOf(to).closing)?.node.decision?.value;
  if (decision === 'abandon' || decision === 'defer') return decision === 'abandon' ? 'was given up' : 'was put off';
  if (to.draft && !from.draft) return 'is still a draft';
  if (to.kind === 'objective' && to.keyResults.length === 0) return 'has no key result';
  const due = to.deadline?.day ?? null;
  const needed = from.deadline?.day ?? null;
  if (due === null || needed === null || due <= needed) return null;
  return `is due on ${formatIsoDay(due)}, after the ${formatIsoDay(needed)} by which it is needed`;
}
