import { treeOf } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import type { Invocation } from '../arguments.ts';
import type { ExitCode, Surroundings } from '../output.ts';
import { sayMissing } from '../partly.ts';
import { print } from '../pieces.ts';
import { read, sayUnreadable } from '../prepare.ts';
import { paintFor } from '../terminal/paint.ts';
import { type ProjectTree, treeJsonPieces } from './json.ts';
import { pruneTree } from './prune.ts';
import { treeTextPieces } from './text.ts';

type TreeInvocation = Extract<Invocation, { command: 'tree' }>;

export async function tree(invocation: TreeInvocation, around: Surroundings): Promise<ExitCode> {
  const { reading, today } = await read(invocation, around);
  const projects: ProjectTree[] = [];
  const shown = reading.workspace.projects().filter(({ uris }) => uris.some((uri) => reading.chosen.has(uri)));
  for (const project of shown) {
    const { uris } = project;
    const whole = treeOf(project.cascade, project.findings);
    const all = uris.every((uri) => reading.chosen.has(uri));
    projects.push({
      root: pathOf(project.root) ?? project.root,
      tree: all ? whole : pruneTree(whole, (uri) => reading.chosen.has(uri)),
    });
  }
  const { columns, environment, cwd } = around;
  if (invocation.format === 'json') {
    await print(treeJsonPieces(projects, today, cwd), around);
  } else if (projects.length > 0 || reading.troubles.length === 0) {
    const paint = paintFor({ asked: invocation.color, environment, isTerminal: columns !== null });
    await print(treeTextPieces(projects, { cwd, paint, columns: columns ?? 100 }), around);
  }
  sayMissing(shown, reading, around);
  return sayUnreadable(reading, around) || reading.troubles.length > 0 ? 2 : 0;
}
