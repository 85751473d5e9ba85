import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { initiativeFixes } from '../initiative.ts';
import { markOf } from '../marks.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { activityIn } from '../wording.ts';

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

  check({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedVerbs');
    for (const keyResult of cascade.keyResults) {
      const { node, uri, draft, id } = keyResult;
      const activity = activityIn(node);
      if (activity?.kind !== 'counted' || holdsOneOf(activity.verb, allowed)) continue;
      if (isUnfinished(cascade, keyResult)) continue;
      report({
        uri,
        span: markOf(node),
        draft,
        data: { goal: id },
        message: {
          what: 'The figure of this key result counts the work itself.',
          why: 'More work can always be done, whether it helps or not.',
          todo: 'Ask to what end it is done, and take the figure that moves if it works.',
        },
      });
    }
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const keyResult = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    return keyResult?.kind === 'keyResult' && text !== null ? initiativeFixes(uri, text, keyResult.node) : [];
  },
});
