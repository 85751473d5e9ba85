import type { ObjectiveNode, SetNode } from '../../cascade/cascade.ts';
import { carryOver } from '../carry-over.ts';
import { organisation } from '../examples.ts';
import { count, labelOf, markOf, placeOf } from '../marks.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export const tooManyObjectives = defineRule({
  meta: {
    name: 'too-many-objectives',
    title: 'Too many objectives at once',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [
      limit('maximum', 5, 'How many objectives a unit may have in one cycle.'),
      limit('company', 0, 'The limit for companies, where it differs; 0 means the common limit.'),
      limit('department', 0, 'The limit for departments, where it differs; 0 means the common limit.'),
      limit('team', 0, 'The limit for teams, where it differs; 0 means the common limit.'),
      limit('person', 0, 'The limit for persons, where it differs; 0 means the common limit.'),
    ],
    summary:
      'A unit has more than five objectives in one cycle, counted over all its files. The first one beyond the limit is marked.',
    why:
      'Objectives are a choice. Where everything is a goal nothing is left out, people spread over all of it, and each goal gets a ' +
      'little. Three to five leave room to finish something.',
    sources: [
      'Founding documents of this project: three to five objectives on each level',
      "OpenOKR's method document, section 2.7",
      'What Matters: frequently asked questions',
    ],
    advice:
      'Put the objectives in order and keep the first three to five for this cycle. The others wait in the set of the next cycle, marked `draft`: there ' +
      'everybody sees them, and nobody counts on them yet. Those that serve the same end can become key results of one objective. The quick fix moves those with the least weight, and among equals the last; a goal that has check-ins, or that others refer to, stays.',
    limits:
      'A unit that runs several lines of business may need more: give each line a unit of its own, or raise the limit for its level.',
    examples: {
      invalid: [
        {
          title: 'Six at once',
          files: sets(['Speed', 'Trust', 'Reach', 'Taste', 'Calm', 'Growth']),
          fixed: `${sets(['Speed', 'Trust', 'Reach', 'Taste', 'Calm'])}\n${set(['Growth'], '2026-Q4', ['draft', ''])}`,
        },
        {
          title: 'Counted over all files',
          files: {
            'org.okr': organisation,
            'first.okr': set(['Speed', 'Trust', 'Reach']),
            'second.okr': set(['Taste', 'Calm', 'Growth']),
          },
        },
        {
          title: 'With a limit for teams',
          options: { team: 3 },
          files: sets(['Speed', 'Trust', 'Reach', 'Taste']),
        },
      ],
      valid: [
        { title: 'Five', files: sets(['Speed', 'Trust', 'Reach', 'Taste', 'Calm']) },
        {
          title: 'Three in each of two quarters',
          files: `${sets(['Speed', 'Trust', 'Reach'])}\n${set(['Taste', 'Calm', 'Growth'], '2026-Q4')}`,
        },
      ],
    },
  },

  visit({ option, report }) {
    return {
      set(set) {
        const maximum = limitOf(set, option);
        const beyond = set.objectives[maximum];
        if (!beyond) return;
        report({
          uri: beyond.uri,
          span: markOf(beyond.node),
          draft: beyond.draft,
          data: { set: set.id },
          related: set.objectives
            .filter((one) => one !== beyond)
            .slice(0, mostRelated)
            .map(other),
          message: {
            what: `${set.unit?.title ?? set.unitName} has ${count(set.objectives.length, 'objective')} in ${set.cycleName}, and this is the first beyond ${maximum}.`,
            why: 'Where everything is a goal, nothing gets finished.',
            todo: `Keep the ${maximum} that matter most now, and carry the others to a later cycle.`,
          },
        });
      },
    };
  },

  fix({ data }, { cascade, text, option }) {
    const set = cascade.sets.get(String(data?.['set']));
    if (!set) return [];
    const maximum = limitOf(set, option);
    const fix = carryOver(set, set.objectives.length - maximum, maximum, { cascade, text });
    return fix ? [fix] : [];
  },
});

function limitOf({ unit }: SetNode, option: RuleContext['option']): number {
  return (unit && option<number>(unit.level)) || option<number>('maximum');
}

const mostRelated = 10;

function other(objective: ObjectiveNode) {
  return { ...placeOf(objective), label: labelOf(objective) };
}

function limit(name: string, value: number, description: string) {
  return { name, type: 'integer', default: value, minimum: value === 0 ? 0 : 1, maximum: 50, description } as const;
}

function sets(titles: readonly string[]): string {
  return `${organisation}\n${set(titles)}`;
}

function set(titles: readonly string[], cycle = '2026-Q3', before: readonly string[] = []): string {
  const objectives = titles.map((title) => `objective "${title} that people talk about"`);
  const lines = [...before, ...objectives].map((line) => (line === '' ? line : `    ${line}`));
  return [`okrs for support in ${cycle} {`, ...lines, '}', ''].join('\n');
}
