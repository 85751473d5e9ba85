import type { KeyResultNode } from '../../cascade/cascade.ts';
import { isClosed } from '../../cascade/closed.ts';
import { organisation } from '../examples.ts';
import { setOf } from '../goals.ts';
import { count, labelOf, placeOf } from '../marks.ts';
import { whole } from '../options.ts';
import { defineRule } from '../rule.ts';

const figures = [
  'Help desk rating',
  'Calls answered at once',
  'Parcels found again',
  'Refunds within a day',
  'Questions answered twice',
];

export const ownerOverload = defineRule({
  meta: {
    name: 'owner-overload',
    title: 'Too much for one person',
    category: 'ownership',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [whole('maximum', 4, 1, 50, 'How many key results one person should own in one cycle.')],
    summary:
      'One person is named as the owner of more than four single key results of one cycle, counted over all units.',
    why: 'An owner notices when a figure stops moving. Nobody keeps an eye on many at once, and the goals that are looked after least are the last to be spoken of.',
    sources: ['Tability: score of a plan, focus'],
    advice: 'Give some of them to those who work on them every day. An owner need not be the head of anything.',
    limits:
      'Only owners who are named with the key result itself count. What somebody owns because an objective, a set or a unit is theirs does not, nor do ' +
      'cycles that are over and key results that are closed.',
    examples: {
      invalid: [{ title: 'Five for Liam', files: owned(5) }],
      valid: [
        { title: 'Four', files: owned(4) },
        { title: 'The lead of a team, where nobody is named', files: owned(5, '') },
        { title: 'Long over', today: '2027-02-01', files: owned(5) },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const maximum = option<number>('maximum');
    const load = new Map<string, KeyResultNode[]>();
    return {
      ownedGoal(keyResult) {
        if (keyResult.kind !== 'keyResult') return;
        const { owners, objective } = keyResult;
        if (isClosed(keyResult)) return;
        const { cycle, cycleName } = objective.set;
        if (!cycle?.range || cycle.range.last < cascade.today) return;
        for (const { name, unit } of owners.value) {
          if (unit?.level !== 'person') continue;
          const key = `${name}/${cycleName}`;
          const owned = load.get(key);
          if (owned) owned.push(keyResult);
          else load.set(key, [keyResult]);
        }
      },
      end() {
        for (const [key, owned] of load) {
          const beyond = owned[maximum];
          if (!beyond) continue;
          const person = cascade.units.get(key.slice(0, key.indexOf('/')));
          report({
            ...placeOf(beyond),
            draft: beyond.draft,
            related: owned
              .slice(0, maximum)
              .slice(0, 10)
              .map((one) => ({ ...placeOf(one), label: labelOf(one) })),
            message: {
              what: `${person?.title || 'One person'} owns ${count(owned.length, 'key result')} in ${setOf(beyond).cycleName}, and this is the first beyond ${maximum}.`,
              why: 'Nobody keeps an eye on many figures at once.',
              todo: 'Give some of them to those who work on them every day.',
            },
          });
        }
      },
    };
  },
});

function owned(number: number, owner = ' { owner liam }'): string {
  const keyResults = figures.slice(0, number).map((title) => `        kr "${title}" from 40% to 60%${owner}`);
  return `${organisation}
okrs for support in 2026-Q3 {
    objective "Earn back customer trust" {
        standalone because "pilot"
${keyResults.join('\n')}
    }
}
`;
}
