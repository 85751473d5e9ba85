/** Ours in a readable build under a profiler: where the time goes, function by function and part by part. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BatchRun, runBatch } from '../measure/batch.ts';
import { ampleHeap } from '../measure/machine.ts';
import type { Notebook } from '../measure/notebook.ts';
import { buildReadable, type Profile, type Profiled } from '../measure/profile.ts';
import { work } from '../paths.ts';
import { prepareWorkspace } from '../prepare.ts';
import { today } from '../workspace/invent.ts';
import { openAndType } from './okrServer.ts';

/** A cold `okr check`, all in one thread: the readable program has no reader of files beside it that could run in others. */
export async function profiledCheck(size: number): Promise<Profiled & { readonly run: BatchRun }> {
  const file = emptied(`check-${size}`);
  const { folder } = prepareWorkspace(size, 'okr');
  const program = await buildReadable('packages/cli/src/main.ts', 'okr.cjs');
  const nodeOptions = [
    ampleHeap,
    '--cpu-prof',
    '--cpu-prof-interval=500',
    `--cpu-prof-dir=${work}`,
    `--cpu-prof-name=${basename(file)}`,
  ];
  const run = await runBatch(program, ['check', '--today', today, '--no-cache', '.'], { cwd: folder, nodeOptions });
  return { profile: profileIn(file), program, run };
}

/** The server used as `okrServer` uses it, while it reads or while it is typed into. */
export async function profiledServer(book: Notebook, size: number, what: 'start' | 'edit'): Promise<Profiled> {
  const file = emptied(`${what}-${size}`);
  const program = await buildReadable('packages/server/src/node.ts', 'server.cjs');
  const hook = join(import.meta.dirname, '../measure/profile-on-signal.cjs');
  const command = {
    command: process.execPath,
    args: [ampleHeap, '--require', hook, program, '--stdio'],
    env: { OKR_TODAY: today, PROFILE_TO: file },
  };
  const signal = (pid: number) => process.kill(pid, 'SIGUSR2');
  await openAndType(book, size, command, {
    begun: (pid) => what === 'start' && signal(pid),
    read: (pid) => signal(pid),
    typed: async (pid) => {
      if (what === 'edit') signal(pid);
      while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 200));
    },
  });
  return { profile: profileIn(file), program };
}

/** Where a profile is to be written, with none of an earlier run there. */
function emptied(name: string): string {
  const file = join(work, `${name}.cpuprofile`);
  rmSync(file, { force: true });
  return file;
}

function profileIn(file: string): Profile {
  return JSON.parse(readFileSync(file, 'utf8')) as Profile;
}
