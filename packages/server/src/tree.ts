import type { TreeWanted } from '@okr-language/core';
import type { TreeParams, TreeResult } from './protocol.ts';
import type { Session } from './session.ts';

const nothingSpecial: TreeWanted = { cycle: null, open: [], filter: null };

/** The cascade of a project, worked out in short turns: `pause` ends one where it has lasted long enough. */
export async function treeResultOf(
  session: Session,
  params: TreeParams | null,
  pause: () => Promise<void>,
): Promise<TreeResult | null> {
  session.wakeForFigures();
  const { workspace } = session;
  const uri = typeof params?.uri === 'string' ? session.known(params.uri) : null;
  const projects = workspace.roots;
  const own = uri === null ? null : workspace.rootOf(uri);
  const root = own !== null && workspace.treeOf(own) ? own : projects[0];
  const tree = root === undefined ? null : workspace.treeOf(root);
  if (root === undefined || !tree) return null;
  const findingsOf = (of: string) => workspace.findings(of);
  const answer = await tree.answer(params?.wanted ?? nothingSpecial, uri, findingsOf, pause);
  return { root, projects, ...answer };
}
