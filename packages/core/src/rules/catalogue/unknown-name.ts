import type { Cascade, Declared, ReferenceRole, ResolvedReference } from '../../cascade/cascade.ts';
import { calendarCycle } from '../../dates/calendar.ts';
import type { Finding, Fix } from '../../findings/finding.ts';
import type { Name } from '../../model/file.ts';
import { closedQuarter } from '../closing-examples.ts';
import { organisation } from '../examples.ts';
import { declaring, failedName, inCycles, isDraft, isPast, renamings, todoFor } from '../names.ts';
import { defineRule, type Report } from '../rule.ts';

const goals = `${organisation}
okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" {
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
    }
}
`;

const guarded = `${organisation}
kpi churn "Monthly churn" of support at most 2%

okrs for support in 2026-Q3 {
    objective trust "Earn back customer trust" {
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
        guardrail churn
    }
}
`;

interface Kind {
  readonly what: string;
  /** Where it was looked for; in the whole project unless given. */
  readonly where?: string;
  /** What is to be said where a name of something else stands. */
  readonly others?: string;
  readonly why: string;
  readonly todo: string;
}

/** What each kind of name stands for. Owners and links between goals have rules of their own. */
const kinds: Readonly<Partial<Record<ReferenceRole, Kind>>> = {
  unit: {
    what: 'No company, team or person',
    why: 'Goals only find their place in the cascade under a unit that is declared.',
    todo: 'Declare it once, for example `team {name} "…" in …`.',
  },
  parentUnit: {
    what: 'No company, department or team',
    why: 'A unit without its place hangs beside the organisation instead of in it.',
    todo: 'Declare it once, for example `team {name} "…"`.',
  },
  lead: {
    what: 'Nobody',
    why: 'Goals that nobody else owns would belong to the lead.',
    todo: 'Declare the person: `person {name} "…"`.',
  },
  cycle: {
    what: 'No cycle',
    why: 'Without its first and last day nothing here has a deadline or a pace.',
    todo: 'Declare it, `cycle {name} "…" from 2026-01-01 to 2026-03-31`, or use a part of the calendar such as `2026-Q3`.',
  },
  initiativeFor: {
    what: 'No key result',
    others: 'an initiative is for key results',
    why: 'Work that serves no key result moves nothing.',
    todo: 'Name a key result of this objective, or take the `for` away.',
  },
  reading: {
    what: 'No goal',
    where: 'is there for the unit and cycle of this check-in',
    others: 'readings are of key results',
    why: 'This reading does not count for anything.',
    todo: 'Name a key result as seen from the unit and cycle of this check-in, such as `trust.csat`.',
  },
  closingEntry: {
    what: 'No goal',
    where: 'is there for the unit and cycle of this closing',
    others: 'closings are of objectives and key results',
    why: 'This score does not count for anything.',
    todo: 'Name an objective or key result as seen from the unit and cycle of this closing, such as `trust.csat`. What happens next with a goal is `keep`, `modify`, `defer` or `abandon`.',
  },
  kpi: {
    what: 'No KPI',
    why: 'A guardrail without a limit guards nothing.',
    todo: 'Declare it once, `kpi {name} "…" of …`, or give the guardrail a title and a limit of its own.',
  },
};

