import type { ObjectiveNode } from '../../cascade/cascade.ts';
import { organisation } from '../examples.ts';
import { count, labelOf, markOf, placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export const tooManyObjectives = defineRule({
  meta: {
    name: 'too-many-objectives',
    title: 'Too many objectives at once',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'none',
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
      'Put the objectives in order and keep the first three to five for this cycle. Carry the others to a later one, or make those that serve ' +
      'the same end key results of one objective.',
    limits:
      'A unit that runs several lines of business may need more: give each line a unit of its own, or raise the limit for its level.',
    examples: {
      invalid: [
        { title: 'Six at once', files: sets(['Speed', 'Trust', 'Reach', 'Taste', 'Calm', 'Growth']) },
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

  check({ cascade, option, report }) {
    for (const set of cascade.sets.values()) {
      const own = set.unit ? option<number>(set.unit.level) : 0;
      const maximum = own || option<number>('maximum');
      const beyond = set.objectives[maximum];
      if (!beyond) continue;
      report({
        uri: beyond.uri,
        span: markOf(beyond.node),
        draft: beyond.draft,
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
    }
  },
});

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

function set(titles: readonly string[], cycle = '2026-Q3'): string {
  const objectives = titles.map((title) => `    objective "${title} that people talk about"`);
  return [`okrs for support in ${cycle} {`, ...objectives, '}', ''].join('\n');
}
