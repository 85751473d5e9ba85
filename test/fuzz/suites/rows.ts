/** The cascade of a large company as rows, each set worked out on a part of it and kept, against the rows of the whole project. */
import { deepStrictEqual } from 'node:assert/strict';
import {
  type CascadeTree,
  type SearchedRow,
  type SetRow,
  searchedCycle,
  type TreeFilter,
  type UnitRow,
} from '@okr-language/core';
import fc from 'fast-check';
import { edited, edits, files } from '../../../packages/language/src/slices/testing/projects.ts';
import { answers } from '../../../packages/language/src/tree/matching.ts';
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

/** A filter that all answer. */
const anything: TreeFilter = { text: '', unit: null, owner: null, health: [], unaligned: false, findings: false };

/** A word for each initiative that stands nowhere else: what is done for a goal may stand in any file. */
function withOwnWords(text: string, file: number): string {
  let count = 0;
  return text.replace(
    /(\binitiative (?:[\w-]+ )?")([^"\n]*)"/g,
    (_, before, title) => `${before}${title} own${file}x${count++}"`,
  );
}

/** What somebody may look for in the rows: some of their words, and somebody who owns one. */
function* filters(tree: CascadeTree, chosen: number): Generator<TreeFilter> {
  const rows = [...setsIn(tree.roots), ...tree.homeless].flatMap(rowsIn);
  for (const { title } of rows) {
    const own = /\bown\w+$/.exec(title)?.[0];
    if (own !== undefined) yield { ...anything, text: own };
  }
  const row = rows[chosen % rows.length];
  if (!row) return;
  const words = row.title.split(/\s+/).filter(Boolean);
  yield { ...anything, text: words[chosen % words.length] ?? '' };
  yield { ...anything, text: words.slice(0, 3).join(' ') };
  for (const { name, title } of tree.cycles) {
    yield { ...anything, text: name };
    yield { ...anything, text: title };
  }
  for (const { name, title } of row.owners ?? []) {
    yield { ...anything, owner: name };
    yield { ...anything, text: title };
  }
}

function rowsIn({ objectives, initiatives, guardrails }: SetRow): readonly SearchedRow[] {
  const inObjectives = objectives.flatMap((one) => [
    one,
    ...one.keyResults.flatMap((keyResult) => [keyResult, ...keyResult.initiatives]),
    ...one.initiatives,
    ...one.guardrails,
  ]);
  return [...inObjectives, ...initiatives, ...guardrails];
}

/** The sets of the whole project that answer. */
function answering(tree: CascadeTree, filter: TreeFilter): readonly SetRow[] {
  const cycles = new Map(tree.cycles.map((cycle) => [cycle.name, searchedCycle(cycle)]));
  const isAnswer = (set: SetRow, unit: string) =>
    answers(set, filter, unit, cycles.get(set.cycle) ?? set.cycle.toLowerCase(), new Set());
  const inUnits = (units: readonly UnitRow[]): readonly SetRow[] =>
    units.flatMap(({ name, title, sets, units: inside }) => [
      ...sets.filter((set) => isAnswer(set, `${title} ${name}`.toLowerCase())),
      ...inUnits(inside),
    ]);
  return [...inUnits(tree.roots), ...tree.homeless.filter((set) => isAnswer(set, ''))];
}

export const rows: Suite = {
  name: 'rows',
  holds:
    'after each edit, the rows of a large company are those of the whole project, and so is what a filter finds among them',
  shortRuns: 100,
  property: () =>
    fc.asyncProperty(files, edits, fc.nat(), async (written, changes, chosen) => {
      const texts = written.map(withOwnWords);
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
        const { tree: expected, findings } = whole(workspace);
        const open = byId([...setsIn(expected.roots), ...expected.homeless]).map(({ id }) => id);
        const answer = await ask(workspace, { ...everything, open }, none);
        const { tree } = answer;
        deepStrictEqual(answer.findings, findings);
        deepStrictEqual(plain(byId(setsIn(tree.roots))), plain(byId(setsIn(expected.roots))));
        deepStrictEqual(plain(byId(tree.homeless)), plain(byId(expected.homeless)));
        deepStrictEqual(plain(byId(tree.unaligned)), plain(byId(expected.unaligned)));
        deepStrictEqual(plain(tree.cycles), plain(expected.cycles));
        const objectives = objectivesIn([...setsIn(expected.roots), ...expected.homeless]).length;
        const { totals } = tree.part ?? {};
        for (const filter of filters(expected, chosen)) {
          const found = await ask(workspace, { ...everything, filter }, none);
          deepStrictEqual(
            [filter, byId([...setsIn(found.tree.roots), ...found.tree.homeless]).map(({ id }) => id)],
            [filter, byId(answering(expected, filter)).map(({ id }) => id)],
          );
        }
        deepStrictEqual([totals?.objectives, totals?.unaligned], [objectives, expected.unaligned.length]);
      }
    }),
  steps: () => steps,
};