export const unknownName = defineRule({
  meta: {
    name: 'unknown-name',
    title: 'Name that stands for nothing',
    category: 'structure',
    level: 'error',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'A unit, cycle, lead, KPI, or the target of a check-in, a closing or an initiative is named, and nothing of that name is there.',
    why: 'What hangs on a name that nothing has is missing from the cascade, without anyone noticing.',
    sources: ['How the language gives names their meaning'],
    advice: 'Correct the spelling, or declare what is meant. Capital letters count.',
    limits:
      'Links between goals are reported as `parent-unresolved`, owners as `unknown-owner`. Only files of the same project are looked at. A unit need not stay ' +
      'declared for sets that are closed and whose cycle is over.',
    examples: {
      invalid: [
        {
          title: 'A misspelt team',
          files: `${organisation}\nokrs for suport in 2026-Q3 {\n    owner maya\n}\n`,
          fixed: `${organisation}\nokrs for support in 2026-Q3 {\n    owner maya\n}\n`,
        },
        {
          title: 'A reading of a key result that is not there',
          files: `${goals}
checkin 2026-08-14 for support in 2026-Q3 {
    trust.csta 4.1 of 5
}
`,
        },
        {
          title: 'A reading for the wrong quarter',
          files: `${goals}
checkin 2026-08-14 for support in 2026-Q4 {
    trust.csat 4.1 of 5
}
`,
          fixed: `${goals}
checkin 2026-08-14 for support in 2026-Q4 {
    trust.csat in 2026-Q3 4.1 of 5
}
`,
        },
        {
          title: 'A reading of an objective',
          files: `${goals}
checkin 2026-08-14 for support in 2026-Q3 {
    trust 4.1 of 5
}
`,
          fixed: `${goals}
checkin 2026-08-14 for support in 2026-Q3 {
    trust.csat 4.1 of 5
}
`,
        },
        {
          title: 'A reading of a KPI by the goal that it guards',
          files: `${guarded}
checkin 2026-08-14 for support in 2026-Q3 {
    trust.churn 1%
}
`,
          fixed: `${guarded}
checkin 2026-08-14 for support in 2026-Q3 {
    churn 1%
}
`,
        },
        {
          title: 'A cycle that was never declared',
          files: `${organisation}\nokrs for support in summer {\n    owner maya\n}\n`,
        },
      ],
      valid: [
        {
          title: 'Everything has its name',
          files: `${goals}
checkin 2026-08-14 for support in 2026-Q3 {
    trust.csat 4.1 of 5
}
`,
        },
        {
          title: 'A team that is no more',
          files: closedQuarter('committed', 'trust score 0.55 modify learned "Start earlier"').replaceAll(
            'for acme',
            'for sales',
          ),
        },
        {
          title: 'A declared cycle',
          files: `${organisation}\ncycle summer "Summer" from 2026-06-01 to 2026-08-31\n\nokrs for support in summer {\n    owner maya\n}\n`,
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      lostReference(reference) {
        const kind = kinds[reference.role];
        const name = kind ? failedName(cascade, reference) : null;
        if (!kind || !name || (reference.role === 'unit' && isPast(reference, cascade))) return;
        if (namesKpi(reference)) {
          report({ ...kpiAlone(name), uri: reference.uri, span: reference.path.span, draft: isDraft(reference) });
          return;
        }
        const suggestions = suggestionsFor(reference);
        report({
          uri: reference.uri,
          span: name.span,
          draft: isDraft(reference),
          data: { name: name.text, role: reference.role, suggestions },
          message: {
            what: whatOf(reference, kind, name.text),
            why: kind.why,
            todo: isCycleOfCalendar(suggestions[0], name.text)
              ? `Write \`${suggestions[0]}\`, with capital letters.`
              : todoFor(reference, kind.todo.replace('{name}', name.text)),
          },
        });
      },
    };
  },

  fix(finding, context) {
    const { uri, span, data } = finding;
    const reference = context.cascade.references
      .get(uri)
      ?.find(({ failure, path }) => failure && path.segments[failure.segment]?.span.start === span.start);
    const role = data?.['role'];
    const level = role === 'lead' ? 'person' : role === 'unit' ? 'team' : null;
    // The cycle of the whole check-in may be the wrong one, so none of them is safe.
    const cycles = reference ? inCycles(uri, reference).map((fix): Fix => ({ ...fix, kind: 'unsafe' })) : [];
    const isAbove = (name: string) => role !== 'parentUnit' || !liesBelow(finding, name, context.cascade);
    return [
      ...cycles,
      ...renamings(finding, isAbove),
      ...(level ? declaring(uri, level, String(data?.['name']), context) : []),
    ];
  },
});

/** `trust.churn`, where the guardrail `churn` of that objective names a KPI. */
function namesKpi({ failure, path, role, segmentTargets }: ResolvedReference): boolean {
  const holder = segmentTargets[0];
  if (role !== 'reading' || failure?.reason !== 'unknown' || failure.segment !== 1 || path.segments.length !== 2)
    return false;
  const name = path.segments[1]?.text;
  return (
    holder?.kind === 'objective' &&
    holder.guardrails.some(({ node }) => node.name?.text === name && node.title === null && node.measure === null)
  );
}

function kpiAlone({ text }: Name): Pick<Report, 'data' | 'message'> {
  return {
    data: { name: text, role: 'reading', suggestions: [text] },
    message: {
      what: `\`${text}\` is a KPI, and its readings are written with its own name.`,
      why: kinds.reading?.why ?? '',
      todo: `Write \`${text}\` alone.`,
    },
  };
}

function isCycleOfCalendar(suggestion: string | undefined, name: string): suggestion is string {
  return suggestion !== undefined && suggestion === name.toUpperCase() && calendarCycle(suggestion) !== null;
}

/** Whether a unit lies below the one whose place is named: that one cannot be in it. */
function liesBelow({ uri, span }: Finding, name: string, { units }: Cascade): boolean {
  for (let at = units.get(name) ?? null; at; at = at.parent) {
    if (at.declaration.uri === uri && at.declaration.node.parent?.span.start === span.start) return true;
  }
  return false;
}

function whatOf({ failure, path, segmentTargets }: ResolvedReference, kind: Kind, name: string): string {
  const cycles = failure?.cycles ?? [];
  if (failure?.reason === 'wrong-kind') {
    const found = segmentTargets.at(-1);
    return found && kind.others
      ? `\`${name}\` is ${thingOf(found)}, and ${kind.others}.`
      : `\`${name}\` is something that cannot stand here.`;
  }
  if (failure?.reason === 'other-cycle') return `\`${name}\` is there only in ${cycles.join(', ')}, not in this cycle.`;
  const before = path.segments.slice(0, failure?.segment ?? 0).map(({ text }) => text);
  return before.length > 0
    ? `\`${before.join('.')}\` has nothing called \`${name}\`.`
    : `${kind.what} called \`${name}\` ${kind.where ?? 'is declared in this project'}.`;
}

function thingOf(found: Declared): string {
  if (found.kind === 'unit') return `a ${found.level}`;
  return things[found.kind];
}

const things = {
  cycle: 'a cycle',
  objective: 'an objective',
  keyResult: 'a key result',
  initiative: 'an initiative',
  kpi: 'a KPI',
  guardrail: 'a guardrail',
} as const;

/** Names that are near; where an objective stands for one of its key results, these. */
function suggestionsFor({ failure, path, role, segmentTargets }: ResolvedReference): readonly string[] {
  const found = segmentTargets.at(-1);
  const name = path.segments.at(-1)?.text ?? '';
  if (failure?.reason === 'other-cycle') return [];
  if (role === 'cycle' && isCycleOfCalendar(name.toUpperCase(), name)) return [name.toUpperCase()];
  if (failure?.reason !== 'wrong-kind' || found?.kind !== 'objective') return failure?.suggestions ?? [];
  if (role !== 'reading' && role !== 'initiativeFor') return [];
  return found.keyResults.flatMap((keyResult) => (keyResult.name ? `${name}.${keyResult.name}` : []));
}
