/** A company in one folder, its cascade as rows, and what the whole project says of it. */
import {
  countByRow,
  type ObjectiveRow,
  parseIsoDay,
  type SetRow,
  type TreeWanted,
  treeOf,
  type UnitRow,
} from '@okr-language/core';
import { OkrWorkspace } from '../../workspace/workspace.ts';

const today = parseIsoDay('2026-08-15') as number;
export const root = 'file:///w/';
export const uriOf = (i: number) => `${root}${i}.okr`;
const noPause = async () => {};
export const none = { files: 0, objectives: 0 };
export const everything: TreeWanted = { cycle: '*', open: [], filter: null };

export function workspaceOf(texts: readonly string[], open = true): OkrWorkspace {
  const workspace = new OkrWorkspace({ today, folders: [root], trees: true });
  for (const [i, text] of texts.entries()) workspace.set(uriOf(i), text, null, open);
  workspace.settle();
  return workspace;
}

export function ask(workspace: OkrWorkspace, wanted: TreeWanted, small?: typeof none, at: string | null = null) {
  const tree = workspace.treeOf(root);
  if (!tree) throw new Error('no tree');
  return tree.answer(wanted, at, (uri) => workspace.findings(uri), noPause, small);
}

export function whole(workspace: OkrWorkspace) {
  const project = workspace.project(root);
  if (!project) throw new Error('no project');
  const found = [...project.findings.values()].flat();
  return { tree: treeOf(project.cascade, project.findings), findings: countByRow(project.cascade, found) };
}

export function* setsIn(units: readonly UnitRow[]): Generator<SetRow> {
  for (const unit of units) {
    yield* unit.sets;
    yield* setsIn(unit.units);
  }
}

export function objectivesIn(sets: Iterable<SetRow>): readonly ObjectiveRow[] {
  return [...sets].flatMap(({ objectives }) => objectives);
}

/** As it crosses to another process. Of two goals of one name, which is wrong, a link elsewhere may name either. */
export const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (field, part) =>
    ['supports', 'supportedBy', 'dependsOn', 'initiatives'].includes(field)
      ? JSON.parse(JSON.stringify(part).replaceAll(/~\d+/g, ''))
      : part,
  );
export const byId = (rows: Iterable<{ readonly id: string }>) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
