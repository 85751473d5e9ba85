import { closedQuarter } from '../closing-examples.ts';
import { inObjective } from '../examples.ts';
import { declaring, failedName, isDraft, isPast, renamings, todoFor } from '../names.ts';
import { defineRule } from '../rule.ts';

export const unknownOwner = defineRule({
  meta: {
    name: 'unknown-owner',
    title: 'Owner that is nowhere declared',
    category: 'ownership',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'An owner is named who is declared nowhere in the project.',
    why:
      "A name that is misspelt makes two people of one: filters and summaries show only half of that person's goals, and nobody feels " +
      'asked for the other half.',
    sources: ['Import checks of Microsoft Viva Goals'],
    advice: 'Correct the name, or declare the person once: `person maya "Maya Ortiz" in support`.',
    limits:
      'People outside the company are declared too, for example in a team of partners. Sets that are closed and whose cycle is over are left alone: ' +
      'who has left need not stay declared.',
    examples: {
      invalid: [
        {
          title: 'Misspelt',
          files: inObjective('owner mya', 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5'),
          fixed: inObjective('owner maya', 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5'),
        },
        {
          title: 'Never introduced',
          files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { owner theodora }'),
        },
      ],
      valid: [
        {
          title: 'Declared above',
          files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { owner liam }'),
        },
        {
          title: 'Left since then',
          files: closedQuarter('owner theodora', 'trust score 0.55 modify learned "Start earlier"'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      lostReference(reference) {
        const name = reference.role === 'owner' ? failedName(cascade, reference) : null;
        if (!name || isPast(reference, cascade)) return;
        report({
          uri: reference.uri,
          span: name.span,
          draft: isDraft(reference),
          data: { name: name.text, suggestions: reference.failure?.suggestions ?? [] },
          message: {
            what: `Nobody called \`${name.text}\` is declared in this project.`,
            why: 'The goals of a person only come together under one name.',
            todo: todoFor(reference, `Declare the person: \`person ${name.text} "…"\`.`),
          },
        });
      },
    };
  },

  fix(finding, context) {
    return [...renamings(finding), ...declaring(finding.uri, 'person', String(finding.data?.['name']), context)];
  },
});
