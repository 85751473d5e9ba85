/** What the parts of a cold `okr check` take, from a profile of it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runBatch } from '../measure/batch.ts';
import type { Notebook } from '../measure/notebook.ts';
import { buildReadable, type Profile, sharesOf, timeByPart } from '../measure/profile.ts';
import { work } from '../paths.ts';
import { prepareWorkspace } from '../prepare.ts';
import { today } from '../workspace/invent.ts';

/** All in one thread: the readable program has no reader of files beside it that could run in others. */
export async function partsOfCheck(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  const program = await buildReadable('packages/cli/src/main.ts', 'okr.cjs');
  const name = `shares-${size}.cpuprofile`;
  rmSync(join(work, name), { force: true });
  const nodeOptions = [
    '--max-old-space-size=8192',
    '--cpu-prof',
    '--cpu-prof-interval=500',
    `--cpu-prof-dir=${work}`,
    `--cpu-prof-name=${name}`,
  ];
  await runBatch(program, ['check', '--today', today, '--no-cache', '.'], { cwd: folder, nodeOptions });
  const shares = sharesOf(timeByPart(JSON.parse(readFileSync(join(work, name), 'utf8')) as Profile, program));
  for (const [part, share] of shares) book.note(`shares/${size}/${part}`, share);
  const kept = (['engine', 'slices', 'store'] as const).reduce((sum, part) => sum + (shares.get(part) ?? 0), 0);
  book.note(`shares/${size}/keeping`, kept);
}
