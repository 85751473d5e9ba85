import type { Cascade, Duplicate } from '../../cascade/cascade.ts';
import { calendarCycle } from '../../dates/calendar.ts';
import { replace } from '../edits.ts';
import { inObjective, organisation } from '../examples.ts';
import { defineRule } from '../rule.ts';

const things: Readonly<Record<Duplicate['kind'], { readonly thing: string; readonly scope: string }>> = {
  cycle: { thing: 'cycle', scope: 'in this project' },
  unit: { thing: 'company, team or person', scope: 'in this project' },
  objective: { thing: 'objective', scope: 'of the same unit and cycle' },
  keyResult: { thing: 'key result', scope: 'of this objective' },
  kpi: { thing: 'KPI', scope: 'in this project' },
  initiative: { thing: 'initiative', scope: 'in this place' },
};

export const duplicateId = defineRule({
  meta: {
    name: 'duplicate-id',
    title: 'Name that is given twice',
    category: 'structure',
    level: 'error',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'Two objectives of one set, two key results of one objective, or two units or people have the same name.',
    why: 'A name is what check-ins and links point at. Where two goals answer to it, a reading is written down for one and meant for the other.',
    sources: ['The schema of okrchestra', 'How the language gives names their meaning'],
    advice:
      'Give the second one a name of its own, and look at the check-ins and links that use it. If both are the same thing, keep one of them.',
    limits:
      'Units and people share their names over the whole project, objectives over all files of one unit and cycle, key results over one objective. ' +
      'The first in the order of files and lines is the one that counts.',
    examples: {
      invalid: [
        {
          title: 'Two key results, one name',
          files: inObjective(
            'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            'kr csat "Rating in the shops" from 4.1 of 5 to 4.5 of 5',
          ),
          fixed: inObjective(
            'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            'kr csat2 "Rating in the shops" from 4.1 of 5 to 4.5 of 5',
          ),
        },
        {
          title: 'Over two files',
          files: {
            'org.okr': organisation,
            'q3-support.okr': 'okrs for support in 2026-Q3 {\n    objective trust "Earn back customer trust"\n}\n',
            'q3-support-more.okr': 'okrs for support in 2026-Q3 {\n    objective trust "Be there when it counts"\n}\n',
          },
        },
      ],
      valid: [
        {
          title: 'Names of their own',
          files: inObjective(
            'kr csat  "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            'kr shops "Rating in the shops" from 4.1 of 5 to 4.5 of 5',
          ),
        },
        {
          title: 'The same name in another quarter',
          files: `${organisation}
okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust"
}

okrs for support in 2026-Q4 {
    objective trust "Keep customer trust"
}
`,
        },
      ],
    },
  },

  check({ cascade, report }) {
    if (cascade.duplicates.length === 0) return;
    const inDraft = new Set([...cascade.goals.values()].flatMap(({ draft, node }) => (draft ? [node.name] : [])));
    for (const { name, uri, kind, first } of cascade.duplicates) {
      const { thing, scope } = things[kind];
      report({
        uri,
        span: name.span,
        draft: inDraft.has(name),
        data: { name: name.text },
        related: [{ ...first, label: `The first \`${name.text}\`, which is the one that counts` }],
        message: {
          what: `Another ${thing} ${scope} is already called \`${name.text}\`.`,
          why: 'Check-ins and links that use the name reach only the first one.',
          todo: 'Give this one a name of its own.',
        },
      });
    }
  },

  fix({ uri, span, data }, { cascade }) {
    const name = freeName(String(data?.['name']), new Set(namesIn(cascade)));
    return [
      { title: `Rename this one to \`${name}\``, kind: 'unsafe', preferred: false, edits: [replace(uri, span, name)] },
    ];
  },
});

/** Every name of the project: one that is used nowhere is free in every place. */
function* namesIn(cascade: Cascade): Generator<string> {
  yield* cascade.units.keys();
  yield* cascade.cycles.keys();
  for (const { name } of [...cascade.goals.values(), ...cascade.kpis, ...cascade.initiatives]) if (name) yield name;
  for (const { name } of cascade.duplicates) yield name.text;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  // `2026-Q2` for a second `2026-Q3` would be another cycle of the calendar
  const own = calendarCycle(name) ? `own-${name}` : name;
  if (!taken.has(own)) return own;
  const stem = own === name ? name.replace(/\d+$/, '') || name : `${own}-`;
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}
