import { inObjective } from '../examples.ts';
import { ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { aboutWork } from '../work.ts';

export const krActivityVolume = defineRule({
  meta: {
    name: 'kr-activity-volume',
    title: 'Key result that counts work',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [
      ownWords(
        'allowedVerbs',
        'Verbs that may begin a key result all the same, in their base form: `interview`, `publish`.',
      ),
    ],
    summary: 'The only figure of a key result counts the work itself: meetings, articles, interviews.',
    why:
      'The number of interviews can always be raised, whether they help or not. What counts the effort rewards more effort, and the goal behind it ' +
      'is out of sight.',
    sources: ["OpenOKR's method document, rule KR-5", 'A public OKR-writer skill'],
    advice:
      'Ask to what end the work is done, and take the figure that moves if it works. Where the work is an early sign that you want to follow, mark ' +
      'the key result as `leading`.',
    limits:
      'The rule reads the English sentence. A count that others decide about, such as customers won or contracts signed, is an outcome and is ' +
      'left alone; so is a falling count, and everything with a measure written as fields.',
    examples: {
      invalid: [
        {
          title: 'Twelve interviews, and then?',
          files: inObjective('kr "Conduct 12 interviews with customers who left"'),
          fixed: inObjective('initiative "Conduct 12 interviews with customers who left"'),
        },
        { title: 'Articles for their own sake', files: inObjective('kr "Publish 20 help articles"') },
        { title: 'Said of the team', files: inObjective('kr "Our site managers hold 12 safety walks"') },
      ],
      valid: [
        {
          title: 'What the interviews are for',
          files: inObjective('kr "Customers who leave within a month" from 9% to 5%'),
        },
        {
          title: 'An early sign that is meant to be one',
          files: inObjective('kr "Conduct 12 interviews with customers who left" { leading }'),
        },
        {
          title: 'A verb that is allowed',
          files: inObjective('kr "Publish 20 help articles"'),
          options: { allowedVerbs: ['publish'] },
        },
        { title: 'A falling count', files: inObjective('kr "Support tickets from 900 to 300 a week"') },
      ],
    },
  },

  ...aboutWork('counted', {
    what: 'The figure of this key result counts the work itself.',
    why: 'More work can always be done, whether it helps or not.',
    todo: 'Ask to what end it is done, and take the figure that moves if it works.',
  }),
});
