import { isUnfinished } from '../broken.ts';
import { objectiveCalled } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle, soThat } from '../titles.ts';
import { measureIn, wordingOfObjective } from '../wording.ts';

export const objectiveIsTask = defineRule({
  meta: {
    name: 'objective-is-task',
    title: 'Objective that is a task',
    category: 'objective',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [
      ownWords(
        'allowedVerbs',
        'Verbs that may begin an objective all the same, in their base form: `open`, `publish`.',
      ),
    ],
    summary: 'An objective says what is going to be made or done, and neither what for nor what it should be like.',
    why:
      'A task is over when it is done, whether it helped or not. An objective should still tell people which way to go when the plan turns out to be ' +
      'wrong, and a plan cannot tell that about itself.',
    sources: ["OpenOKR's method document, rule OBJ-1", 'Felipe Castro on value-based objectives'],
    advice:
      'Ask "so that what?" until the answer is something that people outside the team would notice. That is the objective; the task becomes an ' +
      '`initiative` under one of its key results.',
    limits:
      'The rule reads the English sentence. It leaves alone what says for whom, how or to what end, and what says how good it should be ("Launch a ' +
      'product that commuters love"). Where making the thing really is the aim, say what it should be like, or allow the verb with `allowedVerbs`.',
    examples: {
      invalid: [
        {
          title: 'Rolled out, and then?',
          files: objectiveCalled('Roll out the new returns form'),
          fixed: objectiveCalled('Roll out the new returns form, so that …'),
        },
        { title: 'Without a verb', files: objectiveCalled('Implementation of the loyalty card') },
      ],
      valid: [
        {
          title: 'What it is for',
          files: objectiveCalled('Roll out the returns form, so that nobody has to queue for a refund'),
        },
        { title: 'The change itself', files: objectiveCalled('Returning a purchase is easier than keeping it') },
        { title: 'A noun, not a verb', files: objectiveCalled('Support that people tell their friends about') },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedVerbs');
    return {
      wordedObjective(objective) {
        const { node } = objective;
        const task = wordingOfObjective(node)?.task;
        if (!task || measureIn(node) || holdsOneOf(task.verb, allowed) || isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: partOfTitle(objective, task.span),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'This objective is a task.',
            why: 'It can be done without changing anything.',
            todo: 'Say what will be different for whom, and write the task as an `initiative` under a key result.',
          },
        });
      },
    };
  },

  fix({ data }, { cascade }) {
    return soThat(cascade.goals.get(String(data?.['goal'])));
  },
});
