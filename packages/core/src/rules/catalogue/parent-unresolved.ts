import { isThereFor } from '../../cascade/alignment.ts';
import type { Cascade, ReferenceRole, ResolvedReference } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { teamSet } from '../examples.ts';
import { objectiveOf, setOf } from '../goals.ts';
import { removeLink } from '../links.ts';
import { listOf } from '../marks.ts';
import { failedName, inCycles, isDraft, renamings, todoFor } from '../names.ts';
import { defineRule } from '../rule.ts';
import { stubFor } from '../stub.ts';

const links: Readonly<Partial<Record<ReferenceRole, string>>> = {
  supports: 'This link to a larger goal leads nowhere.',
  dependsOn: 'This dependency leads nowhere.',
  carriedFrom: 'This goal says that it continues another, which is not there.',
};

const objective = (link: string) =>
  teamSet(
    'objective trust "Earn back customer trust" {',
    `    ${link}`,
    '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
    '}',
  );

export const parentUnresolved = defineRule({
  meta: {
    name: 'parent-unresolved',
    title: 'Link to a goal that is not there',
    category: 'alignment',
    level: 'error',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'safe',
    english: false,
    options: [],
    summary: '`supports`, `depends on` or `carried from` names a goal that cannot be found.',
    why:
      'A link that leads nowhere looks like alignment and is none: the larger goal does not know of its support, and if it was renamed or ' +
      'dropped, the team works on for something that no longer exists.',
    sources: ['Tests of the okra tool for broken links between goals', 'How the language gives names their meaning'],
    advice:
      'Correct the spelling, say in which cycle the goal stands (`supports acme.loyalty in FY26`), or take the link away if the goal is ' +
      'gone. Without `in` a goal is looked for in the same cycle and in those that enclose it.',
    limits:
      'Only files of the same project are looked at. Where the goals of another department are kept elsewhere, turn the rule down to ' +
      '`information`; the same where goals continue others in an archive that `ignore` leaves out.',
    examples: {
      invalid: [
        {
          title: 'Misspelt',
          files: objective('supports acme.loyality'),
          fixed: objective('supports acme.loyalty'),
        },
        {
          title: 'It stands in another cycle',
          files: `${objective('supports acme.reach')}
okrs for acme in 2025 {
    objective reach "Be known in the whole country"
}
`,
          fixed: `${objective('supports acme.reach in 2025')}
okrs for acme in 2025 {
    objective reach "Be known in the whole country"
}
`,
        },
        { title: 'Not written yet', files: objective('supports acme.welcome') },
        { title: 'A dependency on nothing', files: objective('supports acme.loyalty\n    depends on warehouse.speed') },
      ],
      valid: [
        { title: 'An objective of the year above', files: objective('supports acme.loyalty') },
        { title: 'A single key result of it', files: objective('supports acme.loyalty.repeat in 2026') },
      ],
    },
  },

  visit({ cascade, report }) {
    const isAllRead = cascade.config.ignore.length === 0;
    return {
      lostReference(reference) {
        const what = links[reference.role];
        const name = what ? failedName(cascade, reference) : null;
        if (!what || !name || !reference.failure) return;
        const { suggestions, cycles, reason } = reference.failure;
        report({
          uri: reference.uri,
          span: name.span,
          draft: isDraft(reference),
          data: {
            role: reference.role,
            name: name.text,
            pathStart: reference.path.span.start,
            suggestions: reason === 'other-cycle' ? [] : suggestions,
            cycles,
          },
          message: {
            what,
            why: whyOf(reference, name.text),
            todo: todoFor(reference, isAllRead ? nameAnother : `${nameAnother} ${ignoredToo}`),
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const { uri, data } = finding;
    const text = textOf(uri);
    const reference = cascade.references
      .get(uri)
      ?.find(({ role, path }) => role === data?.['role'] && path.span.start === data['pathStart']);
    if (!data || !reference || text === null) return [];
    const edit = removeLink(text, reference, cascade);
    const removal: Fix[] = edit
      ? [{ title: 'Take the link away', kind: 'unsafe', preferred: false, edits: [edit] }]
      : [];
    const stub = stubFor(reference, { cascade, text: textOf });
    const isOpen = (name: string) => !closesCircle(reference, name, cascade);
    return [...inCycles(uri, reference), ...renamings(finding, isOpen), ...(stub ? [stub] : []), ...removal];
  },
});

const nameAnother = 'Name a goal that is there, or take the link away.';
const ignoredToo = 'Goals in files that `ignore` leaves out are not there.';

/** Whether a goal that is called so supports, in however many steps, the one that the link stands in. */
function closesCircle({ role, holder, path, failure }: ResolvedReference, name: string, cascade: Cascade): boolean {
  if (role !== 'supports' || (holder?.kind !== 'objective' && holder?.kind !== 'keyResult')) return false;
  const written = path.segments.map(({ text }) => text);
  const [first, ...others] = written.toSpliced(failure?.segment ?? 0, 1, ...name.split('.'));
  const { unitName } = setOf(holder);
  return cascade.objectives.some((objective) => {
    const isMeant =
      (objective.name === first && objective.set.unitName === unitName) ||
      (objective.name === others[0] && objective.set.unitName === first);
    return isMeant && [objective, ...objective.keyResults].some((goal) => isThereFor(goal, objectiveOf(holder)));
  });
}

function whyOf({ failure, path }: ResolvedReference, name: string): string {
  const before = path.segments.slice(0, failure?.segment ?? 0).map(({ text }) => text);
  const within = before.length > 0 ? `\`${before.join('.')}\` has no goal` : 'This project has no goal or unit';
  switch (failure?.reason) {
    case 'other-cycle':
      return `\`${name}\` is there, but in ${listOf(failure.cycles, 'and')}, and not in this cycle or one around it.`;
    case 'wrong-kind':
      return `\`${name}\` is no objective or key result.`;
    default:
      return `${within} called \`${name}\` ${path.cycle ? `in ${path.cycle.text}` : 'that could be meant here'}.`;
  }
}
