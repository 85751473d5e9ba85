import type { Cascade, GoalNode } from '../../cascade/cascade.ts';
import { comparePlaces } from '../../cascade/places.ts';
import type { Fix } from '../../findings/finding.ts';
import type { Place } from '../../model/span.ts';
import { closedQuarter } from '../closing-examples.ts';
import { remove } from '../edits.ts';
import { labelOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

export const duplicateClosing = defineRule({
  meta: {
    name: 'duplicate-closing',
    title: 'Goal that is closed twice',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'One goal has two entries in closings. The earlier one, which does not count, is marked.',
    why: 'Only one score and one decision can count, and whoever wrote the other one believes that it does.',
    sources: ['How the language reads closings'],
    advice: 'Keep the entry that was agreed on and delete the other one.',
    limits:
      'The entry in the later place counts: further down in the file, or in the file whose name comes later. A key result and its objective may both be closed.',
    examples: {
      invalid: [
        {
          title: 'Two scores',
          files: closedQuarter('aspirational', 'trust score 0.6 keep', 'trust score 0.5 defer learned "Too late"'),
          fixed: closedQuarter('aspirational', 'trust score 0.5 defer learned "Too late"'),
        },
      ],
      valid: [
        {
          title: 'An objective and one of its key results',
          files: closedQuarter('aspirational', 'trust score 0.6 keep', 'trust.rating score 0.6 keep'),
        },
      ],
    },
  },

  check({ cascade, report }) {
    for (const [goal, entries] of entriesOf(cascade)) {
      const counts = entries.sort(comparePlaces).at(-1);
      for (const { uri, span } of entries) {
        if (!counts || span === counts.span) continue;
        report({
          uri,
          span,
          draft: goal.draft,
          related: [{ ...counts, label: 'The entry that counts' }],
          message: {
            what: `“${labelOf(goal)}” is closed again in a later place.`,
            why: 'Only that entry counts, and this one is not seen by anybody.',
            todo: 'Delete the one that is wrong.',
          },
        });
      }
    }
  },

  fix({ uri, span }, { cascade, text: textOf }): readonly Fix[] {
    const text = textOf(uri);
    const closings = cascade.closings.filter((closing) => closing.uri === uri);
    const entry = closings.flatMap(({ node }) => node.entries).find(({ target }) => target.span.start === span.start);
    if (text === null || !entry) return [];
    const title = 'Delete this entry, which does not count';
    return [{ title, kind: 'unsafe', preferred: false, edits: [remove(uri, text, entry.span)] }];
  },
});

/** The entries in which each goal is closed. */
function entriesOf({ closings, references }: Cascade): ReadonlyMap<GoalNode, Place[]> {
  const found = new Map<GoalNode, Place[]>();
  for (const uri of new Set(closings.map((closing) => closing.uri))) {
    for (const { role, target, path } of references.get(uri) ?? []) {
      if (role !== 'closingEntry' || (target?.kind !== 'objective' && target?.kind !== 'keyResult')) continue;
      const entries = found.get(target);
      if (entries) entries.push({ uri, span: path.span });
      else found.set(target, [{ uri, span: path.span }]);
    }
  }
  return found;
}
