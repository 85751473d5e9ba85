import type { GoalNode, InitiativeNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { isBroken } from '../broken.ts';
import { insert } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

const answers = 'kr answers "Time to a first answer" from 6 hours to 45 minutes';

export const missingTitle = defineRule({
  meta: {
    name: 'missing-title',
    title: 'Goal without words',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'An objective, key result or initiative has a name by which others refer to it, and no text that says what it is.',
    why: 'The name is a handle for links and check-ins. In the cascade, in a report and in the meeting people read the text, and find a gap there.',
    sources: ['How the language reads goals'],
    advice:
      'Write what is meant in quotation marks behind the name: `kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5`.',
    limits: 'A line that is still being typed is left alone as long as something else in it cannot be read.',
    examples: {
      invalid: [
        {
          title: 'A name and no more',
          files: inObjective('kr csat from 3.9 of 5 to 4.4 of 5', answers),
          fixed: inObjective('kr csat "…" from 3.9 of 5 to 4.4 of 5', answers),
        },
      ],
      valid: [
        {
          title: 'A name and a text',
          files: inObjective('kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5', answers),
        },
        { title: 'A text needs no name', files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5') },
      ],
    },
  },

  visit({ cascade, report }) {
    const judge = (one: GoalNode | InitiativeNode) => {
      const { node } = one;
      // Where not even a name is there, the statement itself is reported as unfinished; quotation marks wait for what is typed between them.
      if (node.title || !node.name || isBroken(cascade.files.get(one.uri), node.name.span)) return;
      report({
        uri: one.uri,
        span: node.name.span,
        draft: isDraft(one),
        message: {
          what: `This ${words[one.kind]} does not say what it is.`,
          why: 'People read the text, and a name such as this one is a handle for links.',
          todo: 'Write it in quotation marks behind the name.',
        },
      });
    };
    cascade.initiatives.forEach(judge);
    return { goal: judge };
  },

  fix({ uri, span }): readonly Fix[] {
    return [template('Add a text to be filled in', insert(uri, span.end, ' "…"'), '…')];
  },
});

const words = { objective: 'objective', keyResult: 'key result', initiative: 'initiative' } as const;

function isDraft(one: GoalNode | InitiativeNode): boolean {
  return one.kind === 'initiative' ? one.in.draft : one.draft;
}
