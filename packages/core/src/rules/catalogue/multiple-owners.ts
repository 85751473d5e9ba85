import type { Fix } from '../../findings/finding.ts';
import type { Name } from '../../model/file.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { listOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const rating = 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5';

export const multipleOwners = defineRule({
  meta: {
    name: 'multiple-owners',
    title: 'Goal with several owners',
    category: 'ownership',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A goal or a set names more than one owner.',
    why: 'Each of two owners believes that the other one looks after it. The owner need not do the work, but is the one who is asked.',
    sources: ['GitLab handbook: one person is directly responsible'],
    advice: 'Name the one who is asked in the review. Those who work on it can own its key results and initiatives.',
    limits: 'Where several owners are customary, because your tool before had them, turn the rule off for the project.',
    examples: {
      invalid: [
        {
          title: 'Two who could be asked',
          files: inObjective('owner maya, liam', rating),
          fixed: inObjective('owner maya', rating),
        },
      ],
      valid: [
        { title: 'One for the goal, one for the figure', files: inObjective('owner maya', `${rating} { owner liam }`) },
      ],
    },
  },

  visit({ report }) {
    const judge = (uri: string, owners: readonly Name[], draft: boolean) => {
      const first = owners[0];
      const last = owners.at(-1);
      if (!first || !last || new Set(owners.map(({ text }) => text)).size < 2) return;
      const named = owners.slice(0, mostNamed).map(({ text }) => text);
      report({
        uri,
        span: { start: first.span.start, end: last.span.end },
        draft,
        data: { names: named },
        message: {
          what: `This is owned by ${listOf([...named, ...(owners.length > mostNamed ? ['others'] : [])], 'and')}.`,
          why: 'Each believes that the other one looks after it.',
          todo: 'Name the one who is asked; the others can own key results and initiatives.',
        },
      });
    };
    return {
      set({ blocks, draft }) {
        for (const { uri, node } of blocks) if (node.owners.length > 1) judge(uri, node.owners, draft);
      },
      ownedGoal(goal) {
        const { owners } = goal.node;
        if (owners.length > 1) judge(goal.uri, owners, goal.draft);
      },
    };
  },

  fix({ uri, span, data }, { text: textOf }): readonly Fix[] {
    const names = data?.['names'];
    const written = textOf(uri)?.slice(span.start, span.end) ?? '';
    // Where owners stand in several clauses, or a comment between them, taking them together would lose something.
    if (!Array.isArray(names) || !/^[^\s,]+(?:\s*,\s*[^\s,]+)+$/.test(written)) return [];
    return names.map((name: string) => ({
      title: `Make \`${name}\` the only owner`,
      kind: 'unsafe',
      preferred: false,
      edits: [replace(uri, span, name)],
    }));
  },
});

const mostNamed = 4;
