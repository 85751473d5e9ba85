import { inObjective } from '../examples.ts';
import { ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { aboutWork } from '../work.ts';

export const krActivity = defineRule({
  meta: {
    name: 'kr-activity',
    title: 'Key result that is an activity',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [
      ownWords('allowedVerbs', 'Verbs that may begin a key result all the same, in their base form: `open`, `ship`.'),
    ],
    summary: 'A key result says what is going to be done instead of what will be different when it works.',
    why:
      'Work can be finished without changing anything: the portal is launched and nobody uses it. A team that is measured by its work stays ' +
      'with the plan; a team that is measured by the effect can drop what does not help and try something better.',
    sources: [
      "Google's OKR playbook: key results describe outcomes, not activities",
      'Felipe Castro on value-based key results',
      "OpenOKR's method document, rule KR-5",
    ],
    advice:
      'Ask what the work is for: who will do what differently, and how much of it? Write that as the key result, and the work as an ' +
      '`initiative` for it: `initiative "Launch the new portal" for csat`.',
    limits:
      'The rule reads the English sentence. A key result with a measure written as fields is left alone, and so is one that is marked ' +
      '`leading`; a sentence that says what the work is to bring about ("launch the tour to raise first visits by 25%") is fine too. ' +
      'Where delivering on time is the goal itself, write `yes/no` behind it.',
    examples: {
      invalid: [
        {
          title: 'Finished, and then?',
          files: inObjective('kr "Launch the new help portal"'),
          fixed: inObjective('initiative "Launch the new help portal"'),
        },
        {
          title: 'Help without an effect',
          files: inObjective('kr "Help the shops with their returns" { owner liam }'),
        },
      ],
      valid: [
        {
          title: 'What the work is for',
          files: inObjective('kr "Launch the help portal to raise answers found without us by 25%"'),
        },
        {
          title: 'The effect alone',
          files: inObjective('kr "Answers that customers find without us" from 20% to 45%'),
        },
        { title: 'The noun, not the verb', files: inObjective('kr "Build time of the shop under eight minutes"') },
        {
          title: 'A verb that is allowed',
          files: inObjective('kr "Launch the new help portal"'),
          options: { allowedVerbs: ['launch'] },
        },
        { title: 'Work in its place', files: inObjective('initiative "Launch the new help portal"') },
      ],
    },
  },

  ...aboutWork('unmeasured', {
    what: 'This key result describes work, not what it will change.',
    why: 'Work can be finished without changing anything.',
    todo: 'Ask who will do what differently, and how much; write that here and the work as an `initiative`.',
  }),
});
