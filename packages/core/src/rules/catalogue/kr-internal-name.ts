import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle, soThat } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krInternalName = defineRule({
  meta: {
    name: 'kr-internal-name',
    title: 'Key result that only insiders understand',
    category: 'key-result',
    level: 'hint',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [ownWords('publicNames', 'Names that everybody outside knows too: `Project Gutenberg`.')],
    summary: 'A key result speaks of a version or a project name and of nothing that anybody outside would notice.',
    why: 'Whoever does not sit in the team cannot tell whether it matters, and so cannot help, object or celebrate.',
    sources: ["Google's OKR playbook, the litmus test: would the reader understand why it matters?"],
    advice:
      'Say what the version or the project does for people, with a figure, and leave the name to the `initiative`.',
    limits:
      'The rule reads the English sentence and is a hint, since some project names are known to everybody: list them in `publicNames`. Key results with a measure or with an effect are left alone.',
    examples: {
      invalid: [
        {
          title: 'What does it do for anybody?',
          files: inObjective('kr "Release v4 of the till"'),
          fixed: inObjective('kr "Release v4 of the till, so that …"'),
        },
        { title: 'A name from the corridor', files: inObjective('kr "Finish Project Heron"') },
      ],
      valid: [
        {
          title: 'With its effect',
          files: inObjective('kr "Release v4 of the till so that a sale takes ten seconds"'),
        },
        { title: 'The effect alone', files: inObjective('kr "Seconds for a sale" from 45 to 10') },
        {
          title: 'Known outside',
          files: inObjective('kr "Finish Project Heron"'),
          options: { publicNames: ['project heron'] },
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const known = option<readonly string[]>('publicNames');
    return {
      wordedKeyResult(keyResult) {
        const { node, title } = keyResult;
        if (node.measure) return;
        const name = wordingOfKeyResult(node)?.internal;
        if (!name || holdsOneOf(title.slice(name.start, name.end), known) || isUnfinished(cascade, keyResult)) return;
        report({
          uri: keyResult.uri,
          span: partOfTitle(keyResult, name),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'Only insiders understand what this key result brings.',
            why: 'Others can neither help nor object nor celebrate.',
            todo: 'Say what changes for people when it is there, with a figure.',
          },
        });
      },
    };
  },

  fix({ data }, { cascade }) {
    return soThat(cascade.goals.get(String(data?.['goal'])));
  },
});
