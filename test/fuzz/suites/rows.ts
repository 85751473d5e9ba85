/** The cascade of a large company as rows, each set worked out on a part of it and kept, against the rows of the whole project. */
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { edited, edits, files } from '../../../packages/language/src/slices/testing/projects.ts';
import {
  ask,
  byId,
  everything,
  none,
  objectivesIn,
  plain,
  root,
  setsIn,
  uriOf,
  whole,
  workspaceOf,
} from '../../../packages/language/src/tree/testing/companies.ts';
import type { Suite } from '../suite.ts';

let steps = 0;

export const rows: Suite = {
  name: 'rows',
  holds: 'after each edit, the rows of a large company are those of the whole project',
  shortRuns: 100,
  property: () =>
    fc.asyncProperty(files, edits, async (texts, changes) => {
      const workspace = workspaceOf(texts);
      const now = [...texts];
      for (const edit of [null, ...changes]) {
        if (edit) {
          const text = edited(now[edit.file] ?? '', edit, now);
          now[edit.file] = text ?? '';
          if (text === null) workspace.remove(uriOf(edit.file));
          else workspace.set(uriOf(edit.file), text);
          workspace.settle();
        }
        if (!workspace.treeOf(root)) continue;
        steps++;
        const expected = whole(workspace).tree;
        const open = byId([...setsIn(expected.roots), ...expected.homeless]).map(({ id }) => id);
        const { tree } = await ask(workspace, { ...everything, open }, none);
        deepStrictEqual(plain(byId(setsIn(tree.roots))), plain(byId(setsIn(expected.roots))));
        deepStrictEqual(plain(byId(tree.homeless)), plain(byId(expected.homeless)));
        deepStrictEqual(plain(byId(tree.unaligned)), plain(byId(expected.unaligned)));
        deepStrictEqual(plain(tree.cycles), plain(expected.cycles));
        const objectives = objectivesIn([...setsIn(expected.roots), ...expected.homeless]).length;
        const { totals } = tree.part ?? {};
        deepStrictEqual([totals?.objectives, totals?.unaligned], [objectives, expected.unaligned.length]);
      }
    }),
  steps: () => steps,
};
