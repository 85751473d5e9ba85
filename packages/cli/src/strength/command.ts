import { strengthOf } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import type { Invocation } from '../arguments.ts';
import type { ExitCode, Surroundings } from '../output.ts';
import { sayMissing } from '../partly.ts';
import { print } from '../pieces.ts';
import { read, sayUnreadable } from '../prepare.ts';
import { paintFor } from '../terminal/paint.ts';
import { strengthJsonPieces } from './json.ts';
import { rowsOf } from './rows.ts';
import { type ProjectRows, strengthTextPieces } from './text.ts';

type StrengthInvocation = Extract<Invocation, { command: 'strength' }>;

export async function strength(invocation: StrengthInvocation, around: Surroundings): Promise<ExitCode> {
  const { reading, today } = await read(invocation, around);
  const projects: ProjectRows[] = [];
  const shown = reading.workspace.projects().filter(({ uris }) => uris.some((uri) => reading.chosen.has(uri)));
  for (const { root, cascade, findings } of shown) {
    const sets = rowsOf(cascade, strengthOf(cascade, findings), (uri) => reading.chosen.has(uri));
    projects.push({ root: pathOf(root) ?? root, sets });
  }
  const { columns, environment, cwd } = around;
  if (invocation.format === 'json') {
    const lineStartsOf = (uri: string) => reading.workspace.lineStarts(uri);
    await print(strengthJsonPieces(projects, { today, cwd, lineStartsOf }), around);
  } else if (projects.length > 0 || reading.troubles.length === 0) {
    const paint = paintFor({ asked: invocation.color, environment, isTerminal: columns !== null });
    await print(strengthTextPieces(projects, { cwd, paint, columns: columns ?? 100 }), around);
  }
  sayMissing(shown, reading, around);
  return sayUnreadable(reading, around) || reading.troubles.length > 0 ? 2 : 0;
}
