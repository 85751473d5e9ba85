import { inObjective } from '../examples.ts';
import { asInitiative } from '../initiative.ts';
import { count, labelOf, markOf, placeOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export const tooManyKrs = defineRule({
  meta: {
    name: 'too-many-krs',
    title: 'Objective with too many key results',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [
      {
        name: 'maximum',
        type: 'integer',
        default: 5,
        minimum: 1,
        maximum: 50,
        description: 'How many key results an objective may have.',
      },
    ],
    summary: 'An objective has more than five key results. The first one beyond the limit is marked.',
    why:
      'Key results are the few figures that would prove the goal. A long list is usually a plan of work: nobody can keep it in mind, and ' +
      'what matters most is hidden among what is merely to be done.',
    sources: [
      'Microsoft Viva Goals documentation',
      'What Matters: frequently asked questions',
      '15Five: writing checklist',
    ],
    advice:
      'Keep the three to five that would convince a stranger. Write what is work rather than proof as an `initiative`, and what must only not ' +
      'get worse as a `guardrail`.',
    limits:
      'Where a team has agreed on a longer list, raise `maximum` in the configuration rather than ignoring each objective.',
    examples: {
      invalid: [
        {
          title: 'A plan of work',
          files: inObjective(...six('kr tour "Tour of the shops"')),
          fixed: inObjective(...six('initiative tour "Tour of the shops"')),
        },
        {
          title: "With a limit of the team's own",
          options: { maximum: 2 },
          files: inObjective(...six('kr tour "Tour of the shops"').slice(0, 3)),
        },
      ],
      valid: [
        { title: 'Five', files: inObjective(...six('').slice(0, 5)) },
        { title: 'Work is written as work', files: inObjective(...six('initiative "Tour of the shops"')) },
      ],
    },
  },

  visit({ option, report }) {
    const maximum = option<number>('maximum');
    return {
      objective(objective) {
        const { length } = objective.keyResults;
        const beyond = objective.keyResults[maximum];
        if (!beyond) return;
        report({
          uri: beyond.uri,
          span: markOf(beyond.node),
          draft: objective.draft,
          data: { goal: objective.id },
          related: [{ ...placeOf(objective), label: `The objective: ${labelOf(objective)}` }],
          message: {
            what: `This objective has ${count(length, 'key result')}, and this is the first beyond ${maximum}.`,
            why: 'Nobody keeps so many figures in mind, and what matters most is lost among them.',
            todo: `Keep the ${maximum} that would prove the goal, and write the rest as initiatives.`,
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf, option }) {
    const objective = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (objective?.kind !== 'objective' || text === null) return [];
    const excess = objective.keyResults.length - option<number>('maximum');
    const movable = objective.keyResults.flatMap((keyResult) => {
      const edit = keyResult.measure === null ? asInitiative(keyResult, text, cascade) : null;
      return edit ? [edit] : [];
    });
    if (movable.length < excess) return [];
    const title = `Write ${excess === 1 ? 'the key result' : `${excess} key results`} without a measure as ${excess === 1 ? 'an initiative' : 'initiatives'}`;
    return [{ title, kind: 'unsafe', preferred: false, edits: movable.slice(-excess) }];
  },
});

function six(last: string): readonly string[] {
  return [
    'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
    'kr "Time to a first answer" from 6 hours to 45 minutes',
    'kr "Solved by the first answer" from 48% to 65%',
    'kr "Customers who write twice" from 410 to 300',
    'kr "Complaints that reach the board" from 12 to 3',
    last,
  ];
}
