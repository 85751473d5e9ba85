import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective } from '../examples.ts';
import { addLine, goalIn } from '../goals.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const rating = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';

export const kindMissing = defineRule({
  meta: {
    name: 'kind-missing',
    title: 'Neither a promise nor a stretch',
    category: 'ambition',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'Neither an objective nor its set says whether it is committed or aspirational.',
    why: 'A score of 0.7 is a success for one and a broken promise for the other. Who has to guess plans for the wrong one.',
    sources: ["Google's OKR playbook, trap 1"],
    advice:
      'Say `committed` where others count on it and the full score is due, `aspirational` where 0.7 is good. Once for the whole set is enough.',
    limits:
      'It is turned off unless you turn it on: where nothing is said, the `ambition` of the configuration holds, and that is enough for many.',
    examples: {
      invalid: [{ title: 'Which of the two?', files: inObjective(rating), fixed: inObjective('committed', rating) }],
      valid: [
        { title: 'A promise', files: inObjective('committed', rating) },
        { title: 'A stretch', files: inObjective('aspirational', rating) },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      objective(objective) {
        const { ambition, node, keyResults } = objective;
        if (ambition.source !== 'config' || isUnfinished(cascade, objective)) return;
        if (keyResults.length > 0 && keyResults.every((keyResult) => keyResult.node.ambition)) return;
        report({
          uri: objective.uri,
          span: markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: 'Nothing says whether this objective is committed or aspirational.',
            why: 'A score of 0.7 is a success for one and a broken promise for the other.',
            todo: 'Add `committed` or `aspirational`, here or once for the whole set.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (!goal || text === null) return [];
    return ['committed', 'aspirational'].flatMap((word) => {
      const edit = addLine(goal, text, word, 'first');
      return edit ? [{ title: `Make it ${word}`, kind: 'unsafe', preferred: false, edits: [edit] } as const] : [];
    });
  },
});
